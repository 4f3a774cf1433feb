import type { AppOptions } from '../app'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useDialogs } from '../../../src/renderer/app/dialogs'
import AskedDialogs from '../../../src/renderer/app/shell/AskedDialogs.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

const beside = defineComponent({ render: () => [h('button', { id: 'opener' }, 'Somewhere'), h(AskedDialogs)] })
const dialogs = useDialogs()

beforeEach(() => {
  dialogs.isPaletteOpen.value = false
  dialogs.close()
  Element.prototype.scrollIntoView = () => undefined
  // The menu's answers ask the window for more than these tests look at.
  Object.assign(window, { untether: { vault: { status: async () => ({ protection: 'passphrase' }), lock: () => undefined } } })
})

async function open(options: AppOptions = {}) {
  const app = await startApp({ isSample: true, beside, ...options })
  find('#opener').focus()
  dialogs.togglePalette()
  await appears('[role=combobox]')
  await until(() => document.activeElement === box())
  return app
}

const box = (): HTMLInputElement => find<HTMLInputElement>('[role=combobox]')
const options = (): string[] => [...document.querySelectorAll('[role=option]')].map(row => row.textContent?.replaceAll('\u00A0', ' ').replace(/\s+/g, ' ').trim() ?? '')
const heads = (): string[] => [...document.querySelectorAll('[role=group] > p')].map(head => head.textContent?.trim() ?? '')
const chosen = (): string => find('[role=option][aria-selected=true]').textContent?.replace(/\s+/g, ' ').trim() ?? ''

async function ask(text: string): Promise<void> {
  type(box(), text)
  await settle()
}

describe('find or do', () => {
  it('is a box over a list, of which axe finds nothing to say', async () => {
    await open()
    expect(await violations(find('[role=dialog]'))).toEqual([])
    await ask('gm')
    expect(await violations(find('[role=dialog]'))).toEqual([])
    expect(box().getAttribute('aria-activedescendant')).toBe(find('[role=option][aria-selected=true]').id)
    expect(box().getAttribute('aria-controls')).toBe(find('[role=listbox]').id)
  })

  it('has the best act chosen: the tick, then the page with its domain, then logging it', async () => {
    await open()
    await ask('gm')
    expect(heads().slice(0, 2)).toEqual(['Do', 'Bindings'])
    expect(options().slice(0, 3)).toEqual([expect.stringContaining('Tick: Gmail verified'), expect.stringMatching(/^Open .*google\.com for Gmail/), expect.stringContaining('Log a binding named “gm”')])
    expect(chosen()).toContain('Tick: Gmail verified')
  })

  it('opens what was looked for, where its tick was not begun: Enter does nothing nobody thought of', async () => {
    const { record } = await open()
    const bound = [...record.facts().bindings.values()].find(({ state, accountId }) => state === 'bound' && record.facts().accounts.get(accountId)?.service.kind === 'catalog' && Object.values(record.facts().accounts.get(accountId)!.service).includes('telegram'))!
    await ask('tel')
    expect(heads()[0]).toBe('Bindings')
    expect(chosen()).toContain('Telegram')
    expect(options().findIndex(option => option.startsWith('Tick'))).toBeGreaterThan(0)
    await press('Enter')
    expect(record.facts().bindings.get(bound.id)?.state).toBe('bound')
  })

  it('ticks with Enter, closes, and gives the keyboard back', async () => {
    const { untether, record } = await open()
    await ask('gmail')
    await press('Enter')
    expect(document.querySelector('[role=combobox]')).toBeNull()
    expect(document.activeElement?.id).toBe('opener')
    expect(untether.notice.value).toMatchObject({ kind: 'done', event: { kind: 'binding.verified' } })
    expect([...record.facts().bindings.values()].filter(({ state }) => state === 'verified').length).toBeGreaterThan(0)
  })

  it('does not run on the Enter of an input method', async () => {
    const { untether } = await open()
    await ask('gmail')
    untether.notice.value = null
    await press('Enter', { isComposing: true })
    expect(box().value).toBe('gmail')
    expect(untether.notice.value).toBeNull()
  })

  it('opens with what was opened or changed last, what is next, and what one comes for', async () => {
    const { goTo, numberId } = await open()
    expect(heads()).toEqual(['Recent', 'Next', 'Do'])
    await press('Escape')
    await goTo(`/numbers/${numberId('0134')}`)
    dialogs.togglePalette()
    await appears('[role=combobox]')
    expect(options().at(-1)).toContain('Undo')
  })

  it('goes where it is told: a number by its last digits, a binding, a page, with two keys at most', async () => {
    const { router, numberId } = await open()
    await ask('0134')
    expect(chosen()).toContain('415-555-0134')
    await press('Enter')
    expect(router.currentRoute.value.path).toBe(`/numbers/${numberId('0134')}`)
    dialogs.togglePalette()
    await appears('[role=combobox]')
    await ask('settings')
    await press('Enter')
    expect(router.currentRoute.value.name).toBe('settings')
  })

  it('walks with arrows and Tab, round the end, and chooses by the pointer', async () => {
    await open()
    await ask('gm')
    const first = chosen()
    await press('ArrowDown')
    expect(chosen()).not.toBe(first)
    await press('Tab', { shiftKey: true })
    expect(chosen()).toBe(first)
    await press('ArrowUp')
    expect(chosen()).toBe(options().at(-1))
    const third = document.querySelectorAll('[role=option]')[2]!
    third.dispatchEvent(Object.assign(new Event('pointermove', { bubbles: true }), { movementX: 1, movementY: 0 }))
    await settle()
    expect(chosen()).toBe(options()[2])
  })

  it('says that nothing fits, and offers to log it under that name', async () => {
    await open()
    await ask('qqzzxx')
    expect(textOf('[role=dialog] [role=status]')).toBe('Nothing fits “qqzzxx”.')
    expect(options()).toEqual([expect.stringContaining('Log a binding named “qqzzxx”')])
    await press('Enter')
    const field = await appears('.log-panel [role=combobox]')
    await until(() => (field as HTMLInputElement).value === 'qqzzxx')
    expect((field as HTMLInputElement).value).toBe('qqzzxx')
    expect(document.activeElement).toBe(field)
  })

  it('changes theme and language, and offers no tick where the plan takes none here', async () => {
    const { untether } = await open()
    await ask('night')
    expect(chosen()).toContain('Theme: dark')
    find('[role=option][aria-selected=true]').click()
    await settle()
    expect(untether.settings.value.theme).toBe('dark')
    dialogs.togglePalette()
    await appears('[role=combobox]')
    await ask('> theme')
    expect(options().some(text => text.includes('dark'))).toBe(false)
    await ask('#')
    expect(heads()).toEqual(['Numbers'])
  })

  it('narrows by operators, and never offers logging then', async () => {
    await open()
    await ask('state:verified')
    expect(options().length).toBeGreaterThan(0)
    expect(options().every(text => !text.includes('Log a binding'))).toBe(true)
    expect(document.querySelectorAll('[role=option] [aria-label=Verified], [role=option][aria-selected=true]').length).toBeGreaterThan(0)
  })

  it('closes with Esc and by its button, and not over a dialog that waits', async () => {
    await open()
    await press('Escape')
    expect(document.querySelector('[role=combobox]')).toBeNull()
    expect(document.activeElement?.id).toBe('opener')
    dialogs.togglePalette()
    await appears('[role=combobox]')
    named('Close').click()
    await settle()
    expect(document.querySelector('[role=combobox]')).toBeNull()
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog" data-state="open" aria-label="Sure?"></div>')
    dialogs.togglePalette()
    expect(dialogs.isPaletteOpen.value).toBe(false)
  })

  it('speaks Chinese, and hears its pinyin', async () => {
    await open({ language: 'zh-CN' })
    await ask('gm')
    expect(chosen()).toContain('勾选：Gmail 已验证')
    await until(() => {
      type(box(), 'sz')
      return options().some(text => text.startsWith('设置'))
    })
    expect(options().some(text => text.startsWith('设置'))).toBe(true)
    await ask('状态：已验证')
    expect(options().length).toBeGreaterThan(0)
  })

  it('without any number still leads on', async () => {
    await open({ isSample: false })
    expect(await violations(find('[role=dialog]'))).toEqual([])
    expect(chosen()).toContain('Log a binding')
    await ask('ch')
    expect(options().length).toBeGreaterThan(1)
  })
})
