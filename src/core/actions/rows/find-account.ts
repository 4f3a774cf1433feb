import type { Account, ServiceRef } from '../../records/account'
import type { Id } from '../../records/base'
import type { Facts } from '../../records/tables'

/** The account of a service with a login, or undefined. Upper and lower case are one: `Mei@Example.com` is `mei@example.com`. */
export function findAccount(facts: Facts, service: ServiceRef, login: string, exceptId?: Id): Account | undefined {
  const [wantedService, wantedLogin] = [serviceKey(service), login.toLowerCase()]
  for (const account of facts.accounts.values()) {
    if (account.id !== exceptId && account.login.toLowerCase() === wantedLogin && serviceKey(account.service) === wantedService)
      return account
  }
  return undefined
}

/** Accounts with the same key are one. */
export function accountKey(service: ServiceRef, login: string): string {
  return `${serviceKey(service)}\n${login.toLowerCase()}`
}

function serviceKey(service: ServiceRef): string {
  return service.kind === 'catalog' ? service.id : `own/${service.name.toLowerCase()}`
}
