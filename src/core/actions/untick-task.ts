import type { Id } from '../records/base'
import type { Tick } from '../records/tick'
import type { Action } from './action'
import type { EventKind } from './event-kinds'
import { OVERRIDE_KEY } from '../plan/situation'
import { numberNames } from './rows/names'
import { tickOf } from './rows/tick-outcome'

/** Takes back what was said of a task: done, skipped or snoozed. On the gate's own key it withdraws the override. */
export const untickTask: Action<{ numberId: Id, taskKey: string }> = (facts, { numberId, taskKey }) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  const tick = tickOf(facts, numberId, taskKey)
  if (!tick)
    return { refused: 'already-so' }
  return {
    changes: [{ table: 'ticks', remove: tick.id }],
    event: { kind: kindOf(tick), numberIds: [numberId], params: { ...numberNames(number), taskKey } },
    value: undefined,
  }
}

function kindOf({ taskKey, state }: Tick): EventKind {
  if (taskKey === OVERRIDE_KEY)
    return 'gate.override-withdrawn'
  return state === 'snoozed' ? 'task.woken' : 'task.unticked'
}
