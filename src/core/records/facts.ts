import type { Account } from './account'
import type { Id } from './base'
import type { Binding } from './binding'
import type { ContactLog } from './contact-log'
import type { LedgerEntry } from './ledger-entry'
import type { PhoneNumber } from './number'
import type { RefundClaim } from './refund-claim'
import type { Settings } from './settings'
import type { Facts } from './tables'
import type { Tick } from './tick'
import { settingsDefaults } from './settings'
import { TABLES } from './tables'

/** Whether nothing is recorded; settings do not count. */
export function isBare(facts: Facts): boolean {
  return TABLES.every(table => table === 'settings' || facts[table].size === 0)
}

/** Facts of an app that was never used. */
export function emptyFacts(): Facts {
  return Object.fromEntries(TABLES.map(table => [table, new Map()])) as unknown as Facts
}

/** The settings record, or its defaults. */
export function settingsOf(facts: Facts): Settings {
  return facts.settings.get('settings') ?? settingsDefaults
}

/** Rows of a table grouped by the number they belong to; worked out once for each table as it stands. */
export function byNumber<Row extends { numberId: Id }>(rows: ReadonlyMap<string, Row>): ReadonlyMap<Id, readonly Row[]> {
  const known = groups.get(rows)
  if (known)
    return known as ReadonlyMap<Id, readonly Row[]>
  const made = new Map<Id, Row[]>()
  for (const row of rows.values()) {
    const group = made.get(row.numberId)
    if (group)
      group.push(row)
    else
      made.set(row.numberId, [row])
  }
  groups.set(rows, made)
  return made
}
const groups = new WeakMap<object, unknown>()

/** The same by the account they belong to. */
export function byAccount<Row extends { accountId: Id }>(rows: ReadonlyMap<string, Row>): ReadonlyMap<Id, readonly Row[]> {
  const known = accountGroups.get(rows)
  if (known)
    return known as ReadonlyMap<Id, readonly Row[]>
  const made = new Map<Id, Row[]>()
  for (const row of rows.values()) {
    const group = made.get(row.accountId)
    if (group)
      group.push(row)
    else
      made.set(row.accountId, [row])
  }
  accountGroups.set(rows, made)
  return made
}
const accountGroups = new WeakMap<object, unknown>()

/** All that hangs on one number: what the plan is derived from. */
export type NumberFacts = {
  number: PhoneNumber
  bindings: readonly Binding[]
  /** All accounts, since a guard may hang on another number. */
  accounts: ReadonlyMap<Id, Account>
  ledgerEntries: readonly LedgerEntry[]
  refundClaims: readonly RefundClaim[]
  contactLogs: readonly ContactLog[]
  ticks: readonly Tick[]
}

/** Gathers what one number's plan and page need; null where there is no such number. */
export function factsOfNumber(facts: Facts, numberId: Id): NumberFacts | null {
  const number = facts.numbers.get(numberId)
  if (!number)
    return null
  return {
    number,
    bindings: byNumber(facts.bindings).get(numberId) ?? [],
    accounts: facts.accounts,
    ledgerEntries: byNumber(facts.ledgerEntries).get(numberId) ?? [],
    refundClaims: byNumber(facts.refundClaims).get(numberId) ?? [],
    contactLogs: byNumber(facts.contactLogs).get(numberId) ?? [],
    ticks: byNumber(facts.ticks).get(numberId) ?? [],
  }
}
