import type { Day } from '../lib/day'
import type { Guide, GuideEntry } from '../records/guide'
import type { Catalog, OwnEntry } from './catalog'
import type { Provider, ProviderClaim } from './provider'
import type { ProviderFacts, ProviderGuide } from './tiers'
import { isAuthorityHost } from './authorities'
import { isSame } from '../actions/is-same'
import { hostOf, isHostWithin } from './source'

type Source = Provider['sources'][number]

const MOST_PROVIDER_SOURCES = 40

/** The fields in which each claim lies. */
const CLAIMS: readonly (readonly [claim: ProviderClaim, fields: readonly (keyof GuideEntry)[]])[] = [
  ['cancel', ['channels', 'routes', 'page', 'steps']],
  ['refund', ['refund', 'refundHow', 'refundDays']],
  ['portOut', ['portOut', 'portOutHow']],
  ['keepAlive', ['keepAliveRule', 'keepAliveDays']],
  ['afterCancel', ['afterCancel']],
  ['preconditions', ['preconditions']],
  ['pitfalls', ['pitfalls']],
  ['support', ['phone', 'hours']],
]

/** What was shipped of a provider: the facts, and the words as far as they are loaded. */
export type Shipped = { facts: ProviderFacts | undefined, words?: ProviderGuide | null | undefined }

/**
 * The user's guide in the catalogue's own shape, so that plan and screens need not tell them apart. What the user cannot write
 * (own domains, what it costs, other ways to reach the provider) is the shipped guide's of the day, and so are the sources of what
 * was left as shipped.
 */
export function asProvider({ providerId, entry, origin }: Pick<Guide, 'providerId' | 'entry' | 'origin'>, { facts, words }: Shipped): Provider {
  const ownDomains = facts?.ownDomains ?? (origin === 'written' ? domainsOf(entry) : [])
  const changed = facts && words ? changedClaims(entry, entryOf(facts, words)) : claimsOf(entry)
  const own: Source[] = entry.sources.map(url => ({ url, kind: origin === 'written' ? kindOf(url, ownDomains) : 'third-party', isMirror: false, supports: changed.length > 0 ? changed : claimsOf(entry), pageDate: null }))
  const sources = [...own, ...sourcesBut(words?.sources ?? [], changed)].slice(0, MOST_PROVIDER_SOURCES)
  return {
    id: providerId,
    name: entry.name,
    kind: entry.kind,
    country: entry.country,
    isMultiCountry: entry.country === null && (facts?.isMultiCountry ?? false),
    status: facts?.status ?? 'unknown',
    website: words?.website ?? null,
    ownDomains,
    cancel: {
      channels: entry.channels,
      routes: entry.routes,
      online: facts?.cancel.online ?? 'unknown',
      url: entry.page,
      phone: entry.phone,
      steps: entry.steps,
    },
    refund: {
      balanceRefundable: entry.refund,
      how: entry.refundHow,
      typicalDays: entry.refundDays,
      areBusinessDays: entry.refundDays !== null && entry.refundDays === facts?.refund.typicalDays && facts.refund.areBusinessDays,
    },
    portOut: { isPossible: entry.portOut === 'unknown' ? null : entry.portOut === 'yes', how: entry.portOutHow },
    keepAlive: { rule: entry.keepAliveRule, inactivityDays: entry.keepAliveDays, monthlyCost: facts?.keepAlive.monthlyCost ?? null },
    afterCancel: { graceDays: facts?.afterCancel.graceDays ?? null, note: entry.afterCancel },
    dataExport: { note: words?.dataExport.note ?? null },
    preconditions: entry.preconditions,
    pitfalls: entry.pitfalls,
    support: supportOf(entry, facts, words),
    confidence: 'low',
    checkedOn: entry.checkedOn,
    isUnverified: sources.length === 0,
    sources,
  }
}

/** What the user's guide says otherwise than the shipped one. */
export function changedClaims(entry: GuideEntry, shipped: GuideEntry): ProviderClaim[] {
  return CLAIMS.flatMap(([claim, fields]) => fields.every(field => isSame(entry[field], shipped[field])) ? [] : [claim])
}

/** The shipped guide as the editor starts from it. */
export function entryOf(facts: ProviderFacts, words: ProviderGuide): GuideEntry {
  const { cancel, refund, portOut, keepAlive } = facts
  return {
    name: facts.name,
    kind: facts.kind,
    country: facts.country,
    channels: cancel.channels,
    routes: cancel.routes,
    page: cancel.url,
    phone: cancel.phone,
    hours: '',
    steps: words.cancel.steps,
    refund: refund.balanceRefundable,
    refundHow: words.refund.how,
    refundDays: refund.typicalDays,
    portOut: portOut.isPossible === null ? 'unknown' : portOut.isPossible ? 'yes' : 'no',
    portOutHow: words.portOut.how,
    keepAliveRule: words.keepAlive.rule,
    keepAliveDays: keepAlive.inactivityDays,
    preconditions: facts.preconditions,
    pitfalls: words.pitfalls,
    afterCancel: words.afterCancel.note,
    sources: [],
    checkedOn: facts.checkedOn,
  }
}

/** A guide with nothing in it but the provider's name. */
export function blankEntry(name: string, today: Day): GuideEntry {
  return {
    name: { en: name, zh: name },
    kind: 'other',
    country: null,
    channels: [],
    routes: [],
    page: null,
    phone: null,
    hours: '',
    steps: [],
    refund: 'unknown',
    refundHow: null,
    refundDays: null,
    portOut: 'unknown',
    portOutHow: null,
    keepAliveRule: null,
    keepAliveDays: null,
    preconditions: [],
    pitfalls: [],
    afterCancel: null,
    sources: [],
    checkedOn: today,
  }
}

/** What lies on top of the shipped catalogue. */
export function ownEntries(guides: Iterable<Guide>, shipped: Pick<Catalog, 'provider'>): OwnEntry[] {
  return [...guides].map(guide => ({ kind: 'provider', entry: asProvider(guide, { facts: shipped.provider(guide.providerId) }) }))
}

/** The user's guide to a provider. */
export function guideOf(guides: ReadonlyMap<string, Guide>, providerId: string): Guide | undefined {
  for (const guide of guides.values()) {
    if (guide.providerId === providerId)
      return guide
  }
  return undefined
}

/** Was the shipped guide checked anew after the user had corrected it? */
export function isShippedNewer({ shippedOn }: Pick<Guide, 'shippedOn'>, shipped: Pick<ProviderFacts, 'checkedOn'> | undefined): boolean {
  return shipped !== undefined && (shippedOn === null || shipped.checkedOn > shippedOn)
}

/** Hosts of the page to cancel on: what the user calls the provider's own. */
function domainsOf({ page }: GuideEntry): string[] {
  const host = page === null ? '' : hostOf(page).replace(/^www\./, '')
  return host === '' || host.length > 120 ? [] : [host]
}

function kindOf(url: string, ownDomains: readonly string[]): Provider['sources'][number]['kind'] {
  const host = hostOf(url)
  return isHostWithin(host, ownDomains) ? 'own' : isAuthorityHost(host) ? 'authority' : 'third-party'
}

/** The user's number and hours first; a shipped number that the user took away or changed is not offered beside it. */
function supportOf({ phone, hours }: GuideEntry, facts: ProviderFacts | undefined, words: ProviderGuide | null | undefined): Provider['support'] {
  const shipped = words?.support ?? []
  if (phone === (facts?.cancel.phone ?? null) && hours === '')
    return shipped
  const replaced = new Set([phone, facts?.cancel.phone ?? null].flatMap(number => number === null ? [] : [digitsOf(number)]))
  const value = [phone ?? '', hours].filter(part => part !== '').join(' · ')
  return [
    ...value === '' ? [] : [{ channel: 'phone' as const, value, url: null }],
    ...shipped.filter(({ channel, value }) => channel !== 'phone' || !replaced.has(digitsOf(value))),
  ].slice(0, 20)
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** Shipped sources as far as they speak for what was not changed. */
function sourcesBut(sources: readonly Source[], changed: readonly ProviderClaim[]): Source[] {
  return sources.flatMap((source) => {
    const supports = source.supports.filter(claim => !changed.includes(claim))
    return supports.length > 0 ? [{ ...source, supports }] : []
  })
}

/** What the guide says anything about: its sources speak for all of it. */
function claimsOf(entry: GuideEntry): ProviderClaim[] {
  const blank = blankEntry('', entry.checkedOn)
  const claims = changedClaims(entry, blank)
  return claims.length > 0 ? claims : ['status']
}
