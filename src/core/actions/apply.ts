import type { Settings } from '../records/settings'
import type { Facts, TableName } from '../records/tables'
import type { RowChange, TimelineEvent } from '../records/timeline-event'
import type { Change, Refused } from './action'
import { schemas } from '../records/schemas'
import { settingsDefaults } from '../records/settings'
import { isSame } from './is-same'

/** The facts with the changes made. Only touched tables are copied; the given facts stay as they are. */
export function applyChanges(facts: Facts, changes: readonly Change[]): Facts {
  return applyRowChanges(facts, rowChanges(facts, changes))
}

/** As `applyChanges`, from rows before and after. */
export function applyRowChanges(facts: Facts, changes: readonly RowChange[]): Facts {
  const touched = new Map<TableName, Map<string, unknown>>()
  for (const { table, id, after } of changes) {
    const rows = touched.get(table) ?? new Map<string, unknown>(facts[table])
    touched.set(table, rows)
    if (after)
      rows.set(id, after)
    else
      rows.delete(id)
  }
  return { ...facts, ...Object.fromEntries(touched) }
}

/**
 * What the changes do to each row: before and after, each row once, in the order first touched.
 * A row that ends as it began is left out.
 */
export function rowChanges(facts: Facts, changes: readonly Change[]): RowChange[] {
  const byRow = new Map<string, RowChange>()
  for (const change of changes) {
    const id = 'put' in change ? change.put.id : change.remove
    const key = `${change.table}/${id}`
    const seen = byRow.get(key)
    const before = seen ? seen.before : facts[change.table].get(id) ?? null
    byRow.set(key, { table: change.table, id, before, after: 'put' in change ? change.put : null })
  }
  return [...byRow.values()].filter(({ before, after }) => !isSame(before, after))
}

/** Row changes that turn the event back, or a refusal where a row was changed since. */
export function undoChanges(facts: Facts, event: Pick<TimelineEvent, 'changes'>): RowChange[] | Refused {
  return turned(facts, event.changes.map(({ table, id, before, after }) => ({ table, id, before: after, after: before })))
}

/** Row changes that make an undone event happen again, or a refusal where a row was changed since. */
export function redoChanges(facts: Facts, event: Pick<TimelineEvent, 'changes'>): RowChange[] | Refused {
  return turned(facts, event.changes)
}

/** Holds only where every row still stands as the event knew it, and what is put back is a row of today's shape. */
function turned(facts: Facts, changes: readonly RowChange[]): RowChange[] | Refused {
  const made = changes.map(change => change.table === 'settings' ? besideOthers(change, facts.settings.get(change.id) ?? null) : change)
  const isHeld = made.every(({ table, id, before, after }) =>
    isSame(facts[table].get(id) ?? null, before) && (after === null || schemas[table].safeParse(after).success))
  return isHeld ? made : { refused: 'changed-since' }
}

/**
 * The one settings row is changed by what stays out of undo as well (language, theme): only the fields of the event are turned,
 * and the others stay as they are now.
 */
function besideOthers(change: RowChange, now: Settings | null): RowChange {
  if (now === null || change.before === null || isSame(now, change.before))
    return change
  const [from, to] = [change.before, change.after ?? settingsDefaults].map(row => row as Record<string, unknown>)
  const fields = [...new Set([...Object.keys(from!), ...Object.keys(to!)])].filter(field => !STAMPS.has(field) && !isSame(from![field], to![field]))
  const current: Record<string, unknown> = { ...now }
  if (!fields.every(field => isSame(current[field], from![field])))
    return change
  for (const field of fields) {
    if (to![field] === undefined)
      delete current[field]
    else
      current[field] = to![field]
  }
  return { ...change, before: now, after: current } as RowChange
}
const STAMPS: ReadonlySet<string> = new Set(['createdAt', 'updatedAt'])

/**
 * Which events can be undone and redone, ids, the next one last. A new change empties the redo stack; `set` events touch neither.
 * @param events history in ascending order of `seq`; may begin anywhere
 */
export function undoStacks(events: readonly Pick<TimelineEvent, 'id' | 'mode' | 'ofEventId'>[]): { undo: string[], redo: string[] } {
  const undo: string[] = []
  let redo: string[] = []
  for (const { id, mode, ofEventId } of events) {
    if (mode === 'do') {
      undo.push(id)
      redo = []
    }
    else if (mode === 'undo' && ofEventId !== null) {
      remove(undo, ofEventId)
      redo.push(ofEventId)
    }
    else if (mode === 'redo' && ofEventId !== null) {
      remove(redo, ofEventId)
      undo.push(ofEventId)
    }
  }
  return { undo, redo }
}

/** Takes the newest mention out; it is nearly always the last. */
function remove(stack: string[], id: string): void {
  const at = stack.lastIndexOf(id)
  if (at >= 0)
    stack.splice(at, 1)
}
