import type { CatalogGuides, ProviderGuide, ServiceGuide } from '../../core/catalog/tiers'
import type { MaybeRefOrGetter, ShallowRef } from 'vue'
import { computed, shallowRef, toValue } from 'vue'

/** Null until a guide was first asked for and has come. */
const guides = shallowRef<CatalogGuides | null>(null)
let loading: Promise<CatalogGuides> | null = null

/** The words and sources of the catalogue; loaded once, when a guide is first shown. */
export function loadGuides(): Promise<CatalogGuides> {
  loading ??= import('virtual:catalog/guides').then((module) => {
    guides.value = module.default
    return module.default
  })
  return loading
}

/** Guides by id, in and outside of components. A guide is null while it loads and where there is none. */
export function useGuides() {
  void loadGuides()
  return {
    guides: guides as Readonly<ShallowRef<CatalogGuides | null>>,
    isLoaded: computed(() => guides.value !== null),
    providerGuide: (id: MaybeRefOrGetter<string | null>) => computed<ProviderGuide | null>(() => {
      const key = toValue(id)
      return key === null ? null : guides.value?.providers[key] ?? null
    }),
    serviceGuide: (id: MaybeRefOrGetter<string | null>) => computed<ServiceGuide | null>(() => {
      const key = toValue(id)
      return key === null ? null : guides.value?.services[key] ?? null
    }),
  }
}
