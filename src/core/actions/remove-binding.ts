import type { Id } from '../records/base'
import type { Action } from './action'
import { bindingNames } from './rows/names'
import { takeAway } from './rows/take-away'

/** Takes a binding that was logged by mistake out of the record, and its account where nothing else hangs on it. */
export const removeBinding: Action<{ bindingId: Id }> = (facts, { bindingId }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  return {
    changes: takeAway(facts, { bindingIds: new Set([bindingId]) }, context),
    event: { kind: 'binding.removed', numberIds: [binding.numberId], params: bindingNames(facts, binding) },
    value: undefined,
  }
}
