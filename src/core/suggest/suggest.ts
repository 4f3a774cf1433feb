import type { Catalog } from '../catalog/catalog'
import type { ServiceFacts } from '../catalog/tiers'
import type { Category } from '../records/account'
import type { Id } from '../records/base'
import type { PhoneNumber } from '../records/number'
import type { Language } from '../records/settings'
import type { Facts } from '../records/tables'
import { folded, nameParts } from '../catalog/search'
import { isHostWithin } from '../catalog/source'
import { byNumber, settingsOf } from '../records/facts'
import { GUARDED_BY_EMAIL, ORDER, USUAL } from './usual'

/** Most services that are asked for at a time, and of one kind. */
export const MOST_SUGGESTED = 5
const MOST_OF_KIND = 3

/** Services of one kind that the number may have. */
export type Suggestion = { category: Category, services: readonly ServiceFacts[] }

type Known = Pick<Catalog, 'service' | 'services' | 'provider'>

/**
 * Services that people with such a number usually have and this record lacks: kinds of which nothing is bound to the number, the
 * most telling first. Same facts, same answer; what is taken or dismissed leaves the rest in its order.
 */
export function suggest(facts: Facts, numberId: Id, catalog: Known, language: Language): readonly Suggestion[] {
  const number = facts.numbers.get(numberId)
  if (!number || number.closedAt !== null)
    return []
  const { categories, services } = settingsOf(facts).dismissedSuggestions?.[numberId] ?? { categories: [], services: [] }
  const here = kindsHere(facts, numberId, catalog)
  const isKnown = knownIn(facts)
  const issued = providerServices(number, catalog)
  const made: Suggestion[] = []
  let room = MOST_SUGGESTED
  for (const category of orderFor(here, issued)) {
    if (room === 0)
      break
    if (here.has(category) || categories.includes(category))
      continue
    const found = [...issued.filter(service => service.category === category), ...usualOf(category, number, catalog, language)]
    const lacking = [...new Set(found)].filter(service => !services.includes(service.id) && !isKnown(service)).slice(0, Math.min(room, MOST_OF_KIND))
    if (lacking.length > 0)
      made.push({ category, services: lacking })
    room -= lacking.length
  }
  return made
}

/** Kinds of what is bound, or thought to be bound, to the number. */
function kindsHere(facts: Facts, numberId: Id, catalog: Known): ReadonlySet<Category> {
  const kinds = new Set<Category>()
  for (const { accountId, state } of byNumber(facts.bindings).get(numberId) ?? []) {
    const ref = state === 'dismissed' ? undefined : facts.accounts.get(accountId)?.service
    const kind = ref?.kind === 'own' ? ref.category : ref && catalog.service(ref.id)?.category
    if (kind)
      kinds.add(kind)
  }
  return kinds
}

/** Whether the record has an account there, on whichever number, by the catalogue's name or as the user wrote it. */
function knownIn(facts: Facts): (service: ServiceFacts) => boolean {
  const ids = new Set<string>()
  const names = new Set<string>()
  for (const { service } of facts.accounts.values()) {
    if (service.kind === 'catalog')
      ids.add(service.id)
    else
      names.add(folded(service.name))
  }
  return ({ id, name, aliases }) => ids.has(id) || (names.size > 0 && [name.en, name.zh ?? '', ...nameParts(name.en), ...aliases].some(text => text !== '' && names.has(folded(text))))
}

/** The account at the provider itself, or its carrier's: a service that signs in at one of the provider's own sites. */
function providerServices({ provider: ref }: PhoneNumber, catalog: Known): readonly ServiceFacts[] {
  const own = ref?.kind === 'catalog' ? catalog.provider(ref.id)?.ownDomains ?? [] : []
  return own.length === 0 ? [] : catalog.services.filter(({ domains }) => domains.some(domain => own.some(other => isHostWithin(domain, [other]) || isHostWithin(other, [domain]))))
}

function orderFor(here: ReadonlySet<Category>, issued: readonly ServiceFacts[]): readonly Category[] {
  const isGuarding = GUARDED_BY_EMAIL.some(category => here.has(category))
  const [first, second, ...rest] = ORDER
  const head = isGuarding ? [second!, first!] : [first!, second!]
  return [...new Set([...head, ...issued.map(({ category }) => category), ...rest])]
}

/** The usual of a kind for the number's country and the reader's language. */
function usualOf(category: Category, { country }: PhoneNumber, catalog: Known, language: Language): ServiceFacts[] {
  const whom = [...country === null ? [] : [country], ...language === 'zh-CN' ? ['zh'] : []]
  return (USUAL[category] ?? [])
    .filter(usual => usual.for === undefined || usual.for.some(known => whom.includes(known)))
    .flatMap(({ id }) => catalog.service(id) ?? [])
}
