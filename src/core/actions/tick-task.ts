import type { Id } from '../records/base'
import type { Action } from './action'
import { checkNote } from './checks/check'
import { checkTickableKey } from './checks/task-key'
import { tickOutcome } from './rows/tick-outcome'

export type TickTask = { numberId: Id, taskKey: string, note?: string }

/** The task is done. Over a skipped or snoozed one it writes "done". Unbinding has actions of its own. */
export const tickTask: Action<TickTask> = (facts, { numberId, taskKey, note = '' }, context) => {
  const key = checkTickableKey(taskKey)
  if ('refused' in key)
    return { field: 'taskKey', ...key }
  const checked = checkNote(note)
  if ('refused' in checked)
    return { field: 'note', ...checked }
  return tickOutcome(facts, { numberId, taskKey, state: 'done', note: checked.value, snoozedUntil: null }, 'task.ticked', context)
}
