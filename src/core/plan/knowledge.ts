import type { ProviderFacts, RegulationFacts, ServiceFacts } from '../catalog/tiers'

/** What the plan reads of a provider's guide; the catalogue's `ProviderFacts` fit as they are. */
export type Playbook = Pick<ProviderFacts, 'checkedOn' | 'isUnverified' | 'preconditions' | 'refund' | 'portOut' | 'afterCancel'> & {
  readonly cancel: Pick<ProviderFacts['cancel'], 'channels' | 'routes' | 'url' | 'stepKinds'>
}

/** What the plan reads of a service; the catalogue's `ServiceFacts` fit as they are. */
export type PlanService = Pick<ServiceFacts, 'name' | 'category' | 'lossRisk' | 'changeUrl' | 'needsOldNumber' | 'cooldown'>

/** Service by its id in the catalogue, as `catalog.service` looks it up. */
export type ServiceLookup = (id: string) => PlanService | undefined

/** What else the plan can know; all of it may be left out. */
export type PlanOptions = {
  /** IANA zone in which the moment of a tick becomes a day; default `UTC`. */
  readonly timeZone?: string | undefined
  /** Rules of the number's country, as `catalog.regulationsOf` gives them: the rest of a dead number is read from them. */
  readonly regulations?: readonly Pick<RegulationFacts, 'numbers'>[] | undefined
}
