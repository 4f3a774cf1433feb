import type { Catalog } from '../../core/catalog/catalog'
import type { Facts } from '../../core/records/tables'
import { computed } from 'vue'
import { createCatalog } from '../../core/catalog/catalog'
import { ownEntries } from '../../core/catalog/own-guide'
import { ownServiceEntries } from '../../core/catalog/own-service'

/**
 * The shipped catalogue with the user's guides and services on top, as one object that every screen and action can hold on to: each
 * question is answered as they stand, and what asked inside a computed is asked again when they change.
 */
export function liveCatalog(shipped: Catalog, facts: () => Pick<Facts, 'guides' | 'ownServices'>): Catalog {
  // Each by itself, so that a commit that touches none of them stops here, and a guide makes no new services.
  const guides = computed(() => facts().guides)
  const ownServices = computed(() => facts().ownServices)
  const providers = computed(() => guides.value.size === 0 ? shipped : createCatalog(shipped, ownEntries(guides.value.values(), shipped)))
  const services = computed(() => ownServices.value.size === 0 ? shipped : createCatalog(shipped, ownServiceEntries(ownServices.value.values(), shipped)))
  return {
    get providers() {
      return providers.value.providers
    },
    get services() {
      return services.value.services
    },
    regulation: shipped.regulation,
    provider: id => providers.value.provider(id),
    service: id => services.value.service(id),
    regulationsOf: country => shipped.regulationsOf(country),
    shippedProvider: id => shipped.shippedProvider(id),
    shippedService: id => shipped.shippedService(id),
    isOwn: (kind, id) => (kind === 'provider' ? providers : services).value.isOwn(kind, id),
  }
}
