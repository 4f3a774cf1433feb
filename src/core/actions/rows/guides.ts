import type { Catalog } from '../../catalog/catalog'
import type { Guide } from '../../records/guide'
import type { PhoneNumber } from '../../records/number'
import type { Facts } from '../../records/tables'
import type { TimelineEvent } from '../../records/timeline-event'
import { guideOf } from '../../catalog/own-guide'

/** What the actions on guides ask the catalogue. */
export type ShippedGuides = Pick<Catalog, 'shippedProvider'>

/** Whom a guide is to: a provider of the catalogue or with a guide already, or one that numbers name in the user's own words. */
export type GuideTarget = { providerId: string } | { ownName: string }

/** Where a guide goes: the one that is there, and the numbers that would come to it. */
export type GuidePlace = { guide: Guide | undefined, providerId: string | null, numbers: PhoneNumber[] }

/** Null where there is no such provider. `providerId` null = it gets one. */
export function placeOf(facts: Facts, target: GuideTarget, catalog: ShippedGuides): GuidePlace | null {
  if ('ownName' in target) {
    const name = nameKey(target.ownName)
    return name === '' ? null : { guide: undefined, providerId: null, numbers: [...facts.numbers.values()].filter(({ provider }) => provider?.kind === 'own' && nameKey(provider.name) === name) }
  }
  const { providerId } = target
  const guide = guideOf(facts.guides, providerId)
  return guide || catalog.shippedProvider(providerId) ? { guide, providerId, numbers: numbersOf(facts, providerId) } : null
}

/** Numbers that a provider of the catalogue, or one with a guide, has issued. */
export function numbersOf(facts: Facts, providerId: string): PhoneNumber[] {
  return [...facts.numbers.values()].filter(({ provider }) => provider?.kind === 'catalog' && provider.id === providerId)
}

/** A guide as it is called, for the words of an event. */
export function guideNames({ providerId, entry }: Pick<Guide, 'providerId' | 'entry'>): TimelineEvent['params'] {
  return { name: entry.name.en, providerId }
}

function nameKey(name: string): string {
  return name.trim().toLowerCase()
}
