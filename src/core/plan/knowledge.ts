import type { ProviderFacts, RegulationFacts, ServiceFacts } from '../catalog/tiers'

/** What the plan reads of a provider's guide; the catalogue's `ProviderFacts` fit as they are. */
export type Playbook = Pick<ProviderFacts, 'kind' | 'status' | 'checkedOn' | 'isUnverified' | 'preconditions' | 'ownDomains' | 'refund' | 'portOut' | 'afterCancel'> & {
  readonly cancel: Pick<ProviderFacts['cancel'], 'channels' | 'routes' | 'url' | 'stepKinds' | 'stepLinks'>
}

/** What the plan reads of a service; the catalogue's `ServiceFacts` fit as they are. */
export type PlanService = Pick<ServiceFacts, 'name' | 'category' | 'lossRisk' | 'domains' | 'changeUrl' | 'needsOldNumber' | 'cooldown'>

/** What the plan looks up; the catalogue fits as it is. */
export type PlanCatalog = {
  /** Service by its id. */
  readonly service: (id: string) => PlanService | undefined
  /** Rules of a country, ISO 3166: how long a dead number rests is read from them. Left out = unknown. */
  readonly regulationsOf?: ((country: string) => readonly Pick<RegulationFacts, 'numbers'>[]) | undefined
}

/** What else the plan can know; all of it may be left out. */
export type PlanOptions = {
  /** IANA zone in which the moment of a tick becomes a day; default `UTC`. */
  readonly timeZone?: string | undefined
}
