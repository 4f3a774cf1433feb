import type { Page } from 'playwright-core'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { newProfile } from '../flows/app'
import { keyToPaint, typeAndMeasure } from './paint'
import { launchBlank } from './starts'

/**
 * A bare field paints a key within 5 ms (p95) where the limits were set; a limit in milliseconds is so many times that.
 * The machine's own speed falls out of the ratio.
 */
export const BARE_MS = 5

/** Keys typed into a bare window, each to its frame, in milliseconds. */
export async function measureBare(): Promise<number[]> {
  const profile = newProfile()
  const { app, page } = await launchBlank(profile)
  await page.focus('input')
  const times = await typeAndMeasure(page)
  await app.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return times
}

/** Ticks rows of Today one after the other, each from the key to the frame that shows it, in milliseconds. */
export async function measureTicks(page: Page, count: number): Promise<number[]> {
  // Rows that a tick settles here and now; the others lead to where their fact is noted.
  const row = page.locator('main ul').getByRole('checkbox', { name: /^(?:Move|Verify)/, checked: false }).and(page.locator(':not([aria-disabled])'))
  await row.first().waitFor()
  await pause(1000)
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    await row.first().focus()
    times.push(await keyToPaint(page, 'Space', { afterChangeOf: 'main' }))
    // The row folds away before the next one is ticked.
    await pause(700)
    if (await page.evaluate(() => location.hash !== '#/'))
      throw new Error('a tick left the page: the row was no tick')
  }
  return times
}
