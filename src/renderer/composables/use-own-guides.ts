import type { ProviderClaim } from '../../core/catalog/provider'
import type { Day } from '../../core/lib/day'
import type { Guide } from '../../core/records/guide'
import type { ProviderRef } from '../../core/records/number'
import { changedClaims, entryOf, guideOf, isShippedNewer } from '../../core/catalog/own-guide'
import { guides } from './use-guides'
import { useUntether } from '../app/untether'

/** Whose word a guide of the user's is. */
export type GuideMark = {
  by: 'written' | 'corrected' | 'file'
  checkedOn: Day
  /** Day on which the shipped guide was checked since; null = it was not. */
  newerOn: Day | null
  /** What is said otherwise than shipped, and the day on which the rest was checked; null = all of it is the user's. */
  changed: { claims: ReadonlySet<ProviderClaim>, restOn: Day } | null
}

/** The user's own guides, for the screens. Use inside setup. */
export function useOwnGuides() {
  const { catalog, facts } = useUntether()

  function ownGuide(provider: ProviderRef | null): Guide | null {
    return provider?.kind === 'catalog' ? guideOf(facts.value.guides, provider.id) ?? null : null
  }

  /** Null where the guide is as shipped, or there is none. */
  function guideMark(provider: ProviderRef | null): GuideMark | null {
    const guide = ownGuide(provider)
    if (!guide)
      return null
    const shipped = catalog.shippedProvider(guide.providerId)
    const words = guides.value?.providers[guide.providerId]
    return {
      by: guide.origin === 'file' ? 'file' : shipped ? 'corrected' : 'written',
      checkedOn: guide.entry.checkedOn,
      newerOn: shipped && isShippedNewer(guide, shipped) ? shipped.checkedOn : null,
      changed: shipped && words ? { claims: new Set(changedClaims(guide.entry, entryOf(shipped, words))), restOn: shipped.checkedOn } : null,
    }
  }

  return { ownGuide, guideMark }
}

/** Whether the mark is of what was said on these claims: what was left as shipped keeps its sources and its day. */
export function speaksFor({ changed }: GuideMark, claims: Iterable<ProviderClaim>): boolean {
  return changed === null || [...claims].some(claim => changed.claims.has(claim))
}
