import type { Id } from '../records/base'
import type { Action } from './action'
import { isLastStep } from './checks/task-key'
import { numberNames } from './rows/names'
import { born } from './rows/stamp'
import { tickOf } from './rows/tick-outcome'

export type ReopenNumber = {
  numberId: Id
  /** `alive` = the line came back to life; `code` = a code for a forgotten account still goes to it; `unfinished` = closed too early. */
  why: 'alive' | 'code' | 'unfinished'
}

/** Key of the check that no service still texts the old number. */
const FORGOTTEN_KEY = 'follow-up:no-forgotten'

/** Takes a closed number out of the archive: its case goes on where the reason says. */
export const reopenNumber: Action<ReopenNumber> = (facts, { numberId, why }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  if (number.closedAt === null)
    return { refused: 'already-so' }
  const isAlive = why === 'alive'
  const lastSteps = isAlive ? [...facts.ticks.values()].filter(tick => tick.numberId === numberId && isLastStep(tick.taskKey)) : []
  const known = tickOf(facts, numberId, FORGOTTEN_KEY)
  return {
    changes: [
      { table: 'numbers', put: { ...number, closedAt: null, ...isAlive && { lineStatus: 'active' as const }, updatedAt: context.now } },
      ...lastSteps.map(({ id }) => ({ table: 'ticks' as const, remove: id })),
      ...why === 'code'
        ? [{ table: 'ticks' as const, put: { ...known ?? born(context), numberId, taskKey: FORGOTTEN_KEY, state: 'failed' as const, at: context.now, updatedAt: context.now, note: known?.note ?? '', snoozedUntil: null } }]
        : [],
    ],
    event: { kind: 'number.reopened', numberIds: [numberId], params: { ...numberNames(number), why } },
    value: undefined,
  }
}
