import type { Id } from '../records/base'
import type { Action } from './action'
import { checkReason } from './checks/check'
import { refuseTickableKey } from './checks/task-key'
import { tickOutcome } from './rows/tick-outcome'

/** The task will not be done, for a reason. */
export const skipTask: Action<{ numberId: Id, taskKey: string, reason: string }> = (facts, { numberId, taskKey, reason }, context) => {
  const refused = refuseTickableKey(taskKey)
  if (refused)
    return refused
  const checked = checkReason(reason)
  if ('refused' in checked)
    return { field: 'reason', ...checked }
  return tickOutcome(facts, { numberId, taskKey, state: 'skipped', note: checked.value, snoozedUntil: null }, 'task.skipped', context)
}
