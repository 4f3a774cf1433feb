import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { lineSchema, noteSchema } from '../lib/text'
import { baseShape, idSchema } from './base'

/** How an account uses a number. */
export const ROLES = ['login-id', 'sms-2fa', 'recovery', 'contact', 'verification-only'] as const
export type Role = typeof ROLES[number]

/** `candidate → bound → moving → moved → verified`, or one of the four ends. */
export const BINDING_STATES = ['candidate', 'bound', 'moving', 'moved', 'verified', 'removed', 'account-closed', 'waived', 'dismissed'] as const
export type BindingState = typeof BINDING_STATES[number]

/** What took the number's place. */
export const replacementSchema = z.union([
  z.strictObject({ kind: z.literal('binding'), bindingId: idSchema }),
  // Which number: one that is kept here (one that went since is merely another number again), or what the user calls it.
  z.strictObject({ kind: z.literal('other-number'), numberId: z.optional(idSchema), name: z.optional(lineSchema(60)) }),
  z.strictObject({ kind: z.enum(['authenticator', 'passkey', 'security-key', 'email', 'nothing']) }),
])
export type Replacement = z.infer<typeof replacementSchema>

/** One account using one number. */
export const bindingSchema = z.strictObject({
  ...baseShape,
  accountId: idSchema,
  numberId: idSchema,
  roles: z.array(z.enum(ROLES)),
  state: z.enum(BINDING_STATES),
  replacement: z.nullable(replacementSchema),
  movedOn: z.nullable(daySchema),
  verifiedOn: z.nullable(daySchema),
  /** Why the user lets it be; only when waived. */
  waivedReason: noteSchema(),
  /** The user's own due day; the plan works out one where this is null. */
  dueOn: z.nullable(daySchema),
  notes: noteSchema(),
})
export type Binding = z.infer<typeof bindingSchema>

export const bindingDefaults = {
  roles: [],
  state: 'bound',
  replacement: null,
  movedOn: null,
  verifiedOn: null,
  waivedReason: '',
  dueOn: null,
  notes: '',
} satisfies Omit<Binding, 'id' | 'createdAt' | 'updatedAt' | 'accountId' | 'numberId'>
