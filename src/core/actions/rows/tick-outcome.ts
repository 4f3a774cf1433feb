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

type Said = Pick<Tick, 'numberId' | 'taskKey' | 'state' | 'note' | 'snoozedUntil' | 'lineStatusBefore'>

/**
 * Writes what the user says of a task, over what was said before; what a done, skipped or snoozed task was before stays in it.
 * @param taskKind what the task was, where the plan was asked: its words outlive it in the timeline
 */
export function tickOutcome(facts: Facts, said: Said, kind: EventKind, context: Context, taskKind: string | null = null): Outcome {
  const number = facts.numbers.get(said.numberId)
  if (!number)
    return { refused: 'not-found' }
  const last = tickOf(facts, said.numberId, said.taskKey)
  if (last && last.state === said.state && last.note === said.note && last.snoozedUntil === said.snoozedUntil)
    return { refused: 'already-so' }
  const before = last && keptBefore(last, said.state)
  const { id, createdAt } = last ?? born(context)
  const put: Tick = { id, createdAt, ...said, at: context.now, updatedAt: context.now, ...before && { before } }
  if (said.lineStatusBefore === undefined && last?.lineStatusBefore !== undefined && said.state === last.state)
    put.lineStatusBefore = last.lineStatusBefore
  return {
    changes: [{ table: 'ticks', put }],
    event: { kind, numberIds: [number.id], params: { ...numberNames(number), taskKey: said.taskKey, taskKind, note: said.note, until: said.snoozedUntil } },
    value: undefined,
  }
}

/** What is kept of a tick under the next one; undefined = nothing. */
function keptBefore(last: Tick, next: Tick['state']): Tick['before'] {
  const { state, note, snoozedUntil, before } = last
  if (state === next)
    return before
  if (state === 'failed' || state === 'noted')
    return next === 'failed' || next === 'noted' ? undefined : { state, note, snoozedUntil }
  if (state === 'snoozed' && (next === 'done' || next === 'skipped')) {
    const inner = before && before.state !== 'snoozed' ? { state: before.state, note: before.note, snoozedUntil: before.snoozedUntil } : undefined
    return { state, note, snoozedUntil, ...inner && { before: inner } }
  }
  return (state === 'done' || state === 'skipped') && (next === 'done' || next === 'skipped') ? before : undefined
}

/** The tick as it stood before what was said last; null where nothing had been said. */
export function withoutLastWord(tick: Tick, context: Context): Tick | null {
  const { lineStatusBefore: _, before, ...row } = tick
  return before ? { ...row, ...before, at: context.now, updatedAt: context.now } : null
}
