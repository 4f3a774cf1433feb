import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { lineSchema, noteSchema } from '../lib/text'
import { baseShape, idSchema, instantSchema } from './base'

export const CONTACT_CHANNELS = ['phone', 'chat', 'email', 'online', 'app', 'store', 'post', 'community'] as const

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
})
export type ContactLog = z.infer<typeof contactLogSchema>
