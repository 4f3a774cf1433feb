import type { ProviderFacts, ProviderGuide } from '../../../../core/catalog/tiers'
import type { FactLine } from './fact-line'
import { useI18n } from 'vue-i18n'
import { countryName } from '../../../composables/country-name'
import { useFormat } from '../../../composables/use-format'

/** What is known of a provider, line by line; the same lines for every provider, so that two can stand side by side. */
export function useProviderFacts() {
  const { t, locale } = useI18n()
  const { list, money } = useFormat()
  const known = (group: string, values: readonly string[]): string | null => values.length === 0 ? null : list(values.map(value => t(`guides.${group}.${value}`)))
  const days = (count: number | null): string | null => count === null ? null : t('catalogue.days', { n: count }, count)

  function refundText({ refund }: ProviderFacts): string | null {
    const { balanceRefundable, typicalDays, areBusinessDays } = refund
    if (balanceRefundable === 'unknown')
      return null
    const answer = t(`catalogue.refund.${balanceRefundable}`)
    return typicalDays === null ? answer : `${answer} · ${t(areBusinessDays ? 'catalogue.businessDays' : 'catalogue.days', { n: typicalDays }, typicalDays)}`
  }

  /** @param guide null while it loads */
  function providerFacts(provider: ProviderFacts, guide: ProviderGuide | null): FactLine[] {
    const { cancel, portOut, keepAlive, afterCancel, preconditions, country, status } = provider
    const cost = keepAlive.monthlyCost
    return [
      { key: 'kind', label: t('guides.fields.kind'), text: t(`guides.kinds.${provider.kind}`) },
      { key: 'country', label: t('guides.fields.country'), text: country === null ? (provider.isMultiCountry ? t('catalogue.several') : null) : countryName(country, locale.value) },
      { key: 'status', label: t('catalogue.facts.status'), text: status === 'unknown' ? null : t(`catalogue.status.${status}`) },
      { key: 'routes', label: t('guides.fields.routes'), text: known('routes', cancel.routes) },
      { key: 'channels', label: t('guides.fields.channels'), text: known('channels', cancel.channels) },
      { key: 'refund', label: t('guides.fields.refund'), text: refundText(provider), note: guide?.refund.how },
      { key: 'portOut', label: t('guides.fields.portOut'), text: portOut.isPossible === null ? null : t(`catalogue.portOut.${portOut.isPossible ? 'yes' : 'no'}`), note: guide?.portOut.how },
      { key: 'keepAlive', label: t('guides.fields.keepAliveDays'), text: days(keepAlive.inactivityDays), note: guide?.keepAlive.rule },
      { key: 'cost', label: t('catalogue.facts.cost'), text: cost && (cost.amountMinor === 0 ? t('catalogue.free') : money(cost)) },
      { key: 'afterCancel', label: t('catalogue.facts.afterCancel'), text: days(afterCancel.graceDays), note: guide?.afterCancel.note },
      { key: 'preconditions', label: t('guides.sections.preconditions'), text: known('preconditions', preconditions) },
    ]
  }

  return { providerFacts }
}
