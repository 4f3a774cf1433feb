import type { Importance } from '../../records/account'
import type { Entry } from '../entries'
import type { Reason } from '../plan'
import { reason } from '../task-builder'

const OLD_NUMBER_GONE = reason('old-number-gone')
const NEEDS_OLD = reason('needs-old-number')
const MAY_NEED_OLD = reason('may-need-old-number')
const BY_IMPORTANCE: Record<Importance, Reason> = {
  critical: reason('importance', { importance: 'critical' }),
  high: reason('importance', { importance: 'high' }),
  medium: reason('importance', { importance: 'medium' }),
  low: reason('importance', { importance: 'low' }),
}

/**
 * Why a binding's task is there and why it is due then; the most telling reason first.
 * @param ofAccount what its account has to say of guards
 * @param end the day from which the due days are counted back; null = none
 */
export function bindingReasons({ binding, service, importance }: Entry, ofAccount: readonly Reason[], end: Reason | null, isRescue: boolean): Reason[] {
  const reasons = [...ofAccount]
  if (isRescue)
    reasons.push(OLD_NUMBER_GONE)
  if (binding.state === 'moved' && binding.movedOn)
    reasons.push(reason('not-verified', { day: { day: binding.movedOn } }))
  else if (!isRescue && service?.needsOldNumber !== false)
    reasons.push(service?.needsOldNumber ? NEEDS_OLD : MAY_NEED_OLD)
  reasons.push(BY_IMPORTANCE[importance])
  if (service?.cooldown?.isBlocking)
    reasons.push(reason('cooldown', { days: service.cooldown.days }))
  if (binding.dueOn)
    reasons.push(reason('own-due-day', { day: { day: binding.dueOn } }))
  else if (end)
    reasons.push(end)
  return reasons
}
