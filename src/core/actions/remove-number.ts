import type { Id } from '../records/base'
import type { Action } from './action'
import { numberNames } from './rows/names'
import { takeAway } from './rows/take-away'

/** Takes a number out of the record with all that hangs on it. To end a number that was left, `closeNumber` keeps its dossier. */
export const removeNumber: Action<{ numberId: Id }> = (facts, { numberId }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  return {
    changes: takeAway(facts, { numberIds: new Set([numberId]) }, context),
    event: { kind: 'number.removed', numberIds: [numberId], params: numberNames(number) },
    value: undefined,
  }
}
