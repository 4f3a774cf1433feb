import type { Provider } from './provider'
import type { Regulation } from './regulation'
import type { StepKind } from './provider-codes'
import type { Service, SmsPatterns } from './service'
import { isHostWithin } from './source'

/**
 * The catalogue comes in tiers, so that the first screen loads only what the plan and the search need.
 *
 * Facts: at start. Guides (words and sources): when a guide is shown. Patterns: when discovery reads files.
 */

/** What typing can match beside name, alias and domain: full pinyin and its initials, lower case. */
type SearchKeys = { searchKeys: string[] }

/** What the plan and the search need of a provider. */
export type ProviderFacts = Pick<
  Provider,
  'id' | 'name' | 'kind' | 'country' | 'isMultiCountry' | 'status' | 'ownDomains' | 'preconditions' | 'confidence' | 'checkedOn' | 'isUnverified'
> & SearchKeys & {
  cancel: Pick<Provider['cancel'], 'channels' | 'routes' | 'online' | 'phone' | 'url'> & {
    /** Kinds of the guide's steps, in its order. */
    stepKinds: Provider['cancel']['steps'][number]['kind'][]
    /** Page that a step's words name, by its kind: only on the provider's own domains. */
    stepLinks: Partial<Record<StepKind, string>>
  }
  refund: Pick<Provider['refund'], 'balanceRefundable' | 'typicalDays' | 'areBusinessDays'>
  portOut: Pick<Provider['portOut'], 'isPossible'>
  keepAlive: Pick<Provider['keepAlive'], 'inactivityDays' | 'monthlyCost'>
  afterCancel: Pick<Provider['afterCancel'], 'graceDays'>
}

/** The words of a provider's playbook, its links and its sources. */
export type ProviderGuide = Pick<Provider, 'website' | 'dataExport' | 'pitfalls' | 'support' | 'sources' | 'checkedOn' | 'isUnverified'> & {
  cancel: Pick<Provider['cancel'], 'url' | 'steps'>
  refund: Pick<Provider['refund'], 'how'>
  portOut: Pick<Provider['portOut'], 'how'>
  keepAlive: Pick<Provider['keepAlive'], 'rule'>
  afterCancel: Pick<Provider['afterCancel'], 'note'>
}

/** What the plan and the search need of a service. */
export type ServiceFacts = Pick<
  Service,
  'id' | 'name' | 'category' | 'domains' | 'aliases' | 'phoneRoles' | 'secondFactors' | 'lossRisk' | 'icon' | 'changeUrl' | 'changeUrlKind' | 'needsOldNumber' | 'checkedOn' | 'isUnverified'
> & SearchKeys & {
  cooldown: Pick<NonNullable<Service['cooldown']>, 'days' | 'isBlocking'> | null
}

/** A service's own steps, its links and its sources. */
export type ServiceGuide = Pick<
  Service,
  'ownDomains' | 'changeUrl' | 'changeUrlKind' | 'deleteUrl' | 'deleteDifficulty' | 'unbindSteps' | 'riskNote' | 'cooldown' | 'withoutOldNumber' | 'sources' | 'checkedOn' | 'isUnverified'
>

/** What the plan needs of a rule. */
export type RegulationFacts = Pick<Regulation, 'id' | 'country' | 'numbers' | 'checkedOn' | 'isUnverified'>

/** The words of a rule and its sources. */
export type RegulationGuide = Pick<Regulation, 'statement' | 'sources' | 'checkedOn' | 'isUnverified'>

/** First tier, in the order of ids. */
export type CatalogFacts = {
  providers: ProviderFacts[]
  services: ServiceFacts[]
  regulation: RegulationFacts[]
}

/** Second tier, by id. */
export type CatalogGuides = {
  providers: Record<string, ProviderGuide>
  services: Record<string, ServiceGuide>
  regulation: Record<string, RegulationGuide>
}

/** Third tier: how a service's texts look, by service id. */
export type CatalogPatterns = Record<string, SmsPatterns>

/** Brand icons: slug → path data in a 24 × 24 box. */
export type CatalogIcons = Record<string, string>

export function providerFacts(provider: Provider, searchKeys: string[] = []): ProviderFacts {
  const { id, name, kind, country, isMultiCountry, status, ownDomains, cancel, refund, portOut, keepAlive, afterCancel } = provider
  return {
    id,
    name,
    kind,
    country,
    isMultiCountry,
    status,
    ownDomains,
    cancel: {
      channels: cancel.channels,
      routes: cancel.routes,
      online: cancel.online,
      phone: cancel.phone,
      url: cancel.url,
      stepKinds: cancel.steps.map(step => step.kind),
      stepLinks: stepLinksOf(provider),
    },
    refund: {
      balanceRefundable: refund.balanceRefundable,
      typicalDays: refund.typicalDays,
      areBusinessDays: refund.areBusinessDays,
    },
    portOut: { isPossible: portOut.isPossible },
    keepAlive: { inactivityDays: keepAlive.inactivityDays, monthlyCost: keepAlive.monthlyCost },
    afterCancel: { graceDays: afterCancel.graceDays },
    preconditions: provider.preconditions,
    confidence: provider.confidence,
    checkedOn: provider.checkedOn,
    isUnverified: provider.isUnverified,
    searchKeys,
  }
}

/** An address as it is written in a sentence: a host with a path or without, no scheme needed. */
const ADDRESS = /(?<![@\w.-])(?:https:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(\/[\w./?=#&%-]*[\w/])?/gi

/** The first page that each kind of step sends to. Another's domain is left out: only the provider's own may become a button. */
function stepLinksOf({ ownDomains, cancel }: Provider): Partial<Record<StepKind, string>> {
  const links: Partial<Record<StepKind, string>> = {}
  for (const { kind, text } of cancel.steps) {
    const named = [...text.en.matchAll(ADDRESS)].find(([, host = '']) => isHostWithin(host.toLowerCase(), ownDomains))
    if (kind && named)
      links[kind] ??= `https://${named[1]!.toLowerCase()}${named[2] ?? ''}`
  }
  return links
}

export function providerGuide(provider: Provider): ProviderGuide {
  return {
    website: provider.website,
    cancel: { url: provider.cancel.url, steps: provider.cancel.steps },
    refund: { how: provider.refund.how },
    portOut: { how: provider.portOut.how },
    keepAlive: { rule: provider.keepAlive.rule },
    afterCancel: { note: provider.afterCancel.note },
    dataExport: provider.dataExport,
    pitfalls: provider.pitfalls,
    support: provider.support,
    sources: provider.sources,
    checkedOn: provider.checkedOn,
    isUnverified: provider.isUnverified,
  }
}

export function serviceFacts(service: Service, searchKeys: string[] = []): ServiceFacts {
  return {
    id: service.id,
    name: service.name,
    category: service.category,
    domains: service.domains,
    aliases: service.aliases,
    phoneRoles: service.phoneRoles,
    secondFactors: service.secondFactors,
    lossRisk: service.lossRisk,
    icon: service.icon,
    changeUrl: service.changeUrl,
    changeUrlKind: service.changeUrlKind,
    cooldown: service.cooldown && { days: service.cooldown.days, isBlocking: service.cooldown.isBlocking },
    needsOldNumber: service.needsOldNumber,
    checkedOn: service.checkedOn,
    isUnverified: service.isUnverified,
    searchKeys,
  }
}

export function serviceGuide(service: Service): ServiceGuide {
  return {
    ownDomains: service.ownDomains,
    changeUrl: service.changeUrl,
    changeUrlKind: service.changeUrlKind,
    deleteUrl: service.deleteUrl,
    deleteDifficulty: service.deleteDifficulty,
    unbindSteps: service.unbindSteps,
    riskNote: service.riskNote,
    cooldown: service.cooldown,
    withoutOldNumber: service.withoutOldNumber,
    sources: service.sources,
    checkedOn: service.checkedOn,
    isUnverified: service.isUnverified,
  }
}

export function regulationFacts(rule: Regulation): RegulationFacts {
  return {
    id: rule.id,
    country: rule.country,
    numbers: rule.numbers,
    checkedOn: rule.checkedOn,
    isUnverified: rule.isUnverified,
  }
}

export function regulationGuide(rule: Regulation): RegulationGuide {
  return {
    statement: rule.statement,
    sources: rule.sources,
    checkedOn: rule.checkedOn,
    isUnverified: rule.isUnverified,
  }
}
