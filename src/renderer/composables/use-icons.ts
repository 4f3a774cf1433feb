import type { ServiceRef } from '../../core/records/account'
import type { CatalogIcons } from '../../core/catalog/tiers'
import { shallowRef } from 'vue'
import { useUntether } from '../app/untether'

/** Null until the first mark was drawn and the drawings have come. */
const icons = shallowRef<CatalogIcons | null>(null)
let loading: Promise<CatalogIcons> | null = null

/** The drawings of all brands; loaded once, when a mark is first shown. */
export function loadIcons(): Promise<CatalogIcons> {
  loading ??= import('virtual:catalog/icons').then((module) => {
    icons.value = module.default
    return module.default
  })
  return loading
}

/** Brand icons of services. Until they are there, and where a brand has none, a letter stands in. */
export function useIcons() {
  const { catalog, facts } = useUntether()
  void loadIcons()

  /** Path data in a 24 × 24 box; null = none, or not there yet. */
  function iconOf(service: ServiceRef | string | null | undefined): string | null {
    const id = typeof service === 'string' ? service : service?.kind === 'catalog' ? service.id : null
    const slug = id === null ? null : catalog.service(id)?.icon ?? null
    return slug === null ? null : icons.value?.[slug] ?? null
  }

  return {
    iconOf,
    iconOfAccount: (accountId: string) => iconOf(facts.value.accounts.get(accountId)?.service),
  }
}
