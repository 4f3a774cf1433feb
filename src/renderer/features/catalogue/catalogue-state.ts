import { ref, shallowRef } from 'vue'

export type CatalogueKind = 'services' | 'providers'

/** Most entries that stand side by side. */
export const MOST_COMPARED = 3

/** What was typed, filtered and chosen; it stands when one comes back to the page. */
const query = ref('')
const filters = {
  category: ref(''),
  risk: ref(''),
  providerKind: ref(''),
  country: ref(''),
}
const compared = { services: shallowRef<readonly string[]>([]), providers: shallowRef<readonly string[]>([]) }

/** The state of the page, the same for every list and pane of it. */
export function useCatalogueState() {
  return {
    query,
    ...filters,
    compared,
    /** Chooses an entry for comparing, or lets it go; a fourth is not taken. */
    toggle(kind: CatalogueKind, id: string): void {
      const { value } = compared[kind]
      if (value.includes(id))
        compared[kind].value = value.filter(other => other !== id)
      else if (value.length < MOST_COMPARED)
        compared[kind].value = [...value, id]
    },
    /** Back to the beginning; for tests. */
    reset(): void {
      query.value = ''
      for (const filter of Object.values(filters))
        filter.value = ''
      compared.services.value = []
      compared.providers.value = []
    },
  }
}
