import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { lineSchema, noteSchema } from '../lib/text'
import { baseShape, idSchema, instantSchema } from './base'

export const CONTACT_CHANNELS = ['phone', 'chat', 'email', 'online', 'app', 'store', 'post', 'community'] as const

/** How a contact ended: done as asked, agreed for later, turned down, broken off, or nobody was there. */
export const CONTACT_RESULTS = ['cancelled', 'promised', 'refused', 'cut-off', 'no-answer'] as const

/** One contact with a provider. */
export const contactLogSchema = z.strictObject({
  ...baseShape,
  numberId: idSchema,
  at: instantSchema,
  channel: z.enum(CONTACT_CHANNELS),
  /** A role ("first line"), not a person's name. */
  withRole: lineSchema(80),
  reference: lineSchema(120),
  outcome: noteSchema(),
  callBackOn: z.nullable(daySchema),
  /** Left out where it was not said. */
  result: z.optional(z.enum(CONTACT_RESULTS)),
  /** Day on which what was said takes effect; left out where none was named. */
  effectiveOn: z.optional(daySchema),
  /** Key of the task it was about; left out where it was about leaving, or that is unknown. */
  about: z.optional(lineSchema(120)),
})
export type ContactLog = z.infer<typeof contactLogSchema>
export type ContactResult = typeof CONTACT_RESULTS[number]
