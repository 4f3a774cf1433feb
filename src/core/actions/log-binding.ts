import type { Account, ServiceRef } from '../records/account'
import type { Id } from '../records/base'
import type { Binding } from '../records/binding'
import type { Facts } from '../records/tables'
import type { Action } from './action'
import type { AccountFields } from './checks/account-checks'
import type { BindingFields } from './checks/binding-checks'
import { accountDefaults } from '../records/account'
import { bindingDefaults } from '../records/binding'
import { byNumber } from '../records/facts'
import { accountChecks } from './checks/account-checks'
import { bindingChecks } from './checks/binding-checks'
import { checkGiven } from './checks/check'
import { findAccount } from './rows/find-account'
import { withGuards } from './rows/guards'
import { accountNames, numberNames } from './rows/names'
import { born, changed } from './rows/stamp'

export type LogBinding = BindingFields & Omit<AccountFields, 'service'> & {
  numberId: Id
  service: ServiceRef
  /** Accounts that can recover or confirm this one, beside those already noted. */
  guardedBy?: readonly Id[]
  /** Log it although the same account is bound to the same number already. With an empty login this means another account. */
  addAnyway?: boolean
}
export type LoggedBinding = { bindingId: Id, accountId: Id, isNewAccount: boolean }

/**
 * Logs that an account uses a number. The account of the same service and login is used where there is one, else made.
 * What was noted of that account stays: importance and second factors change only where they are said (not null).
 * Refuses `binding-exists` (with the id of the one that is there) unless told to add it anyway.
 */
export const logBinding: Action<LogBinding, LoggedBinding> = (facts, input, context) => {
  const number = facts.numbers.get(input.numberId)
  if (!number)
    return { refused: 'not-found', field: 'numberId' }
  const account = checkGiven(accountChecks(context), input)
  if ('refused' in account)
    return account
  const binding = checkGiven(bindingChecks(number, context), input)
  if ('refused' in binding)
    return binding

  const service = account.clean.service ?? input.service
  const login = account.clean.login ?? ''
  const found = findAccount(facts, service, login)
  const existing = found && liveBinding(facts, number.id, found.id)
  if (existing && !input.addAnyway)
    return { refused: 'binding-exists', params: { bindingId: existing.id, state: existing.state } }

  const known = existing && login === '' ? undefined : found
  const before: Account = known ?? { ...born(context), ...accountDefaults, service, login }
  const { importance, secondFactors } = account.clean
  const fields = { ...importance && { importance }, ...secondFactors && { secondFactors } }
  const guarded = withGuards(facts, { ...before, ...fields }, { guardedBy: [...before.guardedBy, ...input.guardedBy ?? []] }, context)
  if ('refused' in guarded)
    return guarded
  const after = guarded.accounts[0] ?? changed(before, fields, context) ?? before

  const row: Binding = { ...born(context), ...bindingDefaults, ...binding.clean, accountId: after.id, numberId: number.id }
  return {
    changes: [
      ...after === known ? [] : [{ table: 'accounts' as const, put: after }],
      { table: 'bindings', put: row },
    ],
    event: { kind: 'binding.logged', numberIds: [number.id], params: { ...accountNames(after), ...numberNames(number) } },
    value: { bindingId: row.id, accountId: after.id, isNewAccount: !known },
  }
}

/** Does a binding still say something? One that was dismissed or removed does not stand in the way of another. */
export function stands(state: Binding['state']): boolean {
  return state !== 'dismissed' && state !== 'removed'
}

function liveBinding(facts: Facts, numberId: Id, accountId: Id): Binding | undefined {
  return byNumber(facts.bindings).get(numberId)?.find(binding =>
    binding.accountId === accountId && stands(binding.state))
}
