import type { Day } from '../../lib/day'
import type { Task } from '../../plan/plan'
import type { Id } from '../../records/base'
import type { Facts } from '../../records/tables'
import type { Refused } from '../action'
import type { Knowledge } from '../rows/plan-of'
import { lastStepKey, OVERRIDE_KEY } from '../../plan/situation'
import { EXIT_ROUTES } from '../../records/number'
import { planOf } from '../rows/plan-of'

const LONGEST_KEY = 200

/** Keys of the steps that end a line: a tick on one of them says that the number was left. */
export const LAST_STEPS: ReadonlySet<string | null> = new Set(EXIT_ROUTES.map(lastStepKey))

/** Refuses what is no key of a task. The gate's own key is none, so that no tick opens the gate by mistake. */
export function refuseKey(key: string): Refused | null {
  return key === '' || key.length > LONGEST_KEY || key === OVERRIDE_KEY ? { refused: 'not-valid', field: 'taskKey' } : null
}

/** As `refuseKey`, for ticking and skipping: a binding is settled by moving or waiving it, never by a tick of its own. */
export function refuseTickableKey(key: string): Refused | null {
  return key.startsWith('unbind:') ? { refused: 'not-valid', field: 'taskKey' } : refuseKey(key)
}

/**
 * The task that is to be ticked, null where the plan was not asked. Refuses what the plan does not let be ticked: no such task, done already, or waiting for others.
 * Without the catalogue there is no plan to ask; then only the steps that end a line are refused.
 */
export function askPlan(facts: Facts, numberId: Id, taskKey: string, catalog: Knowledge | undefined, today: Day): { task: Task | null } | Refused {
  if (!catalog)
    return LAST_STEPS.has(taskKey) ? { refused: 'gate-shut', field: 'taskKey' } : { task: null }
  const plan = planOf(facts, numberId, catalog, today)
  const task = plan?.phases.flatMap(phase => phase.tasks).find(item => item.key === taskKey)
  if (!plan || !task)
    return { refused: 'not-found', field: 'taskKey' }
  if (task.state === 'done')
    return { refused: 'already-so' }
  if (task.tickBy !== 'tick')
    return { refused: 'not-valid', field: 'taskKey' }
  if (LAST_STEPS.has(taskKey) && !plan.canCancel)
    return { refused: 'gate-shut' }
  return task.waitsFor.length > 0 ? { refused: 'wrong-state', params: { state: 'waiting' } } : { task }
}
