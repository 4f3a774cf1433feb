import type { Id } from '../../records/base'
import type { Binding } from '../../records/binding'
import type { Tick } from '../../records/tick'
import type { Facts } from '../../records/tables'
import type { Change, Context, Refused } from '../action'
import { stands } from '../log-binding'
import { unbindKey } from '../../plan/task-keys'
import { byNumber } from '../../records/facts'

/**
 * Puts bindings on another number, one after the other, with what was said of their tasks. Refuses one whose account is
 * bound there already, and one whose place that very number took.
 */
export function renumberer(facts: Facts, numberId: Id, context: Context): { change: (binding: Binding) => { changes: readonly Change[] } | Refused } | Refused {
  if (!facts.numbers.has(numberId))
    return { refused: 'not-found', field: 'numberId' }
  const there = new Set((byNumber(facts.bindings).get(numberId) ?? []).filter(({ state }) => stands(state)).map(({ accountId }) => accountId))
  const ticksOf = new Map<string, Tick[]>()
  for (const tick of facts.ticks.values()) {
    const key = `${tick.numberId} ${tick.taskKey}`
    ticksOf.set(key, [...ticksOf.get(key) ?? [], tick])
  }
  return {
    change(binding) {
      if (binding.numberId === numberId)
        return { refused: 'already-so' }
      if (there.has(binding.accountId) && stands(binding.state))
        return { refused: 'binding-exists' }
      const { replacement } = binding
      if (replacement?.kind === 'other-number' && replacement.numberId === numberId)
        return { refused: 'not-valid' }
      if (stands(binding.state))
        there.add(binding.accountId)
      const ticks = ticksOf.get(`${binding.numberId} ${unbindKey(binding.id)}`) ?? []
      return {
        changes: [
          { table: 'bindings', put: { ...binding, numberId, updatedAt: context.now } },
          ...ticks.map((tick): Change => ({ table: 'ticks', put: { ...tick, numberId, updatedAt: context.now } })),
        ],
      }
    },
  }
}
