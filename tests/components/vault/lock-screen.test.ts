import type { Language } from '../../../src/core/records/settings'
import type { Bridge } from '../../../src/preload'
import type { AppInfo } from '../../../src/shared/ipc'
import type { AdoptAnswer, KeySlot, UnlockAnswer, VaultOpening } from '../../../src/shared/vault'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAppI18n } from '../../../src/renderer/app/i18n'
import LockScreen from '../../../src/renderer/app/vault/LockScreen.vue'
import { filesBridge } from '../../fixtures/files-bridge'
import { find, named, settle, submit, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
enableAutoUnmount(afterEach)

const info = { dataFolder: '/home/me/untether' } as AppInfo
const status = { protection: 'passphrase', recoveryMadeAt: null, hasKeychain: false } as const
const key = new Uint8Array(32).fill(7)
const right = { ok: true, key, status } as const
const LOCKED: VaultOpening = { state: 'locked', waitMs: 0, hasRecoveryCode: true }

type Options = {
  opening?: VaultOpening
  language?: Language
  unlock?: (secret: string) => UnlockAnswer
  adopt?: (slots: readonly KeySlot[], secret: string | null) => AdoptAnswer
  /** Headers of the snapshots there are, newest first. */
  snapshots?: readonly KeySlot[][]
}

async function open({ opening = LOCKED, language = 'en', unlock = () => right, adopt = () => right, snapshots = [] }: Options = {}) {
  const files = filesBridge()
  const calls: string[] = []
  vi.stubGlobal('untether', {
    ...files,
    vault: {
      ...files.vault,
      unlock: async (secret: string) => {
        calls.push(`unlock ${secret}`)
        return unlock(secret)
      },
      adopt: async (slots: readonly KeySlot[], secret: string | null) => {
        calls.push(`adopt ${slots.map(({ id }) => id).join()} ${secret}`)
        return adopt(slots, secret)
      },
    },
    snapshots: {
      ...files.snapshots,
      list: async () => snapshots.map((_, at) => ({ name: String(at), size: 1, at: 0 })) as never,
      read: async (name: string) => snapshotWith(snapshots[Number(name)] ?? []),
    },
    openDataFolder: async () => void calls.push('folder'),
    relaunch: async () => void calls.push('relaunch'),
    quit: async () => void calls.push('quit'),
  } satisfies Partial<Bridge>)
  const i18n = await createAppI18n(language)
  const wrapper = mount(LockScreen, { props: { opening: opening as Exclude<VaultOpening, { state: 'open' }>, info }, global: { plugins: [i18n] }, attachTo: document.body })
  await settle()
  return { wrapper, calls, opened: () => wrapper.emitted('opened')?.map(([given]) => given) ?? [] }
}

/** A file whose header can be read; what follows is of no use here. */
function snapshotWith(slots: readonly KeySlot[]): Uint8Array {
  const header = { kind: 'snapshot', createdAt: 1, app: '1', schema: 1, slots, salt: `${'A'.repeat(43)}=` }
  return new TextEncoder().encode(`UNTETHER-BACKUP 1\n${JSON.stringify(header)}\n`)
}

function slot(id: string, kind: 'passphrase' | 'keychain' = 'passphrase'): KeySlot {
  return kind === 'keychain'
    ? { kind, id, createdAt: 1, box: 'AA==' }
    : { kind, id, createdAt: 1, kdf: { name: 'scrypt', N: 131072, r: 8, p: 1, salt: 'AA==' }, nonce: 'AA==', box: 'AA==' }
}

const lost = (reason: 'no-key-file' | 'damaged' | 'keychain'): VaultOpening => ({ state: 'lost', reason })
const field = (): HTMLInputElement => find<HTMLInputElement>('form input')
const spoken = (): string => textOf('[role=alert]')

async function tryWith(secret: string): Promise<void> {
  type(field(), secret)
  await submit()
}

describe('the lock', () => {
  it('holds nothing against axe in any state, in both languages, and shows no key instead of words', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const opening of [LOCKED, lost('no-key-file'), lost('damaged'), lost('keychain')]) {
        const { wrapper } = await open({ language, opening, unlock: () => ({ ok: false, reason: 'wrong', waitMs: 9_000 }) })
        await tryWith('nope')
        expect(await violations(document.body)).toEqual([])
        expect(document.body.textContent).not.toMatch(/\b(?:vault|failures|settings|shell)\.[a-z]|\{\w+\}/)
        wrapper.unmount()
      }
    }
  }, 30_000)

  it('begins in its field, whose label says what it takes', async () => {
    const { wrapper } = await open()
    expect(document.activeElement).toBe(field())
    expect(field().type).toBe('password')
    expect(find(`label[for="${field().id}"]`).textContent).toBe('Passphrase or recovery code')
    expect(document.title).toBe('Untether is locked')
    wrapper.unmount()
    await open({ opening: { ...LOCKED, hasRecoveryCode: false } as VaultOpening, language: 'zh-CN' })
    expect(find(`label[for="${field().id}"]`).textContent).toBe('口令')
    expect(document.title).toBe('解绑管家已锁定')
  })

  it('gives the key on and keeps nothing of the secret', async () => {
    const { opened, calls } = await open()
    await tryWith('one two three')
    expect(calls).toEqual(['unlock one two three'])
    expect(opened()).toEqual([key])
    expect(field().value).toBe('')
  })

  it('asks for something before it tries', async () => {
    const { calls } = await open()
    await submit()
    expect(calls).toEqual([])
    expect(spoken()).toBe('Type it here first.')
    expect(field().getAttribute('aria-invalid')).toBe('true')
  })

  it('keeps a wrong secret to be mended, chosen whole, and lets go of the fault when typing goes on', async () => {
    await open({ unlock: () => ({ ok: false, reason: 'wrong', waitMs: 0 }) })
    await tryWith('nearly')
    expect(field().value).toBe('nearly')
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, 6])
    expect(find(`[id="${field().getAttribute('aria-describedby')}"]`).textContent).toBe('That does not open it. Check it and try again.')
    type(field(), 'nearly!')
    await settle()
    expect(field().hasAttribute('aria-invalid')).toBe(false)
  })

  it('waits after wrong tries: seconds tick on screen, are read out once, and nothing is tried meanwhile', async () => {
    const { calls } = await open({ language: 'zh-CN', unlock: () => ({ ok: false, reason: 'wrong', waitMs: 1_900 }) })
    await tryWith('nope')
    expect(spoken()).toBe('打不开。请在 2 秒后再试。')
    expect(find('button[type=submit]').getAttribute('aria-disabled')).toBe('true')
    await submit()
    expect(calls).toHaveLength(1)
    await until(() => textOf('form').includes('1 秒后'))
    expect(spoken()).toBe('打不开。请在 2 秒后再试。')
    await until(() => !find('button[type=submit]').hasAttribute('aria-disabled'))
    expect(spoken()).toBe('打不开。请核对后再试。')
  })

  it('a wait from before says so, without calling wrong what was never tried', async () => {
    await open({ opening: { ...LOCKED, waitMs: 5_000 } as VaultOpening })
    expect(spoken()).toBe('There were wrong tries just now. Try again in 5 seconds.')
  })

  it('says when the key file is not to be trusted', async () => {
    await open({ unlock: () => ({ ok: false, reason: 'damaged', waitMs: 0 }) })
    await tryWith('one two three')
    expect(spoken()).toContain('not trusted')
  })

  it('shows what is typed when asked to', async () => {
    await open()
    named('Show what is typed').click()
    await settle()
    expect(field().type).toBe('text')
    named('Hide what is typed').click()
    await settle()
    expect(field().type).toBe('password')
  })

  it('can be left', async () => {
    const { calls } = await open()
    named('Quit').click()
    expect(calls).toEqual(['quit'])
  })
})

describe('a lost key', () => {
  it('that this computer’s keychain still knows is taken from a snapshot, and nothing is asked', async () => {
    const { calls, opened } = await open({ opening: lost('no-key-file'), snapshots: [[slot('a')], [slot('k', 'keychain'), slot('b')]] })
    expect(calls).toEqual(['adopt k,b null'])
    expect(opened()).toEqual([key])
  })

  it('that the keychain does not open is asked for', async () => {
    const { calls, opened } = await open({ opening: lost('keychain'), snapshots: [[slot('k', 'keychain')]], adopt: (_slots, secret) => secret === null ? { ok: false, reason: 'wrong', waitMs: 0 } : right })
    expect(calls).toEqual(['adopt k null'])
    expect(opened()).toEqual([])
    expect(textOf('main')).not.toContain('No snapshot')
  })

  it('names what is missing, where, and the ways back', async () => {
    const { calls } = await open({ opening: lost('no-key-file') })
    expect(textOf('main')).toContain('keys.json')
    expect(textOf('main')).toContain('/home/me/untether')
    named('Open folder').click()
    named('Start again').click()
    expect(calls).toEqual(['folder', 'relaunch'])
    expect(document.title).toBe('The key to your record is missing · Untether')
  })

  it('takes the key out of the newest snapshot that has a slot for a secret', async () => {
    const { calls, opened } = await open({ opening: lost('no-key-file'), snapshots: [[], [slot('k', 'keychain')], [slot('a')], [slot('b')]], adopt: (_slots, secret) => secret === null ? { ok: false, reason: 'wrong', waitMs: 0 } : right })
    await tryWith('one two three')
    expect(calls).toEqual(['adopt k null', 'adopt a one two three'])
    expect(opened()).toEqual([key])
  })

  it('goes on to older slots while that costs no wait, and tries none twice', async () => {
    const { calls, opened } = await open({ opening: lost('keychain'), snapshots: [[slot('a')], [slot('a')], [slot('b')]], adopt: slots => slots[0]?.id === 'b' ? right : { ok: false, reason: 'wrong', waitMs: 0 } })
    await tryWith('the old one')
    expect(calls).toEqual(['adopt a the old one', 'adopt b the old one'])
    expect(opened()).toEqual([key])
  })

  it('stops where a try has to be waited for', async () => {
    const { calls } = await open({ opening: lost('damaged'), snapshots: [[slot('a')], [slot('b')]], adopt: () => ({ ok: false, reason: 'wrong', waitMs: 3_000 }) })
    await tryWith('nope')
    expect(calls).toHaveLength(1)
    expect(spoken()).toBe('That does not open it. Try again in 3 seconds.')
  })

  it('says when no snapshot can be tried, and when the disk refused', async () => {
    const { wrapper } = await open({ opening: lost('damaged') })
    await tryWith('nope')
    expect(spoken()).toContain('No snapshot here opens with this.')
    wrapper.unmount()
    await open({ opening: lost('damaged'), snapshots: [[slot('a')]], adopt: () => ({ ok: false, reason: 'not-written', waitMs: 0 }) })
    await tryWith('one two three')
    expect(spoken()).toContain('The disk did not take it')
  })
})
