import type { RunningApp } from './app'
import type { User } from './screens'
import { afterEach, describe, expect, it } from 'vitest'
import { launchApp } from './app'
import { violations } from './axe'
import { filled, keyboardHand, logPanel, PATIENTLY, pictureOfFailure, storedRows, toast, user } from './screens'

let running: RunningApp

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
})

async function withSample(language: 'en' | 'zh-CN'): Promise<User> {
  running = await launchApp()
  const who = user(running.page, keyboardHand(running.page), language)
  const spoken = who.page.getByRole('radio', { name: language === 'en' ? 'English' : '中文', exact: true })
  await spoken.waitFor()
  if (!await spoken.isChecked())
    await who.hand.press(spoken)
  await who.hand.press(who.page.getByRole('button', { name: who.t.firstStart.lookAround, exact: true }))
  await who.page.getByRole('heading', { level: 1, name: who.t.today.title, exact: true }).waitFor()
  return who
}

const box = ({ page, t }: User) => page.getByRole('combobox', { name: t.palette.title, exact: true })
const chosen = ({ page }: User) => page.locator('[role=option][aria-selected=true]')

/** Opens the box and types; nothing is clicked. */
async function ask(who: User, text: string): Promise<void> {
  await running.press('Control+K')
  await box(who).waitFor()
  await who.page.keyboard.insertText(text)
}

describe.each(['en', 'zh-CN'] as const)('find or do, by keyboard alone, in %s', (language) => {
  it('ticks, is taken back, goes places, logs what it does not know, and changes the look', async () => {
    const who = await withSample(language)
    const { page, t } = who
    const before = await storedRows(page)

    await ask(who, language === 'en' ? 'gm' : 'guge')
    await expect.poll(() => chosen(who).textContent(), PATIENTLY).toContain(filled(t.palette.tick, { what: filled(t.palette.verified, { service: 'Gmail' }) }))
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    // The sample's own notice may still stand there: the tick is told by what is kept.
    await expect.poll(async () => (await storedRows(page))['bindings'], PATIENTLY).not.toEqual(before['bindings'])
    await toast(who).getByRole('button', { name: t.common.undo, exact: true }).waitFor()
    await ask(who, t.palette.acts.undo)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await storedRows(page))['bindings'], PATIENTLY).toEqual(before['bindings'])

    await ask(who, '0134')
    await expect.poll(() => chosen(who).textContent(), PATIENTLY).toContain('415-555-0134')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '+1 415-555-0134' }).waitFor()

    await ask(who, language === 'en' ? 'state:verified' : '状态：已验证')
    await expect.poll(() => page.getByRole('option').count(), PATIENTLY).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await box(who).waitFor({ state: 'detached' })

    if (language === 'zh-CN') {
      // The dictionary comes a moment after the box.
      await ask(who, 'sz')
      await page.getByRole('option', { name: t.settings.title }).waitFor()
      await page.keyboard.press('Escape')
      await box(who).waitFor({ state: 'detached' })
    }

    await ask(who, t.palette.acts.dark)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.documentElement.classList.contains('dark')), PATIENTLY).toBe(true)

    await ask(who, 'Qqzzxx')
    await page.getByText(filled(t.palette.nothing, { text: 'Qqzzxx' })).waitFor()
    await page.keyboard.press('Enter')
    await logPanel(who).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await storedRows(page))['bindings']?.length, PATIENTLY).toBe(before['bindings']!.length + 1)
    expect(running.pageErrors).toEqual([])
  })
})
