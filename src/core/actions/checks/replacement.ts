import type { Binding, Replacement } from '../../records/binding'
import type { Facts } from '../../records/tables'
import type { Checked } from './check'

/** What took the place: another binding must be one of the same account, and not the binding itself; a number another one that is kept here. */
export function checkReplacement(facts: Facts, binding: Pick<Binding, 'id' | 'accountId' | 'numberId'>, replacement: Replacement | null): Checked<Replacement | null> {
  if (replacement?.kind === 'other-number' && replacement.numberId !== undefined) {
    if (!facts.numbers.has(replacement.numberId))
      return { refused: 'not-found' }
    return replacement.numberId === binding.numberId ? { refused: 'not-valid' } : { value: replacement }
  }
  if (replacement?.kind !== 'binding')
    return { value: replacement }
  const other = facts.bindings.get(replacement.bindingId)
  if (!other)
    return { refused: 'not-found' }
  return other.id !== binding.id && other.accountId === binding.accountId ? { value: replacement } : { refused: 'not-valid' }
}
