import type { Page } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { appRoot } from '../app'

/** A failed flow leaves a picture of its window in `out/failed-flows`. */
export async function pictureOfFailure({ task }: { task: { name: string, result?: { state: string } | undefined } }, page: Page | undefined): Promise<void> {
  if (task.result?.state !== 'fail' || !page || page.isClosed())
    return
  const folder = join(appRoot, 'out', 'failed-flows')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${task.name.replace(/\W+/g, '-')}.png`), timeout: 5_000 }).catch(() => {})
}
