import type { Id } from '../records/base'
import type { Action, Change } from './action'
import type { Guards } from './rows/guards'
import { withGuards } from './rows/guards'
import { accountNames, numbersOfAccounts } from './rows/names'

/** Says which accounts guard one, and which it guards. A list left out stays as it is. */
export const setGuards: Action<Guards & { accountId: Id }> = (facts, { accountId, ...guards }, context) => {
  const account = facts.accounts.get(accountId)
  if (!account)
    return { refused: 'not-found' }
  const result = withGuards(facts, account, guards, context)
  if ('refused' in result)
    return result
  if (result.accounts.length === 0)
    return { refused: 'already-so' }
  return {
    changes: result.accounts.map((put): Change => ({ table: 'accounts', put })),
    event: {
      kind: 'account.guards-set',
      numberIds: numbersOfAccounts(facts, new Set([accountId, ...result.accounts.map(({ id }) => id)])),
      params: accountNames(account),
    },
    value: undefined,
  }
}
