import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { moneySchema } from '../lib/money'
import { lineSchema, noteSchema } from '../lib/text'
import { baseShape, idSchema } from './base'

export const CLAIM_STATES = ['asked', 'promised', 'received', 'refused', 'written-off'] as const

/** Money asked back from a provider. */
export const refundClaimSchema = z.strictObject({
  ...baseShape,
  numberId: idSchema,
  amount: moneySchema,
  askedOn: daySchema,
  channel: lineSchema(80),
  reference: lineSchema(120),
  /** null = the provider named no day. */
  expectedBy: z.nullable(daySchema),
  state: z.enum(CLAIM_STATES),
  /** Days on which the provider was asked again. */
  followUps: z.array(daySchema).check(z.maxLength(200)),
  notes: noteSchema(),
})
export type RefundClaim = z.infer<typeof refundClaimSchema>
