import type { Id } from '../records/base'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { checkNote, keeping } from './checks/check'
import { askTask } from './checks/task-key'
import { numberNames } from './rows/names'
import { changed } from './rows/stamp'
import { tickOf, tickOutcome } from './rows/tick-outcome'

export type NoteTask = {
  numberId: Id
  taskKey: string
  note: string
  /** A file will be kept with it, so an empty note will do. */
  isForFile?: boolean
  catalog: Knowledge
}

/**
 * Keeps a note with a task, whatever was said of it; an empty one takes the note away. A binding has notes of its own.
 * The reason of a skipped task may be put in other words, not taken away.
 */
export const noteTask: Action<NoteTask> = (facts, { numberId, taskKey, note, isForFile = false, catalog }, context) => {
  const asked = askTask(facts, numberId, taskKey, catalog, context.today)
  if ('refused' in asked)
    return asked
  const tick = tickOf(facts, numberId, taskKey)
  const checked = checkNote(note, keeping(context, tick?.note ?? ''))
  if ('refused' in checked)
    return { field: 'note', ...checked }
  const number = facts.numbers.get(numberId)
  if (!number || (checked.value === '' && !tick && !isForFile))
    return { refused: 'already-so' }
  if (!tick)
    return tickOutcome(facts, { numberId, taskKey, state: 'noted', note: checked.value, snoozedUntil: null }, 'task.noted', context, asked.task.kind)
  if (checked.value === '' && tick.state === 'skipped')
    return { refused: 'reason-needed', field: 'note' }
  const put = changed(tick, { note: checked.value }, context)
  if (!put)
    return { refused: 'already-so' }
  const hasFiles = [...facts.attachments.values()].some(file => file.ownerId === tick.id)
  return {
    changes: [checked.value === '' && tick.state === 'noted' && !hasFiles ? { table: 'ticks', remove: tick.id } : { table: 'ticks', put }],
    event: { kind: 'task.noted', numberIds: [numberId], params: { ...numberNames(number), taskKey, taskKind: asked.task.kind, note: checked.value } },
    value: undefined,
  }
}
