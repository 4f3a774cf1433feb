import type { Errors } from '../../../src/main/errors'
import type { Handlers } from '../../../src/main/calls'
import type { Log } from '../../../src/main/log'
import type { Journal } from '../../../src/main/storage/journal'
import type { Attachments } from '../../../src/main/storage/attachments'
import type { SealedFolder } from '../../../src/main/storage/sealed-folder'
import type { Vault } from '../../../src/main/vault/vault'
import type { MainWindow } from '../../../src/main/window'
import type { AppInfo, ShellSettings } from '../../../src/shared/ipc'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeHandlers } from '../../../src/main/calls'
import { isTrustedSender, setupIpc } from '../../../src/main/ipc'
import { emptyState } from '../../../src/main/shell-state'
import { callNames } from '../../../src/shared/ipc'

type Answer = (event: unknown, ...args: unknown[]) => unknown
const { answers, copied } = vi.hoisted(() => ({ answers: new Map<string, Answer>(), copied: [] as string[] }))
vi.mock('electron', () => ({
  app: { getAppPath: () => '/nowhere', quit: () => {} },
  ipcMain: { handle: (name: string, answer: Answer) => void answers.set(name, answer) },
  shell: { openPath: async () => '', openExternal: async () => {} },
}))

const frame = { url: 'app://untether/index.html' }
const window = { current: { webContents: { mainFrame: frame } } } as unknown as MainWindow
const notes: string[] = []
const log: Log = { folder: '', note: note => void notes.push(note), error: () => {} }
let told: ShellSettings | null

function handlers(): Handlers {
  return makeHandlers({
    info: () => ({ version: '1', dataFolder: '/data' }) as AppInfo,
    store: { state: emptyState, change: ({ settings }) => void (told = settings ?? null) },
    errors: { report: report => `details of ${report.where}`, lastDetails: () => 'last', watch: () => {} } satisfies Errors,
    applyShell: () => {},
    relaunch: () => {},
    copy: text => void copied.push(text),
    print: async () => 'printed',
    lock: { now: () => {}, watch: () => {}, note: () => {} },
    shortcut: { watch: () => {}, status: () => ({ accelerator: null, isActive: false }), set: accelerator => accelerator === 'F8' ? 'taken' : 'set', takePress: () => false },
    applyPrivacy: () => {},
    vault: {} as Vault,
    journal: {} as Journal,
    snapshots: () => ({}) as SealedFolder,
    attachments: {} as Attachments,
    snapshotFolder: () => '/data/snapshots',
    chooseSnapshotFolder: async () => null,
    chooseSave: async () => null,
    chooseOpen: async () => null,
  })
}

const ask = async (name: string, ...args: unknown[]): Promise<unknown> => answers.get(name)?.({ senderFrame: frame }, ...args)

beforeEach(() => {
  answers.clear()
  notes.length = 0
  copied.length = 0
  told = null
  setupIpc(handlers(), window, null, log)
})

it('answers every call of the contract', () => {
  expect([...answers.keys()]).toEqual([...callNames])
})

describe('arguments', () => {
  it.each([
    ['app:info', [1]],
    ['app:open-external', []],
    ['app:open-external', [1]],
    ['app:open-external', ['https://a.example', 'more']],
    ['app:copy-text', [null]],
    ['app:copy-text', ['x'.repeat(1_000_001)]],
    ['app:set-shell', []],
    ['app:set-shell', [{ language: 'fr', theme: 'dark' }]],
    ['app:set-shell', [{ language: 'en', theme: 'pink' }]],
    ['app:set-shell', ['en']],
    ['app:report-error', [null]],
    ['app:report-error', [{ where: 'x', message: 'y' }]],
    ['app:report-error', [{ where: 'x', message: 'y', stack: 7 }]],
    ['app:quit', ['now']],
    ['attachments:read', [7]],
    ['attachments:write', ['a.sealed', 'text']],
    ['attachments:write', ['a'.repeat(101), new Uint8Array(1)]],
    ['attachments:remove', [['../../secret']]],
    ['attachments:remove', ['a.sealed']],
    ['vault:unlock', []],
    ['vault:unlock', [7]],
    ['vault:set-passphrase', [undefined, 'x']],
    ['vault:set-passphrase', [null, null]],
    ['vault:adopt', [{}, 'x']],
    ['vault:adopt', [Array.from({ length: 9 }), 'x']],
    ['vault:set-privacy', [{ lockAfterMinutes: -1, isCaptureBlocked: false }]],
    ['vault:set-privacy', [{ lockAfterMinutes: 5 }]],
    ['shortcut:set', []],
    ['shortcut:set', [7]],
    ['shortcut:set', ['Control+B']],
    ['shortcut:set', ['Shift+Control+B']],
    ['shortcut:set', ['MediaPlayPause']],
    ['shortcut:set', ['F8', 'F9']],
    ['shortcut:take-press', [true]],
    ['journal:append', [1, 'text']],
    ['journal:append', [-1, new Uint8Array(1)]],
    ['journal:append', [1.5, new Uint8Array(1)]],
    ['journal:read', ['1']],
    ['snapshots:read', [null]],
    ['snapshots:write', ['untether-20261123-040000-000.untether', [1, 2]]],
    ['snapshots:remove', [['../../keys.json']]],
    ['snapshots:remove', ['untether-20261123-040000-000.untether']],
  ])('%s refuses %j', async (name, args) => {
    await expect(async () => ask(name, ...args)).rejects.toThrow('refused: wrong arguments')
    expect(notes).toEqual(['call-refused'])
  })

  it('are taken when they are right', async () => {
    expect(await ask('app:info')).toMatchObject({ version: '1' })
    expect(await ask('app:open-external', 'http://a.example')).toBe('refused')
    await ask('app:copy-text', 'text')
    await ask('app:set-shell', { language: 'zh-CN', theme: 'dark', more: 'is dropped' })
    expect(await ask('app:report-error', { where: 'here', message: '', stack: '' })).toEqual({ details: 'details of here' })
    expect(await ask('app:report-error', { where: 'long', message: '', stack: 'z'.repeat(1_000_000) })).toEqual({ details: 'details of long' })
    expect(await ask('app:last-error')).toEqual({ details: 'last' })

    expect(await ask('shortcut:set', 'F8')).toBe('taken')
    expect(await ask('shortcut:set', null)).toBe('set')
    expect(copied).toEqual(['text'])
    expect(told).toEqual({ language: 'zh-CN', theme: 'dark' })
  })
})

describe('the sender', () => {
  const from = (senderFrame: unknown): Parameters<typeof isTrustedSender>[0] => ({ senderFrame }) as Parameters<typeof isTrustedSender>[0]
  const showing = (url: string): { frame: unknown, window: MainWindow } => {
    const shown = { url }
    return { frame: shown, window: { current: { webContents: { mainFrame: shown } } } as unknown as MainWindow }
  }

  it('is the main frame of our window', () => {
    expect(isTrustedSender(from(frame), window, null)).toBe(true)
  })

  it('is no other frame, and no window that is gone', () => {
    expect(isTrustedSender(from({ url: frame.url }), window, null)).toBe(false)
    expect(isTrustedSender(from(null), window, null)).toBe(false)
    expect(isTrustedSender(from(frame), { current: null }, null)).toBe(false)
  })

  it.each(['data:text/html,x', 'about:blank', 'https://untether/', 'app://elsewhere/', 'file:///index.html', ''])('is not at %s', (url) => {
    const stranger = showing(url)
    expect(isTrustedSender(from(stranger.frame), stranger.window, null)).toBe(false)
  })

  it('is refused and written down when it is a stranger', () => {
    expect(() => answers.get('app:info')?.({ senderFrame: { url: frame.url } })).toThrow('refused: unknown sender')
    expect(notes).toEqual(['call-refused'])
  })
})
