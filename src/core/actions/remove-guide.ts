import type { Action, Change } from './action'
import type { ShippedGuides } from './rows/guides'
import { guideOf } from '../catalog/own-guide'
import { guideNames, numbersOf } from './rows/guides'

/**
 * Takes the user's guide away: the shipped one counts again. Where none is shipped, the numbers keep the provider by its name,
 * in the same event.
 */
export const removeGuide: Action<{ providerId: string, catalog: ShippedGuides }> = (facts, { providerId, catalog }, context) => {
  const guide = guideOf(facts.guides, providerId)
  if (!guide)
    return { refused: 'not-found' }
  const numbers = numbersOf(facts, providerId)
  const named = catalog.shippedProvider(providerId) ? [] : numbers.map((number): Change => ({ table: 'numbers', put: { ...number, provider: { kind: 'own', name: guide.entry.name.en }, updatedAt: context.now } }))
  return {
    changes: [{ table: 'guides', remove: guide.id }, ...named],
    event: { kind: 'guide.removed', numberIds: numbers.map(({ id }) => id).sort(), params: guideNames(guide) },
    value: undefined,
  }
}
