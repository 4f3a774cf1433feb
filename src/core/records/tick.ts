import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { noteSchema } from '../lib/text'
import { baseShape, idSchema, instantSchema } from './base'
import { LINE_STATUSES } from './number'

/** `failed` = what was to be checked is not so, and the plan shows the way out; `noted` = still open, with a note. */
export const TICK_STATES = ['done', 'skipped', 'snoozed', 'failed', 'noted'] as const

const saidShape = { note: noteSchema(), snoozedUntil: z.nullable(daySchema) }

/** What the user said of one task. Tasks themselves are derived; only this is stored. At most one for a number and key. */
export const tickSchema = z.strictObject({
  ...baseShape,
  numberId: idSchema,
  taskKey: z.string().check(z.minLength(1), z.maxLength(200)),
  state: z.enum(TICK_STATES),
  at: instantSchema,
  /** The user's note; the reason, where the state asks for one (skipped, an override). */
  note: noteSchema(),
  /** Only when snoozed: the task stays quiet until this day. */
  snoozedUntil: z.nullable(daySchema),
  /** Only where the tick ended the line: how it stood before, so that unticking puts it back. */
  lineStatusBefore: z.optional(z.enum(LINE_STATUSES)),
  /** What was said before of a task that is done, skipped or snoozed now: unticking and waking put it back. */
  before: z.optional(z.strictObject({
    ...saidShape,
    state: z.enum(['snoozed', 'failed', 'noted']),
    before: z.optional(z.strictObject({ ...saidShape, state: z.enum(['failed', 'noted']) })),
  })),
})
export type Tick = z.infer<typeof tickSchema>
