/** What sort of thing the number is bound to. */
export const serviceCategories = [
  'bank',
  'payment',
  'broker',
  'crypto',
  'email',
  'messaging',
  'social',
  'shopping',
  'travel',
  'government',
  'health',
  'telecom',
  'work',
  'developer',
  'gaming',
  'dating',
  'device',
  'other',
] as const

/** How an account uses a number. */
export const phoneRoles = ['login-id', 'sms-2fa', 'recovery', 'contact', 'verification-only'] as const

/** Second factors a service offers. `custom-*` is the service's own app or gadget. */
export const secondFactors = ['sms', 'call', 'email', 'totp', 'u2f', 'custom-software', 'custom-hardware'] as const

/** What stands behind the link for changing the number. */
export const changeUrlKinds = ['settings', 'security-page', 'help-phone', 'help-2fa'] as const

/** How bad it is to lose the account, worst first. */
export const lossRisks = ['critical', 'high', 'medium', 'low'] as const
export type LossRisk = typeof lossRisks[number]
