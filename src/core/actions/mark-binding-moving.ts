import type { Id } from '../records/base'
import type { Action } from './action'
import { bindingOutcome, refuseState } from './rows/binding-outcome'

/** The move has begun: old and new way stand side by side. */
export const markBindingMoving: Action<{ bindingId: Id }> = (facts, { bindingId }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  return refuseState(binding, ['bound'], ['moving'])
    ?? bindingOutcome(facts, binding, { state: 'moving' }, 'binding.moving', context)
}
