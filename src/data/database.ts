import type { TableName } from '../core/records/tables'
import type { Table } from 'dexie'
import type { Sealer } from './seal/sealer'
import type { Version } from './versions/version'
import { Dexie } from 'dexie'
import { latestVersion, lifted, PLAIN_VERSION, versions } from './versions'

/** A row as it lies on disk. */
export type SealedRow = {
  id: string
  /** Version of the database whose shape the row has; bound to the box. */
  v: number
  box: Uint8Array<ArrayBuffer>
}

/** An event as it lies on disk: one box, and more where it changed many rows, so that each opens between two frames. */
export type SealedEvent = { seq: number, numberIds: string[], v: number, boxes: Uint8Array<ArrayBuffer>[] }
/** What of it is needed to open it, and what the journal keeps. */
export type EventBoxes = Pick<SealedEvent, 'seq' | 'v' | 'boxes'>

/** The sealed tables as Dexie sees them. */
export type Database = Dexie & { [T in TableName]: Table<SealedRow, string> } & { events: Table<SealedEvent, number>, pages: Table<SealedRow, string> }

/** Name of the database; the version before sealing had one of its own, so that nothing open stays behind in this one. */
export const DATABASE = 'untether-sealed'
export const PLAIN_DATABASE = 'untether'

/**
 * Declares the database up to its newest version; `open` lifts an older one, row by row, in one transaction.
 *
 * Dexie need not wait for the disk: a commit is done once the journal is flushed, and what the database lost in a power cut
 * is taken from there (src/decisions/0008-nothing-is-lost.md).
 */
export function declareDatabase(name: string, sealer: Sealer, upTo: readonly Version[] = versions): Database {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' })
  for (const { number, stores, up } of upTo.filter(version => version.number > PLAIN_VERSION)) {
    const declared = db.version(number).stores(stores)
    const tables = Object.keys(up)
    if (tables.length > 0) {
      declared.upgrade(async (transaction) => {
        for (const table of tables) {
          await transaction.table(table).toCollection().modify((row: SealedRow, ref) => {
            const place = { table, id: row.id }
            const plain = sealer.open({ ...place, version: row.v }, row.box) as Record<string, unknown>
            ref.value = { ...row, v: number, box: sealer.seal({ ...place, version: number }, lifted(table, plain, row.v, upTo.slice(0, number))) }
          })
        }
      })
    }
  }
  return db as Database
}

/**
 * Versions of our databases on disk; one that is not there is not in it.
 *
 * Throws a `VersionError` where a newer app has already lifted one: Dexie would open it all the same, and this app would write
 * rows the newer one does not expect.
 */
export async function versionsOnDisk(): Promise<ReadonlyMap<string, number>> {
  const all = await Dexie.dependencies.indexedDB.databases()
  // Dexie counts in tenths.
  const found = new Map(all.flatMap(({ name, version = 0 }) => name === DATABASE || name === PLAIN_DATABASE ? [[name, version / 10]] : []))
  if ([...found.values()].some(version => version > latestVersion))
    throw Object.assign(new Error('written by a newer version'), { name: 'VersionError' })
  return found
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
