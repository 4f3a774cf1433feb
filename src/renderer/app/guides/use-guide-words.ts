import type { GuideDraft } from './guide-draft'
import type { PickOption } from '../../ui/pick'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { cancelChannels, exitRoutes, preconditions, providerKinds, stepKinds } from '../../../core/catalog/provider-codes'
import { PORT_ANSWERS, REFUND_ANSWERS } from '../../../core/records/guide'
import { countryName } from '../../composables/country-name'
import { useFormat } from '../../composables/use-format'
import { useUntether } from '../untether'

/** The known few of a guide in words, and what a field says in one line. */
export function useGuideWords() {
  const { t, locale } = useI18n()
  const { catalog, facts } = useUntether()
  const { list, fullDay } = useFormat()

  const options = <Value extends string>(values: readonly Value[], group: string) => computed<PickOption<Value>[]>(() => values.map(value => ({ value, label: t(`guides.${group}.${value}`) })))

  /** Countries that providers and numbers are of. */
  const countries = computed(() => {
    const known = new Set([...catalog.providers.flatMap(({ country }) => country ?? []), ...[...facts.value.numbers.values()].flatMap(({ country }) => country ?? [])])
    const named = [...known].map(value => ({ value, label: countryName(value, locale.value) })).sort((a, b) => a.label.localeCompare(b.label, locale.value))
    return [{ value: '', label: t('guides.severalCountries') }, ...named]
  })

  function names(group: string, values: readonly string[]): string {
    return list(values.map(value => t(`guides.${group}.${value}`)))
  }

  /** What a field of the form says, in one line; empty = nothing. */
  function saidIn(draft: GuideDraft, field: Exclude<keyof GuideDraft, 'steps' | 'pitfalls' | 'sources'>): string {
    switch (field) {
      case 'kind':
        return names('kinds', [draft.kind])
      case 'country':
        return draft.country === '' ? t('guides.severalCountries') : countryName(draft.country, locale.value)
      case 'channels':
      case 'routes':
      case 'preconditions':
        return names(field, draft[field])
      case 'refund':
      case 'portOut':
        return names('answers', [draft[field]])
      case 'checkedOn':
        return draft.checkedOn === null ? '' : fullDay(draft.checkedOn)
      case 'refundDays':
      case 'keepAliveDays':
        return draft[field] === '' ? '' : `${draft[field]}\u00A0${t('guides.fields.days')}`
      default:
        return draft[field]
    }
  }

  return {
    kinds: options(providerKinds, 'kinds'),
    channels: options(cancelChannels, 'channels'),
    routes: options(exitRoutes, 'routes'),
    needs: options(preconditions, 'preconditions'),
    refunds: options(REFUND_ANSWERS, 'answers'),
    ports: options(PORT_ANSWERS, 'answers'),
    stepKinds: computed<PickOption[]>(() => [{ value: '', label: t('guides.anyKind') }, ...stepKinds.map(value => ({ value, label: t(`guides.stepKinds.${value}`) }))]),
    countries,
    saidIn,
  }
}
