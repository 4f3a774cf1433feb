import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { noteSchema } from '../lib/text'
import { baseShape, idSchema, instantSchema } from './base'
import { LINE_STATUSES } from './number'

export const TICK_STATES = ['done', 'skipped', 'snoozed'] as const

/** What the user said of one task. Tasks themselves are derived; only this is stored. At most one for a number and key. */
export const tickSchema = z.strictObject({
  ...baseShape,
  numberId: idSchema,
  taskKey: z.string().check(z.minLength(1), z.maxLength(200)),
  state: z.enum(TICK_STATES),
  at: instantSchema,
  /** A reason, where the state asks for one (skipped, an override). */
  note: noteSchema(),
  /** Only when snoozed: the task stays quiet until this day. */
  snoozedUntil: z.nullable(daySchema),
  /** Only where the tick ended the line: how it stood before, so that unticking puts it back. */
  lineStatusBefore: z.optional(z.enum(LINE_STATUSES)),
})
export type Tick = z.infer<typeof tickSchema>
