import type { Account } from '../../records/account'
import type { Id } from '../../records/base'
import type { Binding } from '../../records/binding'
import type { Facts } from '../../records/tables'
import type { Change, Context } from '../action'
import { filesGone } from './files'

/** What goes. */
export type TakeAway = { numberIds?: ReadonlySet<Id>, bindingIds?: ReadonlySet<Id>, accountIds?: ReadonlySet<Id> }

/**
 * Changes that take numbers or bindings away with all that hangs on them, and leave no loose ends.
 *
 * - With a number go its bindings, ledger, claims, contacts and ticks, and the files of all these.
 * - An account left without any binding goes too, unless it guards one that stays.
 * - Accounts named in `accountIds` go where no binding is left, guard or not.
 * - Who stays forgets guards that went; a binding whose replacement, or whose new number, went notes "another number" instead.
 */
export function takeAway(facts: Facts, { numberIds = NONE, bindingIds = NONE, accountIds = NONE }: TakeAway, context: Context): Change[] {
  const bindings = partition(facts.bindings, binding => bindingIds.has(binding.id) || numberIds.has(binding.numberId))
  const accounts = leftOver(facts, bindings, accountIds)
  const gone = new Set([...bindings.gone, ...accounts.gone].map(row => row.id))
  const changes: Change[] = []

  for (const id of numberIds)
    changes.push({ table: 'numbers', remove: id })
  for (const { id } of bindings.gone)
    changes.push({ table: 'bindings', remove: id })
  for (const { id } of accounts.gone)
    changes.push({ table: 'accounts', remove: id })
  for (const table of ['ledgerEntries', 'refundClaims', 'contactLogs', 'ticks'] as const) {
    for (const row of facts[table].values()) {
      if (numberIds.has(row.numberId)) {
        gone.add(row.id)
        changes.push({ table, remove: row.id })
      }
    }
  }
  changes.push(...filesGone(facts, gone))
  for (const account of accounts.kept) {
    if (account.guardedBy.some(id => gone.has(id)))
      changes.push({ table: 'accounts', put: { ...account, guardedBy: account.guardedBy.filter(id => !gone.has(id)), updatedAt: context.now } })
  }
  for (const binding of bindings.kept) {
    if (isReplacedBy(binding.replacement, gone, numberIds))
      changes.push({ table: 'bindings', put: { ...binding, replacement: { kind: 'other-number' }, updatedAt: context.now } })
  }
  return changes
}

/** Did what took its place go? */
function isReplacedBy(replacement: Binding['replacement'], gone: ReadonlySet<Id>, numberIds: ReadonlySet<Id>): boolean {
  return (replacement?.kind === 'binding' && gone.has(replacement.bindingId))
    || (replacement?.kind === 'other-number' && replacement.numberId !== undefined && numberIds.has(replacement.numberId))
}

const NONE: ReadonlySet<Id> = new Set()
type Parted<Row> = { gone: Row[], kept: Row[] }

function partition<Row>(rows: ReadonlyMap<string, Row>, isGone: (row: Row) => boolean): Parted<Row> {
  const parted: Parted<Row> = { gone: [], kept: [] }
  for (const row of rows.values())
    parted[isGone(row) ? 'gone' : 'kept'].push(row)
  return parted
}

/** Accounts that hang on nothing any more, less those that guard an account that stays (or guard such a guard). */
function leftOver(facts: Facts, bindings: Parted<Binding>, named: ReadonlySet<Id>): Parted<Account> {
  const held = new Set(bindings.kept.map(binding => binding.accountId))
  const loose = reached(facts, [...named, ...bindings.gone.map(binding => binding.accountId)], id => !held.has(id))
  const staying = [...facts.accounts.keys()].filter(id => !loose.has(id))
  const kept = new Set(staying)
  for (const id of reached(facts, staying, id => kept.has(id) || !named.has(id)))
    kept.add(id)
  return partition(facts.accounts, account => !kept.has(account.id))
}

/** The accounts from which one starts and, one after the other, those that guard them; only such as are let through. */
function reached(facts: Facts, from: readonly Id[], isLetThrough: (id: Id) => boolean): Set<Id> {
  const seen = new Set<Id>()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const account = facts.accounts.get(id)
    if (!account || seen.has(id) || !isLetThrough(id))
      continue
    seen.add(id)
    waiting.push(...account.guardedBy)
  }
  return seen
}
