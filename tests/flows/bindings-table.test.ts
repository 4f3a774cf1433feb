import type { Language } from '../../src/core/records/settings'
import type { Facts } from '../../src/core/records/tables'
import type { RunningApp } from './app'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settingsDefaults } from '../../src/core/records/settings'
import { largeFacts } from '../../src/core/sample/large'
import { seedProfile } from '../fixtures/seed-profile'
import { launchApp } from './app'
import { violations } from './axe'
import { filled, keyboardHand, pictureOfFailure, toast, user } from './screens'

const TODAY = new Date().toISOString().slice(0, 10)
const MANY = 50

let running: RunningApp

beforeEach(async () => {
  running = await launchApp()
})

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
})

function recordIn(language: Language): Facts {
  const facts = largeFacts({ numbers: 5, bindings: 400, today: TODAY, seed: 6 })
  return { ...facts, settings: new Map([['settings', { ...settingsDefaults, language, isStarted: true }]]) }
}

describe('the table of all bindings, with the keyboard alone', () => {
  it.each(['en', 'zh-CN'] as const)('selects 50, marks them as moved at once and takes it back (%s)', async (language) => {
    const { page } = running
    await seedProfile(page, recordIn(language))
    const who = user(page, keyboardHand(page), language)
    const { t, hand } = who
    await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
    await running.press('Control+3')
    await page.getByRole('heading', { level: 1, name: t.bindings.title, exact: true }).waitFor()
    const grid = page.getByRole('grid', { name: t.bindings.table, exact: true })
    await grid.waitFor()

    // Ordered by state, those that are bound come first.
    await hand.press(grid.getByRole('columnheader').getByRole('button', { name: t.bindings.columns.state, exact: true }))
    await expect.poll(() => grid.locator('[data-id]').first().textContent()).toContain(t.words.state.bound)
    for (let step = 0; step < 10 && !await page.evaluate(() => document.activeElement?.matches('[data-id]') ?? false); step++)
      await page.keyboard.press('Tab')
    for (let step = 1; step < MANY; step++)
      await page.keyboard.press('Shift+ArrowDown')
    const bar = page.getByRole('toolbar', { name: t.bindings.bulk.bar, exact: true })
    await bar.getByText(filled(t.bindings.bulk.selected, { n: MANY }), { exact: true }).waitFor()
    expect(await violations(page)).toEqual([])

    const bound = page.locator(`button[aria-pressed]`, { hasText: filled(t.bindings.shown['to-verify'], { n: '' }).trim() })
    const before = await bound.textContent()
    await page.keyboard.press('m')
    await toast(who).getByText(filled(t.event.bindings.moved, { n: MANY })).waitFor()
    await expect.poll(() => bound.textContent()).not.toBe(before)

    await running.press('Control+Z')
    await expect.poll(() => bound.textContent()).toBe(before)
    await page.keyboard.press('Escape')
    await bar.waitFor({ state: 'detached' })
    expect(running.pageErrors).toEqual([])
    expect(running.consoleErrors).toEqual([])
  })

  it('copies what is selected, and opens a row with Enter', async () => {
    const { page, app } = running
    await seedProfile(page, recordIn('en'))
    const { t } = user(page, keyboardHand(page), 'en')
    await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
    await running.press('Control+3')
    await page.locator('[data-id]').first().waitFor()
    for (let step = 0; step < 40 && !await page.evaluate(() => document.activeElement?.matches('[data-id]') ?? false); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+C')
    await expect.poll(async () => (await app.evaluate(({ clipboard }) => clipboard.readText())).split('\n')).toHaveLength(3)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
    expect(await violations(page)).toEqual([])
  })
})
