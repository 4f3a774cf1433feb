import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { checkNote, keeping } from './checks/check'
import { askTask, refuseTickableKey } from './checks/task-key'
import { filesGone } from './rows/files'
import { numberNames } from './rows/names'
import { changed } from './rows/stamp'
import { tickOf, tickOutcome } from './rows/tick-outcome'

/**
 * Keeps a note with a task, whatever was said of it; an empty one takes the note away. A binding has notes of its own.
 * The reason of a skipped task may be put in other words, not taken away.
 */
export const noteTask: Action<{ numberId: Id, taskKey: string, note: string, catalog: Knowledge }> = (facts, { numberId, taskKey, note, catalog }, context) => {
  const refused = refuseTickableKey(taskKey)
  if (refused)
    return refused
  const asked = askTask(facts, numberId, taskKey, catalog, context.today)
  if ('refused' in asked)
    return asked
  const tick = tickOf(facts, numberId, taskKey)
  const checked = checkNote(note, keeping(context, tick?.note ?? ''))
  if ('refused' in checked)
    return { field: 'note', ...checked }
  const number = facts.numbers.get(numberId)
  if (!number || (checked.value === '' && !tick))
    return { refused: 'already-so' }
  if (!tick)
    return tickOutcome(facts, { numberId, taskKey, state: 'noted', note: checked.value, snoozedUntil: null }, 'task.noted', context, asked.task.kind)
  if (checked.value === '' && tick.state === 'skipped')
    return { refused: 'reason-needed', field: 'note' }
  const put = changed(tick, { note: checked.value }, context)
  if (!put)
    return { refused: 'already-so' }
  return {
    changes: checked.value === '' && tick.state === 'noted'
      ? [{ table: 'ticks', remove: tick.id }, ...filesGone(facts, new Set([tick.id]))]
      : [{ table: 'ticks', put }],
    event: { kind: 'task.noted', numberIds: [numberId], params: { ...numberNames(number), taskKey, taskKind: asked.task.kind, note: checked.value } },
    value: undefined,
  }
}
