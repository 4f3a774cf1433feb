import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { checkNote } from './checks/check'
import { askTask } from './checks/task-key'
import { tickOf, tickOutcome } from './rows/tick-outcome'

export type FailTask = {
  numberId: Id
  taskKey: string
  /** Left out = as noted before. */
  note?: string
  catalog: Knowledge
}

/** What was to be checked is not so: the task stays open and asks for the way out instead. Refuses a task that knows no other answer. */
export const failTask: Action<FailTask> = (facts, { numberId, taskKey, note, catalog }, context) => {
  const asked = askTask(facts, numberId, taskKey, catalog, context.today)
  if ('refused' in asked)
    return asked
  const { task } = asked
  if (!task.canFail)
    return { refused: 'not-valid', field: 'taskKey' }
  if (task.state === 'waiting')
    return { refused: 'wrong-state', params: { state: 'waiting' } }
  const checked = note === undefined ? { value: tickOf(facts, numberId, taskKey)?.note ?? '' } : checkNote(note, context)
  if ('refused' in checked)
    return { field: 'note', ...checked }
  return tickOutcome(facts, { numberId, taskKey, state: 'failed', note: checked.value, snoozedUntil: null }, 'task.failed', context, task.kind)
}
