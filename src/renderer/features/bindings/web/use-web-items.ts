import type { WebLayout } from '../../../../core/web/layout'
import type { WebAccount } from '../../../../core/web/web'
import type { BindingState } from '../../../../core/records/binding'
import type { RouteLocationRaw } from 'vue-router'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useIcons } from '../../../composables/use-icons'
import { useWords } from '../../../composables/use-words'
import { leadOf } from '../../../../core/web/web'
import { useWebOpen } from './use-web-open'
import { useWebWords } from './use-web-words'

/** All that an account's place shows, worked out once. */
export type WebItem = {
  name: string
  /** Everything the picture says of it. */
  line: string
  state: BindingState | null
  serviceName: string
  place: RouteLocationRaw | null
}

/** What the places of accounts show. Scrolling brings the same ones back, so nothing is worked out twice while facts and language hold. */
export function useWebItems(layout: () => WebLayout) {
  const { locale } = useI18n()
  const { iconOf } = useIcons()
  const { serviceName } = useWords()
  const { accountName, accountLine } = useWebWords()
  const { accountPlace } = useWebOpen()

  const known = computed(() => {
    void layout()
    void locale.value
    return new Map<WebAccount, WebItem>()
  })

  function itemOf(account: WebAccount): WebItem {
    const item = known.value.get(account) ?? {
      name: accountName(account),
      line: accountLine(account),
      state: leadOf(account)?.binding.state ?? null,
      serviceName: account.account ? serviceName(account.account) : '?',
      place: accountPlace(account),
    }
    known.value.set(account, item)
    return item
  }

  return { itemOf, iconOf: ({ account }: WebAccount) => iconOf(account?.service) }
}
