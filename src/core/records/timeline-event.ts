import type { Id } from './base'
import * as z from 'zod/mini'
import { idSchema, instantSchema } from './base'
import { TABLES } from './tables'

/** One row before and after; null = it was not there. */
export const rowChangeSchema = z.strictObject({
  table: z.enum(TABLES),
  id: z.string(),
  before: z.nullable(z.record(z.string(), z.unknown())),
  after: z.nullable(z.record(z.string(), z.unknown())),
})

/** What happened, with what it changed. Append-only; feeds undo, the timeline and the dossier. */
export const timelineEventSchema = z.strictObject({
  id: idSchema,
  /** Place in history, 1, 2, 3 …; the clock may jump, this does not. */
  seq: z.number().check(z.int(), z.gte(1)),
  at: instantSchema,
  /** Past tense: `binding.moved`. The words shown live in the locales under `event.<kind>`. */
  kind: z.string().check(z.regex(/^[a-z-]+\.[a-z-]+$/)),
  /** Numbers whose timeline shows it. */
  numberIds: z.array(idSchema),
  /** What the wording needs (names as they were then). */
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  changes: z.array(rowChangeSchema),
  /** `do` can be undone; `undo` and `redo` name the event they turn; `set` (settings, housekeeping) stays out of undo. */
  mode: z.enum(['do', 'undo', 'redo', 'set']),
  /** The event that an undo or redo turns. */
  ofEventId: z.nullable(idSchema),
})
export type TimelineEvent = z.infer<typeof timelineEventSchema>
export type RowChange = z.infer<typeof rowChangeSchema>

/** An event without the rows it changed: what undo's order and the words on screen need. */
export type EventHead = Omit<TimelineEvent, 'changes'>

/** The event without its rows. */
export function headOf({ changes: _, ...head }: TimelineEvent): EventHead {
  return head
}

/** Events whose last turn was an undo, of events that come newest first: the first turn seen of each counts. */
export function undoneIds(events: readonly EventHead[]): ReadonlySet<Id> {
  const seen = new Set<Id>()
  const undone = new Set<Id>()
  for (const { mode, ofEventId } of events) {
    if (ofEventId === null || seen.has(ofEventId))
      continue
    seen.add(ofEventId)
    if (mode === 'undo')
      undone.add(ofEventId)
  }
  return undone
}
