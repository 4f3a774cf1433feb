import type { BindingRow } from './binding-row'
import type { GroupKey } from './view'
import { CATEGORIES, IMPORTANCES } from '../records/account'
import { BINDING_STATES } from '../records/binding'

/** Rows that are alike in one thing, in the order they came in. */
export type RowGroup = { readonly key: string, readonly rows: readonly BindingRow[] }

/**
 * Groups of rows: states, importances and categories in the order of their words, numbers by age, services by the first
 * row they bring. Every row is in one group.
 */
export function groupRows(rows: readonly BindingRow[], by: GroupKey): RowGroup[] {
  const groups = new Map<string, BindingRow[]>()
  for (const row of rows) {
    const key = keyOf[by](row)
    const group = groups.get(key)
    if (group)
      group.push(row)
    else
      groups.set(key, [row])
  }
  const found = [...groups].map(([key, of]) => ({ key, rows: of }))
  if (by === 'service')
    return found
  if (by === 'number')
    return found.sort((a, b) => age(a) - age(b) || (a.key < b.key ? -1 : 1))
  const order: readonly string[] = { state: BINDING_STATES, importance: IMPORTANCES, category: CATEGORIES }[by]
  return found.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}

const keyOf: Record<GroupKey, (row: BindingRow) => string> = {
  number: row => row.number.id,
  // As it is called: two entries of one name are one service to whoever reads it.
  service: row => row.name,
  category: row => row.category,
  state: row => row.binding.state,
  importance: row => row.importance,
}

function age({ rows: [row] }: RowGroup): number {
  return row?.number.createdAt ?? 0
}
