import type { Catalog } from './catalog'
import type { LossRisk } from './service'
import type { ProviderFacts, ServiceFacts } from './tiers'

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

/** The form in which texts are compared: width, case, accents, spaces and punctuation do not count. */
export function folded(text: string): string {
  return unmarked(text).replace(NOT_WORD, '')
}

/** The names in a name: `Google / Gmail`, `中国移动（8 元保号套餐）`. What stands first is what people type. */
export function nameParts(name: string): string[] {
  return name.split(/[/()（）]/).map(part => part.trim()).filter(part => part !== '')
}

const NOT_WORD = /[^\p{L}\p{N}]+/gu

function unmarked(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
}

/** What an entry can be found by, most telling first; the place in this list is the rank among equal kinds of match. */
type Fields = {
  name: Words[]
  zh: Words[]
  aliases: Words[]
  /** Pinyin, initials and full, and the initials of the English name. */
  keys: string[]
  domains: string[]
  /** What a domain is called before its first dot, folded, in the same order. */
  labels: string[]
  /** All of the above in one text, a line each: what is not in here is in none of them. */
  text: string
}

/** A folded text and where words begin in it. */
type Words = { text: string, starts: readonly number[] }

type Indexed<Facts> = { facts: Facts, fields: Fields, tie: string }

/** A list of the catalogue never changes, so its index is made once and goes with it. */
const indexes = new WeakMap<readonly object[], unknown>()

function servicesIn({ services }: Catalog): Indexed<ServiceFacts>[] {
  return indexOf(services, service => service.aliases, service => service.domains, service => RISK_ORDER[service.lossRisk])
}

function providersIn({ providers }: Catalog): Indexed<ProviderFacts>[] {
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
      fields: fieldsOf(facts, aliases(facts), domains(facts)),
      tie: `${tie(facts)}\t${folded(facts.name.en)}\t${facts.id}`,
    }))
    .sort((a, b) => a.tie < b.tie ? -1 : 1)
}

function fieldsOf(facts: ServiceFacts | ProviderFacts, aliases: readonly string[], domains: readonly string[]): Fields {
  const fields = {
    name: names(facts.name.en),
    zh: names(facts.name.zh ?? ''),
    aliases: aliases.map(words),
    keys: [...facts.searchKeys, ...initials(facts.name.en)],
    labels: domains.map(domain => folded(domain.slice(0, domain.indexOf('.')))),
  }
  const texts = [...fields.name, ...fields.zh, ...fields.aliases].map(({ text }) => text)
  return { ...fields, domains: [...domains], text: [...texts, ...fields.keys, ...fields.labels].join('\n') }
}

/** The whole name, and each name in it. */
function names(name: string): Words[] {
  const parts = nameParts(name)
  return (parts.length > 1 ? [name, ...parts] : parts).map(words)
}

/** `gv` finds Google Voice. */
function initials(name: string): string[] {
  const letters = unmarked(name).split(NOT_WORD).map(word => word.charAt(0)).join('')
  return letters.length > 1 ? [letters] : []
}

// Not read from the schema, which the first screen need not load.
const RISK_ORDER = { critical: '0', high: '1', medium: '2', low: '3' } satisfies Record<LossRisk, string>

function words(text: string): Words {
  let folded = ''
  const starts: number[] = []
  for (const word of unmarked(text).split(NOT_WORD)) {
    if (word !== '')
      starts.push(folded.length)
    folded += word
  }
  return { text: folded, starts }
}

// Kinds of match, best first; a field adds its place (0–5), so the steps are wider than that.
const EXACT = 0
const PREFIX = 10
const WORD = 20
const INSIDE = 30
const SCATTERED = 40
const NONE = Number.POSITIVE_INFINITY

function search<Facts>(index: readonly Indexed<Facts>[], query: string, limit: number): Facts[] {
  if (query.trim() === '')
    return index.slice(0, limit).map(({ facts }) => facts)

  const whole = folded(query)
  const host = pastedHost(query)
  const parts = unmarked(query).split(/\s+/).map(folded).filter(part => part !== '')
  if (whole === '')
    return []

  const found: { facts: Facts, rank: number }[] = []
  for (const { facts, fields } of index) {
    const rank = rankOf(fields, whole, host, parts)
    if (rank !== NONE)
      found.push({ facts, rank })
  }
  // The index already stands in the order of ties, and sorting keeps it.
  return found.sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ facts }) => facts)
}

/** The best of those that match more closely than `limit`. */
function bestWithin<Facts>(index: readonly Indexed<Facts>[], text: string, limit: number): Facts | undefined {
  const whole = folded(text)
  const host = pastedHost(text)
  let best: Facts | undefined
  let bestRank = limit
  for (const { facts, fields } of whole === '' ? [] : index) {
    const rank = rankOf(fields, whole, host, [])
    if (rank < bestRank)
      [best, bestRank] = [facts, rank]
  }
  return best
}

function rankOf(fields: Fields, whole: string, host: string, parts: readonly string[]): number {
  const rank = Math.min(rankOfPart(fields, whole), host === '' ? NONE : rankOfHost(fields.domains, host))
  if (rank !== NONE || parts.length < 2)
    return rank
  // Words in another order, or from different fields: each must be found somewhere.
  let worst = 0
  for (const part of parts)
    worst = Math.max(worst, rankOfPart(fields, part))
  return SCATTERED + worst
}

function rankOfPart(fields: Fields, part: string): number {
  let best = NONE
  if (!fields.text.includes(part))
    return best
  for (const name of fields.name)
    best = Math.min(best, rankOfWords(name, part))
  for (const name of fields.zh)
    best = Math.min(best, 1 + rankOfWords(name, part))
  for (const alias of fields.aliases)
    best = Math.min(best, 2 + rankOfWords(alias, part))
  for (const key of fields.keys)
    best = Math.min(best, 3 + rankOfPinyin(key, part))
  for (const label of fields.labels)
    best = Math.min(best, 5 + rankOfLabel(label, part))
  return best
}

function rankOfWords({ text, starts }: Words, part: string): number {
  const at = text.indexOf(part)
  if (at === -1)
    return NONE
  if (at === 0)
    return text.length === part.length ? EXACT : PREFIX
  return starts.some(start => text.startsWith(part, start)) ? WORD : INSIDE
}

/** One letter would be inside nearly every pinyin, so only from the start, or from two letters on. */
function rankOfPinyin(key: string, part: string): number {
  if (key.startsWith(part))
    return key.length === part.length ? EXACT : PREFIX
  return part.length > 1 && key.includes(part) ? INSIDE : NONE
}

/** `chase` finds chase.com, but never before a name that begins so; behind the first dot nothing is found, or `com` would find all. */
function rankOfLabel(label: string, part: string): number {
  if (label.startsWith(part))
    return label.length === part.length ? PREFIX : WORD
  return part.length > 2 && label.includes(part) ? INSIDE : NONE
}

/** `https://secure.chase.com/login` and `secure.chase.com` are at home at chase.com; the longest domain wins. */
function rankOfHost(domains: readonly string[], host: string): number {
  let best = NONE
  for (const domain of domains) {
    if (host === domain)
      return EXACT
    if (host.endsWith(`.${domain}`))
      best = EXACT + 1
    else if (domain.startsWith(host))
      best = Math.min(best, PREFIX + 5)
  }
  return best
}

/** The host in a pasted address, or in a query that looks like one; else empty. */
function pastedHost(query: string): string {
  const address = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#:].*)?$/i.exec(query.trim())
  return address?.[1]?.toLowerCase() ?? ''
}
