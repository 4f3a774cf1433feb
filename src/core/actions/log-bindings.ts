import type { Account } from '../records/account'
import type { Id } from '../records/base'
import type { Binding } from '../records/binding'
import type { Action, Change, Refused } from './action'
import type { LogBinding } from './log-binding'
import { accountDefaults } from '../records/account'
import { bindingDefaults } from '../records/binding'
import { accountChecks } from './checks/account-checks'
import { bindingChecks } from './checks/binding-checks'
import { checkGiven } from './checks/check'
import { stands } from './log-binding'
import { accountKey } from './rows/find-account'
import { born, changed } from './rows/stamp'

export type LogBindings = { rows: readonly Omit<LogBinding, 'guardedBy' | 'addAnyway'>[] }
/** What became of each row, by its place. */
export type LoggedBindings = {
  bindingIds: readonly Id[]
  /** Bound to that number already, or given twice. */
  existing: readonly number[]
  refused: readonly { row: number, why: Refused }[]
}

/**
 * Logs many bindings as one change. Rows that are there already or cannot be kept are left out and told; the rest is logged.
 * Where no row is logged it refuses: for the first reason that a row was refused, else `already-so`.
 */
export const logBindings: Action<LogBindings, LoggedBindings> = (facts, { rows }, context) => {
  const accounts = new Map<string, Account>()
  for (const account of facts.accounts.values()) {
    const key = accountKey(account.service, account.login)
    // Of two that are alike the first, as a single binding finds it.
    if (!accounts.has(key))
      accounts.set(key, account)
  }
  const checks = accountChecks(context)
  const bound = new Set<string>()
  for (const { state, accountId, numberId } of facts.bindings.values()) {
    if (stands(state))
      bound.add(`${accountId} ${numberId}`)
  }

  const touched = new Map<Id, Account>()
  const bindings: Binding[] = []
  const existing: number[] = []
  const refused: { row: number, why: Refused }[] = []
  rows.forEach((input, row) => {
    const number = facts.numbers.get(input.numberId)
    const account = checkGiven(checks, input)
    const binding = number && checkGiven(bindingChecks(number, context), input)
    if (!number || !binding || 'refused' in binding || 'refused' in account) {
      refused.push({ row, why: !binding || !number ? { refused: 'not-found', field: 'numberId' } : 'refused' in binding ? binding : account as Refused })
      return
    }
    const { service = input.service, login = '', importance, secondFactors } = account.clean
    const key = accountKey(service, login)
    const known = accounts.get(key)
    if (known && bound.has(`${known.id} ${number.id}`)) {
      existing.push(row)
      return
    }
    const before = known ?? { ...born(context), ...accountDefaults, service, login }
    const after = changed(before, { ...importance && { importance }, ...secondFactors && { secondFactors } }, context) ?? before
    if (after !== known)
      touched.set(after.id, after)
    accounts.set(key, after)
    bound.add(`${after.id} ${number.id}`)
    bindings.push({ ...born(context), ...bindingDefaults, ...binding.clean, accountId: after.id, numberId: number.id })
  })

  if (bindings.length === 0)
    return refused[0]?.why ?? { refused: 'already-so' }
  return {
    changes: [
      ...[...touched.values()].map((put): Change => ({ table: 'accounts', put })),
      ...bindings.map((put): Change => ({ table: 'bindings', put })),
    ],
    event: { kind: 'bindings.logged', numberIds: [...new Set(bindings.map(({ numberId }) => numberId))], params: { count: bindings.length } },
    value: { bindingIds: bindings.map(({ id }) => id), existing, refused },
  }
}
