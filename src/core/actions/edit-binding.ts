import type { Id } from '../records/base'
import type { Account } from '../records/account'
import type { Facts } from '../records/tables'
import type { Action, Change, Context, Refused } from './action'
import type { AccountFields } from './checks/account-checks'
import type { BindingFields } from './checks/binding-checks'
import type { Guards } from './rows/guards'
import { accountChecks } from './checks/account-checks'
import { bindingChecks } from './checks/binding-checks'
import { checkGiven, keeping } from './checks/check'
import { checkReplacement } from './checks/replacement'
import { findAccount } from './rows/find-account'
import { withGuards } from './rows/guards'
import { bindingNames, numbersOfAccounts } from './rows/names'
import { changed } from './rows/stamp'

/** Fields left out stay as they are. Service, login, importance, second factors and guards belong to the account and change on all its numbers. */
export type EditBinding = BindingFields & AccountFields & Guards & { bindingId: Id }

/** Changes what is noted of a binding and its account. Its state has actions of its own. */
export const editBinding: Action<EditBinding> = (facts, { bindingId, ...given }, context) => {
  const binding = facts.bindings.get(bindingId)
  const number = binding && facts.numbers.get(binding.numberId)
  const account = binding && facts.accounts.get(binding.accountId)
  if (!binding || !number || !account)
    return { refused: 'not-found' }

  const checked = checkGiven(bindingChecks(number, keeping(context, binding.notes)), given)
  if ('refused' in checked)
    return checked
  const replacement = checkReplacement(facts, binding, checked.clean.replacement ?? null)
  if ('refused' in replacement)
    return { field: 'replacement', ...replacement }
  const accounts = editedAccounts(facts, account, given, context)
  if ('refused' in accounts)
    return accounts

  const next = changed(binding, checked.clean, context)
  if (!next && accounts.length === 0)
    return { refused: 'already-so' }
  const touched = numbersOfAccounts(facts, new Set(accounts.map(({ id }) => id)))
  return {
    changes: [
      ...accounts.map((put): Change => ({ table: 'accounts', put })),
      ...next ? [{ table: 'bindings' as const, put: next }] : [],
    ],
    event: {
      kind: 'binding.edited',
      numberIds: [...new Set([binding.numberId, ...touched])],
      params: bindingNames(facts, binding),
    },
    value: undefined,
  }
}

/** The account with its fields changed, and the accounts whose guards change with it; only those that change. */
function editedAccounts(facts: Facts, account: Account, given: AccountFields & Guards, context: Context): Account[] | Refused {
  const checked = checkGiven(accountChecks(keeping(context, account.login, account.service.kind === 'own' ? account.service.name : '')), given)
  if ('refused' in checked)
    return checked
  const edited = changed(account, checked.clean, context)
  const { service, login } = edited ?? account
  const isRenamed = checked.clean.service !== undefined || checked.clean.login !== undefined
  const other = edited && isRenamed ? findAccount(facts, service, login, account.id) : undefined
  if (other && login !== '')
    return { refused: 'account-exists', field: 'login', params: { accountId: other.id } }
  const guarded = withGuards(facts, edited ?? account, given, context)
  if ('refused' in guarded)
    return guarded
  const withOwn = guarded.accounts.some(({ id }) => id === account.id)
  return edited && !withOwn ? [edited, ...guarded.accounts] : guarded.accounts
}
