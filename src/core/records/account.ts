import * as z from 'zod/mini'
import { lineSchema, noteSchema } from '../lib/text'
import { baseShape, catalogIdSchema, idSchema } from './base'

/** Kinds of services, as the catalogue uses them. */
export const CATEGORIES = ['bank', 'payment', 'broker', 'crypto', 'email', 'messaging', 'social', 'shopping', 'work', 'developer', 'travel', 'government', 'health', 'gaming', 'dating', 'telecom', 'device', 'other'] as const
export type Category = typeof CATEGORIES[number]

/** What is lost if the account is lost. */
export const IMPORTANCES = ['critical', 'high', 'medium', 'low'] as const
export type Importance = typeof IMPORTANCES[number]

/** Second factors an account can have set up now. */
export const SECOND_FACTORS = ['sms', 'call', 'authenticator', 'passkey', 'security-key', 'email', 'app', 'none'] as const

/** A service of the catalogue, or one the user named. */
export const serviceRefSchema = z.union([
  z.strictObject({ kind: z.literal('catalog'), id: catalogIdSchema }),
  z.strictObject({ kind: z.literal('own'), name: lineSchema(120), category: z.enum(CATEGORIES) }),
])
export type ServiceRef = z.infer<typeof serviceRefSchema>

/** One login at one service; it may hang on several numbers. */
export const accountSchema = z.strictObject({
  ...baseShape,
  service: serviceRefSchema,
  /** Login name or e-mail; may be empty. */
  login: lineSchema(),
  /** The user's own judgement; null = the catalogue's. */
  importance: z.nullable(z.enum(IMPORTANCES)),
  /** Accounts that can recover or confirm this one. */
  guardedBy: z.array(idSchema).check(z.maxLength(50)),
  /** Set up now; null = not noted. */
  secondFactors: z.nullable(z.array(z.enum(SECOND_FACTORS))),
  notes: noteSchema(),
  isSample: z.boolean(),
})
export type Account = z.infer<typeof accountSchema>

export const accountDefaults = {
  login: '',
  importance: null,
  guardedBy: [],
  secondFactors: null,
  notes: '',
  isSample: false,
} satisfies Omit<Account, 'id' | 'createdAt' | 'updatedAt' | 'service'>
