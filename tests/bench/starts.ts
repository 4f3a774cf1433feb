import type { ElectronApplication, Page } from 'playwright-core'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron as electron } from 'playwright-core'
import { appArguments, appEnvironment, electronPath, launchApp, newProfile } from '../flows/app'

const blankRoot = resolve(import.meta.dirname, 'blank')

/** A start: until it can be used, and what it holds three seconds after it came to rest. */
export type Start = { ms: number, mb: number }

/** Resident memory of all processes of an app, three seconds after it came to rest, in MB (10^6 bytes). */
async function memory(app: ElectronApplication): Promise<number> {
  await pause(3000)
  return app.evaluate(({ app }) => app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) * 1024 / 1e6)
}

/** A window of the same runtime with one text field. */
export async function launchBlank(profile: string): Promise<{ app: ElectronApplication, page: Page }> {
  const app = await electron.launch({ executablePath: electronPath(), args: [...appArguments(profile).slice(0, -1), blankRoot], env: appEnvironment() })
  return { app, page: await app.firstWindow() }
}

/** The yardstick: until the blank window is ready to be shown. */
export async function startBlank(): Promise<Start> {
  const profile = newProfile()
  const began = Date.now()
  const { app } = await launchBlank(profile)
  let readyAt: number | undefined
  while (readyAt === undefined) {
    readyAt = await app.evaluate(() => (globalThis as { readyAt?: number }).readyAt)
    await pause(10)
  }
  const mb = await memory(app)
  await app.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return { ms: readyAt - began, mb }
}

/** Usable: Today stands there with its next action, painted, and takes the keyboard. The app marks that moment itself. */
export async function startApp(profile: string): Promise<Start> {
  const began = Date.now()
  const { app, page, close } = await launchApp({ userDataDir: profile })
  const usableAt = await page.waitForFunction(() => {
    const mark = performance.getEntriesByName('app:usable')[0]
    return mark && performance.timeOrigin + mark.startTime
  })
  const ms = (await usableAt.jsonValue())! - began
  const mb = await memory(app)
  await close()
  return { ms, mb }
}
