import type { Day } from '../lib/day'
import type { ContactResult } from '../records/contact-log'
import { addDays } from '../lib/day'

/** Days after which a promise without a day of its own is looked after. */
const PROMISE_DAYS = 7

/**
 * The day to call again that the result of a contact suggests: the next working day after a refusal, the day after a
 * promise should have come true, tomorrow where the talk never came to its end. Never before today.
 * @returns null where the result asks for no call
 */
export function suggestedCallBack(result: ContactResult | undefined, effectiveOn: Day | null | undefined, today: Day): Day | null {
  switch (result) {
    case 'refused':
      return nextWorkingDay(today)
    case 'promised': {
      const after = effectiveOn ? addDays(effectiveOn, 1) : addDays(today, PROMISE_DAYS)
      return after < today ? today : after
    }
    case 'cut-off':
    case 'no-answer':
      return addDays(today, 1)
    default:
      return null
  }
}

/** Monday to Friday, after the given day. Whoever answers on another day may answer otherwise. */
function nextWorkingDay(day: Day): Day {
  let next = addDays(day, 1)
  while ([0, 6].includes(weekday(next)))
    next = addDays(next, 1)
  return next
}

/** 0 = Sunday. */
function weekday(day: Day): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay()
}
