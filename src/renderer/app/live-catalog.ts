import type { Catalog } from '../../core/catalog/catalog'
import type { Guide } from '../../core/records/guide'
import { computed } from 'vue'
import { createCatalog } from '../../core/catalog/catalog'
import { ownEntries } from '../../core/catalog/own-guide'

/**
 * The shipped catalogue with the user's guides on top, as one object that every screen and action can hold on to: each question is
 * answered as the guides stand, and what asked inside a computed is asked again when they change.
 */
export function liveCatalog(shipped: Catalog, guides: () => ReadonlyMap<string, Guide>): Catalog {
  // By itself, so that a commit that touches no guide stops here.
  const own = computed(guides)
  const current = computed(() => own.value.size === 0 ? shipped : createCatalog(shipped, ownEntries(own.value.values(), shipped)))
  return {
    get providers() {
      return current.value.providers
    },
    services: shipped.services,
    regulation: shipped.regulation,
    provider: id => current.value.provider(id),
    service: id => shipped.service(id),
    regulationsOf: country => shipped.regulationsOf(country),
    shippedProvider: id => shipped.shippedProvider(id),
    isOwn: (kind, id) => current.value.isOwn(kind, id),
  }
}
