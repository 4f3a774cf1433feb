import type { Id } from '../records/base'
import type { ExitRoute, LineStatus } from '../records/number'
import type { Action } from './action'
import type { Knowledge } from './rows/plan-of'
import { lastStepsGone } from './rows/line-end'
import { numberNames } from './rows/names'
import { planOf } from './rows/plan-of'
import { changed } from './rows/stamp'

export type SetLineStatus = {
  numberId: Id
  status: LineStatus
  /** For the gate: the plan is derived here, so that no caller can be wrong about it. */
  catalog: Knowledge
  /** It happened to the user: the provider took the number, or somebody carried it away. The gate has nothing to guard then. */
  isLost?: boolean
}

/** Statuses of a line that is over. */
const ENDED: ReadonlySet<LineStatus> = new Set<LineStatus>(['cancelled', 'ported-out', 'lapsed', 'provider-retired'])

/** Ways out that end the line, each with the gate it stands behind. */
const BEHIND_GATE: Partial<Record<LineStatus, ExitRoute>> = {
  'cancelled': 'cancel',
  'ported-out': 'port-out',
  'lapsed': 'let-expire',
}

/**
 * Notes how the line stands at the provider.
 * A line that lives again takes the tick of its last step back with it.
 * Refuses to end it (cancelled, ported out, lapsed) while the gate of that way out is shut, unless it was left or lost already.
 */
export const setLineStatus: Action<SetLineStatus> = (facts, { numberId, status, catalog, isLost = false }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  if (number.closedAt !== null)
    return { refused: 'wrong-state', params: { state: 'closed' } }
  const lastSteps = ENDED.has(status) ? [] : lastStepsGone(facts, numberId)
  const put = changed(number, { lineStatus: status }, context)
  if (!put && lastSteps.length === 0)
    return { refused: 'already-so' }
  const route = BEHIND_GATE[status]
  if (route && !isLost) {
    const hasLeft = planOf(facts, numberId, catalog, context.today)?.hasLeft
    const by = planOf(facts, numberId, catalog, context.today, { exitRoute: route })
    if (!hasLeft && !by?.canCancel && !by?.isPortUnderWay)
      return { refused: 'gate-shut', field: 'status' }
  }
  return {
    changes: [...put ? [{ table: 'numbers' as const, put }] : [], ...lastSteps],
    event: {
      kind: route && isLost ? 'number.lost' : 'number.status-set',
      numberIds: [numberId],
      params: { ...numberNames(number), from: number.lineStatus, to: status, status },
    },
    value: undefined,
  }
}
