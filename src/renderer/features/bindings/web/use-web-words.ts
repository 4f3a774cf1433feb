import type { PhoneNumber } from '../../../../core/records/number'
import type { WebNode } from '../../../../core/web/layout'
import type { WebAccount, WebBinding } from '../../../../core/web/web'
import { useI18n } from 'vue-i18n'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'
import { useWords } from '../../../composables/use-words'
import { MOST_CHARGES } from '../../../../core/web/layout'
import { leadOf } from '../../../../core/web/web'

/** What stands in the web in words. */
export function useWebWords() {
  const { t } = useI18n()
  const { facts } = useUntether()
  const { list, phone } = useFormat()
  const { accountNames, serviceName, stateName, importanceName } = useWords()

  /** A number as lists call it: its label, else the number itself. */
  function numberName(number: PhoneNumber | null | undefined): string {
    return number ? number.label || phone(number.e164) : t('web.gone')
  }

  /** `Gmail`; with its login where two are of one service. */
  function accountName({ account, isTwin }: WebAccount): string {
    return account ? [serviceName(account), isTwin && account.login].filter(Boolean).join(' · ') : t('words.someAccount')
  }

  /** The first few; the rest are counted. */
  function names(accounts: readonly WebAccount[]): string {
    return accountNames(accounts.map(({ id }) => id))
  }

  const numbersOf = (bindings: readonly WebBinding[]): string => list([...new Set(bindings.map(({ binding }) => numberName(facts.value.numbers.get(binding.numberId))))])

  /** Everything the picture says of an account besides its name. */
  function restOf(account: WebAccount): string {
    const lead = leadOf(account)
    const held = account.bindings.filter(({ isSettled }) => !isSettled)
    const loose = account.bindings.filter(({ isSettled }) => isSettled)
    const parts = [
      lead && stateName(lead.binding.state),
      importanceName(account.importance).toLowerCase(),
      held.length > 0 && t('web.holdsNumber', { numbers: numbersOf(held) }),
      loose.length > 0 && t('web.letGoOf', { numbers: numbersOf(loose) }),
      account.bindings.length === 0 && t('web.noBinding'),
      account.guards.length > 0 && t('web.guardedBy', { names: names(account.guards) }),
      account.charges.length > 0 && t('web.guardsNames', { names: names(account.charges) }),
    ]
    return parts.filter(Boolean).join(t('web.comma'))
  }

  /** Why a guard goes first, in two short lines. */
  function caption(guard: WebAccount): [string, string] {
    const n = guard.charges.length
    const isRing = guard.ring !== -1 && guard.charges.some(({ ring }) => ring === guard.ring)
    return [t(n > MOST_CHARGES ? 'web.guardsMany' : 'web.guardsThese', { name: guard.account ? serviceName(guard.account) : accountName(guard), n }, n), t(isRing ? 'web.guardsEachOther' : guard.isSettled && guard.bindings.length > 0 ? 'web.isSettled' : 'web.goesFirst')]
  }

  function foldName({ of, count, isOpen }: WebNode & { kind: 'fold' }): string {
    return t(of === 'charges' ? isOpen ? 'web.fewer' : 'web.more' : isOpen ? 'web.unfold' : 'web.fold', { n: count })
  }

  return { numberName, accountName, restOf, caption, foldName }
}
