import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { checkReason } from './checks/check'
import { askSkippable } from './checks/task-key'
import { tickOutcome } from './rows/tick-outcome'

/** The task will not be done, for a reason. Refused where the plan does not let it be skipped. */
export const skipTask: Action<{ numberId: Id, taskKey: string, reason: string, catalog: Knowledge }> = (facts, { numberId, taskKey, reason, catalog }, context) => {
  const asked = askSkippable(facts, numberId, taskKey, catalog, context.today)
  if ('refused' in asked)
    return asked
  const checked = checkReason(reason, context)
  if ('refused' in checked)
    return { field: 'reason', ...checked }
  return tickOutcome(facts, { numberId, taskKey, state: 'skipped', note: checked.value, snoozedUntil: null }, 'task.skipped', context, asked.task.kind)
}
