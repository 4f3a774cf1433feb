import type { Importance } from '../../records/account'
import type { Entry } from '../entries'
import type { Reason } from '../plan'
import { dayOfNumber } from '../day-number'
import { reason } from '../task-builder'

const OLD_NUMBER_GONE = reason('old-number-gone')
const VERIFY_SOON = reason('verify-soon')
const NEEDS_OLD = reason('needs-old-number')
const MAY_NEED_OLD = reason('may-need-old-number')
const WORKS_WITHOUT = reason('works-without-old')
const BY_IMPORTANCE: Record<Importance, Reason> = {
  critical: reason('importance', { importance: 'critical' }),
  high: reason('importance', { importance: 'high' }),
  medium: reason('importance', { importance: 'medium' }),
  low: reason('importance', { importance: 'low' }),
}

/**
 * Tells of each binding why its task is there and why it is due then; the most telling reason first.
 * Bindings of which the same is to be said share one list.
 * @param end the day from which the due days are counted back; null = none
 */
export function reasonsTeller(end: Reason | null, isRescue: boolean): (entry: Entry, ofAccount: readonly Reason[]) => readonly Reason[] {
  const shared: (readonly Reason[])[] = []
  return ({ state, movedOn, ownDue, service, importance, rank }, ofAccount) => {
    const needs = service?.needsOldNumber ?? null
    const isPlain = ofAccount.length === 0 && ownDue === null && movedOn === null && !service?.cooldown
    const place = rank * 2 + (needs === null ? 1 : 0)
    const known = isPlain ? shared[place] : undefined
    if (known)
      return known

    const reasons = [...ofAccount]
    if (isRescue)
      reasons.push(OLD_NUMBER_GONE)
    if (state === 'moved' && movedOn !== null)
      reasons.push(reason('not-verified', { day: { day: movedOn } }))
    else if (!isRescue && needs !== false)
      reasons.push(needs ? NEEDS_OLD : MAY_NEED_OLD)
    reasons.push(BY_IMPORTANCE[importance])
    if (!isRescue && needs === false && state !== 'moved')
      reasons.push(WORKS_WITHOUT)
    if (service?.cooldown?.isBlocking)
      reasons.push(reason('cooldown', { days: service.cooldown.days }))
    if (ownDue !== null)
      reasons.push(reason('own-due-day', { day: { day: dayOfNumber(ownDue) } }))
    else if (state === 'moved' && movedOn !== null)
      reasons.push(VERIFY_SOON)
    else if (end)
      reasons.push(end)
    if (isPlain)
      shared[place] = reasons
    return reasons
  }
}
