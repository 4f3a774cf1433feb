import type { Fallen, WhatIf, WhatIfReason } from '../../../core/lockout/what-if'
import type { Id } from '../../../core/records/base'
import type { ComputedRef } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { MONEY, whatIfItDied } from '../../../core/lockout/what-if'
import { byAccount } from '../../../core/records/facts'
import { useUntether } from '../../app/untether'
import { useBindingPlace } from '../../composables/use-binding-place'
import { useFormat } from '../../composables/use-format'
import { useWords } from '../../composables/use-words'

/** What falls with a number, in words. */
export function useWhatIf(numberId: () => Id): {
  answer: ComputedRef<WhatIf | null>
  /** `5 accounts would be shut, 2 of them with money`. */
  head: ComputedRef<string>
  /** What stands behind it, cannot be told, or is open to strangers: a sentence each. */
  lines: ComputedRef<string[]>
  reasonText: (reason: WhatIfReason, row: Fallen) => string
  placeOf: (row: Fallen) => RouteLocationRaw | null
} {
  const { t } = useI18n()
  const { catalog, facts } = useUntether()
  const placeOfBinding = useBindingPlace()
  const { list, phone } = useFormat()
  const { accountNames } = useWords()

  const answer = computed(() => whatIfItDied(facts.value, numberId(), catalog))
  const head = computed(() => {
    const number = facts.value.numbers.get(numberId())
    if (!answer.value || !number)
      return ''
    const { shut, through, money } = answer.value
    const n = shut.length + through.length
    const rich = [...money.values()].reduce((sum, count) => sum + count, 0)
    const fallen = n === 0 ? t('web.fall.none') : t('web.fall.shut', { n }, n)
    return t('web.fall.head', { number: phone(number.e164), what: rich > 0 ? t('web.fall.money', { what: fallen, n: rich }, rich) : fallen })
  })
  const lines = computed(() => {
    if (!answer.value)
      return []
    const { money, unknown, exposed, shut, through, safe } = answer.value
    const sure = exposed.filter(({ isSure }) => isSure).length
    const maybe = exposed.length - sure
    return [
      shut.length + through.length + unknown.length + safe.length === 0 && t('web.fall.nothing'),
      money.size > 0 && t('web.fall.moneyList', { what: list(MONEY.flatMap(category => money.has(category) ? [t(`web.fall.moneyOf.${category}`, { n: money.get(category)! }, money.get(category)!)] : [])) }),
      unknown.length > 0 && t('web.fall.unknown', { n: unknown.length }, unknown.length),
      sure > 0 && t('web.fall.exposed', { n: sure }, sure),
      maybe > 0 && t('web.fall.maybeExposed', { n: maybe }, maybe),
    ].filter(line => line !== false)
  })

  function reasonText(reason: WhatIfReason, { guards }: Fallen): string {
    return t(`web.fall.reason.${reason}`, { names: accountNames(guards) })
  }

  /** The account's own task here; one that falls through its guards leads to the guard on this number. */
  function placeOf({ bindingIds, guards, accountId }: Fallen): RouteLocationRaw | null {
    const here = (id: Id) => byAccount(facts.value.bindings).get(id)?.find(binding => binding.numberId === numberId())?.id
    const elsewhere = byAccount(facts.value.bindings).get(accountId)?.[0]?.id
    const id = bindingIds[0] ?? guards.map(here).find(found => found !== undefined) ?? elsewhere
    const binding = facts.value.bindings.get(id ?? '')
    return binding ? placeOfBinding(binding) : null
  }

  return { answer, head, lines, reasonText, placeOf }
}
