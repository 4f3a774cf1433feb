import type { Language } from '../../../src/core/records/settings'
import { describe, expect, it } from 'vitest'
import BindingsPage from '../../../src/renderer/features/bindings/BindingsPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf } from '../page'
import { violations } from '../ui/axe'

async function open(language: Language = 'en') {
  const app = await startApp({ language, isSample: true, pages: { bindings: BindingsPage } })
  await app.goTo('/bindings/board')
  await appears('[data-card]')
  return app
}
const cards = (lane: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[data-lane=${lane}] [data-card]`)]
const idAt = (lane: string, index: number): string => cards(lane)[index]!.dataset['card']!

describe('the board', () => {
  it('holds nothing against axe, in both languages', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { unmount } = await open(language)
      expect(await violations(document.body)).toEqual([])
      expect(document.body.textContent).not.toMatch(/\b(?:bindings|words|event|common)\.[a-z]/)
      unmount()
    }
  }, 30_000)

  it('has a column for each state, with what ended folded', async () => {
    await open()
    expect(['bound', 'moving', 'moved', 'verified', 'ended'].map(lane => cards(lane).length)).toEqual([11, 1, 3, 11, 0])
    named('Ended', '[data-lane=ended] button').click()
    await settle()
    expect(cards('ended')).toHaveLength(2)
  })

  it('moves a card with keys, stays with it, and says where no step leads', async () => {
    const { record } = await open()
    const id = idAt('bound', 0)
    cards('bound')[0]!.focus()
    await press(']')
    expect(record.facts().bindings.get(id)?.state).toBe('moving')
    await press('ArrowRight', { altKey: true })
    await press(']')
    expect(record.facts().bindings.get(id)).toMatchObject({ state: 'verified', verifiedOn: '2026-11-23' })
    expect((document.activeElement as HTMLElement).dataset['card']).toBe(id)
    await press(']')
    expect(record.facts().bindings.get(id)?.state).toBe('verified')
    await press('[')
    expect(record.facts().bindings.get(id)?.state).toBe('moved')
  })

  it('walks down a column and across', async () => {
    await open()
    cards('bound')[0]!.focus()
    await press('ArrowDown')
    expect(document.activeElement).toBe(cards('bound')[1])
    await press('ArrowRight')
    expect(document.activeElement).toBe(cards('moving')[0])
    expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1)
  })

  it('takes a dragged card only where a step leads', async () => {
    const { record } = await open()
    const id = idAt('bound', 0)
    const drag = async (to: string): Promise<boolean> => {
      const start = new Event('dragstart', { bubbles: true })
      Object.assign(start, { dataTransfer: { setData: () => undefined } })
      find(`[data-card="${id}"]`).dispatchEvent(start)
      const over = new Event('dragover', { bubbles: true, cancelable: true })
      find(`[data-lane=${to}]`).dispatchEvent(over)
      if (over.defaultPrevented)
        find(`[data-lane=${to}]`).dispatchEvent(new Event('drop', { bubbles: true, cancelable: true }))
      else
        find(`[data-card="${id}"]`).dispatchEvent(new Event('dragend', { bubbles: true }))
      await settle()
      return over.defaultPrevented
    }
    expect(await drag('verified')).toBe(false)
    expect(await drag('moved')).toBe(true)
    expect(record.facts().bindings.get(id)?.state).toBe('moved')
    expect(await drag('ended')).toBe(true)
    await appears('[role=dialog] textarea')
    expect(textOf('[role=dialog]')).toContain('Reason')
  })
})
