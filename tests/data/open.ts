import type { KeySlot } from '../../src/shared/vault'
import type { Database } from '../../src/data/database'
import type { SealedFolder } from '../../src/data/ports'
import type { OpenRecord, World } from '../../src/data/record'
import type { Store } from '../../src/data/store'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import { afterAll } from 'vitest'
import { DATABASE, declareDatabase } from '../../src/data/database'
import { openRecord } from '../../src/data/open-record'
import { createSealer } from '../../src/data/seal/sealer'
import { createStore } from '../../src/data/store'
import { openAttachments } from '../../src/main/storage/attachments'
import { openJournal } from '../../src/main/storage/journal'
import { openSnapshots } from '../../src/main/storage/snapshots'

export const NOW = Date.UTC(2026, 10, 23, 4, 0, 0)
export const TODAY = '2026-11-23'
/** The data key of the tests. */
export const KEY = Uint8Array.from({ length: 32 }, (_, index) => index + 1)

/** A profile of its own, database and files: closing and opening again on the same one is a restart. */
export type Disk = { indexedDB: IDBFactory, folder: string }

const folders: string[] = []
afterAll(() => folders.splice(0).forEach(folder => rmSync(folder, { recursive: true, force: true })))

export function newDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'untether-data-'))
  folders.push(folder)
  return { indexedDB: new IDBFactory(), folder }
}

/** A world that counts instead of asking clock and chance. */
export function testWorld(overrides: Partial<World> = {}): World {
  let ids = 0
  return {
    now: () => NOW,
    dayOf: () => TODAY,
    newId: () => `${(++ids).toString(16).padStart(8, '0')}-${Math.abs(seed++).toString(16).padStart(4, '0')}-4000-8000-000000000000`,
    pause: async () => undefined,
    ...overrides,
  }
}
let seed = 1

/** Makes this disk the one that databases lie on. */
export function useDisk({ indexedDB }: Disk): void {
  Dexie.dependencies.indexedDB = indexedDB
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
}

/** The sealed tables of a disk, beside a record that may be open on it. */
export async function tablesOn(disk: Disk, key = KEY): Promise<{ db: Database, store: Store }> {
  useDisk(disk)
  const sealer = createSealer(key)
  const db = declareDatabase(DATABASE, sealer)
  await db.open()
  return { db, store: createStore(db, sealer) }
}

/** The real files of a disk: journal and snapshots as the main process keeps them. */
export function filesOn({ folder }: Disk): { journal: ReturnType<typeof openJournal>, snapshots: SealedFolder, attachments: SealedFolder } {
  const snapshots = openSnapshots({ folder: join(folder, 'snapshots') })
  const attachments = openAttachments({ folder: join(folder, 'attachments'), beside: () => null })
  return {
    journal: openJournal(join(folder, 'journal')),
    snapshots: { list: () => snapshots.list(new Date(NOW)), read: snapshots.read, write: snapshots.write, remove: async names => void await snapshots.remove(names) },
    attachments: { list: () => attachments.list(new Date(NOW)), read: attachments.read, write: attachments.write, remove: async names => void await attachments.remove(names) },
  }
}

const slots = async (): Promise<KeySlot[]> => []

/** Opens the record on a disk; give the same disk again to restart. */
export async function openOn(disk: Disk, overrides: Partial<World> = {}, { key = KEY, files = filesOn(disk) } = {}): Promise<OpenRecord> {
  useDisk(disk)
  return openRecord({ key, ...files, slots, app: async () => '0.1.0' }, testWorld(overrides))
}

/** Commits and fails the test where the commit was refused. */
export async function done<Value>(outcome: Promise<{ ok: true, value: Value } | { ok: false, refused: string, field?: string }>): Promise<Value> {
  const result = await outcome
  if (!result.ok)
    throw new Error(`refused: ${result.refused} ${result.field ?? ''}`)
  return result.value
}
