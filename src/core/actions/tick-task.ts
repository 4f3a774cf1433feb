import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { checkNote } from './checks/check'
import { askPlan, refuseTickableKey } from './checks/task-key'
import { tickOutcome } from './rows/tick-outcome'

export type TickTask = {
  numberId: Id
  taskKey: string
  note?: string
  /** With it the plan is asked whether the task can be ticked now. Needed for the steps that end a line; without it they are refused. */
  catalog?: Knowledge
}

/**
 * The task is done. Over a skipped or snoozed one it writes "done". Unbinding has actions of its own.
 * The step that ends a line (cancelled, ported, let expire) is refused `gate-shut` while the gate before it is shut.
 */
export const tickTask: Action<TickTask> = (facts, { numberId, taskKey, note = '', catalog }, context) => {
  const refused = refuseTickableKey(taskKey)
  if (refused)
    return refused
  if (!facts.numbers.has(numberId))
    return { refused: 'not-found', field: 'numberId' }
  const asked = askPlan(facts, numberId, taskKey, catalog, context.today)
  if ('refused' in asked)
    return asked
  const checked = checkNote(note)
  if ('refused' in checked)
    return { field: 'note', ...checked }
  const said = { numberId, taskKey, state: 'done', note: checked.value, snoozedUntil: null } as const
  return tickOutcome(facts, said, 'task.ticked', context, asked.task?.kind)
}
