import type { Id } from '../records/base'
import type { Action } from './action'
import { lastStepsGone } from './rows/line-end'
import { numberNames } from './rows/names'
import { tickOf, tickOutcome } from './rows/tick-outcome'

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
  const said = { numberId, taskKey: FORGOTTEN_KEY, state: 'failed', note: tickOf(facts, numberId, FORGOTTEN_KEY)?.note ?? '', snoozedUntil: null } as const
  const found = why === 'code' ? tickOutcome(facts, said, 'task.failed', context) : null
  return {
    changes: [
      { table: 'numbers', put: { ...number, closedAt: null, ...isAlive && { lineStatus: 'active' as const }, updatedAt: context.now } },
      ...isAlive ? lastStepsGone(facts, numberId) : [],
      ...found && 'changes' in found ? found.changes : [],
    ],
    event: { kind: 'number.reopened', numberIds: [numberId], params: { ...numberNames(number), why } },
    value: undefined,
  }
}
