import type { Action, Context, Outcome, Refusal } from '../core/actions/action'
import type { Attachment } from '../core/records/attachment'
import type { Facts } from '../core/records/tables'
import type { EventHead, RowChange, TimelineEvent } from '../core/records/timeline-event'
import type { Files } from './attachments/files'
import type { Made, Snapshots } from './backup/snapshots'
import type { Journal, Pause } from './ports'
import type { Repair } from './repair'
import type { Loaded, Store } from './store'
import { attachFile } from '../core/actions/attach-file'
import { applyRowChanges, redoChanges, rowChanges, undoChanges, undoStacks } from '../core/actions/apply'
import { isBare } from '../core/records/facts'
import { schemas } from '../core/records/schemas'
import { TABLES } from '../core/records/tables'
import { headOf } from '../core/records/timeline-event'
import { sha256Of } from './attachments/files'
import { toJournal } from './journal-box'

/** Commits after which the pages are laid down anew. */
const PAGES_BEHIND = 64
/** Row changes after which they are, however few the commits. */
const ROWS_BEHIND = 500
/** How long the bytes of a removed file stay: the oldest snapshot that is kept is a year old. */
const FORGET_AFTER_MS = 400 * 24 * 60 * 60 * 1000
const NO_SUM = '0'.repeat(64)
/** Rows looked at between two breaths. */
const SLICE = 200

/** What a commit gives back. A refusal changed nothing. */
export type Committed<Value>
  = | { ok: true, value: Value, event: EventHead }
    | { ok: false, refused: Refusal, field?: string, params?: Record<string, string | number> }

/** What the record needs from the world. */
export type World = {
  now: () => number
  /** Calendar day of an instant in the user's zone. */
  dayOf: (at: number) => string
  newId: () => string
  /** Lets the page breathe between two slices of long work. */
  pause: Pause
  /** Told of a failed write; the error may name the engine's reason but no content. */
  onFault?: (error: unknown) => void
}

/** The open record: all rows in memory, one door to change them. */
export type OpenRecord = {
  facts: () => Facts
  /** What had to be set right when it was opened. */
  repairs: readonly Repair[]
  /** Calls back after each commit; returns how to stop. */
  subscribe: (listener: () => void) => () => void
  /** @param insisted texts that look like secrets and are kept all the same, since the user insists */
  commit: <Input, Value>(action: Action<Input, Value>, input: Input, insisted?: readonly string[]) => Promise<Committed<Value>>
  undo: () => Promise<Committed<void>>
  redo: () => Promise<Committed<void>>
  /** What the next undo and redo would turn; null when there is nothing. */
  next: () => { undo: EventHead | null, redo: EventHead | null }
  /**
   * Takes over the history of a backup, before its rows are restored; only into a record in which nothing is.
   * Whether it did.
   */
  adoptHistory: (events: readonly TimelineEvent[]) => Promise<boolean>
  /** Keeps a file: its bytes are on disk before the record names them. */
  attach: (file: NewFile) => Promise<Committed<void>>
  files: Files
  /** Events that touch a number, newest first. */
  timeline: (numberId: string, limit: number) => Promise<TimelineEvent[]>
  /** Makes a snapshot of this moment, unless the newest already is one. Null = there was nothing new. */
  snapshot: () => Promise<Made | null>
  snapshots: Snapshots
  /** The record of this moment with all that ever happened in it, whatever is changed while it is being read. */
  content: () => { facts: Facts, lastSeq: number, events: AsyncIterable<TimelineEvent> }
  /** Small duties for a quiet moment: pages laid down, rows proved. Safe to be cut off at any point. */
  tidy: () => Promise<void>
  close: () => void
}

/** A file to be kept, and with what. */
export type NewFile = Pick<Attachment, 'ownerTable' | 'ownerId' | 'name' | 'mediaType' | 'size'> & {
  /** Asked only where the file may be kept: it could be larger than the memory. */
  read: () => Promise<Uint8Array<ArrayBuffer>>
}

/** What an open record stands on. */
export type Ground = {
  loaded: Loaded
  repairs: readonly Repair[]
  store: Store
  journal: Journal
  snapshots: Snapshots
  files: Files
  /** Opens the database anew where a fault shut it. */
  reopen: () => Promise<void>
  /** Shuts the database after a fault, so that the next try begins with a new connection. */
  shut: () => void
  close: () => void
}

/** The one writer. Rows are held in memory (src/decisions/0003-rows-in-memory.md): queries are pure functions over `facts()`. */
export function createRecord({ loaded, repairs, store, journal, snapshots, files, reopen, shut, close }: Ground, world: World): OpenRecord {
  let { facts, heads, lastSeq, pagesSeq } = loaded
  let rowsBehind = 0
  let isLookedOver = false
  /** Place of a record in the journal whose commit failed, and which could not be taken back yet. */
  let orphan: number | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let snapshotting: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  /** Runs one change after the other: each sees what the one before left. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = queue.then(job)
    queue = turn.catch(() => undefined)
    return turn
  }

  /** Journal first: it is on disk before the database is asked, and taken back where the database refuses. */
  async function write(changes: readonly RowChange[], event: TimelineEvent): Promise<Refusal | null> {
    if (orphan !== null && await journal.drop(orphan) !== 'done')
      return 'not-saved'
    orphan = null
    const start = performance.now()
    const commit = await store.seal(changes, event, world.pause)
    const answer = await journal.append(event.seq, toJournal(commit.event))
    if (answer !== 'done')
      return answer === 'full' ? 'disk-full' : 'not-saved'
    try {
      await reopen()
      await store.write(commit)
    }
    catch (error) {
      world.onFault?.(error)
      if (await journal.drop(event.seq) !== 'done')
        orphan = event.seq
      // A full disk makes the engine drop the connection: the next try begins with a new one.
      shut()
      return isFull(error) ? 'disk-full' : 'not-saved'
    }
    // From the action's answer until it is safe, in the page's own timeline; the bench reads it.
    performance.measure('app:commit', { start, end: performance.now() })
    facts = applyRowChanges(facts, changes)
    heads = [...heads, headOf(event)]
    lastSeq = event.seq
    rowsBehind += changes.length
    listeners.forEach(listener => listener())
    return null
  }

  function isValid(changes: readonly RowChange[]): boolean {
    return changes.every(change => change.after === null || schemas[change.table].safeParse(change.after).success)
  }

  function eventOf(at: number, of: Pick<TimelineEvent, 'kind' | 'numberIds' | 'params' | 'mode' | 'ofEventId'>, changes: readonly RowChange[]): TimelineEvent {
    return { id: world.newId(), seq: lastSeq + 1, at, ...of, changes: [...changes] }
  }

  async function writeEvent<Value>(changes: readonly RowChange[], event: TimelineEvent, value: Value): Promise<Committed<Value>> {
    const refused = await write(changes, event)
    return refused === null ? { ok: true, value, event: headOf(event) } : { ok: false, refused }
  }

  async function commitNow<Input, Value>(action: Action<Input, Value>, input: Input, insisted: readonly string[] = []): Promise<Committed<Value>> {
    const now = world.now()
    const context: Context = { now, today: world.dayOf(now), newId: world.newId, insisted }
    const outcome: Outcome<Value> = action(facts, input, context)
    if ('refused' in outcome)
      return { ok: false, ...outcome }
    const changes = rowChanges(facts, outcome.changes)
    if (!isValid(changes))
      return { ok: false, refused: 'not-valid' }
    const { isUndoable = true, ...about } = outcome.event
    return writeEvent(changes, eventOf(now, { ...about, mode: isUndoable ? 'do' : 'set', ofEventId: null }, changes), outcome.value)
  }

  async function adoptHistoryNow(events: readonly TimelineEvent[]): Promise<boolean> {
    if (!isBare(facts) || events.length === 0)
      return false
    const last = events.at(-1)!.seq
    try {
      await reopen()
      // The database first: a journal that is behind is filled from it at the next start.
      await store.replace(facts, events, world.pause)
    }
    catch (error) {
      world.onFault?.(error)
      shut()
      return false
    }
    await journal.restart(last)
    heads = events.map(headOf)
    lastSeq = last
    pagesSeq = last
    return true
  }

  async function attach({ read, ...about }: NewFile): Promise<Committed<void>> {
    const id = world.newId()
    // Asked first: what is refused anyway is neither read nor written.
    const asked = attachFile(facts, { ...about, id, sha256: NO_SUM }, { now: world.now(), today: world.dayOf(world.now()), newId: world.newId })
    if ('refused' in asked)
      return { ok: false, ...asked }
    const bytes = await read().catch(() => null)
    if (!bytes)
      return { ok: false, refused: 'file-unread' }
    const size = bytes.length
    const sha256 = await sha256Of(bytes)
    const answer = await files.keep({ id, size, sha256 }, bytes)
    if (answer !== 'done')
      return { ok: false, refused: answer === 'full' ? 'disk-full' : 'not-saved' }
    const outcome = await inTurn(() => commitNow(attachFile, { ...about, id, size, sha256 }))
    if (!outcome.ok)
      await files.remove([id])
    return outcome
  }

  /** Lets go of files that nothing can bring back any more. One that no event of this record knows is left alone: it may be another's. */
  async function forgetFiles(): Promise<void> {
    const loose = new Set((await files.list()).filter(id => !facts.attachments.has(id)))
    if (loose.size === 0)
      return
    const touched = new Map<string, number>()
    for await (const { at, changes } of store.allEvents(world.pause)) {
      for (const { table, id } of changes) {
        if (table === 'attachments' && loose.has(id))
          touched.set(id, at)
      }
    }
    const gone = [...touched].filter(([id, at]) => at < world.now() - FORGET_AFTER_MS && !facts.attachments.has(id)).map(([id]) => id)
    if (gone.length > 0)
      await files.remove(gone)
  }

  async function turn(mode: 'undo' | 'redo'): Promise<Committed<void>> {
    const head = next()[mode]
    const target = head && await store.event(head.seq, world.pause)
    if (!target)
      return { ok: false, refused: mode === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' }
    const changes = mode === 'undo' ? undoChanges(facts, target) : redoChanges(facts, target)
    if ('refused' in changes)
      return { ok: false, refused: changes.refused }
    const { kind, numberIds, params, id } = target
    return writeEvent(changes, eventOf(world.now(), { kind, numberIds, params, mode, ofEventId: id }, changes), undefined)
  }

  function next(): { undo: EventHead | null, redo: EventHead | null } {
    const stacks = undoStacks(heads)
    const find = (id: string | undefined): EventHead | null => heads.find(event => event.id === id) ?? null
    return { undo: find(stacks.undo.at(-1)), redo: find(stacks.redo.at(-1)) }
  }

  async function layPages(): Promise<void> {
    if (pagesSeq >= 0 && lastSeq - pagesSeq < PAGES_BEHIND && rowsBehind < ROWS_BEHIND)
      return
    const of = { facts, heads, lastSeq }
    await store.writePages(of, world.pause)
    pagesSeq = of.lastSeq
    rowsBehind = 0
  }

  /** Every row beneath the pages is opened, so that damage is found while there is a sound copy. */
  async function prove(): Promise<void> {
    for (const table of TABLES) {
      await inTurn(() => store.healKeys(table, facts))
      const ids = [...facts[table].keys()]
      for (let at = 0; at < ids.length; at += SLICE) {
        await world.pause()
        await inTurn(() => store.healRows(table, ids.slice(at, at + SLICE).filter(id => facts[table].has(id)), facts))
      }
    }
  }

  async function snapshotNow(of: ReturnType<OpenRecord['content']>): Promise<Made | null> {
    // Asked each time: the folder may be another one by now, or emptied.
    const newest = (await snapshots.list()).find(made => made.summary)?.summary?.lastSeq
    // An empty record has nothing to lose, and its snapshot would only push a full one out.
    if (newest === of.lastSeq || isBare(of.facts))
      return null
    const made = await snapshots.make(of)
    if (made.ok) {
      // One snapshot may go bad: the journal reaches back to the one before.
      const before = (await snapshots.list()).filter(({ fault }) => fault === null)[1]?.summary?.lastSeq
      if (before !== undefined)
        await journal.prune(before)
    }
    return made
  }

  function content(): ReturnType<OpenRecord['content']> {
    return { facts, lastSeq, events: upTo(lastSeq) }
  }

  async function* upTo(seq: number): AsyncGenerator<TimelineEvent> {
    for await (const event of store.allEvents(world.pause)) {
      if (event.seq <= seq)
        yield event
    }
  }

  return {
    facts: () => facts,
    repairs,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: (action, input, insisted) => inTurn(() => commitNow(action, input, insisted)),
    undo: () => inTurn(() => turn('undo')),
    redo: () => inTurn(() => turn('redo')),
    next,
    adoptHistory: events => inTurn(() => adoptHistoryNow(events)),
    attach,
    files,
    timeline: (numberId, limit) => store.timeline(numberId, limit, world.pause),
    snapshot() {
      // Of this moment, whatever is changed while it is being made; one after the other.
      const of = content()
      const making = snapshotting.then(() => snapshotNow(of))
      snapshotting = making.catch(() => undefined)
      return making
    },
    snapshots,
    content,
    async tidy() {
      await layPages()
      // The others once a run: they look at everything.
      if (isLookedOver)
        return
      isLookedOver = true
      await prove()
      await forgetFiles()
    },
    close,
  }
}

function isFull(error: unknown): boolean {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(item => (item as { name?: string } | null)?.name)
  return names.includes('QuotaExceededError')
}
