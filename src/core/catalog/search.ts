import type { Fields } from '../search/fields'
import type { Catalog } from './catalog'
import type { LossRisk } from './service'
import type { ProviderFacts, ServiceFacts } from './tiers'
import { fieldsOf, folded } from '../search/fields'
import { NONE, PREFIX, rankOf, typedOf, WORD } from '../search/rank'

export { folded, nameParts } from '../search/fields'

/** Services that fit what was typed or pasted, best first; an empty query lists all, worst loss first. */
export function searchServices(catalog: Catalog, query: string, limit = 8): ServiceFacts[] {
  return search(servicesIn(catalog), query, limit)
}

/** Providers that fit what was typed or pasted, best first; an empty query lists all by name. */
export function searchProviders(catalog: Catalog, query: string, limit = 8): ProviderFacts[] {
  return search(providersIn(catalog), query, limit)
}

/** The one service that is called so, by any of its names, its pinyin or its domain; undefined where a text only begins like one. */
export function exactService(catalog: Catalog, text: string): ServiceFacts | undefined {
  return bestWithin(servicesIn(catalog), text, PREFIX)
}

/** The service that a text is the beginning of, from three letters on (two of Chinese). */
export function guessService(catalog: Catalog, text: string): ServiceFacts | undefined {
  const least = /\p{Script=Han}/u.test(text) ? 2 : 3
  return folded(text).length < least ? undefined : bestWithin(servicesIn(catalog), text, WORD)
}

/** An entry of the catalogue with what it is found by. */
export type Indexed<Facts> = { facts: Facts, fields: Fields, tie: string }

/** A list of the catalogue never changes, so its index is made once and goes with it. */
const indexes = new WeakMap<readonly object[], unknown>()

/** All services, in the order of ties: worst loss first, then the name. */
export function servicesIn({ services }: Catalog): readonly Indexed<ServiceFacts>[] {
  return indexOf(services, service => service.aliases, service => service.domains, service => RISK_ORDER[service.lossRisk])
}

/** All providers by name. */
export function providersIn({ providers }: Catalog): readonly Indexed<ProviderFacts>[] {
  return indexOf(providers, () => [], provider => provider.ownDomains, () => '')
}

function indexOf<Facts extends ServiceFacts | ProviderFacts>(all: readonly Facts[], ...of: Telling<Facts>): Indexed<Facts>[] {
  const known = indexes.get(all) as Indexed<Facts>[] | undefined
  if (known)
    return known
  const made = indexed(all, ...of)
  indexes.set(all, made)
  return made
}

type Telling<Facts> = [aliases: (facts: Facts) => readonly string[], domains: (facts: Facts) => readonly string[], tie: (facts: Facts) => string]

function indexed<Facts extends ServiceFacts | ProviderFacts>(
  all: readonly Facts[],
  ...[aliases, domains, tie]: Telling<Facts>
): Indexed<Facts>[] {
  return all
    .map(facts => ({
      facts,
      fields: fieldsOf({ name: facts.name.en, zh: facts.name.zh, aliases: aliases(facts), keys: facts.searchKeys, domains: domains(facts) }),
      tie: `${tie(facts)}\t${folded(facts.name.en)}\t${facts.id}`,
    }))
    .sort((a, b) => a.tie < b.tie ? -1 : 1)
}

// Not read from the schema, which the first screen need not load.
const RISK_ORDER = { critical: '0', high: '1', medium: '2', low: '3' } satisfies Record<LossRisk, string>

function search<Facts>(index: readonly Indexed<Facts>[], query: string, limit: number): Facts[] {
  if (query.trim() === '')
    return index.slice(0, limit).map(({ facts }) => facts)

  const typed = typedOf(query)
  if (!typed)
    return []

  const found: { facts: Facts, rank: number }[] = []
  for (const { facts, fields } of index) {
    const rank = rankOf(fields, typed)
    if (rank !== NONE)
      found.push({ facts, rank })
  }
  // The index already stands in the order of ties, and sorting keeps it.
  return found.sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ facts }) => facts)
}

/** The best of those that match more closely than `limit`, as one text. */
function bestWithin<Facts>(index: readonly Indexed<Facts>[], text: string, limit: number): Facts | undefined {
  const whole = typedOf(text)
  const typed = whole && { ...whole, parts: [] }
  let best: Facts | undefined
  let bestRank = limit
  for (const { facts, fields } of typed ? index : []) {
    const rank = rankOf(fields, typed!)
    if (rank < bestRank)
      [best, bestRank] = [facts, rank]
  }
  return best
}
