import type { Language } from '../../../src/core/records/settings'
import { describe, expect, it } from 'vitest'
import SettingsPage from '../../../src/renderer/features/settings/SettingsPage.vue'
import { startApp } from '../app'
import { appears, find, named, settle, textOf } from '../page'
import { violations } from '../ui/axe'
import { fakeVault, MADE_AT } from '../vault/fake-vault'

type Options = Parameters<typeof fakeVault>[0] & { language?: Language, platform?: string, hash?: string }

async function open({ language = 'en', platform = 'win32', hash = '', ...options }: Options = {}) {
  const app = await startApp({ language, pages: { settings: SettingsPage } })
  const fake = fakeVault(options)
  Object.assign(app.untether.vault, fake.vault)
  app.untether.info.platform = platform
  await app.goTo(`/settings${hash}`)
  await appears('#security button')
  return { ...app, ...fake }
}

function security(): string {
  return textOf('#security')
}

/** Chooses from the system's own list. */
async function pick(value: string): Promise<void> {
  const list = find<HTMLSelectElement>('#security select')
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
}

describe('lock and passphrase', () => {
  it('holds nothing against axe and shows no key instead of words, however the record is protected', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const protection of ['open', 'keychain', 'passphrase'] as const) {
        const { unmount } = await open({ language, protection })
        expect(await violations(document.body)).toEqual([])
        expect(security()).not.toMatch(/vault\.|\{/)
        unmount()
      }
    }
  }, 30_000)

  it('comes after the snapshots, which a worried person looks for first', async () => {
    await open()
    const heads = [...document.querySelectorAll('h2')].map(head => head.textContent)
    expect(heads.indexOf('Lock and passphrase')).toBe(heads.indexOf('Snapshots') + 1)
  })

  it('a key that lies in the open is something to act on: marked, and with the one primary button', async () => {
    await open()
    expect(find('#security p svg').classList).toContain('text-soon')
    expect(security()).toContain('Only a passphrase protects them.')
    expect(document.querySelectorAll('.action-primary')).toHaveLength(1)
    expect(find('.action-primary').textContent).toContain('Set a passphrase')
  })

  it('a keychain is fine and urges nothing', async () => {
    await open({ protection: 'keychain' })
    expect(find('#security p svg').classList).toContain('text-accent')
    expect(document.querySelector('.action-primary')).toBeNull()
    expect(document.querySelector('#security [aria-keyshortcuts]')).toBeNull()
  })

  it('a passphrase without a recovery code is said as it is, in both languages', async () => {
    for (const [language, words] of [['en', ['Only your passphrase opens it.', 'nobody can open your record']], ['zh-CN', ['只有你的口令能打开。', '谁也打不开记录']]] as const) {
      const { unmount } = await open({ language, protection: 'passphrase' })
      for (const word of words)
        expect(security()).toContain(word)
      expect(document.querySelectorAll('.action-primary')).toHaveLength(1)
      unmount()
    }
  })

  it('tells the day of the recovery code', async () => {
    await open({ protection: 'passphrase', recoveryMadeAt: MADE_AT })
    expect(security()).toContain('Made on 20 Nov 2026.')
    expect(security()).toContain('Only your passphrase or recovery code opens it.')
    expect(document.querySelector('.action-primary')).toBeNull()
  })

  it('locks at once', async () => {
    const { state } = await open({ protection: 'passphrase' })
    expect(named('Lock now').getAttribute('aria-keyshortcuts')).toBe('Control+L')
    named('Lock now').click()
    await settle()
    expect(state.calls).toEqual(['lock'])
  })

  it('takes the keyboard to its button for one who wanted to lock and could not, each time', async () => {
    const { untether } = await open({ hash: '#security' })
    await settle()
    expect(document.activeElement).toBe(named('Set a passphrase'))
    find('select, input').focus()
    untether.notice.value = { kind: 'said', key: 'vault.setFirst', params: {} }
    await settle()
    expect(document.activeElement).toBe(named('Set a passphrase'))
  })

  it('leaves the keyboard alone on the way in by the menu', async () => {
    await open()
    await settle()
    expect(document.activeElement).toBe(document.body)
  })
})

describe('privacy', () => {
  it('a lock without a passphrase cannot be timed, and says why', async () => {
    await open()
    const list = find<HTMLSelectElement>('#security select')
    expect(list.closest('fieldset')?.disabled).toBe(true)
    expect(find(`[id="${list.getAttribute('aria-describedby')}"]`).textContent).toContain('Set a passphrase first')
  })

  it('keeps one choice when another is made, also after the page was left', async () => {
    const { state, goTo, untether } = await open({ protection: 'passphrase' })
    expect(find<HTMLSelectElement>('#security select').value).toBe('5')
    expect([...document.querySelectorAll('#security option')].map(option => option.textContent?.trim())).toEqual(['1 minute', '2 minutes', '5 minutes', '10 minutes', '30 minutes', '60 minutes', 'Never'])
    await pick('30')
    expect(state.privacy).toEqual({ lockAfterMinutes: 30, isCaptureBlocked: false })
    find<HTMLInputElement>('#security input[type=checkbox]').click()
    await settle()
    expect(state.privacy).toEqual({ lockAfterMinutes: 30, isCaptureBlocked: true })
    await pick('0')
    expect(state.privacy).toEqual({ lockAfterMinutes: 0, isCaptureBlocked: true })
    expect(untether.info.privacy.lockAfterMinutes).toBe(5)
    await goTo('/')
    await goTo('/settings')
    await appears('#security select')
    expect(find<HTMLSelectElement>('#security select').value).toBe('0')
    expect(find<HTMLInputElement>('#security input[type=checkbox]').checked).toBe(true)
  })

  it('a wait that was set elsewhere can still be seen', async () => {
    const app = await startApp({ pages: { settings: SettingsPage } })
    app.untether.info.privacy = { lockAfterMinutes: 15, isCaptureBlocked: false }
    Object.assign(app.untether.vault, fakeVault({ protection: 'passphrase' }).vault)
    await app.goTo('/settings')
    await appears('#security select')
    expect(find<HTMLSelectElement>('#security select').value).toBe('15')
  })

  it('promises nothing where the system cannot keep the window out of pictures', async () => {
    await open({ platform: 'linux' })
    expect(find('#security input[type=checkbox]').closest('fieldset')?.disabled).toBe(true)
    expect(security()).toContain('gives no app a way')
  })
})
