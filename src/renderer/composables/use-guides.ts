import type { CatalogGuides, ProviderGuide, ServiceGuide } from '../../core/catalog/tiers'
import type { MaybeRefOrGetter, ShallowRef } from 'vue'
import { computed, shallowRef, toValue } from 'vue'
import { asProvider, guideOf } from '../../core/catalog/own-guide'
import { asService, ownServiceOf } from '../../core/catalog/own-service'
import { providerGuide, serviceGuide } from '../../core/catalog/tiers'
import { useUntether } from '../app/untether'

/** Null until a guide was first asked for and has come. */
export const guides = shallowRef<CatalogGuides | null>(null)
let loading: Promise<CatalogGuides> | null = null

/** The words and sources of the catalogue; loaded once, when a guide is first shown. */
export function loadGuides(): Promise<CatalogGuides> {
  loading ??= import('virtual:catalog/guides').then((module) => {
    guides.value = module.default
    return module.default
  })
  return loading
}

/** Guides by id, the user's own before the shipped; inside of components. A guide is null while it loads and where there is none. */
export function useGuides() {
  void loadGuides()
  const { catalog, facts } = useUntether()

  function guideTo(id: string): ProviderGuide | null {
    const words = guides.value?.providers[id] ?? null
    const own = guideOf(facts.value.guides, id)
    return own && guides.value ? providerGuide(asProvider(own, { facts: catalog.shippedProvider(id), words })) : words
  }

  function entryOf(id: string): ServiceGuide | null {
    const words = guides.value?.services[id] ?? null
    const own = ownServiceOf(facts.value.ownServices, id)
    return own && guides.value ? serviceGuide(asService(own, { facts: catalog.shippedService(id), words })) : words
  }

  return {
    guides: guides as Readonly<ShallowRef<CatalogGuides | null>>,
    isLoaded: computed(() => guides.value !== null),
    providerGuide: (id: MaybeRefOrGetter<string | null>) => computed<ProviderGuide | null>(() => {
      const key = toValue(id)
      return key === null ? null : guideTo(key)
    }),
    serviceGuide: (id: MaybeRefOrGetter<string | null>) => computed<ServiceGuide | null>(() => {
      const key = toValue(id)
      return key === null ? null : entryOf(key)
    }),
  }
}
