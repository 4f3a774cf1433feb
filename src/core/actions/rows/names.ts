import type { Account, ServiceRef } from '../../records/account'
import type { Id } from '../../records/base'
import type { Binding } from '../../records/binding'
import type { LedgerEntry } from '../../records/ledger-entry'
import type { PhoneNumber } from '../../records/number'
import type { Facts } from '../../records/tables'
import type { TimelineEvent } from '../../records/timeline-event'
import { last4 } from '../../records/number'

type Params = TimelineEvent['params']

/** A number as it is called now, for the words of an event. */
export function numberNames(number: PhoneNumber): Params {
  return { last4: last4(number.e164), label: number.label }
}

/**
 * An account as it is called now. A service of the catalogue is named by its id, so that its name is shown
 * in the language of the day; one of the user's own by its name. One of the two is null.
 */
export function accountNames(account: Account): Params {
  return { ...serviceNames(account.service), login: account.login }
}

function serviceNames(service: ServiceRef): Params {
  return service.kind === 'catalog'
    ? { serviceId: service.id, serviceName: null }
    : { serviceId: null, serviceName: service.name }
}

/** A binding as it is called now: its account and its number. */
export function bindingNames(facts: Facts, binding: Binding): Params {
  const account = facts.accounts.get(binding.accountId)
  const number = facts.numbers.get(binding.numberId)
  return { ...account && accountNames(account), ...number && numberNames(number) }
}

/** A ledger entry as it is now: its kind, day and amount, and its number. */
export function ledgerNames(facts: Facts, { numberId, kind, day, amount }: LedgerEntry): Params {
  const number = facts.numbers.get(numberId)
  return { ...number && numberNames(number), kind, day, ...amount }
}

/** Numbers an account hangs on, each once. */
export function numbersOfAccounts(facts: Facts, accountIds: ReadonlySet<Id>): Id[] {
  const ids = new Set<Id>()
  for (const binding of facts.bindings.values()) {
    if (accountIds.has(binding.accountId))
      ids.add(binding.numberId)
  }
  return [...ids].sort()
}
