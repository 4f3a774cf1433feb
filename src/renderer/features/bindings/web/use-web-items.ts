import type { WebLayout } from '../../../../core/web/layout'
import type { WebAccount, WebNumber } from '../../../../core/web/web'
import type { BindingState } from '../../../../core/records/binding'
import type { RouteLocationRaw } from 'vue-router'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '../../../composables/use-format'
import { useIcons } from '../../../composables/use-icons'
import { useWords } from '../../../composables/use-words'
import { leadOf } from '../../../../core/web/web'
import { useWebOpen } from './use-web-open'
import { useWebWords } from './use-web-words'

/** All that an account's place shows, worked out once. */
export type WebItem = {
  name: string
  /** Everything else the picture says of it. */
  rest: string
  state: BindingState | null
  serviceName: string
  place: RouteLocationRaw | null
}

/** The same for a number; how much of it is left comes from its ring. */
export type WebNumberWords = {
  name: string
  phone: string
  left: (left: number, total: number) => string
  whatIf: string
  /** Names the number after it. */
  whatIfOf: string
}

/** What the places of accounts show. Scrolling brings the same ones back, so nothing is worked out twice while facts and language hold. */
export function useWebItems(layout: () => WebLayout) {
  const { locale, t } = useI18n()
  const { phone } = useFormat()
  const { iconOf } = useIcons()
  const { serviceName } = useWords()
  const { accountName, numberName, restOf } = useWebWords()
  const { accountPlace } = useWebOpen()

  const known = computed(() => {
    void layout()
    void locale.value
    return { items: new Map<WebAccount, WebItem>(), numbers: new Map<WebNumber, WebNumberWords>() }
  })

  function itemOf(account: WebAccount): WebItem {
    const item = known.value.items.get(account) ?? {
      name: accountName(account),
      rest: restOf(account),
      state: leadOf(account)?.binding.state ?? null,
      serviceName: account.account ? serviceName(account.account) : '?',
      place: accountPlace(account),
    }
    known.value.items.set(account, item)
    return item
  }

  function numberOf(of: WebNumber): WebNumberWords {
    const { number } = of
    const name = numberName(number)
    const words = known.value.numbers.get(of) ?? {
      name: number ? name : `${name}: ${t('web.goneText')}`,
      phone: number ? phone(number.e164) : '',
      left: (left: number, total: number) => t('web.comma') + t('web.left', { left, total }),
      whatIf: t('web.whatIf'),
      whatIfOf: t('web.comma') + name,
    }
    known.value.numbers.set(of, words)
    return words
  }

  return { itemOf, numberOf, iconOf: ({ account }: WebAccount) => iconOf(account?.service) }
}
