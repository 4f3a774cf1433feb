import type { Figure } from './figure'
import type { Page } from 'playwright-core'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createCatalog } from '../../src/core/catalog/catalog'
import { largeFacts } from '../../src/core/sample/large'
import { layOut } from '../../src/core/web/layout'
import { weave } from '../../src/core/web/web'
import { gatherCatalog } from '../../src/build/catalog'
import { seedProfile } from '../fixtures/seed-profile'
import { appRoot, launchApp, newProfile } from '../flows/app'
import { figure, quantile } from './figure'
import { BARE_MS, measureBare } from './ticks'

const TODAY = '2026-11-23'
const NODES = 2000
const ROUNDS = 25
/** 1.5 s for the picture, in keys of a bare window. */
const DRAWN_LIMIT = 1500 / BARE_MS
/** Two frames for one, and the clock's own inexactness: 33 ms where the machine scrolls plain lines at 60 frames a second. */
const FRAME_LIMIT = 2.1
const FRAMES = 400

/**
 * The web of 2,000 accounts: its layout against copying its rows; in the real window drawn, against keys in a bare one, and scrolled,
 * against a plain list of as many lines in the same window.
 */
export async function web(): Promise<Figure[]> {
  const catalog = createCatalog(gatherCatalog(resolve(appRoot, 'resources/catalog')).facts)
  // One in eight is only suggested or dismissed, and one in twenty hangs on two numbers.
  const facts = largeFacts({ numbers: 50, bindings: Math.ceil(NODES * 1.2), today: TODAY, seed: 3 })
  const options = { numberRows: 2.4, ringRows: 0.7, captionRows: 1, isFolding: false, unfolded: new Set<string>(), kept: new Set<string>() }
  const laid: number[] = []
  const copied: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let from = performance.now()
    layOut(weave(facts, catalog), options)
    laid.push(performance.now() - from)
    from = performance.now()
    JSON.parse(JSON.stringify([...facts.bindings.values(), ...facts.accounts.values()]))
    copied.push(performance.now() - from)
  }
  const { drawn, frames, plain } = await measureWindow(facts)
  const bare = quantile(await measureBare(), 0.95)
  return [
    figure({ area: 'web', name: 'layout of 2,000 nodes', value: quantile(laid, 0.5), unit: 'ms', baseline: quantile(copied, 0.5), limit: 3 }),
    figure({ area: 'web', name: '2,000 nodes drawn', value: quantile(drawn, 0.5), unit: 'ms', baseline: bare, limit: DRAWN_LIMIT }),
    figure({ area: 'web', name: '2,000 nodes scrolled, frame p99', value: quantile(frames, 0.99), unit: 'ms', baseline: quantile(plain, 0.99), limit: FRAME_LIMIT }),
  ]
}

async function measureWindow(facts: Parameters<typeof seedProfile>[1]): Promise<{ drawn: number[], frames: number[], plain: number[] }> {
  const profile = newProfile()
  try {
    const { page, close } = await launchApp({ userDataDir: profile })
    await seedProfile(page, facts)
    await page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
    const drawn: number[] = []
    for (let round = 0; round < 5; round++)
      drawn.push(await openWeb(page))
    // All of them: nothing folded away.
    await page.locator('.chip').last().click()
    await page.locator('.chip').nth(0).click()
    await page.locator('.chip').nth(1).click()
    await pause(1000)
    const frames = await framesOf(page, '.web-scroller')
    await putPlainList(page)
    const plain = await framesOf(page, '#plain')
    await close()
    return { drawn, frames, plain }
  }
  finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** From Today to the web, until the frame that shows it. */
async function openWeb(page: Page): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/'
  })
  await page.locator('.web-picture').waitFor({ state: 'detached' })
  return page.evaluate(() => new Promise<number>((done) => {
    const from = performance.now()
    const look = (): void => {
      if (document.querySelector('.web-picture [data-node]'))
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)))
      else
        requestAnimationFrame(look)
    }
    location.hash = '#/bindings/web'
    look()
  }))
}

/** A list of text lines in place of the picture: what scrolling costs here at least. */
function putPlainList(page: Page): Promise<void> {
  return page.evaluate((lines) => {
    const box = document.querySelector('.web-scroller')!
    const list = document.createElement('div')
    list.id = 'plain'
    list.className = box.className
    list.style.height = `${box.clientHeight}px`
    list.append(...Array.from({ length: lines }, (_, line) => {
      const row = document.createElement('p')
      row.style.height = '44px'
      row.textContent = `Line ${line} of a list that does nothing`
      return row
    }))
    box.replaceWith(list)
  }, NODES)
}

/** Scrolls by 60 px in each frame, as a wheel does; the time of each frame. */
function framesOf(page: Page, selector: string): Promise<number[]> {
  return page.evaluate(({ selector, count }) => new Promise<number[]>((done) => {
    const box = document.querySelector(selector)!
    const frames: number[] = []
    let last = performance.now()
    const step = (now: number): void => {
      frames.push(now - last)
      last = now
      box.scrollTop += 60
      if (frames.length < count)
        requestAnimationFrame(step)
      else
        done(frames.slice(5))
    }
    requestAnimationFrame(step)
  }), { selector, count: FRAMES })
}
