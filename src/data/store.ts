import type { Facts, TableName } from '../core/records/tables'
import type { EventHead, RowChange, TimelineEvent } from '../core/records/timeline-event'
import type { Database, EventBoxes, SealedEvent, SealedRow } from './database'
import type { Pause } from './ports'
import type { Place, Sealer } from './seal/sealer'
import { Dexie } from 'dexie'
import { applyRowChanges } from '../core/actions/apply'
import { emptyFacts } from '../core/records/facts'
import { TABLES } from '../core/records/tables'
import { headOf } from '../core/records/timeline-event'
import { SealError } from './seal/sealer'
import { latestVersion, liftedChanges } from './versions'

/** How many steps back undo reaches after a restart. Within one run all of them are kept. */
export const UNDO_KEPT = 200
/** Rows in one page: large enough that the cipher's work for each box does not count, small enough for one frame. */
const PAGE_ROWS = 250
/** Rows sealed between two breaths, and row changes in one box of an event. */
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
/** The first box of an event: all of it but the changes that further boxes hold. */
type FirstBox = { event: TimelineEvent, more: number }

/** Reads and writes sealed rows. It knows nothing of actions, journal or undo. */
export type Store = {
  load: (pause: Pause) => Promise<Loaded>
  /** Seals outside any transaction, a slice at a time. */
  seal: (changes: readonly RowChange[], event: TimelineEvent, pause: Pause) => Promise<SealedCommit>
  /** Rows and event in one transaction. */
  write: (commit: SealedCommit) => Promise<void>
  /** The whole event, or null where there is none. */
  event: (seq: number, pause: Pause) => Promise<TimelineEvent | null>
  /** Sealed events after a place, in order. */
  sealedAfter: (seq: number) => Promise<SealedEvent[]>
  /** Opens one box after the other. @throws {SealError} */
  openEvent: (sealed: EventBoxes, pause: Pause) => Promise<TimelineEvent>
  /** Events that touch a number, newest first. */
  timeline: (numberId: string, limit: number, pause: Pause) => Promise<TimelineEvent[]>
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

  async function sealEvent(event: TimelineEvent, pause: Pause): Promise<SealedEvent> {
    const { seq, numberIds, changes } = event
    const more = Math.max(0, Math.ceil(changes.length / SLICE) - 1)
    const first: FirstBox = { event: { ...event, changes: changes.slice(0, SLICE) }, more }
    const boxes = [sealer.seal(placeOf(seq, 0), first)]
    for (let part = 1; part <= more; part++) {
      await pause()
      boxes.push(sealer.seal(placeOf(seq, part), changes.slice(part * SLICE, (part + 1) * SLICE)))
    }
    return { seq, numberIds, v: latestVersion, boxes }
  }

  async function openEvent({ seq, v, boxes }: EventBoxes, pause: Pause): Promise<TimelineEvent> {
    const { event, more } = openFirst({ seq, v, boxes })
    if (boxes.length !== more + 1)
      throw new SealError('not all of an event')
    const changes = [...event.changes]
    for (let part = 1; part <= more; part++) {
      await pause()
      for (const change of sealer.open(placeOf(seq, part, v), boxes[part]!) as RowChange[])
        changes.push(change)
    }
    return { ...event, changes: liftedChanges(changes, v) }
  }

  function openFirst({ seq, v, boxes: [first] }: EventBoxes): FirstBox {
    if (!first)
      throw new SealError('not an event')
    return sealer.open(placeOf(seq, 0, v), first) as FirstBox
  }

  function openHead(sealed: EventBoxes): EventHead {
    return headOf(openFirst(sealed).event)
  }

  async function loadPages(pause: Pause): Promise<Loaded | null> {
    const { pages, later } = await db.transaction('r', [db.pages, db.events], async () => {
      const pages = await db.pages.toArray()
      const head = headIn(pages)
      return { pages, later: head ? await db.events.where('seq').above(head.seq).toArray() : [] }
    })
    const head = headIn(pages)
    if (!head || pages.length !== head.pages + 1)
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
    if (later.some((event, index) => event.seq !== head.seq + 1 + index))
      return null
    const events: TimelineEvent[] = []
    for (const sealed of later)
      events.push(await openEvent(sealed, pause))
    const facts = applyRowChanges(tables as unknown as Facts, events.flatMap(event => event.changes))
    return { facts, heads: [...heads, ...events.map(headOf)], lastSeq: head.seq + later.length, pagesSeq: head.seq }
  }

  function headIn(pages: readonly SealedRow[]): PagesHead | null {
    const head = pages.find(page => page.id === 'head')
    return head?.v === latestVersion ? openRow<PagesHead>('pages', head) : null
  }

  async function loadRows(): Promise<Loaded> {
    const [rows, newestFirst] = await db.transaction('r', [...TABLES, 'events'], () => Promise.all([
      Promise.all(TABLES.map(table => db.table<SealedRow>(table).toArray())),
      db.events.orderBy('seq').reverse().limit(UNDO_KEPT * 2).toArray(),
    ]))
    const tables = TABLES.map((table, index) => [table, new Map(rows[index]!.map(row => [row.id, openRow(table, row)]))] as const)
    const heads = newestFirst.reverse().map(openHead)
    return { facts: { ...emptyFacts(), ...Object.fromEntries(tables) }, heads, lastSeq: heads.at(-1)?.seq ?? 0, pagesSeq: -1 }
  }

  async function load(pause: Pause): Promise<Loaded> {
    try {
      const loaded = await loadPages(pause)
      if (loaded)
        return loaded
    }
    catch (error) {
      // A damaged page costs nothing: the rows beneath it are whole, or say so themselves.
      if (!(error instanceof SealError))
        throw error
    }
    return loadRows()
  }

  async function seal(changes: readonly RowChange[], event: TimelineEvent, pause: Pause): Promise<SealedCommit> {
    const sealed: SealedCommit['changes'][number][] = []
    for (const { table, id, after } of changes) {
      if (sealed.length % SLICE === SLICE - 1)
        await pause()
      sealed.push({ table, id, row: after && sealRow(table, id, after) })
    }
    return { event: await sealEvent(event, pause), changes: sealed }
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
        yield await openEvent(sealed, pause)
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
    const sealedEvents: SealedEvent[] = []
    for (const [index, event] of events.entries()) {
      if (index % SLICE === SLICE - 1)
        await pause()
      sealedEvents.push(await sealEvent(event, pause))
    }
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
    async event(seq, pause) {
      const sealed = await db.events.get(seq)
      return sealed ? openEvent(sealed, pause) : null
    },
    sealedAfter: seq => db.events.where('seq').above(seq).toArray(),
    async timeline(numberId, limit, pause) {
      const touching = await db.events.where('numberIds').equals(numberId).toArray()
      return Promise.all(touching.sort((a, b) => b.seq - a.seq).slice(0, limit).map(sealed => openEvent(sealed, pause)))
    },
    allEvents,
    writePages,
    replace,
    healRows,
    healKeys,
  }
}

/** Where a box of an event belongs. */
function placeOf(seq: number, part: number, version = latestVersion): Place {
  return { table: 'events', id: part === 0 ? String(seq) : `${seq}.${part}`, version }
}

/** Takes a database away, open or not. */
export function deleteDatabase(name: string): Promise<void> {
  return Dexie.delete(name)
}
