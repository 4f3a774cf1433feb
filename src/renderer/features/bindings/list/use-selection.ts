import type { BindingRow } from '../../../../core/bindings/binding-row'
import type { Id } from '../../../../core/records/base'
import type { ComputedRef } from 'vue'
import { computed, shallowRef } from 'vue'

/**
 * Which rows are selected and which one has the keys. A row that is no longer shown is no longer selected; it comes back
 * selected when the filter goes, so that looking about loses nothing.
 * @param rows as shown, in order
 */
export function useSelection(rows: ComputedRef<readonly BindingRow[]>) {
  const chosen = shallowRef<ReadonlySet<Id>>(new Set())
  const visited = shallowRef<Id | null>(null)
  /** Where that one stood: when it goes, the keys stay at this place. */
  let place = 0
  /** Where a stretch of rows begins. */
  let anchor: Id | null = null
  /** What was selected before the stretch was drawn: it shrinks as it grew. */
  let before: ReadonlySet<Id> = new Set()

  const places = computed(() => new Map(rows.value.map((row, index) => [row.id, index])))
  const selected = computed(() => chosen.value.size === 0 ? [] : rows.value.filter(row => chosen.value.has(row.id)))
  /** Tab reaches one row: the one last visited, else the first. */
  const current = computed(() => visited.value !== null && places.value.has(visited.value) ? visited.value : rows.value[Math.min(place, rows.value.length - 1)]?.id ?? null)
  const at = computed(() => current.value === null ? -1 : places.value.get(current.value) ?? -1)

  function visit(id: Id): void {
    place = places.value.get(id) ?? 0
    visited.value = id
  }

  function begin(id: Id): void {
    visit(id)
    anchor = id
    before = chosen.value
  }

  return {
    selected,
    isSelected: (id: Id) => chosen.value.has(id),
    current,
    /** Place of the current row; -1 where none is shown. */
    at,
    isAll: computed(() => rows.value.length > 0 && selected.value.length === rows.value.length),
    visit: begin,
    /** The keys come to a row; a stretch that was begun goes on. */
    reach: visit,
    toggle(id: Id) {
      const next = new Set(chosen.value)
      if (!next.delete(id))
        next.add(id)
      chosen.value = next
      begin(id)
    },
    /** Selects from where the stretch began to this row; what was selected outside of it stays. */
    extendTo(id: Id) {
      anchor ??= current.value
      const from = places.value.get(anchor ?? id) ?? 0
      const to = places.value.get(id) ?? from
      const [first, last] = from < to ? [from, to] : [to, from]
      chosen.value = new Set([...before, ...rows.value.slice(first, last + 1).map(row => row.id)])
      visit(id)
    },
    selectAll() {
      chosen.value = new Set(rows.value.map(row => row.id))
      before = chosen.value
    },
    clear() {
      chosen.value = new Set()
      before = chosen.value
    },
  }
}

export type Selection = ReturnType<typeof useSelection>
