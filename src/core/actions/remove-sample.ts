import type { Action, Change } from './action'
import { applyChanges } from './apply'
import { takeAway } from './rows/take-away'

/**
 * Takes the sample away: its numbers with all that hangs on them, also what the user added there, and its accounts.
 * A sample account that the user bound to a number of their own stays and becomes theirs.
 */
export const removeSample: Action<void> = (facts, _, context) => {
  const numbers = [...facts.numbers.values()].filter(number => number.isSample)
  const accounts = [...facts.accounts.values()].filter(account => account.isSample)
  if (numbers.length === 0 && accounts.length === 0)
    return { refused: 'already-so' }
  const changes = takeAway(facts, {
    numberIds: new Set(numbers.map(number => number.id)),
    accountIds: new Set(accounts.map(account => account.id)),
  }, context)
  const after = applyChanges(facts, changes)
  const adopted = [...after.accounts.values()].filter(account => account.isSample)
  return {
    changes: [
      ...changes,
      ...adopted.map((account): Change => ({ table: 'accounts', put: { ...account, isSample: false, updatedAt: context.now } })),
    ],
    event: { kind: 'sample.removed', numberIds: numbers.map(number => number.id).sort(), params: { numbers: numbers.length } },
    value: undefined,
  }
}
