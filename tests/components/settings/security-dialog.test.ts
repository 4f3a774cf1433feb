import type { Language } from '../../../src/core/records/settings'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ToastBar from '../../../src/renderer/app/shell/ToastBar.vue'
import SettingsPage from '../../../src/renderer/features/settings/SettingsPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, submit, textOf, type, until } from '../page'
import { violations } from '../ui/axe'
import { CODE, fakeVault, MADE_AT } from '../vault/fake-vault'

const copied: string[] = []
beforeEach(() => {
  copied.length = 0
  vi.stubGlobal('untether', { copyText: async (text: string) => void copied.push(text) })
  window.print = vi.fn()
})
afterEach(() => void vi.unstubAllGlobals())

async function open(button: string, { language = 'en' as Language, ...options }: Parameters<typeof fakeVault>[0] & { language?: Language } = {}) {
  const app = await startApp({ language, pages: { settings: SettingsPage }, beside: ToastBar })
  const fake = fakeVault(options)
  Object.assign(app.untether.vault, fake.vault)
  await app.goTo('/settings')
  await appears('#security button')
  named(button, '#security button').focus()
  named(button, '#security button').click()
  await appears('[role=dialog] form')
  await settle()
  return { ...app, ...fake }
}

function fields(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('[role=dialog] input')]
}

function fill(...texts: string[]): void {
  texts.forEach((text, at) => type(fields()[at] ?? null, text))
}

/** What is read out for a field. */
function faultOf(field: HTMLInputElement | undefined): string {
  return find(`[id="${field?.getAttribute('aria-describedby')}"]`).textContent ?? ''
}

async function closed(): Promise<void> {
  await until(() => document.querySelector('[role=dialog]') === null)
  await settle()
  await until(() => document.activeElement !== document.body)
}

describe('setting a passphrase', () => {
  it('holds nothing against axe at any step, in both languages', async () => {
    for (const [language, button] of [['en', 'Set a passphrase'], ['zh-CN', '设置口令']] as const) {
      const { unmount } = await open(button, { language })
      expect(await violations(find('[role=dialog]'))).toEqual([])
      await submit()
      expect(await violations(find('[role=dialog]'))).toEqual([])
      fill('four words it is', 'four words it is')
      await submit()
      await until(() => fields().length === 0)
      expect(await violations(find('[role=dialog]'))).toEqual([])
      find('[role=dialog] footer button').click()
      await appears('[data-test=recovery-code]')
      expect(await violations(find('[role=dialog]'))).toEqual([])
      expect(document.body.textContent).not.toMatch(/\bvault\.|\{\w+\}/)
      unmount()
      document.body.innerHTML = ''
    }
  }, 30_000)

  it('starts in the first field, hides what is typed, and is offered to no store of passwords', async () => {
    await open('Set a passphrase')
    expect(fields()).toHaveLength(2)
    expect(document.activeElement).toBe(fields()[0])
    for (const field of fields()) {
      expect(field.type).toBe('password')
      expect(field.autocomplete).toBe('off')
    }
    named('Show what is typed', '[role=dialog] button').click()
    await settle()
    expect(fields().map(field => field.type)).toEqual(['text', 'text'])
  })

  it('sends off with Enter: the button in the foot belongs to the form', async () => {
    await open('Set a passphrase')
    const button = find<HTMLButtonElement>('[role=dialog] footer button')
    expect(button.type).toBe('submit')
    expect(button.getAttribute('form')).toBe(find('[role=dialog] form').id)
  })

  it('counts characters as people do, and loses nothing that was typed', async () => {
    const { state } = await open('Set a passphrase')
    // Seven characters, fourteen units.
    fill('🐎🔋🐎🔋🐎🔋🐎', 'x')
    await submit()
    expect(faultOf(fields()[0])).toBe('It needs at least 8 characters; this has 7.')
    expect(document.activeElement).toBe(fields()[0])
    expect(fields()[1]?.value).toBe('x')
    fill('🐎🔋🐎🔋🐎🔋🐎🔋')
    await submit()
    expect(faultOf(fields()[1])).toBe('The two are not the same.')
    expect(document.activeElement).toBe(fields()[1])
    expect(fields()[0]?.value).toBe('🐎🔋🐎🔋🐎🔋🐎🔋')
    expect(state.calls).toEqual([])
  })

  it('refuses more than the vault takes before asking it', async () => {
    const { state } = await open('Set a passphrase')
    fill('a'.repeat(1_001), 'a'.repeat(1_001))
    await submit()
    expect(faultOf(fields()[0])).toContain('1000')
    expect(state.calls).toEqual([])
  })

  it('asks the vault once, however often Enter is pressed, and cannot be closed meanwhile', async () => {
    const { state, passphrase } = await open('Set a passphrase')
    fill('four words it is', 'four words it is')
    const form = find('form')
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    named('Cancel', '[role=dialog] button').click()
    await settle()
    expect(state.calls).toEqual(['set'])
    expect(passphrase()).toBe('four words it is')
    expect(document.querySelector('[role=dialog]')).not.toBeNull()
  })

  it('says when the disk refused', async () => {
    const { state, passphrase } = await open('Set a passphrase')
    state.isDiskFull = true
    fill('four words it is', 'four words it is')
    await submit()
    expect([...document.querySelectorAll('[role=dialog] [role=alert]')].some(alert => alert.textContent?.includes('nothing was changed'))).toBe(true)
    expect(passphrase()).toBeNull()
    expect(fields()[0]?.value).toBe('four words it is')
  })

  it('then offers a recovery code, made without typing the passphrase again', async () => {
    const { state } = await open('Set a passphrase')
    expect(textOf('[role=dialog]')).toContain('nobody can open your record')
    fill('four words it is', 'four words it is')
    await submit()
    await until(() => fields().length === 0)
    expect(document.activeElement).toBe(named('Make a recovery code', '[role=dialog] button'))
    await press('Enter')
    await appears('[data-test=recovery-code]')
    expect(state.calls).toEqual(['set', 'code'])
  })

  it('gives the keyboard back to its button, and the section tells how it is now', async () => {
    await open('Set a passphrase')
    fill('four words it is', 'four words it is')
    await submit()
    await until(() => fields().length === 0)
    named('Later', '[role=dialog] button').click()
    await closed()
    expect(document.activeElement).toBe(named('Change passphrase'))
    expect(textOf('#security')).toContain('Only your passphrase opens it.')
    named('Change passphrase', '#security button').click()
    await appears('[role=dialog] form')
    expect(fields().map(field => field.value)).toEqual(['', '', ''])
  })

  it('offers nothing where there is a code already, and says it is done', async () => {
    await open('Set a passphrase', { protection: 'keychain', recoveryMadeAt: MADE_AT })
    expect(textOf('[role=dialog]')).not.toContain('nobody can open')
    fill('four words it is', 'four words it is')
    await submit()
    await closed()
    expect(textOf('[aria-live=polite]')).toContain('Passphrase set')
  })
})

describe('changing and removing it', () => {
  it('asks for the present one first; the recovery code stands in for it where there is one', async () => {
    await open('Change passphrase', { protection: 'passphrase', recoveryMadeAt: MADE_AT })
    expect(fields()).toHaveLength(3)
    expect(find(`label[for="${fields()[0]?.id}"]`).textContent).toBe('Current passphrase or recovery code')
    await submit()
    expect(faultOf(fields()[0])).toBe('Type it here first.')
    expect(document.activeElement).toBe(fields()[0])
  })

  it('a wrong one is told beside its field, the wait counts down on screen and is read out once', async () => {
    const { state, passphrase } = await open('Change passphrase', { protection: 'passphrase' })
    state.waitMs = 1_600
    fill('not this one', 'four words it is', 'four words it is')
    await submit()
    await until(() => fields()[0]?.getAttribute('aria-invalid') === 'true')
    expect(faultOf(fields()[0])).toBe('That does not open it. Try again in 2 seconds.')
    expect(fields().map(field => field.value)).toEqual(['not this one', 'four words it is', 'four words it is'])
    expect(find('[role=dialog] footer button').getAttribute('aria-disabled')).toBe('true')
    await submit()
    expect(state.calls).toEqual(['set'])
    await until(() => textOf('[role=dialog] form').includes('Try again in 1 second.'))
    expect(faultOf(fields()[0])).toBe('That does not open it. Try again in 2 seconds.')
    await until(() => find('[role=dialog] footer button').getAttribute('aria-disabled') !== 'true')
    fill('one two three')
    await submit()
    await until(() => passphrase() === 'four words it is')
    expect(passphrase()).toBe('four words it is')
  })

  it('removes it with a word of what that means here, in both languages', async () => {
    for (const [language, button, word, done] of [['en', 'Remove passphrase', 'This system has no keychain', 'Passphrase removed'], ['zh-CN', '移除口令', '这个系统没有钥匙串', '口令已移除']] as const) {
      const { passphrase, unmount } = await open(button, { language, protection: 'passphrase' })
      expect(textOf('[role=dialog]')).toContain(word)
      fill('one two three')
      await submit()
      await closed()
      expect(passphrase()).toBeNull()
      expect(textOf('[aria-live=polite]')).toContain(done)
      expect(document.activeElement).toBe(find('#security button'))
      unmount()
      document.body.innerHTML = ''
    }
  })
})

describe('the recovery code', () => {
  async function shown() {
    const app = await open('Make a recovery code', { protection: 'passphrase' })
    fill('one two three')
    await submit()
    await appears('[data-test=recovery-code]')
    await settle()
    return app
  }

  it('asks for the passphrase, and for nothing where there is none', async () => {
    const { unmount } = await open('Make a recovery code', { protection: 'passphrase' })
    expect(fields()).toHaveLength(1)
    unmount()
    document.body.innerHTML = ''
    await open('Make a recovery code', { protection: 'keychain' })
    expect(fields()).toHaveLength(0)
    await submit()
    await appears('[data-test=recovery-code]')
  })

  it('warns that a new code ends the old one', async () => {
    await open('Make a new code', { protection: 'keychain', recoveryMadeAt: MADE_AT })
    expect(textOf('[role=dialog]')).toContain('the code made on 20 Nov 2026 no longer opens your record')
  })

  it('stands in groups and stays until it is on paper: neither Esc nor a cross takes it away', async () => {
    await shown()
    const groups = [...document.querySelectorAll('[data-test=recovery-code] .code-groups > span')].map(group => group.textContent)
    expect(groups.join('-')).toBe(CODE)
    await press('Escape')
    expect(document.querySelector('[data-test=recovery-code]')).not.toBeNull()
    expect(document.querySelector('[role=dialog] button[aria-label=Close]')).toBeNull()
    named('I have it on paper').click()
    await closed()
    expect(document.body.textContent).not.toContain('HWTX')
    expect(textOf('#security')).toContain('Made on 20 Nov 2026.')
  })

  it('can be copied without being shown in a message', async () => {
    const { untether } = await shown()
    named('Copy', '[role=dialog] button').click()
    await settle()
    expect(copied).toEqual([CODE])
    expect(untether.notice.value).toBeNull()
    expect(textOf('[role=dialog]')).toContain('It leaves the clipboard after half a minute.')
  })

  it('is printed alone: the code, the date and one sentence', async () => {
    await shown()
    named('Print').click()
    expect(window.print).toHaveBeenCalledOnce()
    const sheet = find('body > [data-test=code-sheet]')
    expect(sheet.textContent?.replaceAll('\u00A0', ' ')).toContain('made on 23 Nov 2026')
    expect([...sheet.querySelectorAll('.code-groups > span')].map(group => group.textContent).join('-')).toBe(CODE)
    expect(sheet.querySelectorAll('p')).toHaveLength(2)
  })
})
