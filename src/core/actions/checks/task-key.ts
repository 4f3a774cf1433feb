import type { Day } from '../../lib/day'
import type { Plan, Task } from '../../plan/plan'
import type { Id } from '../../records/base'
import type { Facts } from '../../records/tables'
import type { Refused } from '../action'
import type { Knowledge } from '../rows/plan-of'
import { isLastStep, OVERRIDE_KEY } from '../../plan/situation'
import { isUnbindKey } from '../../plan/task-keys'
import { planOf } from '../rows/plan-of'

const LONGEST_KEY = 200

/** Refuses what is no key of a task. The gate's own key is none, so that no tick opens the gate by mistake. */
function refuseKey(key: string): Refused | null {
  return key === '' || key.length > LONGEST_KEY || key === OVERRIDE_KEY ? { refused: 'not-valid', field: 'taskKey' } : null
}

/** The task of this key as the plan has it, bindings' tasks among them; refused where there is none, or none any more. */
export function askAnyTask(facts: Facts, numberId: Id, taskKey: string, catalog: Knowledge, today: Day): { plan: Plan, task: Task } | Refused {
  const refused = refuseKey(taskKey)
  if (refused)
    return refused
  const plan = planOf(facts, numberId, catalog, today)
  const task = plan?.phases.flatMap(phase => phase.tasks).find(item => item.key === taskKey)
  return plan && task ? { plan, task } : { refused: 'not-found', field: 'taskKey' }
}

/** As `askAnyTask`, for what is said by a tick: a binding is settled by moving or waiving it, never by a tick of its own. */
export function askTask(facts: Facts, numberId: Id, taskKey: string, catalog: Knowledge, today: Day): { plan: Plan, task: Task } | Refused {
  return isUnbindKey(taskKey) ? { refused: 'not-valid', field: 'taskKey' } : askAnyTask(facts, numberId, taskKey, catalog, today)
}

/** The task that is to be ticked. Refuses what the plan does not let be ticked: no such task, done already, done by a fact alone, waiting for others, or behind a shut gate. */
export function askTickable(facts: Facts, numberId: Id, taskKey: string, catalog: Knowledge, today: Day): { task: Task } | Refused {
  const asked = askTask(facts, numberId, taskKey, catalog, today)
  if ('refused' in asked)
    return asked
  const { plan, task } = asked
  if (task.state === 'done')
    return { refused: 'already-so' }
  if (task.tickBy !== 'tick')
    return { refused: 'not-valid', field: 'taskKey' }
  if (isLastStep(taskKey) && !plan.canCancel && !plan.isPortUnderWay)
    return { refused: 'gate-shut' }
  return task.waitsFor.length > 0 ? { refused: 'wrong-state', params: { state: 'waiting' } } : { task }
}

/** The task that is to be skipped. Refuses what may not be skipped, and what is done. */
export function askSkippable(facts: Facts, numberId: Id, taskKey: string, catalog: Knowledge, today: Day): { task: Task } | Refused {
  const asked = askTask(facts, numberId, taskKey, catalog, today)
  if ('refused' in asked)
    return asked
  if (asked.task.state === 'done')
    return { refused: 'already-so' }
  return asked.task.isSkippable ? asked : { refused: 'not-valid', field: 'taskKey' }
}
