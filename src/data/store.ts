import type { Facts, TableName } from '../core/records/tables'
import type { EventHead, RowChange, TimelineEvent } from '../core/records/timeline-event'
import type { Database, SealedEvent, SealedRow } from './database'
import type { Pause } from './ports'
import type { Sealer } from './seal/sealer'
import { Dexie } from 'dexie'
import { applyRowChanges } from '../core/actions/apply'
import { emptyFacts } from '../core/records/facts'
import { TABLES } from '../core/records/tables'
import { headOf } from '../core/records/timeline-event'
import { SealError } from './seal/sealer'
import { latestVersion } from './versions'

/** How many steps back undo reaches after a restart. Within one run all of them are kept. */
export const UNDO_KEPT = 200
/** Rows in one page: large enough that the cipher's work for each box does not count, small enough for one frame. */
const PAGE_ROWS = 250
/** Rows sealed between two breaths. */
const SLICE = 200

/** The record as the database holds it. */
export type Loaded = {
  facts: Facts
  /** Newest events, in ascending order of `seq`. */
  heads: EventHead[]
  /** Place of the last event; 0 = none. */
  lastSeq: number
  /** Up to where the pages reach; -1 = there are none. */
  pagesSeq: number
}

/** A commit, sealed and ready to be written. */
export type SealedCommit = {
  event: SealedEvent
  changes: readonly { table: TableName, id: string, row: SealedRow | null }[]
}

type PagesHead = { seq: number, pages: number }
type Page = { table: TableName | 'events', rows: unknown[] }

/** Reads and writes sealed rows. It knows nothing of actions, journal or undo. */
export type Store = {
  load: () => Promise<Loaded>
  /** Seals outside any transaction, a slice at a time. */
  seal: (changes: readonly RowChange[], event: TimelineEvent, pause: Pause) => Promise<SealedCommit>
  /** Rows and event in one transaction. */
  write: (commit: SealedCommit) => Promise<void>
  /** The whole event, or null where there is none. */
  event: (seq: number) => Promise<TimelineEvent | null>
  /** Sealed events after a place, in order. */
  sealedAfter: (seq: number) => Promise<SealedEvent[]>
  openEvent: (sealed: Pick<SealedEvent, 'seq' | 'v' | 'box'>) => TimelineEvent
  /** Events that touch a number, newest first. */
  timeline: (numberId: string, limit: number) => Promise<TimelineEvent[]>
  /** All events, oldest first, a slice at a time. */
  allEvents: (pause: Pause) => AsyncGenerator<TimelineEvent>
  /** Lays the whole record down once more, in pages. */
  writePages: (of: Pick<Loaded, 'facts' | 'heads' | 'lastSeq'>, pause: Pause) => Promise<void>
  /** Puts a whole record in place of what is there, in one transaction. */
  replace: (facts: Facts, events: readonly TimelineEvent[], pause: Pause) => Promise<void>
  /** Opens these rows and gives those that are damaged or missing a sound copy again; how many that were. */
  healRows: (table: TableName, ids: readonly string[], facts: Facts) => Promise<number>
  /** Takes rows away that the record does not know. */
  healKeys: (table: TableName, facts: Facts) => Promise<number>
}

/** The sealed tables behind plain rows. */
export function createStore(db: Database, sealer: Sealer): Store {
  const everything = [...TABLES, 'events', 'pages']

  function sealRow(table: string, id: string, row: unknown): SealedRow {
    return { id, v: latestVersion, box: sealer.seal({ table, id, version: latestVersion }, row) }
  }

  function openRow<Row>(table: string, { id, v, box }: SealedRow): Row {
    return sealer.open({ table, id, version: v }, box) as Row
  }

  function sealEvent(event: TimelineEvent): SealedEvent {
    return { seq: event.seq, numberIds: event.numberIds, v: latestVersion, box: sealer.seal({ table: 'events', id: String(event.seq), version: latestVersion }, event) }
  }

  function openEvent({ seq, v, box }: Pick<SealedEvent, 'seq' | 'v' | 'box'>): TimelineEvent {
    return sealer.open({ table: 'events', id: String(seq), version: v }, box) as TimelineEvent
  }

  async function loadPages(): Promise<Loaded | null> {
    const pages = await db.pages.toArray()
    const head = pages.find(page => page.id === 'head')
    if (head?.v !== latestVersion)
      return null
    const { seq, pages: count } = openRow<PagesHead>('pages', head)
    if (pages.length !== count + 1)
      return null
    const tables: Record<string, Map<string, unknown>> = Object.fromEntries(TABLES.map(table => [table, new Map()]))
    let heads: EventHead[] = []
    for (const page of pages) {
      if (page.id === 'head')
        continue
      const { table, rows } = openRow<Page>('pages', page)
      if (table === 'events')
        heads = rows as EventHead[]
      else
        (rows as { id: string }[]).forEach(row => tables[table]?.set(row.id, row))
    }
    const later = (await db.events.where('seq').above(seq).toArray()).map(openEvent)
    if (later.some((event, index) => event.seq !== seq + 1 + index))
      return null
    const facts = applyRowChanges(tables as unknown as Facts, later.flatMap(event => event.changes))
    return { facts, heads: [...heads, ...later.map(headOf)], lastSeq: seq + later.length, pagesSeq: seq }
  }

  async function loadRows(): Promise<Loaded> {
    const tables = await Promise.all(TABLES.map(async table => [table, new Map((await db.table<SealedRow>(table).toArray()).map(row => [row.id, openRow(table, row)]))] as const))
    const newestFirst = await db.events.orderBy('seq').reverse().limit(UNDO_KEPT * 2).toArray()
    const heads = newestFirst.reverse().map(sealed => headOf(openEvent(sealed)))
    return { facts: { ...emptyFacts(), ...Object.fromEntries(tables) }, heads, lastSeq: heads.at(-1)?.seq ?? 0, pagesSeq: -1 }
  }

  async function load(): Promise<Loaded> {
    return db.transaction('r', everything, async () => {
      try {
        const loaded = await loadPages()
        if (loaded)
          return loaded
      }
      catch (error) {
        // A damaged page costs nothing: the rows beneath it are whole, or say so themselves.
        if (!(error instanceof SealError))
          throw error
      }
      return loadRows()
    })
  }

  async function seal(changes: readonly RowChange[], event: TimelineEvent, pause: Pause): Promise<SealedCommit> {
    const sealed: SealedCommit['changes'][number][] = []
    for (const { table, id, after } of changes) {
      if (sealed.length % SLICE === SLICE - 1)
        await pause()
      sealed.push({ table, id, row: after && sealRow(table, id, after) })
    }
    return { event: sealEvent(event), changes: sealed }
  }

  async function write({ event, changes }: SealedCommit): Promise<void> {
    const touched = [...new Set(changes.map(({ table }) => table))]
    await db.transaction('rw', [...touched, 'events'], async () => {
      for (const table of touched) {
        const mine = changes.filter(change => change.table === table)
        await db.table(table).bulkPut(mine.flatMap(({ row }) => row ? [row] : []))
        await db.table(table).bulkDelete(mine.flatMap(({ row, id }) => row ? [] : [id]))
      }
      await db.events.add(event)
    })
  }

  async function makePages({ facts, heads, lastSeq }: Pick<Loaded, 'facts' | 'heads' | 'lastSeq'>, pause: Pause): Promise<SealedRow[]> {
    const pages: SealedRow[] = []
    const add = async (page: Page): Promise<void> => {
      await pause()
      pages.push(sealRow('pages', `p${pages.length}`, page))
    }
    for (const table of TABLES) {
      const rows = [...facts[table].values()]
      for (let at = 0; at < rows.length; at += PAGE_ROWS)
        await add({ table, rows: rows.slice(at, at + PAGE_ROWS) })
    }
    await add({ table: 'events', rows: heads.slice(-UNDO_KEPT * 2) })
    return [...pages, sealRow('pages', 'head', { seq: lastSeq, pages: pages.length } satisfies PagesHead)]
  }

  async function writePages(of: Pick<Loaded, 'facts' | 'heads' | 'lastSeq'>, pause: Pause): Promise<void> {
    const pages = await makePages(of, pause)
    await db.transaction('rw', db.pages, async () => {
      await db.pages.clear()
      await db.pages.bulkPut(pages)
    })
  }

  async function* allEvents(pause: Pause): AsyncGenerator<TimelineEvent> {
    for (let after = 0; ;) {
      const some = await db.events.where('seq').above(after).limit(SLICE).toArray()
      for (const sealed of some)
        yield openEvent(sealed)
      const last = some.at(-1)
      if (!last)
        return
      after = last.seq
      await pause()
    }
  }

  async function replace(facts: Facts, events: readonly TimelineEvent[], pause: Pause): Promise<void> {
    const rows = new Map<TableName, SealedRow[]>()
    for (const table of TABLES) {
      const sealed: SealedRow[] = []
      for (const [id, row] of facts[table]) {
        if (sealed.length % SLICE === SLICE - 1)
          await pause()
        sealed.push(sealRow(table, id, row))
      }
      rows.set(table, sealed)
    }
    const sealedEvents = events.map(sealEvent)
    const pages = await makePages({ facts, heads: events.map(headOf), lastSeq: events.at(-1)?.seq ?? 0 }, pause)
    await db.transaction('rw', everything, async () => {
      for (const [table, sealed] of rows) {
        await db.table(table).clear()
        await db.table(table).bulkAdd(sealed)
      }
      await db.events.clear()
      await db.events.bulkAdd(sealedEvents)
      await db.pages.clear()
      await db.pages.bulkAdd(pages)
    })
  }

  async function healRows(table: TableName, ids: readonly string[], facts: Facts): Promise<number> {
    const found = await db.table<SealedRow>(table).bulkGet([...ids])
    const broken = ids.filter((_, index) => !opens(table, found[index]))
    await db.table<SealedRow>(table).bulkPut(broken.map(id => sealRow(table, id, facts[table].get(id))))
    return broken.length
  }

  async function healKeys(table: TableName, facts: Facts): Promise<number> {
    const astray = (await db.table<SealedRow>(table).toCollection().primaryKeys()).filter(id => !facts[table].has(id as string))
    await db.table(table).bulkDelete(astray)
    return astray.length
  }

  function opens(table: string, row: SealedRow | undefined): boolean {
    try {
      return row !== undefined && openRow(table, row) !== undefined
    }
    catch {
      return false
    }
  }

  return {
    load,
    seal,
    write,
    openEvent,
    async event(seq) {
      const sealed = await db.events.get(seq)
      return sealed ? openEvent(sealed) : null
    },
    sealedAfter: seq => db.events.where('seq').above(seq).toArray(),
    async timeline(numberId, limit) {
      const touching = await db.events.where('numberIds').equals(numberId).toArray()
      return touching.sort((a, b) => b.seq - a.seq).slice(0, limit).map(openEvent)
    },
    allEvents,
    writePages,
    replace,
    healRows,
    healKeys,
  }
}

/** Takes a database away, open or not. */
export function deleteDatabase(name: string): Promise<void> {
  return Dexie.delete(name)
}
