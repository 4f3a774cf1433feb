import type { OpenRecord } from '../../data/record'
import type { Backup } from './backup'

/** Rest after a change before the small duties are done, in milliseconds. */
const REST_MS = 4_000
/** A snapshot is made an hour after a change at the latest. */
const HOUR_MS = 3_600_000
const LOOK_MS = 60_000

/**
 * Keeps the record safe while the app runs: a snapshot of the start, another an hour after a change, and the small duties
 * whenever the user rests.
 */
export function keepSafe(record: OpenRecord, backup: Pick<Backup, 'make'>): void {
  let resting: ReturnType<typeof setTimeout> | undefined
  let changedAt: number | null = null

  const tidySoon = (delay: number): void => {
    clearTimeout(resting)
    resting = setTimeout(() => requestIdleCallback(() => void record.tidy()), delay)
  }
  record.subscribe(() => {
    changedAt ??= performance.now()
    tidySoon(REST_MS)
  })
  setInterval(() => {
    if (changedAt !== null && performance.now() - changedAt >= HOUR_MS) {
      changedAt = null
      void backup.make()
    }
  }, LOOK_MS)

  requestIdleCallback(() => void backup.make().then(() => record.tidy()), { timeout: REST_MS })
}
