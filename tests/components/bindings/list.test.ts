import type { Language } from '../../../src/core/records/settings'
import { describe, expect, it } from 'vitest'
import { changeSettings } from '../../../src/core/actions/change-settings'
import { markBindingMoved } from '../../../src/core/actions/mark-binding-moved'
import { viewDefaults } from '../../../src/core/bindings/view'
import BindingsPage from '../../../src/renderer/features/bindings/BindingsPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, submit, textOf, type, until } from '../page'
import { violations } from '../ui/axe'
import { sized } from './sized'

sized()

async function open(language: Language = 'en', isSample = true) {
  const app = await startApp({ language, isSample, pages: { bindings: BindingsPage } })
  await app.goTo('/bindings')
  await appears(isSample ? '[data-id]' : 'h1')
  return app
}
const shown = (): string[] => [...document.querySelectorAll('[data-id]')].map(row => row.querySelector('.text-name')?.textContent ?? '')
const rowAt = (index: number): HTMLElement => document.querySelectorAll<HTMLElement>('[data-id]')[index]!
const selected = (): number => document.querySelectorAll('[data-id][aria-selected=true]').length

describe('the table of all bindings', () => {
  it('holds nothing against axe, also with rows selected, and shows no key instead of words', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { unmount } = await open(language)
      expect(await violations(document.body)).toEqual([])
      rowAt(0).focus()
      await press('a', { ctrlKey: true })
      await appears('[role=toolbar]')
      expect(await violations(document.body)).toEqual([])
      expect(document.body.textContent).not.toMatch(/\b(?:bindings|words|event|common)\.[a-z]/)
      unmount()
    }
  }, 30_000)

  it('is a grid that tells how many rows there are, in the order of what to do first', async () => {
    await open()
    expect(find('[role=grid]').getAttribute('aria-rowcount')).toBe('29')
    expect(shown().slice(0, 4)).toEqual(['Gmail', 'PayPal', 'Chase', 'WhatsApp'])
    expect(rowAt(0).getAttribute('aria-rowindex')).toBe('2')
    expect(rowAt(0).textContent).toContain('3 days late')
  })

  it('walks its rows with one stop for Tab, and selects with Space, X and Shift', async () => {
    await open()
    expect(document.querySelectorAll('[data-id][tabindex="0"]')).toHaveLength(1)
    rowAt(0).focus()
    await press('j')
    await press('ArrowDown')
    expect(document.activeElement).toBe(rowAt(2))
    await press(' ')
    await press('ArrowDown', { shiftKey: true })
    await press('ArrowDown', { shiftKey: true })
    expect(selected()).toBe(3)
    await press('ArrowUp', { shiftKey: true })
    expect(selected()).toBe(2)
    await press('k')
    await press('x')
    expect(selected()).toBe(1)
    await press('Escape')
    expect(selected()).toBe(0)
    await press('End')
    expect((document.activeElement as HTMLElement).getAttribute('aria-rowindex')).toBe('29')
  })

  it('extends by a click with Shift, and opens by one without', async () => {
    const { router } = await open()
    rowAt(1).querySelector<HTMLElement>('[data-check]')!.click()
    // A press of the mouse focuses the row before it counts as a click.
    rowAt(4).focus()
    rowAt(4).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
    await settle()
    expect(selected()).toBe(4)
    expect(textOf('[role=toolbar] [role=status]')).toBe('4 selected')
    rowAt(2).click()
    await settle()
    expect(router.currentRoute.value.query['binding']).toBe(rowAt(2).dataset['id'])
    await appears('[role=dialog] form')
    expect(textOf('[role=dialog]')).toContain('Chase')
  })

  it('narrows with its chips, counts what they show, and finds the way back from nothing', async () => {
    await open()
    named('To verify 3').click()
    await settle()
    expect(shown()).toEqual(['Gmail', 'PayPal', 'Gmail'])
    named('Filter').click()
    type(await appears('[role=dialog] input[type=search]'), 'nowhere')
    await settle()
    expect(document.querySelector('[role=grid]')).toBeNull()
    expect(document.body.textContent).toContain('No binding fits')
    named('Clear filters').click()
    await settle()
    expect(find('[role=grid]').getAttribute('aria-rowcount')).toBe('29')
  })

  it('orders by a head, the other way round, and as it was', async () => {
    await open()
    named('Service', '[role=columnheader] button').click()
    await settle()
    expect(find('[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
    const up = shown()
    expect(up[0]).toBe('Airbnb')
    named('Service', '[role=columnheader] button').click()
    await settle()
    expect(shown()[0]).toBe('X')
    named('Service', '[role=columnheader] button').click()
    await settle()
    expect(document.querySelector('[aria-sort]')).toBeNull()
  })

  it('opens as it was left, and groups', async () => {
    const app = await startApp({ isSample: true, pages: { bindings: BindingsPage } })
    await app.act(changeSettings, { bindingsView: { ...viewDefaults, group: 'state', hidden: ['account'], filter: { ...viewDefaults.filter, show: 'unsettled' } } })
    await app.goTo('/bindings')
    await appears('[data-id]')
    expect([...document.querySelectorAll('[role=rowheader].text-head')].map(head => head.getAttribute('aria-label'))).toEqual(['Bound, 11 bindings', 'Moving, 1 binding', 'Moved, not verified, 3 bindings'])
    expect(textOf('[role=grid]')).not.toContain('mei@example.com')
    expect(named('Not settled 15').getAttribute('aria-pressed')).toBe('true')
  })

  it('keeps a view under a name and goes back to it', async () => {
    const { record } = await open()
    named('Late 1').click()
    named('Ordered by').click()
    await appears('[role=dialog] select')
    named('Keep this view').click()
    await until(() => document.querySelector('form input') !== null)
    type(find('form input'), '  Burning ')
    await submit()
    expect(record.facts().settings.get('settings')?.savedViews).toMatchObject([{ name: 'Burning', view: { filter: { show: 'late' } } }])
  })

  it('says what is missing where there is nothing yet', async () => {
    await open('en', false)
    await until(() => document.body.textContent?.includes('No number yet') === true)
    expect(document.querySelector('[role=grid]')).toBeNull()
  })
})

describe('changing many', () => {
  it('marks all that can be moved in one step, tells of the rest, and takes it back in one', async () => {
    const { record, untether } = await open()
    const before = record.facts().bindings
    rowAt(0).focus()
    await press('a', { ctrlKey: true })
    await press('m')
    await settle()
    expect(untether.next.value.undo).toMatchObject({ kind: 'bindings.moved', params: { count: 12, left: 16 } })
    expect([...record.facts().bindings.values()].filter(({ state }) => state === 'bound')).toEqual([])
    await untether.undo()
    await settle()
    expect(record.facts().bindings).toEqual(before)
  })

  it('acts on the row that has the keys where none is selected, and keeps the place when it goes', async () => {
    const { record } = await open()
    named('To verify 3').click()
    await settle()
    const id = rowAt(1).dataset['id']!
    rowAt(1).focus()
    await press('v')
    await settle()
    expect(record.facts().bindings.get(id)?.state).toBe('verified')
    expect(shown()).toEqual(['Gmail', 'Gmail'])
    expect(document.activeElement).toBe(rowAt(1))
  })

  it('asks once for what took the place of many, warns of a number on its way out, and moves them in the same step', async () => {
    const { record, numberId } = await open()
    rowAt(2).focus()
    await press('x')
    await press('ArrowDown', { shiftKey: true })
    await press('r')
    const select = await appears('[role=dialog] select') as HTMLSelectElement
    select.value = `number:${numberId('0187')}`
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await settle()
    expect(textOf('[role=dialog] form [role=status]')).toContain('on its way out itself')
    expect(await violations(find('[role=dialog]'))).toEqual([])
    find<HTMLInputElement>('[role=dialog] input[type=checkbox]').click()
    await settle()
    named('Save', '[role=dialog] button').click()
    await settle()
    const chase = record.facts().bindings.get(rowAt(2).dataset['id']!)
    expect(chase).toMatchObject({ state: 'moved', replacement: { kind: 'other-number', numberId: numberId('0187') } })
    // WhatsApp is on that very number: left as it is.
    expect(record.facts().bindings.get(rowAt(3).dataset['id']!)?.state).toBe('bound')
  })

  it('asks for a day, for uses and for a reason', async () => {
    const { record } = await open()
    const id = rowAt(2).dataset['id']!
    rowAt(2).focus()
    await press('u')
    await appears('[role=dialog] .chip')
    named('sign-in name', '[role=dialog] .chip').querySelector('input')!.click()
    await settle()
    named('Save', '[role=dialog] button').click()
    await until(() => document.querySelector('[role=dialog]') === null)
    expect(record.facts().bindings.get(id)?.roles).toContain('login-id')
    rowAt(2).focus()
    await press('w')
    await appears('[role=dialog] textarea')
    named('Leave as it is', '[role=dialog] button').click()
    await settle()
    expect(textOf('[role=dialog] [role=alert]')).not.toBe('')
    type(find('[role=dialog] textarea'), 'Old shop')
    await settle()
    named('Leave as it is', '[role=dialog] button').click()
    await settle()
    expect(record.facts().bindings.get(id)).toMatchObject({ state: 'waived', waivedReason: 'Old shop' })
  })

  it('copies the selected rows for a spreadsheet', async () => {
    const { copied } = await open()
    rowAt(2).focus()
    await press('x')
    rowAt(2).dispatchEvent(new Event('copy', { bubbles: true, cancelable: true }))
    await settle()
    expect(copied).toEqual(['Service\tAccount\tNumber\tUsed for\tState\tImportance\tDue\tNotes\nChase\tmei@example.com\t+14155550134\ttext codes, recovery, contact\tBound\tCritical\t2026-11-25\t'])
  })

  it('follows a change made elsewhere', async () => {
    const { act } = await open()
    await act(markBindingMoved, { bindingId: rowAt(2).dataset['id']! })
    await settle()
    expect(rowAt(2).textContent).toContain('Moved, not verified')
    expect(named('To verify 4')).toBeTruthy()
  })
})
