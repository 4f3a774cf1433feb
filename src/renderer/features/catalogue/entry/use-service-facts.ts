import type { ServiceFacts, ServiceGuide } from '../../../../core/catalog/tiers'
import type { FactLine } from './fact-line'
import { useI18n } from 'vue-i18n'
import { useServiceWords } from '../../../app/services/use-service-words'
import { useFormat } from '../../../composables/use-format'
import { useWords } from '../../../composables/use-words'

/** What is known of a service, line by line; the same lines for every service, so that two can stand side by side. */
export function useServiceFacts() {
  const { t } = useI18n()
  const { list } = useFormat()
  const { categoryName, importanceName, roleName } = useWords()
  const { factorName } = useServiceWords()

  function factorsText({ secondFactors }: ServiceFacts): string | null {
    if (secondFactors === null)
      return null
    return secondFactors.length === 0 ? t('catalogue.noFactors') : list(secondFactors.map(factorName))
  }

  /** @param guide null while it loads */
  function serviceFacts(service: ServiceFacts, guide: ServiceGuide | null): FactLine[] {
    const { needsOldNumber, cooldown, phoneRoles } = service
    const difficulty = guide?.deleteDifficulty ?? null
    return [
      { key: 'category', label: t('catalogue.facts.category'), text: categoryName(service.category) },
      { key: 'lossRisk', label: t('catalogue.facts.lossRisk'), text: importanceName(service.lossRisk), risk: service.lossRisk, note: guide?.riskNote },
      { key: 'roles', label: t('catalogue.facts.roles'), text: phoneRoles.length === 0 ? null : list(phoneRoles.map(roleName)) },
      { key: 'factors', label: t('catalogue.facts.factors'), text: factorsText(service) },
      { key: 'needsOldNumber', label: t('catalogue.facts.needsOldNumber'), text: needsOldNumber === null ? null : t(`catalogue.needsOld.${needsOldNumber ? 'yes' : 'no'}`) },
      { key: 'cooldown', label: t('catalogue.facts.cooldown'), text: cooldown ? restText(cooldown.days) : null, note: guide?.cooldown?.note },
      { key: 'withoutOldNumber', label: t('catalogue.facts.withoutOldNumber'), text: guide?.withoutOldNumber ? '' : null, note: guide?.withoutOldNumber },
      { key: 'deletion', label: t('catalogue.facts.deletion'), text: difficulty && t(`catalogue.deletion.${difficulty}`) },
    ]
  }

  /** Below a day it is told in hours. */
  function restText(days: number): string {
    const hours = Math.round(days * 24)
    return hours < 24 ? t('catalogue.hours', { n: hours }, hours) : t('catalogue.days', { n: days }, days)
  }

  return { serviceFacts }
}
