import type { Id } from '../records/base'
import type { Action, Change } from './action'
import { bindingNames } from './rows/names'

/** States of a binding that still hangs on a living account. */
const HANGING = ['bound', 'moving', 'moved', 'waived']

/**
 * The account was closed at its service. It then holds on to none of its numbers: every binding of it that was
 * not yet verified or put away is marked, on whatever number.
 */
export const closeAccount: Action<{ bindingId: Id }> = (facts, { bindingId }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  if (binding.state === 'account-closed')
    return { refused: 'already-so' }
  const closed = [...facts.bindings.values()].filter(other =>
    other.id === bindingId || (other.accountId === binding.accountId && HANGING.includes(other.state)))
  return {
    changes: closed.map((other): Change => ({ table: 'bindings', put: { ...other, state: 'account-closed', waivedReason: '', updatedAt: context.now } })),
    event: { kind: 'account.closed', numberIds: [...new Set(closed.map(other => other.numberId))].sort(), params: bindingNames(facts, binding) },
    value: undefined,
  }
}
