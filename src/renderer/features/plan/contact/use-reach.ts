import type { ProviderGuide } from '../../../../core/catalog/tiers'
import type { TalkChannel } from '../../../../core/contact/script'
import type { Dials } from '../../../../core/contact/dials'
import type { PhoneNumber } from '../../../../core/records/number'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { dialsOf } from '../../../../core/contact/dials'
import { TALK_CHANNELS } from '../../../../core/contact/script'
import { useUntether } from '../../../app/untether'
import { useGuides } from '../../../composables/use-guides'

type Support = ProviderGuide['support'][number]

/** How the provider of a number can be reached, as far as the catalogue knows. */
export function useReach(number: () => PhoneNumber | null | undefined) {
  const { catalog } = useUntether()
  const { providerGuide } = useGuides()

  const id = computed(() => {
    const provider = number()?.provider
    return provider?.kind === 'catalog' ? provider.id : null
  })
  const provider = computed(() => id.value === null ? null : catalog.provider(id.value) ?? null)
  const guide = providerGuide(id)
  const support = (channel: TalkChannel): Support[] => guide.value?.support.filter(item => item.channel === channel) ?? []

  const dials: ComputedRef<Dials | null> = computed(() => dialsOf(provider.value?.cancel.phone ?? null, support('phone').map(item => item.value)))
  const isKnown = (channel: TalkChannel): boolean =>
    channel === 'phone' ? dials.value !== null || hasChannel(channel) : support(channel).length > 0 || hasChannel(channel)

  function hasChannel(channel: TalkChannel): boolean {
    return provider.value?.cancel.channels.includes(channel) ?? false
  }

  return {
    provider,
    guide,
    dials,
    support,
    isKnown,
    /** Somebody answers at once. */
    isReached: computed(() => isKnown('phone') || isKnown('chat')),
    /** Ways the guide names first, the others after them, so that what the plan does not know can be tried too. */
    known: computed(() => TALK_CHANNELS.filter(isKnown)),
  }
}
