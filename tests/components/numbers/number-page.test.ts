import type { Language } from '../../../src/core/records/settings'
import { describe, expect, it } from 'vitest'
import { waiveBinding } from '../../../src/core/actions/waive-binding'
import NumberPage from '../../../src/renderer/features/numbers/NumberPage.vue'
import NumbersPage from '../../../src/renderer/features/numbers/NumbersPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

/** What each tab shows once it has loaded. */
const SHOWN: Record<string, string> = { '': 'section h2', 'bindings': 'tbody tr', 'balance': 'form', 'timeline': '.timeline' }

async function open(tab = '', language: Language = 'en') {
  const app = await startApp({ language, isSample: true, pages: { number: NumberPage, numbers: NumbersPage } })
  const id = app.numberId('0134')
  await app.goTo(`/numbers/${id}${tab && `/${tab}`}`)
  await appears(SHOWN[tab] ?? 'h1')
  return { ...app, id }
}

describe('the page of a number', () => {
  it.each(['', 'bindings', 'balance', 'timeline'])('holds nothing against axe: %s', async (tab) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { unmount } = await open(tab, language)
      expect(await violations(document.body)).toEqual([])
      unmount()
    }
  }, 30_000)

  it('shows no key instead of words on any tab, in both languages', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const tab of ['', 'bindings', 'balance', 'timeline']) {
        const { unmount } = await open(tab, language)
        expect(document.body.textContent).not.toMatch(/\b(?:numbers|words|event|common)\.[a-z]/)
        unmount()
      }
    }
  }, 30_000)

  it('has one stop for Tab in its table; arrows lead on, and Tab comes back to where they left off', async () => {
    await open('bindings')
    const stops = (): Element[] => [...document.querySelectorAll('tbody button')].filter(button => (button as HTMLElement).tabIndex === 0)
    const names = (): (string | null)[] => stops().map(button => button.getAttribute('aria-label') ?? button.textContent)
    expect(stops()).toHaveLength(2)
    const first = names()
    ;(stops()[0] as HTMLElement).focus()
    await press('ArrowDown')
    expect(stops()).toHaveLength(2)
    expect(names()).not.toEqual(first)
    expect(stops()).toContain(document.activeElement)
  })

  it('does the next action with Space, and what comes next takes its place', async () => {
    const { record } = await open()
    const before = textOf('main h2, h2')
    await press(' ')
    expect(textOf('h2')).not.toBe(before)
    expect([...record.facts().bindings.values()].some(binding => binding.verifiedOn === '2026-11-23')).toBe(true)
  })

  it('copies the number with C', async () => {
    const { copied } = await open()
    await press('c')
    expect(copied).toEqual(['+14155550134'])
  })

  it('answers no key while something stands over the page', async () => {
    const { copied } = await open()
    const dialog = document.createElement('div')
    dialog.setAttribute('role', 'dialog')
    document.body.append(dialog)
    await press('c')
    expect(copied).toEqual([])
  })

  it('walks its tabs with arrows and keeps them in the address', async () => {
    const { router } = await open()
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')]
    links[0]?.focus()
    await press('ArrowRight')
    expect(document.activeElement).toBe(links[1])
    links[2]?.click()
    await settle()
    expect(router.currentRoute.value.params['tab']).toBe('bindings')
    expect(find('nav [aria-current=page]').textContent).toContain('Bindings')
    router.back()
    await settle()
    expect(find('nav [aria-current=page]').textContent).toContain('Overview')
  })

  it('names what keeps the line from being called cancelled', async () => {
    const { record, id } = await open()
    named('More for this number').click()
    await settle()
    named('Set line status', '[role=menuitem]').click()
    await appears('[role=dialog] input[type=radio]')
    find<HTMLInputElement>('input[value=cancelled]').click()
    await settle()
    named('Save', '[role=dialog] button').click()
    await settle()
    expect(textOf('[role=dialog] [role=alert]')).toContain('9 bindings not settled')
    expect(record.facts().numbers.get(id)?.lineStatus).toBe('active')
  })

  it('says what goes with a number before it goes, and undo brings all of it back', async () => {
    const { record, id, untether, router } = await open()
    const bindings = record.facts().bindings.size
    named('More for this number').click()
    await settle()
    named('Remove number', '[role=menuitem]').click()
    await appears('[role=dialog]')
    await settle()
    expect(textOf('[role=dialog]')).toContain('14 bindings')
    named('Remove number', '[role=dialog] button').click()
    await until(() => !record.facts().numbers.has(id))
    expect(record.facts().numbers.has(id)).toBe(false)
    expect(router.currentRoute.value.name).toBe('numbers')
    await untether.undo()
    expect(record.facts().bindings.size).toBe(bindings)
  })

  it('asks for a reason before it waives, and keeps it in the timeline', async () => {
    const { act, record, router, id } = await open('bindings')
    const telegram = [...record.facts().bindings.values()].find(binding => record.facts().accounts.get(binding.accountId)?.service.kind === 'catalog' && binding.numberId === id && binding.state === 'bound')!
    await act(waiveBinding, { bindingId: telegram.id, reason: 'not needed' })
    await router.push(`/numbers/${id}/timeline`)
    await appears('.timeline')
    expect(textOf('.timeline')).toMatch(/Left .+ as it is.*not needed/)
  })

  it('strikes what was undone', async () => {
    const { untether, id, router } = await open()
    await press(' ')
    await untether.undo()
    await router.push(`/numbers/${id}/timeline`)
    await appears('.timeline')
    expect(document.querySelectorAll('.timeline s')).toHaveLength(1)
    expect(textOf('.timeline li')).toContain('Undone:')
  })

  it('edits a binding beside the table: login and notes are kept', async () => {
    const { record } = await open('bindings')
    document.querySelector<HTMLElement>('tbody tr')?.click()
    await appears('[role=dialog] textarea')
    await settle()
    type(find('[role=dialog] textarea'), 'Ask for the other code')
    await settle()
    named('Save', '[role=dialog] button').click()
    await settle()
    expect([...record.facts().bindings.values()].some(binding => binding.notes === 'Ask for the other code')).toBe(true)
  })

  it('says so where a number is gone', async () => {
    const { goTo } = await open()
    await goTo('/numbers/00000000-0000-4000-8000-00000000dead')
    expect(document.body.textContent).toContain('not here')
  })
})
