import type { Facts } from '../core/records/tables'
import type { TimelineEvent } from '../core/records/timeline-event'
import type { KeySlot } from '../shared/vault'
import type { Snapshots } from './backup/snapshots'
import type { Journal, SealedFolder } from './ports'
import type { OpenRecord, World } from './record'
import type { Loaded, Store } from './store'
import { Dexie } from 'dexie'
import { emptyFacts } from '../core/records/facts'
import { TABLES } from '../core/records/tables'
import { createFiles } from './attachments/files'
import { createSnapshots } from './backup/snapshots'
import { DATABASE, declareDatabase, openFailureOf, PLAIN_DATABASE, versionsOnDisk } from './database'
import { createRecord } from './record'
import { repair } from './repair'
import { createSealer } from './seal/sealer'
import { createStore, deleteDatabase } from './store'
import { lifted, PLAIN_VERSION } from './versions'
import { version001 } from './versions/001-first'

/** What the record is opened with. */
export type Opening = {
  /** The data key, 32 bytes. */
  key: Uint8Array
  journal: Journal
  snapshots: SealedFolder
  attachments: SealedFolder
  /** Slots that go into a snapshot's header. */
  slots: () => Promise<KeySlot[]>
  /** Version of the app. */
  app: () => Promise<string>
}

/**
 * Opens the database, compares it with the journal, and sets right what a fault left behind.
 * Faults that cannot be set right pass through; see `openFailureOf`. Nothing is taken away then.
 */
export async function openRecord({ key, journal, snapshots: folder, attachments, slots, app }: Opening, world: World): Promise<OpenRecord> {
  const sealer = createSealer(key)
  const { pause } = world
  let db = declareDatabase(DATABASE, sealer)
  let isClosed = false
  const snapshots = createSnapshots({ folder, key, slots, app, now: world.now, dayOf: world.dayOf, pause })

  const files = createFiles({ folder: attachments, key, app, now: world.now })

  // Read side by side with the database: nearly always both end at the same place, and nothing more is asked.
  const ending = journal.read(Number.MAX_SAFE_INTEGER)
  const hasPlain = (await versionsOnDisk()).has(PLAIN_DATABASE)
  let store = createStore(db, sealer)
  let fault: unknown = null
  const loaded = await open().catch((error: unknown) => {
    if (openFailureOf(error) !== 'unreadable')
      throw error
    fault = error
    return null
  })
  const repaired = await repair(loaded, await ending, { store, journal, snapshots, fresh, pause })
  if (!repaired)
    throw fault

  return createRecord({ ...repaired, store, journal, snapshots, files, reopen, shut, close }, world)

  async function open(): Promise<Loaded> {
    await db.open()
    if (hasPlain)
      await takeOver(store, snapshots, journal, world)
    return store.load(world.pause)
  }

  async function fresh(): Promise<Store> {
    db.close()
    await deleteDatabase(DATABASE)
    db = declareDatabase(DATABASE, sealer)
    store = createStore(db, sealer)
    await db.open()
    return store
  }

  /** Opens anew what was shut by a fault, unless a newer version has taken it over meanwhile. */
  async function reopen(): Promise<void> {
    if (db.isOpen() || isClosed)
      return
    await versionsOnDisk()
    await db.open()
  }

  function shut(): void {
    if (!isClosed)
      db.close({ disableAutoOpen: false })
  }

  function close(): void {
    isClosed = true
    db.close()
  }
}

/**
 * Moves a record of the time before sealing over: all of it into the sealed database in one transaction, a snapshot of it, and only
 * then is the open one deleted. Cut off in between, the next start goes on from there.
 */
async function takeOver(store: Store, snapshots: Snapshots, journal: Journal, world: World): Promise<void> {
  const plain = new Dexie(PLAIN_DATABASE)
  plain.version(version001.number).stores(version001.stores)
  await plain.open()
  const stored = TABLES.filter(table => table in version001.stores)
  const rows = await Promise.all(stored.map(async table => [table, await plain.table<Record<string, unknown>>(table).toArray()] as const))
  const events = await plain.table<TimelineEvent>('events').orderBy('seq').toArray()
  plain.close()
  const facts = { ...emptyFacts(), ...Object.fromEntries(rows.map(([table, all]) => [table, new Map(all.map(row => [String(row['id']), lifted(table, row, PLAIN_VERSION)]))])) } as Facts

  const there = await store.load(world.pause)
  const lastSeq = events.at(-1)?.seq ?? 0
  if (there.lastSeq === 0 && TABLES.every(table => there.facts[table].size === 0)) {
    await store.replace(facts, events, world.pause)
    await journal.restart(lastSeq)
  }
  const made = await snapshots.make({ facts, lastSeq, events: inOrder(events) })
  if (made.ok)
    await deleteDatabase(PLAIN_DATABASE)
}

async function* inOrder(events: readonly TimelineEvent[]): AsyncGenerator<TimelineEvent> {
  yield* events
}
