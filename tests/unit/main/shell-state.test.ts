import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyState, openShellStore, parsePrivacy, parseSettings, parseState } from '../../../src/main/shell-state'

const state = {
  settings: { language: 'zh-CN', theme: 'dark' },
  window: { x: -5, y: 10, width: 1_000, height: 700, isMaximized: true },
  privacy: { lockAfterMinutes: 10, isCaptureBlocked: true },
  snapshotFolder: '/kept/snapshots',
  shortcut: 'Control+Alt+B',
} as const
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-state-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('parseState', () => {
  it('reads what was written', () => {
    expect(parseState(JSON.stringify(state))).toEqual(state)
  })

  it('takes what it does not know as not there', () => {
    expect(parseState('{}')).toEqual(emptyState)
    expect(parseState('{"settings":{"language":"fr","theme":"dark"},"window":{"x":0,"y":0,"width":"wide","height":1}}')).toEqual(emptyState)
    expect(parseState('{"window":{"x":0,"y":0,"width":1e9,"height":700}}')).toEqual(emptyState)
    expect(parseState('{"window":{"x":0.5,"y":0,"width":900,"height":700}}')).toEqual(emptyState)
  })

  it('refuses what is no object', () => {
    expect(['', '[]', '7', 'null', '{"settings"'].map(parseState)).toEqual([null, null, null, null, null])
  })

  it('throws at nothing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => parseState(text)).not.toThrow()
    }))
  })
})

it('takes only a language and a theme that exist', () => {
  expect(parseSettings({ language: 'en', theme: 'system', more: 1 })).toEqual({ language: 'en', theme: 'system' })
  expect([null, [], 'en', { language: 'en' }, { language: 'EN', theme: 'dark' }].map(parseSettings)).toEqual([null, null, null, null, null])
})

it('takes only times and words of privacy that can be', () => {
  expect(parsePrivacy({ lockAfterMinutes: 0, isCaptureBlocked: true, more: 1 })).toEqual({ lockAfterMinutes: 0, isCaptureBlocked: true })
  expect([null, {}, { lockAfterMinutes: -1, isCaptureBlocked: true }, { lockAfterMinutes: 1.5, isCaptureBlocked: true }, { lockAfterMinutes: 5, isCaptureBlocked: 1 }, { lockAfterMinutes: 5_000, isCaptureBlocked: true }].map(parsePrivacy)).toEqual([null, null, null, null, null, null])
  expect(parseState('{"snapshotFolder":"not/absolute","privacy":{}}')).toEqual(emptyState)
})

it('takes only keys that can be the shortcut', () => {
  expect(parseState('{"shortcut":"Control+Shift+B"}')?.shortcut).toBe('Control+Shift+B')
  for (const shortcut of ['Control+C', 'B', 'Hyper+B', '', 7, null])
    expect(parseState(JSON.stringify({ shortcut }))?.shortcut).toBeNull()
})

describe('openShellStore', () => {
  const never = (): void => {
    throw new Error('not expected')
  }

  it('begins empty, writes each change, and is there at the next start', () => {
    const store = openShellStore(folder, never)
    expect(store.state).toEqual(emptyState)
    store.change({ settings: state.settings })
    store.change({ window: state.window })
    store.change({ privacy: state.privacy, snapshotFolder: state.snapshotFolder, shortcut: state.shortcut })

    expect(openShellStore(folder, never).state).toEqual(state)
    expect(readdirSync(folder)).toEqual(['shell.json'])
  })

  it('says that a file cannot be read, and starts afresh', () => {
    writeFileSync(join(folder, 'shell.json'), '{"sett')
    let told = 0
    const store = openShellStore(folder, () => told++)
    store.change({ window: state.window })

    expect(told).toBe(1)
    expect(JSON.parse(readFileSync(join(folder, 'shell.json'), 'utf8'))).toEqual({ ...emptyState, window: state.window })
  })

  it('keeps going when it cannot write', () => {
    const store = openShellStore(join(folder, 'gone'), never)
    store.change({ settings: state.settings })

    expect(store.state.settings).toEqual(state.settings)
  })
})
