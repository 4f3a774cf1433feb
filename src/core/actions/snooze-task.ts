import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { addDays } from '../lib/day'
import { checkDay, checkNote, keeping } from './checks/check'
import { askAnyTask } from './checks/task-key'
import { tickOutcome } from './rows/tick-outcome'

export type SnoozeTask = {
  numberId: Id
  taskKey: string
  /** After today. */
  until: Day
  /** Why it is put off; may be empty. */
  reason?: string
  catalog: Knowledge
}

/** The task stays quiet until a day after today. What was said of it before stands again when it wakes. */
export const snoozeTask: Action<SnoozeTask> = (facts, { numberId, taskKey, until, reason = '', catalog }, context) => {
  const asked = askAnyTask(facts, numberId, taskKey, catalog, context.today)
  if ('refused' in asked)
    return asked
  const { state, kind } = asked.task
  if (state === 'done' || state === 'skipped')
    return { refused: 'already-so' }
  const day = checkDay(until, { from: addDays(context.today, 1) })
  if ('refused' in day)
    return { field: 'until', ...day }
  const checked = checkNote(reason, keeping(context, asked.task.note))
  if ('refused' in checked)
    return { field: 'reason', ...checked }
  return tickOutcome(facts, { numberId, taskKey, state: 'snoozed', note: checked.value, snoozedUntil: day.value }, 'task.snoozed', context, kind)
}
