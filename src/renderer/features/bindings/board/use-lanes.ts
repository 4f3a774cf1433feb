import type { BindingRow } from '../../../../core/bindings/binding-row'
import type { Lane } from '../../../../core/bindings/steps'
import type { Language } from '../../../../core/records/settings'
import type { ComputedRef } from 'vue'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { nextFirst } from '../../../../core/bindings/sort-rows'
import { laneOf, LANES } from '../../../../core/bindings/steps'

/** Cards drawn in a column; the rest is asked for, so many at a time. */
const MOST_CARDS = 60

/** One column: its cards that are drawn, and how many there are. */
export type BoardLane = { lane: Lane, cards: readonly BindingRow[], total: number, isFolded: boolean }

/** The columns of the board, each in the order of what to do first. What ended is folded until asked for. */
export function useLanes(rows: ComputedRef<readonly BindingRow[]>): { lanes: ComputedRef<readonly BoardLane[]>, more: (lane: Lane) => void, toggleEnded: () => void } {
  const { locale } = useI18n()
  const shown = shallowRef<Partial<Record<Lane, number>>>({})
  const isEndedShown = shallowRef(false)
  const byLane = computed(() => {
    const found = new Map<Lane, BindingRow[]>(LANES.map(lane => [lane, []]))
    for (const row of nextFirst(rows.value, locale.value as Language)) {
      const lane = laneOf(row.binding.state)
      if (lane)
        found.get(lane)?.push(row)
    }
    return found
  })
  return {
    lanes: computed(() => LANES.map((lane) => {
      const all = byLane.value.get(lane) ?? []
      const isFolded = lane === 'ended' && !isEndedShown.value
      return { lane, cards: isFolded ? [] : all.slice(0, shown.value[lane] ?? MOST_CARDS), total: all.length, isFolded }
    })),
    more: lane => shown.value = { ...shown.value, [lane]: (shown.value[lane] ?? MOST_CARDS) + MOST_CARDS },
    toggleEnded: () => isEndedShown.value = !isEndedShown.value,
  }
}
