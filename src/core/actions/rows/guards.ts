import type { Account } from '../../records/account'
import type { Id } from '../../records/base'
import type { Facts } from '../../records/tables'
import type { Context, Refused } from '../action'
import { changed } from './stamp'

/** Most guards one account can have. */
const MOST_GUARDS = 50

/** Which accounts guard one, and which it guards; a list left out stays as it is. */
export type Guards = { guardedBy?: readonly Id[] | undefined, guards?: readonly Id[] | undefined }

/**
 * The accounts as they are after the guards of one were set; only those that change.
 * Rings are allowed: the plan shows and explains them. Refuses an account that is not there, or that would guard itself.
 */
export function withGuards(facts: Facts, account: Account, { guardedBy, guards }: Guards, context: Context): { accounts: Account[] } | Refused {
  for (const [field, ids] of Object.entries({ guardedBy, guards })) {
    if (ids?.includes(account.id))
      return { refused: 'guards-itself', field }
    if (ids?.some(id => !facts.accounts.has(id)))
      return { refused: 'not-found', field }
    if (ids && new Set(ids).size > MOST_GUARDS && field === 'guardedBy')
      return { refused: 'too-many', field, params: { max: MOST_GUARDS } }
  }
  const accounts: Account[] = []
  const own = guardedBy && changed(account, { guardedBy: [...new Set(guardedBy)] }, context)
  if (own)
    accounts.push(own)
  if (!guards)
    return { accounts }
  for (const other of facts.accounts.values()) {
    const isGuarded = other.guardedBy.includes(account.id)
    if (other.id === account.id || isGuarded === guards.includes(other.id))
      continue
    if (!isGuarded && other.guardedBy.length >= MOST_GUARDS)
      return { refused: 'too-many', field: 'guards', params: { max: MOST_GUARDS } }
    accounts.push({
      ...other,
      guardedBy: isGuarded ? other.guardedBy.filter(id => id !== account.id) : [...other.guardedBy, account.id],
      updatedAt: context.now,
    })
  }
  return { accounts }
}
