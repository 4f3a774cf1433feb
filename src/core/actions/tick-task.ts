import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { checkNote } from './checks/check'
import { askTickable } from './checks/task-key'
import { statusAfterTick } from './rows/line-end'
import { changed } from './rows/stamp'
import { tickOf, tickOutcome } from './rows/tick-outcome'

export type TickTask = {
  numberId: Id
  taskKey: string
  /** Left out = as noted before. */
  note?: string
  /** For the plan: it is asked whether the task can be ticked now. */
  catalog: Knowledge
}

/**
 * The task is done. Over a skipped, failed or snoozed one it writes "done". Unbinding has actions of its own.
 * Refused: a task the plan does not have or that waits for others. The step that ends a line (cancelled, ported, let expire) is
 * refused `gate-shut` while the gate before it is shut; with it the line is noted as ended.
 */
export const tickTask: Action<TickTask> = (facts, { numberId, taskKey, note, catalog }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found', field: 'numberId' }
  const asked = askTickable(facts, numberId, taskKey, catalog, context.today)
  if ('refused' in asked)
    return asked
  const tick = tickOf(facts, numberId, taskKey)
  const noted = tick?.state === 'failed' || tick?.state === 'noted' ? tick.note : ''
  const checked = note === undefined ? { value: noted } : checkNote(note, context)
  if ('refused' in checked)
    return { field: 'note', ...checked }
  const status = statusAfterTick(number, taskKey)
  const said = { numberId, taskKey, state: 'done', note: checked.value, snoozedUntil: null, ...status && { lineStatusBefore: number.lineStatus } } as const
  const outcome = tickOutcome(facts, said, 'task.ticked', context, asked.task.kind)
  const put = status && changed(number, { lineStatus: status }, context)
  return 'refused' in outcome || !put ? outcome : { ...outcome, changes: [...outcome.changes, { table: 'numbers', put }] }
}
