import type { Id } from '../../records/base'
import type { Tick } from '../../records/tick'
import type { Facts } from '../../records/tables'
import type { Context, Outcome } from '../action'
import type { EventKind } from '../event-kinds'
import { byNumber } from '../../records/facts'
import { numberNames } from './names'
import { born } from './stamp'

/** What the user said of a task; there is at most one for a number and key. */
export function tickOf(facts: Facts, numberId: Id, taskKey: string): Tick | undefined {
  return byNumber(facts.ticks).get(numberId)?.find(tick => tick.taskKey === taskKey)
}

/**
 * Writes what the user says of a task, over what was said before.
 * @param taskKind what the task was, where the plan was asked: its words outlive it in the timeline
 */
export function tickOutcome(facts: Facts, said: Pick<Tick, 'numberId' | 'taskKey' | 'state' | 'note' | 'snoozedUntil' | 'lineStatusBefore'>, kind: EventKind, context: Context, taskKind: string | null = null): Outcome {
  const number = facts.numbers.get(said.numberId)
  if (!number)
    return { refused: 'not-found' }
  const before = tickOf(facts, said.numberId, said.taskKey)
  if (before && before.state === said.state && before.note === said.note && before.snoozedUntil === said.snoozedUntil)
    return { refused: 'already-so' }
  const put: Tick = { ...before ?? born(context), ...said, at: context.now, updatedAt: context.now }
  return {
    changes: [{ table: 'ticks', put }],
    event: { kind, numberIds: [number.id], params: { ...numberNames(number), taskKey: said.taskKey, taskKind, note: said.note, until: said.snoozedUntil } },
    value: undefined,
  }
}
