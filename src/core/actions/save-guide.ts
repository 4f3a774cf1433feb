import type { Id } from '../records/base'
import type { Guide, GuideEntry } from '../records/guide'
import type { Action, Change, Context } from './action'
import type { GuideFields } from './checks/guide-checks'
import type { GuideTarget, ShippedGuides } from './rows/guides'
import { checkGiven } from './checks/check'
import { guideChecks } from './checks/guide-checks'
import { guideNames, placeOf } from './rows/guides'
import { born, changed } from './rows/stamp'

export type SaveGuide = {
  target: GuideTarget
  fields: GuideFields
  catalog: ShippedGuides
  /** Taken from a file that nobody has checked. Left out = the user wrote it. */
  origin?: Guide['origin']
}

/**
 * Writes a guide of the user's own, or corrects a shipped one; what was there is changed. Gives back the provider's id.
 * A provider that numbers name in the user's own words gets an id, and those numbers come along in the same event.
 */
export const saveGuide: Action<SaveGuide, Id> = (facts, { target, fields, catalog, origin = 'written' }, context) => {
  const place = placeOf(facts, target, catalog)
  if (!place)
    return { refused: 'not-found' }
  const checked = checkGiven(guideChecks(context), fields)
  if ('refused' in checked)
    return checked
  const providerId = place.providerId ?? ownProviderId(context)
  // Every field was given, so every one is there.
  const entry = checked.clean as GuideEntry
  const now = { providerId, entry, origin, shippedOn: catalog.shippedProvider(providerId)?.checkedOn ?? null }
  const put = place.guide ? changed(place.guide, now, context) : { ...born(context), ...now }
  if (!put)
    return { refused: 'already-so' }
  const moved = place.providerId === null ? place.numbers.map((number): Change => ({ table: 'numbers', put: { ...number, provider: { kind: 'catalog', id: providerId }, updatedAt: context.now } })) : []
  return {
    changes: [{ table: 'guides', put }, ...moved],
    event: { kind: origin === 'file' ? 'guide.adopted' : 'guide.saved', numberIds: place.numbers.map(({ id }) => id).sort(), params: guideNames(put) },
    value: providerId,
  }
}

/** An id for a provider that only the user knows; the catalogue ships none that begins so. */
function ownProviderId({ newId }: Context): string {
  return `own-${newId().replaceAll('-', '').slice(0, 12)}`
}
