import type { Day } from '../../lib/day'
import { checkDay, checkDayOrNull, checkLine, checkNote, checkPositiveMoney } from './check'

/** How the fields of a refund claim are made clean. */
export function claimChecks(today: Day, askedOn: Day) {
  return {
    amount: checkPositiveMoney,
    askedOn: (text: string) => checkDay(text, { to: today }),
    channel: (text: string) => checkLine(text, 80),
    reference: (text: string) => checkLine(text, 120),
    expectedBy: (text: string | null) => checkDayOrNull(text, { from: askedOn }),
    notes: (text: string) => checkNote(text),
  }
}
