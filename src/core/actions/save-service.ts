import type { Id } from '../records/base'
import type { OwnService, ServiceEntry } from '../records/own-service'
import type { Action, Change, Context } from './action'
import type { ServiceFields } from './checks/service-checks'
import type { ServiceTarget, ShippedServices } from './rows/services'
import { checkGiven } from './checks/check'
import { serviceChecks } from './checks/service-checks'
import { serviceNames, servicePlaceOf } from './rows/services'
import { numbersOfAccounts } from './rows/names'
import { born, changed } from './rows/stamp'

export type SaveService = {
  target: ServiceTarget
  fields: ServiceFields
  catalog: ShippedServices
  /** Taken from a file that nobody has checked. Left out = the user wrote it. */
  origin?: OwnService['origin']
}

/**
 * Adds a service of the user's own, or corrects a shipped one; what was there is changed. Gives back the service's id.
 * A service that accounts name in the user's own words gets an id, and those accounts come along in the same event.
 */
export const saveService: Action<SaveService, Id> = (facts, { target, fields, catalog, origin = 'written' }, context) => {
  const place = servicePlaceOf(facts, target, catalog)
  if (!place)
    return { refused: 'not-found' }
  const checked = checkGiven(serviceChecks(context), fields)
  if ('refused' in checked)
    return checked
  const serviceId = place.serviceId ?? ownServiceId(context)
  // Every field was given, so every one is there.
  const entry = checked.clean as ServiceEntry
  const now = { serviceId, entry, origin, shippedOn: catalog.shippedService(serviceId)?.checkedOn ?? null }
  const put = place.own ? changed(place.own, now, context) : { ...born(context), ...now }
  if (!put)
    return { refused: 'already-so' }
  const moved = place.serviceId === null ? place.accounts.map((account): Change => ({ table: 'accounts', put: { ...account, service: { kind: 'catalog', id: serviceId }, updatedAt: context.now } })) : []
  return {
    changes: [{ table: 'ownServices', put }, ...moved],
    event: { kind: origin === 'file' ? 'service.adopted' : 'service.saved', numberIds: numbersOfAccounts(facts, new Set(place.accounts.map(({ id }) => id))), params: serviceNames(put) },
    value: serviceId,
  }
}

/** An id for a service that only the user knows; the catalogue ships none that begins so. */
function ownServiceId({ newId }: Context): string {
  return `own-${newId().replaceAll('-', '').slice(0, 12)}`
}
