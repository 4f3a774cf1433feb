import type { RowChange } from '../../core/records/timeline-event'
import type { Version } from './version'
import { version001 } from './001-first'
import { version002 } from './002-sealed'
import { version003 } from './003-guides'
import { version004 } from './004-own-services'

/** Every version, oldest first. */
export const versions: readonly Version[] = [version001, version002, version003, version004]

/** The version this app writes. */
export const latestVersion = versions.length

/** The last version whose rows lay open, in a database of its own. */
export const PLAIN_VERSION = version001.number

/**
 * A plain row in today's shape, lifted step by step.
 * @param from version of the database that the row was written by
 */
export function lifted(table: string, row: Record<string, unknown>, from: number, all: readonly Version[] = versions): Record<string, unknown> {
  return all.reduce((lifting, { number, up }) => number > from ? up[table]?.(lifting) ?? lifting : lifting, row)
}

/** The changes of an event with rows of today's shape, so that undoing an old one brings no old shape back. */
export function liftedChanges(changes: RowChange[], from: number, all: readonly Version[] = versions): RowChange[] {
  if (from >= all.length)
    return changes
  const lift = (table: string, row: Record<string, unknown> | null): Record<string, unknown> | null => row && lifted(table, row, from, all)
  return changes.map(change => ({ ...change, before: lift(change.table, change.before), after: lift(change.table, change.after) }))
}
