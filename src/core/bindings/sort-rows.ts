import type { Language } from '../records/settings'
import type { BindingRow } from './binding-row'
import type { BindingsView, SortKey } from './view'
import { compareDays } from '../plan/next'
import { IMPORTANCES } from '../records/account'
import { BINDING_STATES } from '../records/binding'

type Compare = (a: BindingRow, b: BindingRow) => number

/**
 * The rows in the order of what to do first, as Today has it; a new list. By due day, on one day in the order of the plans;
 * what was put off after that, the first to wake first; settled ones last, by name. No two rows are alike in it.
 * @param language orders names: Chinese ones by pinyin
 */
export function nextFirst(rows: readonly BindingRow[], language: Language): BindingRow[] {
  const nameRank = ranks(rows, language)
  return [...rows].sort((a, b) => Number(a.isSettled) - Number(b.isSettled)
    || (a.isSettled ? 0 : Number(a.task?.state === 'snoozed') - Number(b.task?.state === 'snoozed') || compareDays(wakes(a), wakes(b)) || compareDays(a.dueOn, b.dueOn) || a.place - b.place)
    || nameRank.get(a.name)! - nameRank.get(b.name)!
    || text(a.account.login, b.account.login)
    || text(a.id, b.id))
}

/**
 * The rows in another order; a new list. Whatever the key, rows that are alike in it stay as they stood, and those without
 * one come last whichever way the key runs: no due day stays at the end.
 * @param rows in the order of `nextFirst`, which a filter keeps: so no press of a head has to find it anew
 */
export function sortRows(rows: readonly BindingRow[], { key, isDown }: BindingsView['sort'], language: Language): BindingRow[] {
  if (key === 'next')
    return isDown ? [...rows].reverse() : [...rows]
  const by = COMPARE[key](rows, language)
  const last = ALWAYS_LAST[key]
  const way = isDown ? -1 : 1
  return [...rows].sort((a, b) => (last?.(a, b) ?? 0) || by(a, b) * way)
}

const wakes = ({ task }: BindingRow): string | null => task?.state === 'snoozed' ? task.snoozedUntil : null
/** What has nothing to sort by comes last, whichever way. */
const ALWAYS_LAST: Partial<Record<SortKey, Compare>> = {
  due: (a, b) => Number(a.dueOn === null) - Number(b.dueOn === null),
  account: (a, b) => Number(a.account.login === '') - Number(b.account.login === ''),
}
const text = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
function place<T>(list: readonly T[]): (item: T) => number {
  const places = new Map(list.map((item, index) => [item, index]))
  return item => places.get(item)!
}
const stateAt = place(BINDING_STATES)
const importanceAt = place(IMPORTANCES)

const COMPARE: Record<Exclude<SortKey, 'next'>, (rows: readonly BindingRow[], language: Language) => Compare> = {
  service: (rows, language) => {
    const rank = ranks(rows, language)
    return (a, b) => rank.get(a.name)! - rank.get(b.name)!
  },
  account: (rows) => {
    const logins = new Map(rows.map(({ account }) => [account.id, account.login.toLowerCase()]))
    return (a, b) => text(logins.get(a.account.id)!, logins.get(b.account.id)!)
  },
  number: () => (a, b) => text(a.number.e164, b.number.e164),
  state: () => (a, b) => stateAt(a.binding.state) - stateAt(b.binding.state),
  importance: () => (a, b) => importanceAt(a.importance) - importanceAt(b.importance),
  due: () => (a, b) => compareDays(a.dueOn, b.dueOn),
}

/** Place of each name: the language's own order is asked for once for each name, not for each pair of ten thousand rows. */
function ranks(rows: readonly BindingRow[], language: Language): ReadonlyMap<string, number> {
  const collator = collators.get(language) ?? new Intl.Collator(language === 'zh-CN' ? 'zh-CN' : 'en-GB', { numeric: true })
  collators.set(language, collator)
  const names = [...new Set(rows.map(row => row.name))].sort((a, b) => collator.compare(a, b) || text(a, b))
  return new Map(names.map((name, index) => [name, index]))
}
const collators = new Map<Language, Intl.Collator>()
