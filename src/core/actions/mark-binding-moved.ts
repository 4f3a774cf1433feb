import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { Replacement } from '../records/binding'
import type { Action } from './action'
import { checkDay } from './checks/check'
import { checkReplacement } from './checks/replacement'
import { bindingOutcome, refuseState } from './rows/binding-outcome'

export type MarkBindingMoved = {
  bindingId: Id
  /** What took the number's place; left out = as noted before. */
  replacement?: Replacement | null
  /** Day of the move; left out = today. */
  movedOn?: Day
}

/** The account has left the number. High and critical ones count as settled only when verified. */
export const markBindingMoved: Action<MarkBindingMoved> = (facts, { bindingId, replacement, movedOn }, context) => {
  const binding = facts.bindings.get(bindingId)
  if (!binding)
    return { refused: 'not-found' }
  const refused = refuseState(binding, ['bound', 'moving'], ['moved', 'verified'])
  if (refused)
    return refused
  const day = checkDay(movedOn ?? context.today, { from: facts.numbers.get(binding.numberId)?.activatedOn, to: context.today })
  if ('refused' in day)
    return { field: 'movedOn', ...day }
  const checked = checkReplacement(facts, binding, replacement === undefined ? binding.replacement : replacement)
  if ('refused' in checked)
    return { field: 'replacement', ...checked }
  return bindingOutcome(facts, binding, { state: 'moved', movedOn: day.value, replacement: checked.value }, 'binding.moved', context)
}
