import type { Id } from '../records/base'
import type { Action } from './action'
import { checkReason } from './checks/check'
import { bindingOutcome, refuseState } from './rows/binding-outcome'

/** Settles a binding by decision, though the number is still there. Asks for a reason. */
export const waiveBinding: Action<{ bindingId: Id, reason: string }> = (facts, { bindingId, reason }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  const refused = refuseState(binding, ['bound', 'moving', 'moved'], ['waived', 'verified'])
  if (refused)
    return refused
  const checked = checkReason(reason, context)
  if ('refused' in checked)
    return { field: 'reason', ...checked }
  return bindingOutcome(facts, binding, { state: 'waived', waivedReason: checked.value }, 'binding.waived', context, { reason: checked.value })
}
