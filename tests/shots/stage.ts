import type { Page } from 'playwright-core'
import type { Language, Theme } from '../../src/core/records/settings'
import type { Facts } from '../../src/core/records/tables'
import type { RunningApp } from '../flows/app'
import { settingsDefaults } from '../../src/core/records/settings'
import { seedProfile } from '../fixtures/seed-profile'
import { launchApp } from '../flows/app'

/** The day on which every picture is taken: the sample is dated from today, so another day would change them all. */
export const SHOT_DAY = '2026-11-23'

export type Stage = RunningApp & {
  /** Puts a record on the stage, in a language and a theme. */
  set: (facts: Facts, language: Language, theme: Theme) => Promise<void>
  /** Window size in CSS pixels. */
  size: (width: number, height: number) => Promise<void>
  /** Goes to a page and waits until it is at rest. */
  go: (hash: string) => Promise<void>
}

/** The app on a fixed day, at `scale` picture pixels for each CSS pixel. */
export async function openStage(scale: number): Promise<Stage> {
  const running = await launchApp({ args: [`--force-device-scale-factor=${scale}`], env: { TZ: 'UTC' } })
  const { app, page } = running
  await app.context().clock.setFixedTime(new Date(`${SHOT_DAY}T09:00:00Z`))
  await page.reload()
  return {
    ...running,
    async set(facts, language, theme) {
      const settings = new Map([['settings', { ...settingsDefaults, language, theme, isStarted: facts.numbers.size > 0 }]])
      await seedProfile(page, { ...facts, settings })
      await atRest(page)
    },
    async size(width, height) {
      await app.evaluate(({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width!, height!), [width, height])
      await page.waitForFunction(width => window.innerWidth === width, width)
    },
    async go(hash) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, hash)
      await atRest(page)
    },
  }
}

/** Waits until fonts are there, nothing moves and the pointer is out of the way. */
export async function atRest(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.fonts.status === 'loaded')
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)))
    await new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))
  })
}
