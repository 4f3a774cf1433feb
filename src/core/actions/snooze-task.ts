import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { Action } from './action'
import { addDays } from '../lib/day'
import { checkDay } from './checks/check'
import { refuseKey } from './checks/task-key'
import { tickOf, tickOutcome } from './rows/tick-outcome'

/** The task stays quiet until a day after today. */
export const snoozeTask: Action<{ numberId: Id, taskKey: string, until: Day }> = (facts, { numberId, taskKey, until }, context) => {
  const refused = refuseKey(taskKey)
  if (refused)
    return refused
  const state = tickOf(facts, numberId, taskKey)?.state
  if (state === 'done' || state === 'skipped')
    return { refused: 'already-so' }
  const day = checkDay(until, { from: addDays(context.today, 1) })
  if ('refused' in day)
    return { field: 'until', ...day }
  return tickOutcome(facts, { numberId, taskKey, state: 'snoozed', note: '', snoozedUntil: day.value }, 'task.snoozed', context)
}
