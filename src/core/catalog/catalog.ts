import type { Provider } from './provider'
import type { Service } from './service'
import type { CatalogFacts, ProviderFacts, RegulationFacts, ServiceFacts } from './tiers'
import { providerFacts, serviceFacts } from './tiers'

/** An entry the user has added, or a shipped one as the user has corrected it; the id decides which. */
export type OwnEntry
  = | { kind: 'provider', entry: Provider }
    | { kind: 'service', entry: Service }

/** The facts of the catalogue with the user's own on top. Never changes once made. */
export type Catalog = {
  /** In the order of ids, the user's own at the end. */
  readonly providers: readonly ProviderFacts[]
  readonly services: readonly ServiceFacts[]
  readonly regulation: readonly RegulationFacts[]
  provider: (id: string) => ProviderFacts | undefined
  service: (id: string) => ServiceFacts | undefined
  /** Rules of one country, ISO 3166. */
  regulationsOf: (country: string) => readonly RegulationFacts[]
  /** The provider as it is shipped, whatever the user has corrected. */
  shippedProvider: (id: string) => ProviderFacts | undefined
  /** The service as it is shipped, whatever the user has corrected. */
  shippedService: (id: string) => ServiceFacts | undefined
  /** Did the user add or correct this entry? */
  isOwn: (kind: OwnEntry['kind'], id: string) => boolean
}

/** The shipped facts; a catalogue without anything on top fits as it is. */
type ShippedFacts = { readonly [Part in keyof CatalogFacts]: Readonly<CatalogFacts[Part]> }

/** Makes the lookups; an own entry stands in for the shipped one of the same id, and keeps its place and pinyin. */
export function createCatalog(facts: ShippedFacts, own: readonly OwnEntry[] = []): Catalog {
  const shipped = new Map(facts.providers.map(provider => [provider.id, provider]))
  const providers = new Map(shipped)
  const shippedServices = new Map(facts.services.map(service => [service.id, service]))
  const services = new Map(shippedServices)
  const owned = new Set<string>()

  for (const { kind, entry } of own) {
    owned.add(`${kind}:${entry.id}`)
    if (kind === 'provider')
      providers.set(entry.id, providerFacts(entry, keptKeys(entry, providers.get(entry.id))))
    else
      services.set(entry.id, serviceFacts(entry, keptKeys(entry, services.get(entry.id))))
  }

  const regulation = new Map<string, RegulationFacts[]>()
  for (const rule of facts.regulation)
    regulation.set(rule.country, [...regulation.get(rule.country) ?? [], rule])

  return {
    // The very same list where nothing lies on top of it: what was worked out from it holds.
    providers: own.some(({ kind }) => kind === 'provider') ? [...providers.values()] : facts.providers,
    services: own.some(({ kind }) => kind === 'service') ? [...services.values()] : facts.services,
    regulation: facts.regulation,
    provider: id => providers.get(id),
    service: id => services.get(id),
    regulationsOf: country => regulation.get(country) ?? [],
    shippedProvider: id => shipped.get(id),
    shippedService: id => shippedServices.get(id),
    isOwn: (kind, id) => owned.has(`${kind}:${id}`),
  }
}

/** Pinyin is worked out at build time, so it holds only while the Chinese name is the shipped one. */
function keptKeys(entry: Provider | Service, shipped: ProviderFacts | ServiceFacts | undefined): string[] {
  return shipped && shipped.name.zh === entry.name.zh ? shipped.searchKeys : []
}
