import type { BindingRow } from '../../../core/bindings/binding-row'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { readRows } from '../../../core/bindings/binding-row'
import { useUntether } from '../../app/untether'
import { useWords } from '../../composables/use-words'

/** All bindings over all numbers, read anew when one of them, a plan, the day or the language changes; not when a setting does. */
export function useBindingRows(): ComputedRef<BindingRow[]> {
  const { locale } = useI18n()
  const { facts, plans, catalog, today } = useUntether()
  const { serviceName } = useWords()
  // Each by itself, so that a commit that touches none of them stops here.
  const bindings = computed(() => facts.value.bindings)
  const accounts = computed(() => facts.value.accounts)
  const numbers = computed(() => facts.value.numbers)
  let known = plans.value
  const samePlans = computed(() => {
    const next = plans.value
    const isSame = next.size === known.size && [...next].every(([id, plan]) => known.get(id) === plan)
    return known = isSame ? known : next
  })
  return computed(() => {
    void locale.value
    return readRows({ facts: { bindings: bindings.value, accounts: accounts.value, numbers: numbers.value }, plans: samePlans.value, catalog, today: today.value, nameOf: serviceName })
  })
}
