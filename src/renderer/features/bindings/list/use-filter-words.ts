import type { BindingFilter } from '../../../../core/bindings/view'
import { last4 } from '../../../../core/records/number'
import { useUntether } from '../../../app/untether'
import { useWords } from '../../../composables/use-words'

/** One part of the filter as it is called on screen, and the filter without it. */
export type FilterWord = { key: string, name: string, without: Partial<BindingFilter> }

/** What holds rows back besides the chips, in words. */
export function useFilterWords(): { wordsOf: (filter: BindingFilter) => FilterWord[] } {
  const { facts } = useUntether()
  const { stateName, importanceName, categoryName, roleName } = useWords()

  function numberName(id: string): string {
    const number = facts.value.numbers.get(id)
    return number ? number.label || `#${last4(number.e164)}` : id
  }

  function wordsOf({ states, importances, numberIds, categories, roles, text }: BindingFilter): FilterWord[] {
    const part = <Value extends string>(field: keyof BindingFilter, list: readonly Value[], nameOf: (value: Value) => string): FilterWord[] =>
      list.map(value => ({ key: `${field}:${value}`, name: nameOf(value), without: { [field]: list.filter(other => other !== value) } }))
    return [
      ...text.trim() === '' ? [] : [{ key: 'text', name: text.trim(), without: { text: '' } }],
      ...part('states', states, stateName),
      ...part('importances', importances, importanceName),
      ...part('numberIds', numberIds, numberName),
      ...part('categories', categories, categoryName),
      ...part('roles', roles, roleName),
    ]
  }

  return { wordsOf }
}
