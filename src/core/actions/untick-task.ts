import type { Id } from '../records/base'
import type { Tick } from '../records/tick'
import type { Action } from './action'
import type { EventKind } from './event-kinds'
import { OVERRIDE_KEY } from '../plan/situation'
import { filesGone } from './rows/files'
import { statusBeforeTick } from './rows/line-end'
import { numberNames } from './rows/names'
import { changed } from './rows/stamp'
import { tickOf, withoutLastWord } from './rows/tick-outcome'

/**
 * Takes back what was said last of a task: done, skipped, snoozed, failed or a note. What was said before it stands again;
 * where nothing was, the files kept with it go. On the gate's own key it withdraws the override; on the step that ended the line, the line stands as before.
 */
export const untickTask: Action<{ numberId: Id, taskKey: string }> = (facts, { numberId, taskKey }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  const tick = tickOf(facts, numberId, taskKey)
  if (!tick)
    return { refused: 'already-so' }
  const status = statusBeforeTick(number, tick)
  const put = status && changed(number, { lineStatus: status }, context)
  const last = withoutLastWord(tick, context)
  return {
    changes: [
      ...last ? [{ table: 'ticks' as const, put: last }] : [{ table: 'ticks' as const, remove: tick.id }, ...filesGone(facts, new Set([tick.id]))],
      ...put ? [{ table: 'numbers' as const, put }] : [],
    ],
    event: { kind: kindOf(tick), numberIds: [numberId], params: { ...numberNames(number), taskKey } },
    value: undefined,
  }
}

function kindOf({ taskKey, state }: Tick): EventKind {
  if (taskKey === OVERRIDE_KEY)
    return 'gate.override-withdrawn'
  return state === 'snoozed' ? 'task.woken' : 'task.unticked'
}
