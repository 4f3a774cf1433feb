import type { Facts } from '../../src/core/records/tables'
import type { RunningApp } from './app'
import type { Scene, User } from './screens'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_DAY, largeFacts } from '../fixtures/demo'
import { seedProfile } from '../fixtures/seed-profile'
import { launchApp } from './app'
import { COLOUR_RULES, violations } from './axe'
import { emptyScenes, fullScenes, goTo, mouseHand, pictureOfFailure, settled, show, tourFacts, user, walkByTab } from './screens'

const WIDE = [1280, 800] as const
const NARROW = [960, 640] as const
let running: RunningApp
let who: User

beforeAll(async () => {
  running = await launchApp()
  // Nothing fades: colours are judged as they come to rest.
  await running.page.emulateMedia({ reducedMotion: 'reduce' })
  who = user(running.page, mouseHand(running.page), 'en')
})

afterEach(test => pictureOfFailure(test, running.page))
afterAll(() => running.close())

/** Every rule in both languages, and what depends on colours in both themes of each. */
const LOOKS = [['en', 'light', null], ['en', 'dark', COLOUR_RULES], ['zh-CN', 'dark', null], ['zh-CN', 'light', COLOUR_RULES]] as const

/** What axe finds in both themes and both languages, with the scene left as it is. */
async function everyViolation(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [language, theme, rules] of LOOKS) {
    if (await running.page.locator(`html[lang=${language}]`).count() === 0)
      await running.chooseMenu(language === 'en' ? 'language-en' : 'language-zh')
    await running.page.locator(`html[lang=${language}]`).waitFor()
    if (await running.page.locator(`html.${theme}`).count() === 0)
      await running.chooseMenu('toggle-theme')
    await running.page.locator(`html.${theme}`).waitFor()
    await settled(running.page)
    const wrong = await violations(running.page, rules)
    if (wrong.length > 0)
      found[`${language} ${theme}`] = wrong
  }
  await running.chooseMenu('language-en')
  await running.page.locator('html[lang=en]').waitFor()
  return found
}

/** Opens the scene in a window of this size. */
async function showAt(scene: Scene, [width, height]: readonly [number, number]): Promise<void> {
  await running.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
  await running.page.waitForFunction(size => innerWidth === size.width && innerHeight === size.height, { width, height })
  await show(who, scene)
}

/** What Tab misses, and what scrolls sideways. */
async function walk(): Promise<object | null> {
  const { missed, unmarked, sideways } = await walkByTab(running.page)
  return missed.length + unmarked.length + sideways.length > 0 ? { missed, unmarked, sideways } : null
}

async function look(scenes: readonly Scene[]): Promise<void> {
  const wrong: Record<string, unknown> = {}
  for (const scene of scenes) {
    await showAt(scene, WIDE)
    const seen = await everyViolation()
    const wide = await walk()
    await showAt(scene, NARROW)
    const narrow = await walk()
    if (Object.keys(seen).length > 0 || wide || narrow)
      wrong[scene.name] = { ...seen, wide, narrow }
  }
  expect(wrong).toEqual({})
}

async function record(facts: Facts): Promise<void> {
  await seedProfile(running.page, facts)
  await running.page.locator('nav a').nth(facts.numbers.size).waitFor()
}

describe('every screen, for everybody: axe in both themes and languages, every control by Tab and seen, nothing sideways', () => {
  it('with nothing recorded', async () => {
    await running.chooseMenu('language-en')
    await running.chooseMenu('toggle-theme')
    await look(emptyScenes)
  })

  it('with a record in all its states', async () => {
    const { facts, ids } = tourFacts(DEMO_DAY)
    await record(facts)
    await look(fullScenes(ids, running))
  }, 400_000)

  it('with twenty numbers and a thousand bindings', async () => {
    const facts = largeFacts({ numbers: 20, bindings: 1000, today: DEMO_DAY })
    const settings = tourFacts(DEMO_DAY).facts.settings
    await record({ ...facts, settings })
    const first = [...facts.numbers.values()].find(({ exitRoute }) => exitRoute === 'cancel')?.id ?? ''
    await look([
      { name: 'today, much', open: who => goTo(who, '/') },
      { name: 'numbers, many', open: who => goTo(who, '/numbers') },
      { name: 'plan, long', open: who => goTo(who, `/numbers/${first}/plan`) },
    ])
  }, 240_000)
})
