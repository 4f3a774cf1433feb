import type { Rows, TableName } from '../core/records/tables'
import type { TimelineEvent } from '../core/records/timeline-event'
import type { Table } from 'dexie'
import type { Version } from './versions/version'
import { Dexie } from 'dexie'
import { latestVersion, versions } from './versions'

/** The tables as Dexie sees them. */
export type Database = Dexie & { [T in TableName]: Table<Rows[T], string> } & { events: Table<TimelineEvent, number> }

/**
 * Declares the database up to its newest version; `open` lifts an older one, row by row, in one transaction.
 * Every write waits until it is on disk (`strict`): a power cut must not take an acknowledged change away.
 */
export function declareDatabase(name: string, upTo: readonly Version[] = versions): Database {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  for (const { number, stores, up } of upTo) {
    const declared = db.version(number).stores(stores)
    const steps = Object.entries(up)
    if (steps.length > 0) {
      declared.upgrade(async (transaction) => {
        for (const [table, step] of steps) {
          await transaction.table(table).toCollection().modify((row, ref) => {
            ref.value = step(row)
          })
        }
      })
    }
  }
  return db as Database
}

/**
 * Throws a `VersionError` where a newer app has already lifted the database: Dexie would open it all the same, and
 * this app would write rows the newer one does not expect.
 */
export async function refuseNewer(name: string): Promise<void> {
  const found = (await Dexie.dependencies.indexedDB.databases()).find(database => database.name === name)
  // Dexie counts in tenths.
  if ((found?.version ?? 0) / 10 > latestVersion)
    throw Object.assign(new Error('written by a newer version'), { name: 'VersionError' })
}

/** Why the database could not be opened. */
export type OpenFailure = 'newer-version' | 'no-room' | 'unreadable'

/** Sorts an error of `open` into what the user can do about it. */
export function openFailureOf(error: unknown): OpenFailure {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(item => item instanceof Error || item instanceof Object ? (item as { name?: string }).name : undefined)
  if (names.includes('VersionError'))
    return 'newer-version'
  return names.includes('QuotaExceededError') ? 'no-room' : 'unreadable'
}
