import type { Id } from '../records/base'
import type { Binding } from '../records/binding'
import type { Action } from './action'
import { bindingOutcome, refuseState } from './rows/binding-outcome'

/**
 * Unticks the last step: verified → moved → bound, and moving → bound.
 * What was noted as the replacement stays, so that nothing typed is lost. The four ends are left with `restoreBinding`.
 */
export const stepBindingBack: Action<{ bindingId: Id }> = (facts, { bindingId }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  return refuseState(binding, ['verified', 'moved', 'moving'], ['bound'])
    ?? bindingOutcome(facts, binding, stepBack(binding), 'binding.stepped-back', context)
}

function stepBack({ state }: Binding): Partial<Binding> {
  if (state === 'verified')
    return { state: 'moved', verifiedOn: null }
  return { state: 'bound', movedOn: null }
}
