import type { Catalog } from '../../catalog/catalog'
import type { Account } from '../../records/account'
import type { OwnService } from '../../records/own-service'
import type { Facts } from '../../records/tables'
import type { TimelineEvent } from '../../records/timeline-event'
import { ownServiceOf } from '../../catalog/own-service'

/** What the actions on services ask the catalogue. */
export type ShippedServices = Pick<Catalog, 'shippedService'>

/** Which service is written down: one of the catalogue or with an entry already, or one that accounts may name in the user's own words. */
export type ServiceTarget = { serviceId: string } | { ownName: string }

/** Where an entry goes: the one that is there, and the accounts that would come to it. */
export type ServicePlace = { own: OwnService | undefined, serviceId: string | null, accounts: Account[] }

/** Null where there is no such service. `serviceId` null = it gets one. */
export function servicePlaceOf(facts: Facts, target: ServiceTarget, catalog: ShippedServices): ServicePlace | null {
  if ('ownName' in target) {
    const name = nameKey(target.ownName)
    return { own: undefined, serviceId: null, accounts: name === '' ? [] : [...facts.accounts.values()].filter(({ service }) => service.kind === 'own' && nameKey(service.name) === name) }
  }
  const { serviceId } = target
  const own = ownServiceOf(facts.ownServices, serviceId)
  return own || catalog.shippedService(serviceId) ? { own, serviceId, accounts: accountsAt(facts, serviceId) } : null
}

/** Accounts at a service of the catalogue, or at one with an entry of the user's. */
export function accountsAt(facts: Facts, serviceId: string): Account[] {
  return [...facts.accounts.values()].filter(({ service }) => service.kind === 'catalog' && service.id === serviceId)
}

/** A service as it is called, for the words of an event. */
export function serviceNames({ serviceId, entry }: Pick<OwnService, 'serviceId' | 'entry'>): TimelineEvent['params'] {
  return { serviceName: entry.name.en, serviceId }
}

function nameKey(name: string): string {
  return name.trim().toLowerCase()
}
