import type { Language } from '../../src/core/records/settings'
import type { RunningApp } from './app'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { menuTexts } from '../../src/shared/locales/menu'
import { DEMO_DAY } from '../fixtures/demo'
import { seedProfile } from '../fixtures/seed-profile'
import { launchApp, newProfile } from './app'
import { fullScenes, keyboardHand, mouseHand, ownStrings, pictureOfFailure, settled, show, strangers, tourFacts, user } from './screens'

const VISITED = ['today', 'numbers', 'number', 'number, bindings', 'number, balance', 'number, timeline', 'number, its facts', 'plan, prepare', 'plan, unbind', 'plan, refund', 'plan, follow-up', 'plan, opening the gate', 'call', 'call, in writing', 'call, nobody to call', 'logging a binding', 'catalogue', 'catalogue, a service', 'catalogue, a provider', 'settings', 'after an error']

let profile: string
let running: RunningApp

beforeEach(async () => {
  profile = newProfile()
  running = await launchApp({ userDataDir: profile })
})

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** Names of the menus, and which language has its mark. */
function menu(): Promise<{ labels: string[], checked: string[] }> {
  return running.app.evaluate(({ Menu }) => ({
    labels: Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [],
    checked: ['language-en', 'language-zh'].filter(id => Menu.getApplicationMenu()?.getMenuItemById(id)?.checked),
  }))
}

function menuIn(language: Language): { labels: string[], checked: string[] } {
  const { file, edit, view, go, window, help } = menuTexts[language]
  return { labels: [file, edit, view, go, window, help], checked: [language === 'en' ? 'language-en' : 'language-zh'] }
}

async function speak(language: Language): Promise<void> {
  await running.chooseMenu(language === 'en' ? 'language-en' : 'language-zh')
  await running.page.locator(`html[lang=${language}]`).waitFor()
  await settled(running.page)
}

describe('the language', () => {
  it.each([['en', 'zh-CN'], ['zh-CN', 'en']] as const)('changes every word on screen at once (%s → %s)', async (from, to) => {
    const { page } = running
    // What the record holds is in the language to come, so that every word in the other one is the app's.
    const { facts, ids } = tourFacts(DEMO_DAY, to)
    await page.locator('main h1').first().waitFor()
    await seedProfile(page, facts)
    await page.locator('nav a').nth(facts.numbers.size).waitFor()
    const who = user(page, mouseHand(page), from)
    const left: Record<string, string[]> = {}
    for (const scene of fullScenes(ids, running).filter(({ name }) => VISITED.includes(name))) {
      await speak(from)
      await show(who, scene)
      await speak(to)
      const strings = strangers(await ownStrings(page), to)
      if (strings.length > 0)
        left[scene.name] = strings
    }

    expect(left).toEqual({})
    await expect.poll(menu).toEqual(menuIn(to))
  })

  it('and the theme are chosen in the settings and remembered, menu and all', async () => {
    const first = user(running.page, keyboardHand(running.page), 'en')
    await running.page.getByRole('button', { name: first.t.firstStart.addNumber, exact: true }).waitFor()
    await running.press('Control+,')
    await first.hand.press(running.page.getByRole('radio', { name: first.t.settings.themes.dark, exact: true }))
    await running.page.locator('html.dark').waitFor()
    await first.hand.press(running.page.getByRole('radio', { name: '中文', exact: true }))
    await running.page.locator('html[lang=zh-CN]').waitFor()
    await expect.poll(menu).toEqual(menuIn('zh-CN'))
    await running.close()

    running = await launchApp({ userDataDir: profile })
    const { page } = running
    await page.locator('html[lang=zh-CN].dark').waitFor()
    const second = user(page, keyboardHand(page), 'zh-CN')
    await page.getByRole('button', { name: second.t.firstStart.addNumber, exact: true }).waitFor()
    expect(await menu()).toEqual(menuIn('zh-CN'))
    expect(strangers(await ownStrings(page), 'zh-CN')).toEqual([])
    await running.press('Control+,')
    expect(await page.getByRole('radio', { name: second.t.settings.themes.dark, exact: true }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: '中文', exact: true }).isChecked()).toBe(true)
  })
})
