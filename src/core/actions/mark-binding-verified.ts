import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { Action } from './action'
import { checkDay } from './checks/check'
import { bindingOutcome, refuseState } from './rows/binding-outcome'

export type MarkBindingVerified = {
  bindingId: Id
  /** Day of the sign-in; left out = today. */
  verifiedOn?: Day
}

/** The user signed in once with what took the number's place. */
export const markBindingVerified: Action<MarkBindingVerified> = (facts, { bindingId, verifiedOn }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  const refused = refuseState(binding, ['moved'], ['verified'])
  if (refused)
    return refused
  const day = checkDay(verifiedOn ?? context.today, { from: binding.movedOn, to: context.today })
  if ('refused' in day)
    return { field: 'verifiedOn', ...day }
  return bindingOutcome(facts, binding, { state: 'verified', verifiedOn: day.value }, 'binding.verified', context)
}
