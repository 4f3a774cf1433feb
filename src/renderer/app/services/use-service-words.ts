import type { PickOption } from '../../ui/pick'
import type { ServiceDraft } from './service-draft'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { lossRisks, phoneRoles, secondFactors, serviceCategories } from '../../../core/catalog/service-codes'
import { OLD_NUMBER_ANSWERS } from '../../../core/records/own-service'
import { useFormat } from '../../composables/use-format'
import { useWords } from '../../composables/use-words'

/** The known few of a service in words, and what a field says in one line. */
export function useServiceWords() {
  const { t } = useI18n()
  const { fullDay, list } = useFormat()
  const { categoryName, importanceName, roleName } = useWords()

  const options = <Value extends string>(values: readonly Value[], name: (value: Value) => string) => computed<PickOption<Value>[]>(() => values.map(value => ({ value, label: name(value) })))
  const factorName = (factor: typeof secondFactors[number]): string => t(`catalogue.factors.${factor}`)
  const answerName = (answer: typeof OLD_NUMBER_ANSWERS[number]): string => t(`catalogue.answers.${answer}`)

  /** What a field of the form says, in one line; empty = nothing. */
  function saidIn(draft: ServiceDraft, field: Exclude<keyof ServiceDraft, 'steps' | 'sources'>): string {
    switch (field) {
      case 'category':
        return categoryName(draft.category)
      case 'lossRisk':
        return importanceName(draft.lossRisk)
      case 'roles':
        return list(draft.roles.map(roleName))
      case 'factors':
        return list(draft.factors.map(factorName))
      case 'needsOldNumber':
        return answerName(draft.needsOldNumber)
      case 'checkedOn':
        return draft.checkedOn === null ? '' : fullDay(draft.checkedOn)
      default:
        return draft[field]
    }
  }

  return {
    categories: options(serviceCategories, categoryName),
    risks: options(lossRisks, importanceName),
    roles: options(phoneRoles, roleName),
    factors: options(secondFactors, factorName),
    answers: options(OLD_NUMBER_ANSWERS, answerName),
    factorName,
    saidIn,
  }
}
