import type { ComputedRef } from 'vue'
import type { ProgressCounts } from '../ui/progress-parts'
import { computed } from 'vue'
import { readEntries } from '../../core/plan/entries'
import { factsOfNumber } from '../../core/records/facts'
import { useUntether } from '../app/untether'
import { ringCounts } from '../ui/ring-counts'

/** The ring of a number, closed ones too, which have no plan any more. */
export function useRing(numberId: () => string): ComputedRef<ProgressCounts> {
  const { facts, plans, catalog } = useUntether()
  return computed(() => {
    const id = numberId()
    const of = plans.value.has(id) ? null : factsOfNumber(facts.value, id)
    const ring = plans.value.get(id)?.ring ?? (of && readEntries(of, catalog).ring)
    return ringCounts(ring ?? { verified: 0, ended: 0, halfWay: 0, bound: 0 })
  })
}
