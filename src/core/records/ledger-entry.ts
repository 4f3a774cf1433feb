import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { moneySchema } from '../lib/money'
import { noteSchema } from '../lib/text'
import { baseShape, idSchema } from './base'

export const LEDGER_KINDS = ['top-up', 'charge', 'usage', 'transfer', 'refund', 'write-off', 'adjustment'] as const
export type LedgerKind = typeof LEDGER_KINDS[number]

/** A movement of the prepaid balance. */
export const ledgerEntrySchema = z.strictObject({
  ...baseShape,
  numberId: idSchema,
  day: daySchema,
  kind: z.enum(LEDGER_KINDS),
  /** Signed: what goes in is positive, what goes out negative. */
  amount: moneySchema,
  memo: noteSchema(),
})
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
