import type { Id } from '../records/base'
import type { Binding, BindingState } from '../records/binding'
import type { Action } from './action'
import { bindingOutcome, refuseState } from './rows/binding-outcome'

const ENDS = ['removed', 'account-closed', 'waived', 'dismissed'] as const satisfies readonly BindingState[]

/** Takes a binding back from one of the four ends to where it stood before: verified, moved or bound; a dismissed one is a candidate again. */
export const restoreBinding: Action<{ bindingId: Id }> = (facts, { bindingId }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  return refuseState(binding, ENDS, ['bound'])
    ?? bindingOutcome(facts, binding, { state: stateBefore(binding), waivedReason: '' }, 'binding.restored', context)
}

function stateBefore({ state, movedOn, verifiedOn }: Binding): BindingState {
  if (state === 'dismissed')
    return 'candidate'
  return verifiedOn ? 'verified' : movedOn ? 'moved' : 'bound'
}
