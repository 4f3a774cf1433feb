import type { Page } from 'playwright-core'
import type { Figure } from './figure'
import type { BindingRow } from '../../src/core/bindings/binding-row'
import type { Facts } from '../../src/core/records/tables'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gatherCatalog } from '../../src/build/catalog'
import { readRows } from '../../src/core/bindings/binding-row'
import { filterRows } from '../../src/core/bindings/filter-rows'
import { nextFirst, sortRows } from '../../src/core/bindings/sort-rows'
import { noFilter, SORT_KEYS, viewDefaults } from '../../src/core/bindings/view'
import { createCatalog } from '../../src/core/catalog/catalog'
import { largeFacts } from '../../src/core/sample/large'
import { settingsDefaults } from '../../src/core/records/settings'
import { seedProfile } from '../fixtures/seed-profile'
import { appRoot, launchApp, newProfile } from '../flows/app'
import { figure, quantile } from './figure'
import { keyToPaint } from './paint'
import { launchBlank } from './starts'
import { BARE_MS, measureBare } from './ticks'
import { timed, timedCopy } from './timed'

/** Absolute figures of the issue; a limit is so many times what a bare window takes on the machine where they were set. */
const OPEN_MS = 150
const SHUFFLE_MS = 60
const BULK_MS = 500
const FRAME_MS = 33
const BARE_FRAME_MS = 16.7
/** What copying the same rows through JSON takes there. */
const COPY_MS = 30
const ROUNDS = 9
const MANY = 1000
const FRAMES = 300

/** The table of all bindings with 50 numbers and 10,000 bindings: first its order alone, then in the real window. */
export async function bindings(): Promise<Figure[]> {
  const facts = largeFacts({ numbers: 50, bindings: 10_000, today: new Date().toISOString().slice(0, 10), seed: 3 })
  const { order, copy } = orderTimes(facts)
  const { opens, shuffles, frames } = await inWindow(facts, async page => ({
    opens: await measureOpens(page),
    shuffles: await measureShuffles(page),
    frames: await measureFrames(page, '[role=grid]'),
  }))
  const settings = new Map([['settings', { ...settingsDefaults, isStarted: true, bindingsView: boundOnly(facts) }]])
  const bulk = await inWindow({ ...facts, settings }, measureBulk)
  const bare = quantile(await measureBare(), 0.95)
  const bareFrames = await measureBareFrames()
  return [
    figure({ area: 'bindings', name: 'filter and sort of 10,000 rows, slowest key', value: order, unit: 'ms', baseline: copy, limit: SHUFFLE_MS / COPY_MS }),
    figure({ area: 'bindings', name: 'table of 10,000 opens, to paint', value: quantile(opens, 0.5), unit: 'ms', baseline: bare, limit: OPEN_MS / BARE_MS }),
    figure({ area: 'bindings', name: 'head or chip pressed, to paint, p95', value: quantile(shuffles, 0.95), unit: 'ms', baseline: bare, limit: SHUFFLE_MS / BARE_MS }),
    figure({ area: 'bindings', name: '1,000 rows marked at once, to paint', value: bulk, unit: 'ms', baseline: bare, limit: BULK_MS / BARE_MS }),
    figure({ area: 'bindings', name: 'frame while the table scrolls, p99', value: quantile(frames, 0.99), unit: 'ms', baseline: quantile(bareFrames, 0.99), limit: FRAME_MS / BARE_FRAME_MS }),
  ]
}

/** A window of its own with the record in it. */
async function inWindow<Value>(facts: Facts, measure: (page: Page) => Promise<Value>): Promise<Value> {
  const profile = newProfile()
  const { page, close } = await launchApp({ userDataDir: profile })
  try {
    await seedProfile(page, facts)
    return await measure(page)
  }
  finally {
    await close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The middle of the slowest sort key, and of copying the rows; taken in turn, so that a busy moment meets both alike. */
function orderTimes(facts: Facts): { order: number, copy: number } {
  const catalog = createCatalog(gatherCatalog(resolve(appRoot, 'resources/catalog')).facts)
  const nameOf = ({ service }: BindingRow['account']): string => service.kind === 'own' ? service.name : catalog.service(service.id)?.name.en ?? service.id
  const rows = readRows({ facts, plans: new Map(), catalog, today: '2026-11-23', nameOf })
  const times = SORT_KEYS.map((): number[] => [])
  const copies: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    SORT_KEYS.forEach((key, index) => times[index]!.push(timed(() => sortRows(filterRows(nextFirst(rows, 'en'), { ...noFilter, text: 'user' }).rows, { key, isDown: false }, 'en'))))
    copies.push(timedCopy(facts))
  }
  return { order: Math.max(...times.map(list => quantile(list.slice(3), 0.5))), copy: quantile(copies.slice(3), 0.5) }
}

/** From Today to the table and back, as a press of the sidebar's link; the first time its script loads. */
async function measureOpens(page: Page): Promise<number[]> {
  const link = page.locator('nav a[href="#/bindings"]')
  await link.waitFor()
  await pause(2000)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(() => {
      location.hash = '#/settings'
    })
    await pause(500)
    times.push(await page.evaluate(() => new Promise<number>((done) => {
      const from = performance.now()
      const look = (): void => {
        if (!document.querySelector('[data-id]'))
          return void requestAnimationFrame(look)
        const channel = new MessageChannel()
        channel.port1.onmessage = () => done(performance.now() - from)
        channel.port2.postMessage(null)
      }
      location.hash = '#/bindings'
      requestAnimationFrame(look)
    })))
    await pause(300)
  }
  return times.slice(2)
}

/** Heads and chips pressed with the keyboard. */
async function measureShuffles(page: Page): Promise<number[]> {
  const heads = page.locator('[role=columnheader] button:not([role])')
  const chips = page.locator('[role=group] button[aria-pressed]')
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    for (const [buttons, count] of [[heads, await heads.count()], [chips, await chips.count()]] as const) {
      // The first chip is pressed already: it comes last.
      for (let index = 0; index < count; index++) {
        await buttons.nth((index + 1) % count).focus()
        // The next frame shows it: rows are drawn before it. What is in sight may stay the same, so no change is waited for.
        times.push(await keyToPaint(page, 'Enter'))
        await pause(300)
      }
    }
  }
  await chips.first().click()
  return times.slice(4)
}

/** Only those that can be marked as moved, of as many numbers as hold a thousand. */
function boundOnly(facts: Facts): typeof viewDefaults {
  const numberIds: string[] = []
  let count = 0
  for (const { id } of facts.numbers.values()) {
    if (count >= MANY)
      break
    numberIds.push(id)
    count += [...facts.bindings.values()].filter(({ numberId, state }) => numberId === id && state === 'bound').length
  }
  // Ordered so that those in sight are changed.
  return { ...viewDefaults, sort: { key: 'state', isDown: false }, filter: { ...noFilter, states: ['bound', 'moved'], numberIds } }
}

async function measureBulk(page: Page): Promise<number> {
  await page.locator('nav a[href="#/bindings"]').click()
  await page.locator('[data-id]').first().focus()
  await pause(1500)
  await page.keyboard.press('Control+A')
  await pause(500)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    times.push(await keyToPaint(page, 'm', { afterChangeOf: 'main' }))
    await pause(2500)
    await page.getByRole('status').getByRole('button').first().click()
    await pause(2500)
  }
  return quantile(times, 0.5)
}

/** Scrolls a page of rows with each frame and notes how long each frame took. */
function measureFrames(page: Page, selector: string): Promise<number[]> {
  return page.evaluate(({ selector, count }) => new Promise<number[]>((done) => {
    const scroller = document.querySelector(selector)
    const times: number[] = []
    let last = performance.now()
    const frame = (): void => {
      const now = performance.now()
      times.push(now - last)
      last = now
      scroller?.scrollBy(0, times.length % 60 < 45 ? 120 : 900)
      if (times.length < count)
        requestAnimationFrame(frame)
      else
        done(times.slice(5))
    }
    requestAnimationFrame(frame)
  }), { selector, count: FRAMES })
}

async function measureBareFrames(): Promise<number[]> {
  const profile = newProfile()
  const { app, page } = await launchBlank(profile)
  const frames = await measureFrames(page, 'body')
  await app.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return frames
}
