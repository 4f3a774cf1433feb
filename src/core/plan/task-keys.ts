import type { Id } from '../records/base'

/** Keys of tasks that are made for a row: what stands behind the prefix names it. */
const UNBIND = 'unbind:'
const BALANCE = 'refund:balance:'
const CLAIM = 'follow-up:refund:'
const CALL_BACK = 'follow-up:call-back:'

/** Of a binding's task. */
export function unbindKey(bindingId: Id): string {
  return UNBIND + bindingId
}

export function isUnbindKey(key: string): boolean {
  return key.startsWith(UNBIND)
}

/** Of the way that a balance goes, by its currency code. */
export function balanceKey(currency: string): string {
  return BALANCE + currency
}

export function isBalanceKey(key: string): boolean {
  return key.startsWith(BALANCE)
}

/** Of the wait for money that was asked back. */
export function claimKey(claimId: Id): string {
  return CLAIM + claimId
}

/** The claim that a task is about; null = none. */
export function claimIdOf(key: string): Id | null {
  return key.startsWith(CLAIM) ? key.slice(CLAIM.length) : null
}

/** Of a call back that a contact agreed. */
export function callBackKey(contactId: Id): string {
  return CALL_BACK + contactId
}

/** The contact that a call back goes back to; null = the task is none. */
export function contactIdOf(key: string): Id | null {
  return key.startsWith(CALL_BACK) ? key.slice(CALL_BACK.length) : null
}
