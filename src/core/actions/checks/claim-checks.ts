import type { Day } from '../../lib/day'
import type { Context } from '../action'
import { checkDay, checkDayOrNull, checkLine, checkNote, checkPositiveMoney } from './check'

/** How the fields of a refund claim are made clean. */
export function claimChecks(context: Context, askedOn: Day) {
  return {
    amount: checkPositiveMoney,
    askedOn: (text: string) => checkDay(text, { to: context.today }),
    channel: (text: string) => checkLine(text, context, 80),
    reference: (text: string) => checkLine(text, context, 120),
    expectedBy: (text: string | null) => checkDayOrNull(text, { from: askedOn }),
    notes: (text: string) => checkNote(text, context),
  }
}
