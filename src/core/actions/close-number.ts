import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { numberNames } from './rows/names'
import { CLOSE_KEY } from '../plan/phases/follow-up'
import { planOf } from './rows/plan-of'

/**
 * Ends a number that was left: it goes to the archive, its dossier is kept.
 * Refuses while the line lives, while bindings of a dead number are not settled, while money is not back, spent or written off,
 * and while something is to be followed up that was neither done nor skipped.
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
  const close = plan.phases.flatMap(phase => phase.tasks).find(task => task.key === CLOSE_KEY)
  if (close && close.waitsFor.length > 0)
    return { refused: 'still-open', params: { n: close.waitsFor.length } }
  return {
    changes: [{ table: 'numbers', put: { ...number, closedAt: context.now, updatedAt: context.now } }],
    event: { kind: 'number.closed', numberIds: [numberId], params: numberNames(number) },
    value: undefined,
  }
}
