import type { Action, Context, Outcome, Refusal } from '../core/actions/action'
import type { Facts } from '../core/records/tables'
import type { RowChange, TimelineEvent } from '../core/records/timeline-event'
import type { Database } from './database'
import { applyRowChanges, redoChanges, rowChanges, undoChanges, undoStacks } from '../core/actions/apply'
import { emptyFacts } from '../core/records/facts'
import { schemas } from '../core/records/schemas'
import { TABLES } from '../core/records/tables'
import { refuseNewer } from './database'

/** How many steps back undo reaches after a restart. Within one run all of them are kept. */
export const UNDO_KEPT = 200

/** What a commit gives back. A refusal changed nothing. */
export type Committed<Value>
  = | { ok: true, value: Value, event: TimelineEvent }
    | { ok: false, refused: Refusal, field?: string, params?: Record<string, string | number> }

/** What the record needs from the world. */
export type World = {
  now: () => number
  /** Calendar day of an instant in the user's zone. */
  dayOf: (at: number) => string
  newId: () => string
  /** Told of a failed write; the error may name the engine's reason but no content. */
  onFault?: (error: unknown) => void
}

/** The open record: all rows in memory, one door to change them. */
export type OpenRecord = {
  facts: () => Facts
  /** Calls back after each commit; returns how to stop. */
  subscribe: (listener: () => void) => () => void
  commit: <Input, Value>(action: Action<Input, Value>, input: Input) => Promise<Committed<Value>>
  undo: () => Promise<Committed<void>>
  redo: () => Promise<Committed<void>>
  /** What the next undo and redo would turn; null when there is nothing. */
  next: () => { undo: TimelineEvent | null, redo: TimelineEvent | null }
  close: () => void
}

/**
 * Opens the database and reads every row. Dexie's errors pass through; see `openFailureOf`.
 * Rows are held in memory (src/decisions/0003-rows-in-memory.md): queries are pure functions over `facts()`.
 */
export async function openRecord(db: Database, world: World): Promise<OpenRecord> {
  await refuseNewer(db.name)
  await db.open()
  const rows = await db.transaction('r', [...TABLES.map(table => db.table(table)), db.events], () => Promise.all([
    ...TABLES.map(table => db.table(table).toArray()),
    db.events.orderBy('seq').reverse().limit(UNDO_KEPT * 2).toArray(),
  ]))
  const newestFirst = rows[TABLES.length] as TimelineEvent[]
  let facts: Facts = { ...emptyFacts(), ...Object.fromEntries(TABLES.map((table, index) => [table, new Map((rows[index] as { id: string }[]).map(row => [row.id, row]))])) }
  let events = newestFirst.reverse()
  let lastSeq = events.at(-1)?.seq ?? 0
  let queue: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const listeners = new Set<() => void>()

  /** Runs one change after the other: each sees what the one before left. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = queue.then(job)
    queue = turn.catch(() => undefined)
    return turn
  }

  /** Opens anew what was shut by a fault, unless a newer version has taken it over meanwhile. */
  async function reopen(): Promise<void> {
    if (db.isOpen() || isClosed)
      return
    await refuseNewer(db.name)
    await db.open()
  }

  async function write(changes: readonly RowChange[], event: TimelineEvent): Promise<boolean> {
    const touched = [...new Set(changes.map(change => change.table))]
    try {
      await reopen()
      await db.transaction('rw', [...touched.map(table => db.table(table)), db.events], async () => {
        for (const table of touched) {
          const mine = changes.filter(change => change.table === table)
          await db.table(table).bulkPut(mine.flatMap(change => change.after ? [change.after] : []))
          await db.table(table).bulkDelete(mine.flatMap(change => change.after ? [] : [change.id]))
        }
        await db.events.add(event)
      })
    }
    catch (error) {
      world.onFault?.(error)
      // A full disk makes the engine drop the connection: the next try begins with a new one.
      if (!isClosed)
        db.close({ disableAutoOpen: false })
      return false
    }
    facts = applyRowChanges(facts, changes)
    events = [...events, event]
    lastSeq = event.seq
    listeners.forEach(listener => listener())
    return true
  }

  function isValid(changes: readonly RowChange[]): boolean {
    return changes.every(change => change.after === null || schemas[change.table].safeParse(change.after).success)
  }

  function eventOf(at: number, of: Pick<TimelineEvent, 'kind' | 'numberIds' | 'params' | 'mode' | 'ofEventId'>, changes: readonly RowChange[]): TimelineEvent {
    return { id: world.newId(), seq: lastSeq + 1, at, ...of, changes: [...changes] }
  }

  async function commitNow<Input, Value>(action: Action<Input, Value>, input: Input): Promise<Committed<Value>> {
    const now = world.now()
    const context: Context = { now, today: world.dayOf(now), newId: world.newId }
    const outcome: Outcome<Value> = action(facts, input, context)
    if ('refused' in outcome)
      return { ok: false, ...outcome }
    const changes = rowChanges(facts, outcome.changes)
    if (!isValid(changes))
      return { ok: false, refused: 'not-valid' }
    const { isUndoable = true, ...about } = outcome.event
    const event = eventOf(now, { ...about, mode: isUndoable ? 'do' : 'set', ofEventId: null }, changes)
    return await write(changes, event) ? { ok: true, value: outcome.value, event } : { ok: false, refused: 'not-saved' }
  }

  async function turn(mode: 'undo' | 'redo'): Promise<Committed<void>> {
    const target = next()[mode]
    if (!target)
      return { ok: false, refused: mode === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' }
    const changes = mode === 'undo' ? undoChanges(facts, target) : redoChanges(facts, target)
    if ('refused' in changes)
      return { ok: false, refused: changes.refused }
    const event = eventOf(world.now(), { kind: target.kind, numberIds: target.numberIds, params: target.params, mode, ofEventId: target.id }, changes)
    return await write(changes, event) ? { ok: true, value: undefined, event } : { ok: false, refused: 'not-saved' }
  }

  function next(): { undo: TimelineEvent | null, redo: TimelineEvent | null } {
    const stacks = undoStacks(events)
    const find = (id: string | undefined): TimelineEvent | null => events.find(event => event.id === id) ?? null
    return { undo: find(stacks.undo.at(-1)), redo: find(stacks.redo.at(-1)) }
  }

  return {
    facts: () => facts,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: (action, input) => inTurn(() => commitNow(action, input)),
    undo: () => inTurn(() => turn('undo')),
    redo: () => inTurn(() => turn('redo')),
    next,
    close() {
      isClosed = true
      db.close()
    },
  }
}
