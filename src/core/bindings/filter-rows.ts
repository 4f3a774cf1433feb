import type { BindingRow } from './binding-row'
import type { BindingFilter, Shown } from './view'
import { folded } from '../catalog/search'
import { SHOWN } from './view'

/** The rows that fit, and how many would under each of the chips. */
export type Filtered = { readonly rows: readonly BindingRow[], readonly counts: Readonly<Record<Shown, number>> }

/** Keeps the order of the rows. */
export function filterRows(rows: readonly BindingRow[], filter: BindingFilter): Filtered {
  const fits = fitsLists(filter)
  const counts = { 'all': 0, 'unsettled': 0, 'to-verify': 0, 'late': 0 }
  const kept: BindingRow[] = []
  for (const row of rows) {
    if (!fits(row))
      continue
    for (const shown of SHOWN) {
      if (!isShown[shown](row))
        continue
      counts[shown]++
      if (shown === filter.show)
        kept.push(row)
    }
  }
  return { rows: kept, counts }
}

const isShown: Record<Shown, (row: BindingRow) => boolean> = {
  'all': () => true,
  'unsettled': row => !row.isSettled,
  'to-verify': row => row.isToVerify,
  'late': row => row.urgency === 'late',
}

function fitsLists({ states, importances, numberIds, categories, roles, text }: BindingFilter): (row: BindingRow) => boolean {
  const tests: ((row: BindingRow) => boolean)[] = []
  const among = <T>(list: readonly T[], of: (row: BindingRow) => T): void => {
    const wanted = new Set(list)
    if (wanted.size > 0)
      tests.push(row => wanted.has(of(row)))
  }
  among(states, row => row.binding.state)
  among(importances, row => row.importance)
  among(numberIds, row => row.number.id)
  among(categories, row => row.category)
  if (roles.length > 0)
    tests.push(row => row.binding.roles.some(role => roles.includes(role)))
  const words = text.split(/\s+/).map(folded).filter(word => word !== '')
  if (words.length > 0)
    tests.push(row => words.every(word => foldedText(row).includes(word)))
  return row => tests.every(test => test(row))
}

/** What a text is looked for in. Rows are made anew with each change, accounts are not: folding costs the most. */
function foldedText({ account, name, number }: BindingRow): string {
  const known = texts.get(account)
  const found = known?.name === name ? known : { name, text: `${folded(name)}\n${folded(account.login)}\n` }
  if (found !== known)
    texts.set(account, found)
  return `${found.text}${number.e164}\n${numberName(number)}`
}
const texts = new WeakMap<BindingRow['account'], { name: string, text: string }>()

function numberName(number: BindingRow['number']): string {
  const known = names.get(number) ?? folded(number.label)
  names.set(number, known)
  return known
}
const names = new WeakMap<BindingRow['number'], string>()
