import type { Facts, Rows, TableName } from '../records/tables'
import { isSame } from '../actions/is-same'
import { TABLES } from '../records/tables'
import { aligned } from './aligned'

/** How a backup is taken in: in place of what is there, or row by row with it. */
export type RestoreMode = 'replace' | 'merge'

/** One row that a restore would touch. `before` null = it comes; `after` null = it goes. */
export type Difference = { [T in TableName]: { table: T, id: string, before: Rows[T] | null, after: Rows[T] | null } }[TableName]

/**
 * What a restore would change, table by table. Language and look are this computer's: they come from a backup only where
 * none are chosen here.
 *
 * `replace`: the record becomes the backup's. `merge`: what only one side has stays or comes; of a row on both sides the one
 * that was changed last counts, and where both were changed at the same instant, the one that is here. The same number, account,
 * binding, tick or guide under two ids is one (`aligned`).
 */
export function differences(now: Facts, backup: Facts, mode: RestoreMode): Difference[] {
  const there = mode === 'merge' ? aligned(now, backup) : backup
  return TABLES.flatMap(table => table === 'settings' && now.settings.size > 0 ? [] : ofTable(table, now, there, mode))
}

function ofTable<T extends TableName>(table: T, now: Facts, backup: Facts, mode: RestoreMode): Difference[] {
  const here = now[table] as ReadonlyMap<string, Rows[T]>
  const there = backup[table] as ReadonlyMap<string, Rows[T]>
  const found: { table: T, id: string, before: Rows[T] | null, after: Rows[T] | null }[] = []
  for (const [id, after] of there) {
    const before = here.get(id) ?? null
    const isWanted = before === null || mode === 'replace' || after.updatedAt > before.updatedAt
    if (isWanted && !isSame(before, after))
      found.push({ table, id, before, after })
  }
  if (mode === 'replace') {
    for (const [id, before] of here) {
      if (!there.has(id))
        found.push({ table, id, before, after: null })
    }
  }
  return found as Difference[]
}

/** How many rows come, go and change. */
export type Tally = { added: number, removed: number, changed: number }

/** Counts the differences of each table that has any. */
export function tallies(found: readonly Difference[]): ReadonlyMap<TableName, Tally> {
  const counts = new Map<TableName, Tally>()
  for (const { table, before, after } of found) {
    const tally = counts.get(table) ?? { added: 0, removed: 0, changed: 0 }
    counts.set(table, tally)
    tally[before === null ? 'added' : after === null ? 'removed' : 'changed']++
  }
  return counts
}
