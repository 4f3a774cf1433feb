import type { OpenRecord } from '../../data/record'
import type { Backup } from './backup'
import { isBare } from '../../core/records/facts'

/** Rest after a change before the small duties are done, in milliseconds. */
const REST_MS = 4_000
/** The very first snapshot is made a minute after the first entry, every other an hour after a change at the latest. */
const FIRST_MS = 60_000
const HOUR_MS = 3_600_000
const LOOK_MS = 20_000

/**
 * Keeps the record safe while the app runs: a snapshot of the start, or of the first entry, another an hour after a change, and the small duties
 * whenever the user rests.
 */
export function keepSafe(record: Pick<OpenRecord, 'facts' | 'subscribe' | 'tidy'>, backup: Pick<Backup, 'make'>): void {
  let resting: ReturnType<typeof setTimeout> | undefined
  let changedAt: number | null = null
  let isFirst = isBare(record.facts())

  const tidySoon = (delay: number): void => {
    clearTimeout(resting)
    resting = setTimeout(() => requestIdleCallback(() => void record.tidy()), delay)
  }
  record.subscribe(() => {
    changedAt ??= performance.now()
    tidySoon(REST_MS)
  })
  setInterval(() => {
    if (changedAt !== null && performance.now() - changedAt >= (isFirst ? FIRST_MS : HOUR_MS)) {
      changedAt = null
      // Nothing may be there yet but a choice of language.
      void backup.make().then(made => isFirst &&= made === null)
    }
  }, LOOK_MS)

  requestIdleCallback(() => void backup.make().then(() => record.tidy()), { timeout: REST_MS })
}
