import type { Account } from '../records/account'
import type { Holding, WhatIfReason } from './what-if'

/** Second factors that do not come by phone. */
const OWN_FACTORS = new Set<NonNullable<Account['secondFactors']>[number]>(['authenticator', 'passkey', 'security-key', 'email', 'app'])

/** Is a second factor noted that needs no phone number? null = nothing is noted. */
export function hasOwnFactor({ secondFactors }: Pick<Account, 'secondFactors'>): boolean | null {
  return secondFactors === null ? null : secondFactors.some(factor => OWN_FACTORS.has(factor))
}

/**
 * Can the user still sign in without the number? A move that was never tried says nothing. Where codes come here, the user's own note
 * on the account goes before the rest; what nobody noted is unknown, save where the account takes its codes here: then nothing else is
 * known to open it.
 */
export function signInWithout({ account, service, here, roles, elsewhere }: Holding): { verdict: 'shut' | 'unknown' | 'safe', reasons: readonly WhatIfReason[] } {
  const own = hasOwnFactor(account)
  // A new way that was never tried may hold or not.
  if (here.every(({ state }) => state === 'moved'))
    return { verdict: 'unknown', reasons: ['moved-not-tried'] }
  if (roles.size === 0)
    return own === true ? { verdict: 'safe', reasons: ['other-factor'] } : { verdict: 'unknown', reasons: ['uses-not-noted'] }
  if (roles.has('sms-2fa')) {
    if (own === true)
      return { verdict: 'safe', reasons: ['other-factor'] }
    if (elsewhere.has('sms-2fa'))
      return { verdict: 'safe', reasons: ['other-number'] }
    return { verdict: 'shut', reasons: [own === null ? 'codes-here-none-noted' : 'codes-only-here'] }
  }
  if (roles.has('login-id')) {
    if (elsewhere.has('login-id'))
      return { verdict: 'safe', reasons: ['other-number'] }
    const needs = service?.needsOldNumber ?? null
    return needs === null ? { verdict: 'unknown', reasons: ['sign-in-unknown'] } : needs ? { verdict: 'shut', reasons: ['sign-in-needs-old'] } : { verdict: 'safe', reasons: ['works-without-old'] }
  }
  return { verdict: 'safe', reasons: [roles.has('recovery') ? 'recovery-only' : 'contact-only'] }
}
