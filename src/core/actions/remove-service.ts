import type { Action, Change } from './action'
import type { ShippedServices } from './rows/services'
import { ownServiceOf } from '../catalog/own-service'
import { numbersOfAccounts } from './rows/names'
import { accountsAt, serviceNames } from './rows/services'

/**
 * Takes the user's entry away: the shipped one counts again. Where none is shipped, the accounts keep the service by its name and
 * kind, in the same event.
 */
export const removeService: Action<{ serviceId: string, catalog: ShippedServices }> = (facts, { serviceId, catalog }, context) => {
  const own = ownServiceOf(facts.ownServices, serviceId)
  if (!own)
    return { refused: 'not-found' }
  const accounts = accountsAt(facts, serviceId)
  const { name, category } = own.entry
  const named = catalog.shippedService(serviceId) ? [] : accounts.map((account): Change => ({ table: 'accounts', put: { ...account, service: { kind: 'own', name: name.en, category }, updatedAt: context.now } }))
  return {
    changes: [{ table: 'ownServices', remove: own.id }, ...named],
    event: { kind: 'service.removed', numberIds: numbersOfAccounts(facts, new Set(accounts.map(({ id }) => id))), params: serviceNames(own) },
    value: undefined,
  }
}
