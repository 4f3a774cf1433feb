import type { Money } from '../../../../core/lib/money'
import type { Id } from '../../../../core/records/base'
import type { LedgerEntry, LedgerKind } from '../../../../core/records/ledger-entry'
import type { RefundClaim } from '../../../../core/records/refund-claim'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { sumByCurrency } from '../../../../core/lib/money'
import { byNumber } from '../../../../core/records/facts'
import { useUntether } from '../../../app/untether'

/** An entry, what was left after it, and what it is called: the first that was only read off is what the ledger opens with. */
export type LedgerLine = { entry: LedgerEntry, after: Money, what: LedgerKind | 'opening' }

/** Entries newest first, each with the running balance of its currency; the balances; the claims, open ones first. */
export function useLedger(numberId: () => Id): {
  lines: ComputedRef<LedgerLine[]>
  balances: ComputedRef<Money[]>
  claims: ComputedRef<RefundClaim[]>
} {
  const { facts } = useUntether()
  const entries = computed(() => byNumber(facts.value.ledgerEntries).get(numberId()) ?? [])
  const isOpen = ({ state }: RefundClaim): boolean => state === 'asked' || state === 'promised'

  return {
    lines: computed(() => linesOf(entries.value)),
    balances: computed(() => sumByCurrency(entries.value.map(entry => entry.amount))),
    claims: computed(() => [...byNumber(facts.value.refundClaims).get(numberId()) ?? []]
      .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.askedOn < b.askedOn ? 1 : -1))),
  }
}

/** Days in order; entries of one day in the order they were written. */
export function linesOf(entries: readonly LedgerEntry[]): LedgerLine[] {
  const sums = new Map<string, number>()
  return [...entries]
    .sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : a.createdAt - b.createdAt)
    .map((entry): LedgerLine => {
      const { amountMinor, currency } = entry.amount
      const what = entry.kind === 'adjustment' && !sums.has(currency) ? 'opening' : entry.kind
      const sum = (sums.get(currency) ?? 0) + amountMinor
      sums.set(currency, sum)
      return { entry, after: { amountMinor: sum, currency }, what }
    })
    .reverse()
}
