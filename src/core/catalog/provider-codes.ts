import * as z from 'zod/mini'
import { noteSchema } from './text'

/** What sort of thing issues the number. */
export const providerKinds = ['carrier', 'mvno', 'esim', 'voip', 'second-number-app', 'cpaas', 'parking', 'other'] as const

/** How the provider can be reached to leave it. */
export const cancelChannels = ['online', 'app', 'phone', 'chat', 'email', 'store', 'post'] as const

/** Ways out that are known to work at this provider. `keep` is the user's choice, not the provider's. */
export const exitRoutes = ['cancel', 'port-out', 'let-expire'] as const

/** Steps that many providers share; what a screen says about them in general is keyed by these. */
export const stepKinds = [
  // Find out which rule, plan or date applies.
  'check',
  'unbind',
  'back-up',
  // Have account number, PIN or papers at hand; undo what hangs on the line.
  'prepare',
  'port-out',
  'turn-off-renewal',
  'use-balance',
  'pay-debt',
  'ask-refund',
  // End the service: online, in the app, or whichever way the provider takes it.
  'cancel-service',
  'delete-number',
  'close-account',
  // End it by telephone, in writing, in a shop.
  'call',
  'write',
  'visit',
  'let-expire',
  'wait',
  // See that it took effect, and keep the proof.
  'confirm',
] as const

/** What has to be true, or at hand, before the provider lets go. */
export const preconditions = [
  'account-active',
  'account-owner',
  'account-pin',
  'admin-role',
  'email-access',
  'emergency-address-removed',
  'group-members-removed',
  'identity-check',
  'identity-document',
  'no-arrears',
  'notice-period',
  'numbers-removed-first',
  'original-payment-method-valid',
  'outside-billing-window',
  'paid-plan',
  'payment-card-on-file',
  'port-before-cancel',
  'port-lock-off',
  'sim-in-hand',
  'sms-access',
  'stored-value-remaining',
  'subscription-cancelled-first',
] as const

/** Longest span a guide names, in days: ten years. */
export const MOST_GUIDE_DAYS = 3660

/** What a caller dials, as the provider writes it: `+1-888-777-0446`, `10086`, `*611`. */
export const dialSchema = z.string().check(z.maxLength(30), z.regex(/^[+*#\d][\d*#-]*$/, 'is not a number to dial'))

/** One step of leaving. */
export const stepSchema = z.strictObject({
  /** The common step it is an instance of; `null` where it is this provider's own. */
  kind: z.nullable(z.enum(stepKinds)),
  text: noteSchema,
})

export type CancelChannel = typeof cancelChannels[number]
export type StepKind = typeof stepKinds[number]
export type Precondition = typeof preconditions[number]
