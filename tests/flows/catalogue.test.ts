import type { RunningApp } from './app'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchApp } from './app'
import { filled, keyboardHand, PATIENTLY, pictureOfFailure, settled, shownText, startingWith, storedRows, toast, user } from './screens'

let running: RunningApp

beforeEach(async () => {
  running = await launchApp()
})

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
})

/** What somebody types to find the bank, and what they know of it that the catalogue does not. */
const CASES = {
  'en': { typed: 'chas', note: 'The branch changes it only in the morning' },
  'zh-CN': { typed: 'dtyh', note: '网点只在上午办理更换' },
} as const

describe('the catalogue', () => {
  it.each(['en', 'zh-CN'] as const)('finds a service, takes a correction that the plan uses, and gives it up again, by keyboard alone (%s)', async (language) => {
    const { page } = running
    const { typed, note } = CASES[language]
    await page.locator('main h1').first().waitFor()
    await running.chooseMenu(language === 'en' ? 'language-en' : 'language-zh')
    await page.locator(`html[lang=${language}]`).waitFor()
    const who = user(page, keyboardHand(page), language)
    const { hand, t } = who
    await hand.press(page.getByRole('button', { name: t.firstStart.lookAround, exact: true }))
    await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()

    // Ctrl+4, a few letters, down and Enter.
    await running.press('Control+4')
    const search = page.getByRole('searchbox')
    await expect.poll(() => search.evaluate(field => field === document.activeElement), PATIENTLY).toBe(true)
    await page.keyboard.type(typed)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Chase', exact: true }).waitFor()

    // Corrected in the panel, saved with a key.
    await hand.press(page.getByRole('button', { name: startingWith(t.catalogue.correct) }))
    const panel = page.getByRole('dialog')
    await hand.write(panel.getByLabel(t.catalogue.form.riskNote), note)
    await page.keyboard.press('Control+Enter')
    await panel.waitFor({ state: 'detached' })
    await toast(who).getByText(filled(t.event.service.saved, { service: 'Chase' })).waitFor()
    expect(await shownText(page)).toContain(note)

    // The task on the plan says it.
    await hand.press(page.getByRole('main').getByRole('link', { name: /#0134/ }))
    await page.locator('.plan-steps').first().waitFor()
    await expect.poll(() => shownText(page), PATIENTLY).toContain(note)

    // And no more, once it is undone.
    await running.press('Control+Z')
    await toast(who).getByText(filled(t.shell.undone, { what: '' })).waitFor()
    await settled(page)
    expect(await shownText(page)).not.toContain(note)
    expect((await storedRows(page))['ownServices']).toEqual([])
    expect(running.pageErrors).toEqual([])
  })
})
