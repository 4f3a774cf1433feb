import type { Version } from '../../src/data/versions/version'
import type { Database } from '../../src/data/database'
import type { OpenRecord, World } from '../../src/data/record'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import { declareDatabase } from '../../src/data/database'
import { openRecord } from '../../src/data/record'

export const NOW = Date.UTC(2026, 10, 23, 4, 0, 0)
export const TODAY = '2026-11-23'

/** A database folder of its own: closing and opening again on the same one is a restart. */
export type Disk = IDBFactory

export function newDisk(): Disk {
  return new IDBFactory()
}

/** A world that counts instead of asking clock and chance. */
export function testWorld(overrides: Partial<World> = {}): World {
  let ids = 0
  return {
    now: () => NOW,
    dayOf: () => TODAY,
    newId: () => `${(++ids).toString(16).padStart(8, '0')}-${Math.abs(seed++).toString(16).padStart(4, '0')}-4000-8000-000000000000`,
    ...overrides,
  }
}
let seed = 1

export function databaseOn(disk: Disk, versions?: readonly Version[]): Database {
  Dexie.dependencies.indexedDB = disk
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  return declareDatabase('untether', versions)
}

/** Opens the record on a disk; give the same disk again to restart. */
export async function openOn(disk: Disk, overrides: Partial<World> = {}): Promise<{ record: OpenRecord, db: Database }> {
  const db = databaseOn(disk)
  return { record: await openRecord(db, testWorld(overrides)), db }
}

/** Commits and fails the test where the commit was refused. */
export async function done<Value>(outcome: Promise<{ ok: true, value: Value } | { ok: false, refused: string, field?: string }>): Promise<Value> {
  const result = await outcome
  if (!result.ok)
    throw new Error(`refused: ${result.refused} ${result.field ?? ''}`)
  return result.value
}
