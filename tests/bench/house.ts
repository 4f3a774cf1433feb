import type { Figure } from './figure'
import type { Start } from './starts'
import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import en from '../../src/shared/locales/en'
import { largeFacts } from '../../src/core/sample/large'
import { seedProfile } from '../fixtures/seed-profile'
import { appRoot, launchApp, newProfile } from '../flows/app'
import { figure, quantile } from './figure'
import { typeAndMeasure } from './paint'
import { startApp, startBlank } from './starts'
import { BARE_MS, measureBare, measureTicks } from './ticks'

const NUMBERS = 20
const BINDINGS = 1000
/** Starts of each; the middle one counts, the first warms the disk. */
const STARTS = 5

/** Start, memory, ticking, typing and script of the app with 20 numbers and 1,000 bindings, against a blank window. */
export async function house(): Promise<Figure[]> {
  const profile = newProfile()
  try {
    const seeding = await launchApp({ userDataDir: profile })
    await seedProfile(seeding.page, largeFacts({ numbers: NUMBERS, bindings: BINDINGS, today: new Date().toISOString().slice(0, 10), seed: 1 }))
    await seeding.page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
    await seeding.close()

    const blanks: Start[] = []
    const apps: Start[] = []
    for (let round = 0; round <= STARTS; round++) {
      blanks.push(await startBlank())
      apps.push(await startApp(profile))
    }
    const bare = await measureBare()
    const { tick, typing } = await measureApp(profile)
    const middle = (starts: Start[], of: keyof Start): number => quantile(starts.slice(1).map(start => start[of]), 0.5)
    const script = JSON.parse(readFileSync(resolve(appRoot, 'out/renderer/script-budget.json'), 'utf8')) as { kb: number, limitKb: number }

    return [
      figure({ area: 'house', name: `start to usable Today, ${NUMBERS} numbers, ${BINDINGS} bindings`, value: middle(apps, 'ms'), unit: 'ms', baseline: middle(blanks, 'ms'), limit: 2 }),
      figure({ area: 'house', name: 'memory over all processes after start', value: middle(apps, 'mb'), unit: 'MB', baseline: middle(blanks, 'mb'), limit: 1.4 }),
      figure({ area: 'house', name: 'tick to painted progress, p95', value: quantile(tick, 0.95), unit: 'ms', baseline: quantile(bare, 0.95), limit: TICK_LIMIT }),
      ...Object.entries(typing).map(([field, times]) =>
        figure({ area: 'house', name: `key to paint, p95: ${field}`, value: quantile(times, 0.95), unit: 'ms', baseline: quantile(bare, 0.95), limit: KEY_LIMIT })),
      figure({ area: 'house', name: 'script before the first paint', value: script.kb, unit: 'kB', baseline: script.limitKb, limit: 1 }),
    ]
  }
  finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** 50 ms for a tick and 16 ms, one frame, for a key. */
const TICK_LIMIT = 50 / BARE_MS
const KEY_LIMIT = 16 / BARE_MS

const TICKS = 40

async function measureApp(profile: string): Promise<{ tick: number[], typing: Record<string, number[]> }> {
  const { page, close, press } = await launchApp({ userDataDir: profile })
  const tick = await measureTicks(page, TICKS)
  const typing: Record<string, number[]> = {}
  await press('Control+B')
  const panel = page.getByRole('dialog')
  await panel.waitFor()
  for (const name of [en.logBinding.service, en.logBinding.account]) {
    const field = panel.locator('input').and(page.getByLabel(name, { exact: true }))
    await field.focus()
    typing[`log a binding, ${name.toLowerCase()}`] = await typeAndMeasure(page)
    await field.fill('')
  }
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  await page.evaluate(() => {
    location.hash = '#/numbers/new'
  })
  await page.getByLabel(en.numbers.add.phone, { exact: true }).focus()
  typing['add a number'] = await typeAndMeasure(page, '14155550199')
  await close()
  return { tick, typing }
}
