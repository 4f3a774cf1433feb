import type { LossRisk } from '../../../../core/catalog/service'
import type { PickOption } from '../../../ui/pick'
import type { CatalogueKind } from '../catalogue-state'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { searchProviders, searchServices } from '../../../../core/catalog/search'
import { lossRisks, serviceCategories } from '../../../../core/catalog/service-codes'
import { providerKinds } from '../../../../core/catalog/provider-codes'
import { useUntether } from '../../../app/untether'
import { countryName } from '../../../composables/country-name'
import { useIcons } from '../../../composables/use-icons'
import { useWords } from '../../../composables/use-words'
import { useCatalogueState } from '../catalogue-state'

/** One line of the list. */
export type CatalogueRow = {
  id: string
  name: string
  /** Drawing of the brand; null = its letter. */
  icon: string | null
  /** Kind or country, at the right. */
  meta: string
  risk: LossRisk | null
  /** Added or corrected by the user. */
  isOwn: boolean
}

/** What can be filtered by; the first of each is no filter. */
type Filter = { key: 'category' | 'risk' | 'providerKind' | 'country', label: string, options: readonly PickOption[] }

/** The entries that fit what was typed and filtered. */
export function useCatalogueList(kind: () => CatalogueKind) {
  const { t, locale } = useI18n()
  const { catalog } = useUntether()
  const { iconOf } = useIcons()
  const { categoryName, importanceName, fullServiceName, providerName } = useWords()
  const state = useCatalogueState()
  /** More than anybody types; a pasted page would be searched for in vain. */
  const typed = computed(() => state.query.value.slice(0, 200))

  const serviceRows = computed<CatalogueRow[]>(() => searchServices(catalog, typed.value, catalog.services.length)
    .filter(({ category, lossRisk }) => (state.category.value === '' || category === state.category.value) && (state.risk.value === '' || lossRisk === state.risk.value))
    .map(({ id, category, lossRisk }) => ({ id, name: fullServiceName({ kind: 'catalog', id }), icon: iconOf(id), meta: categoryName(category), risk: lossRisk, isOwn: catalog.isOwn('service', id) })))

  const providerRows = computed<CatalogueRow[]>(() => searchProviders(catalog, typed.value, catalog.providers.length)
    .filter(({ kind, country }) => (state.providerKind.value === '' || kind === state.providerKind.value) && (state.country.value === '' || (country ?? 'none') === state.country.value))
    .map(({ id, country }) => ({ id, name: providerName({ kind: 'catalog', id }), icon: null, meta: country === null ? t('catalogue.severalShort') : countryName(country, locale.value), risk: null, isOwn: catalog.isOwn('provider', id) })))

  const countries = computed(() => [...new Set(catalog.providers.flatMap(({ country }) => country ?? []))]
    .map(value => ({ value, label: countryName(value, locale.value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale.value)))

  const filters = computed<Filter[]>(() => kind() === 'services'
    ? [
        { key: 'category', label: t('catalogue.filter.category'), options: [{ value: '', label: t('catalogue.filter.allCategories') }, ...serviceCategories.map(value => ({ value, label: categoryName(value) }))] },
        { key: 'risk', label: t('catalogue.filter.risk'), options: [{ value: '', label: t('catalogue.filter.allRisks') }, ...lossRisks.map(value => ({ value, label: importanceName(value) }))] },
      ]
    : [
        { key: 'providerKind', label: t('catalogue.filter.kind'), options: [{ value: '', label: t('catalogue.filter.allKinds') }, ...providerKinds.map(value => ({ value, label: t(`guides.kinds.${value}`) }))] },
        { key: 'country', label: t('catalogue.filter.country'), options: [{ value: '', label: t('catalogue.filter.allCountries') }, ...countries.value, { value: 'none', label: t('guides.severalCountries') }] },
      ])

  return { rows: computed(() => kind() === 'services' ? serviceRows.value : providerRows.value), filters, isFiltered: computed(() => filters.value.some(({ key }) => state[key].value !== '')) }
}
