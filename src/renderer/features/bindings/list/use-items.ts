import type { BindingRow } from '../../../../core/bindings/binding-row'
import type { GroupKey } from '../../../../core/bindings/view'
import type { Category, Importance } from '../../../../core/records/account'
import type { BindingState } from '../../../../core/records/binding'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { groupRows } from '../../../../core/bindings/group-rows'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'
import { useWords } from '../../../composables/use-words'

/** One line of the table: a binding, or the head of a group. */
export type TableItem = { kind: 'row', row: BindingRow } | { kind: 'group', key: string, name: string, count: number }

/** The lines of the table, and its rows in the order in which they stand. */
export function useItems(sorted: ComputedRef<readonly BindingRow[]>, group: () => GroupKey | null): { items: ComputedRef<readonly TableItem[]>, rows: ComputedRef<readonly BindingRow[]> } {
  const { facts } = useUntether()
  const { phone } = useFormat()
  const { stateName, importanceName, categoryName } = useWords()

  function nameOf(by: GroupKey, key: string): string {
    switch (by) {
      case 'state': return stateName(key as BindingState)
      case 'importance': return importanceName(key as Importance)
      case 'category': return categoryName(key as Category)
      case 'service': return key
      case 'number': {
        const number = facts.value.numbers.get(key)
        return number ? [number.label, phone(number.e164)].filter(part => part !== '').join(' · ') : key
      }
    }
  }

  const items = computed<readonly TableItem[]>(() => {
    const by = group()
    if (by === null)
      return sorted.value.map(row => ({ kind: 'row', row }))
    return groupRows(sorted.value, by).flatMap(({ key, rows }): TableItem[] => [{ kind: 'group', key, name: nameOf(by, key), count: rows.length }, ...rows.map(row => ({ kind: 'row' as const, row }))])
  })
  return {
    items,
    rows: computed(() => group() === null ? sorted.value : items.value.flatMap(item => item.kind === 'row' ? item.row : [])),
  }
}
