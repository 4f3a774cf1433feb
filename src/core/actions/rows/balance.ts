import type { Id } from '../../records/base'
import type { LedgerEntry } from '../../records/ledger-entry'
import type { Facts } from '../../records/tables'
import { byNumber } from '../../records/facts'

/** Entries of a number in one currency. */
export function entriesIn(facts: Facts, numberId: Id, currency: string): LedgerEntry[] {
  return (byNumber(facts.ledgerEntries).get(numberId) ?? []).filter(entry => entry.amount.currency === currency)
}

/** Running balance, minor units. */
export function balanceOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.amount.amountMinor, 0)
}
