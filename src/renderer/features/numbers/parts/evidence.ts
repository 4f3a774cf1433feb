import type { Source } from '../../../../core/catalog/source'
import { isLinkable } from '../../../../core/catalog/source'

/** The source that counts most: an own or a public authority's page, then others', then copies. One, or none. */
export function bestSources<S extends Source>(sources: readonly S[]): S[] {
  return [...sources].sort((a, b) => weight(a) - weight(b)).slice(0, 1)
}

function weight(source: Source): number {
  return isLinkable(source) ? 0 : source.isMirror ? 2 : 1
}
