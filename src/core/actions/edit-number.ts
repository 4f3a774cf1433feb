import type { Id } from '../records/base'
import type { Action } from './action'
import type { NumberFields } from './checks/number-checks'
import { checkGiven } from './checks/check'
import { differing, numberChecks, refuseDaysOutOfOrder, refuseKnownNumber } from './checks/number-checks'
import { numberNames } from './rows/names'
import { changed } from './rows/stamp'

/** Fields left out stay as they are. The line's status and the closing have actions of their own. */
export type EditNumber = NumberFields & { numberId: Id }

/** Changes what is recorded of a number. A target day that has passed may stay, but none may be set anew. */
export const editNumber: Action<EditNumber> = (facts, { numberId, ...given }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  const fields = differing(number, given)
  const checked = checkGiven(numberChecks(context), fields)
  if ('refused' in checked)
    return checked
  const next = changed(number, checked.clean, context)
  if (!next)
    return { refused: 'already-so' }
  const refused = refuseKnownNumber(facts, next.e164, numberId) ?? refuseDaysOutOfOrder(next, fields)
  if (refused)
    return refused
  return {
    changes: [{ table: 'numbers', put: next }],
    event: { kind: 'number.edited', numberIds: [numberId], params: numberNames(next) },
    value: undefined,
  }
}
