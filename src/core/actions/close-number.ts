import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { numberNames } from './rows/names'
import { planOf } from './rows/plan-of'

/**
 * Ends a number that was left: it goes to the archive, its dossier is kept.
 * Refuses while the line lives, while bindings of a dead number are not settled, and while money is not back, spent or written off.
 */
export const closeNumber: Action<{ numberId: Id, catalog: Knowledge }> = (facts, { numberId, catalog }, context) => {
  const number = facts.numbers.get(numberId)
  const plan = planOf(facts, numberId, catalog, context.today)
  if (!number || !plan)
    return { refused: 'not-found' }
  if (number.closedAt !== null)
    return { refused: 'already-so' }
  if (!plan.hasLeft)
    return { refused: 'line-alive' }
  if (plan.isRescue)
    return { refused: 'gate-shut' }
  if (plan.atStake.length > 0)
    return { refused: 'money-open' }
  return {
    changes: [{ table: 'numbers', put: { ...number, closedAt: context.now, updatedAt: context.now } }],
    event: { kind: 'number.closed', numberIds: [numberId], params: numberNames(number) },
    value: undefined,
  }
}
