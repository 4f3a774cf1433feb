import type { Day } from '../lib/day'
import type { OwnService, ServiceEntry } from '../records/own-service'
import type { Catalog, OwnEntry } from './catalog'
import type { Service } from './service'
import type { ServiceFacts, ServiceGuide } from './tiers'
import { isSame } from '../actions/is-same'
import { isAuthorityHost } from './authorities'
import { phoneRoles, secondFactors } from './service-codes'
import { hostOf, isHostWithin } from './source'

type Source = Service['sources'][number]
export type ServiceClaim = Source['supports'][number]

const MOST_SERVICE_SOURCES = 40

/** The fields in which each claim lies. */
const CLAIMS: readonly (readonly [claim: ServiceClaim, field: keyof ServiceEntry])[] = [
  ['phoneRoles', 'roles'],
  ['secondFactors', 'secondFactors'],
  ['changeUrl', 'page'],
  ['unbindSteps', 'steps'],
  ['riskNote', 'riskNote'],
  ['needsOldNumber', 'needsOldNumber'],
  ['withoutOldNumber', 'withoutOldNumber'],
]

/** What was shipped of a service: the facts, and the words as far as they are loaded. */
export type ShippedService = { facts: ServiceFacts | undefined, words?: ServiceGuide | null | undefined }

/**
 * The user's entry in the catalogue's own shape, so that plan and screens need not tell them apart. What the user cannot write
 * (brand mark, rest after a change, how to delete the account) is the shipped entry's of the day, and so are the sources of what
 * was left as shipped.
 */
export function asService({ serviceId, entry, origin }: Pick<OwnService, 'serviceId' | 'entry' | 'origin'>, { facts, words }: ShippedService): Service {
  const changed = facts && words ? changedServiceClaims(entry, serviceEntryOf(facts, words)) : saidClaims(entry)
  const supports: ServiceClaim[] = changed.length > 0 ? changed : ['phoneRoles']
  // Of a shipped service, a page is its own where the shipped entry says so: a file that was taken over may name any domain.
  const domains = [...facts?.domains ?? entry.domains, ...words?.ownDomains ?? []]
  const own: Source[] = entry.sources.map(url => ({ url, kind: origin === 'written' ? kindOf(url, domains) : 'third-party', isMirror: false, supports, pageDate: null }))
  const sources = [...own, ...sourcesBut(words?.sources ?? [], changed)].slice(0, MOST_SERVICE_SOURCES)
  const isSamePage = entry.page !== null && entry.page === facts?.changeUrl
  return {
    id: serviceId,
    name: entry.name,
    category: entry.category,
    domains: entry.domains,
    ownDomains: words?.ownDomains ?? [],
    aliases: entry.aliases,
    phoneRoles: entry.roles,
    secondFactors: entry.secondFactors,
    changeUrl: entry.page,
    changeUrlKind: entry.page === null ? null : isSamePage ? facts.changeUrlKind : 'settings',
    deleteUrl: words?.deleteUrl ?? null,
    deleteDifficulty: words?.deleteDifficulty ?? null,
    unbindSteps: entry.steps.length > 0 ? entry.steps : null,
    lossRisk: entry.lossRisk,
    riskNote: entry.riskNote,
    // Patterns are looked up by id, in a tier of their own.
    sms: { shortCodes: [], senderNames: [], bodyPatterns: [] },
    icon: facts?.icon ?? null,
    cooldown: words?.cooldown ?? (facts?.cooldown ? { ...facts.cooldown, note: entry.name } : null),
    needsOldNumber: entry.needsOldNumber === 'unknown' ? null : entry.needsOldNumber === 'yes',
    withoutOldNumber: entry.withoutOldNumber,
    checkedOn: entry.checkedOn,
    isUnverified: sources.length === 0,
    sources,
  }
}

/** What the user's entry says otherwise than the shipped one. */
export function changedServiceClaims(entry: ServiceEntry, shipped: ServiceEntry): ServiceClaim[] {
  return CLAIMS.flatMap(([claim, field]) => isSame(entry[field], shipped[field]) ? [] : [claim])
}

/** The shipped entry as the editor starts from it. */
export function serviceEntryOf(facts: ServiceFacts, words: ServiceGuide): ServiceEntry {
  return {
    name: facts.name,
    category: facts.category,
    lossRisk: facts.lossRisk,
    domains: facts.domains,
    aliases: facts.aliases,
    page: facts.changeUrl,
    roles: phoneRoles.filter(role => facts.phoneRoles.includes(role)),
    secondFactors: facts.secondFactors && secondFactors.filter(factor => facts.secondFactors?.includes(factor)),
    needsOldNumber: facts.needsOldNumber === null ? 'unknown' : facts.needsOldNumber ? 'yes' : 'no',
    steps: words.unbindSteps ?? [],
    riskNote: words.riskNote,
    withoutOldNumber: words.withoutOldNumber,
    sources: [],
    checkedOn: facts.checkedOn,
  }
}

/** A service of which nothing is known but its name and kind. */
export function blankService(name: string, today: Day): ServiceEntry {
  return {
    name: { en: name, zh: null },
    category: 'other',
    lossRisk: 'medium',
    domains: [],
    aliases: [],
    page: null,
    roles: [],
    secondFactors: null,
    needsOldNumber: 'unknown',
    steps: [],
    riskNote: null,
    withoutOldNumber: null,
    sources: [],
    checkedOn: today,
  }
}

/** What lies on top of the shipped services. */
export function ownServiceEntries(services: Iterable<OwnService>, shipped: Pick<Catalog, 'shippedService'>): OwnEntry[] {
  return [...services].map(own => ({ kind: 'service', entry: asService(own, { facts: shipped.shippedService(own.serviceId) }) }))
}

/** The user's entry of a service. */
export function ownServiceOf(services: ReadonlyMap<string, OwnService>, serviceId: string): OwnService | undefined {
  for (const own of services.values()) {
    if (own.serviceId === serviceId)
      return own
  }
  return undefined
}

/** Was the shipped entry checked anew after the user had corrected it? */
export function isShippedServiceNewer({ shippedOn }: Pick<OwnService, 'shippedOn'>, shipped: Pick<ServiceFacts, 'checkedOn'> | undefined): boolean {
  return shipped !== undefined && (shippedOn === null || shipped.checkedOn > shippedOn)
}

function kindOf(url: string, domains: readonly string[]): Source['kind'] {
  const host = hostOf(url)
  return isHostWithin(host, domains) ? 'own' : isAuthorityHost(host) ? 'authority' : 'third-party'
}

/** Shipped sources as far as they speak for what was not changed. */
function sourcesBut(sources: readonly Source[], changed: readonly ServiceClaim[]): Source[] {
  return sources.flatMap((source) => {
    const supports = source.supports.filter(claim => !changed.includes(claim))
    return supports.length > 0 ? [{ ...source, supports }] : []
  })
}

/** What the entry says anything about. */
function saidClaims(entry: ServiceEntry): ServiceClaim[] {
  return changedServiceClaims(entry, blankService('', entry.checkedOn))
}
