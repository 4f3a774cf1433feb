import type { Account } from '../records/account'
import type { Role } from '../records/binding'
import type { WhatIfReason } from './what-if'
import { hasOwnFactor } from './sign-in'

/**
 * Could somebody who is given the number later get into the account by its texts alone? Null = no: it takes a text for something
 * that needs the password besides, or for nothing at all.
 */
export function mayTakeOver(account: Pick<Account, 'secondFactors'>, roles: ReadonlySet<Role>): { isSure: boolean, reasons: readonly WhatIfReason[] } | null {
  if (roles.size === 0)
    return { isSure: false, reasons: ['takeover-unknown'] }
  const isReset = roles.has('recovery')
  const isSignIn = roles.has('login-id')
  if (!isReset && !isSignIn)
    return null
  const own = hasOwnFactor(account)
  if (own === true)
    return isReset ? { isSure: false, reasons: ['reset-despite-factor'] } : null
  // Codes go to the same number, or none are asked for: one text resets, the next lets in.
  const isSure = roles.has('sms-2fa') || own === false
  return { isSure, reasons: [isReset ? isSure ? 'reset-by-text' : 'reset-maybe' : isSure ? 'sign-in-by-text' : 'sign-in-maybe'] }
}
