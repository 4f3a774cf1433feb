import type { Day } from '../lib/day'
import type { Money } from '../lib/money'
import type { NumberFacts } from '../records/facts'
import type { RefundClaim } from '../records/refund-claim'
import type { DayNumber } from './day-number'
import type { Playbook } from './knowledge'
import type { Stake } from './plan'
import { sumByCurrency } from '../lib/money'
import { dayNumber, dayOfNumber } from './day-number'

/** Days between two reminders to the provider about money that is late. */
const ASK_AGAIN_DAYS = 7
/** Days after which to ask where neither the provider nor its guide named any. A reminder of ours, not a promise of theirs. */
const ASK_UNNAMED_DAYS = 14

/** Is the claim still waiting for money? */
export function isOpenClaim(claim: Pick<RefundClaim, 'state'>): boolean {
  return claim.state === 'asked' || claim.state === 'promised'
}

/** One currency of a number: what the ledger says, and what of it nobody takes care of yet. */
export type BalanceLine = {
  readonly currency: string
  /** Minor units, signed, as the ledger has it. */
  readonly balanceMinor: number
  /** What is neither asked back nor accounted for by a finished claim; 0 for a debt. */
  readonly openMinor: number
  /** The provider refused a claim in this currency, so it has to go another way. */
  readonly isRefused: boolean
}

/**
 * Balance for each currency, with what is still to be taken care of.
 * An open claim covers its amount. A received or written-off one covers what the ledger does not show as refunded or
 * written off by itself, so that money is never counted twice whichever of the two was noted.
 */
export function balanceLines(facts: NumberFacts): BalanceLine[] {
  const claimed = new Map<string, { open: number, received: number, writtenOff: number, isRefused: boolean }>()
  for (const { amount, state } of facts.refundClaims) {
    const sums = claimed.get(amount.currency) ?? { open: 0, received: 0, writtenOff: 0, isRefused: false }
    claimed.set(amount.currency, sums)
    if (state === 'refused')
      sums.isRefused = true
    else
      sums[state === 'received' ? 'received' : state === 'written-off' ? 'writtenOff' : 'open'] += amount.amountMinor
  }
  return sumByCurrency(facts.ledgerEntries.map(entry => entry.amount)).map(({ currency, amountMinor }) => {
    const sums = claimed.get(currency)
    const covered = sums
      ? sums.open + Math.max(0, sums.received - wentOut(facts, 'refund', currency)) + Math.max(0, sums.writtenOff - wentOut(facts, 'write-off', currency))
      : 0
    return { currency, balanceMinor: amountMinor, openMinor: Math.max(0, amountMinor - covered), isRefused: sums?.isRefused ?? false }
  })
}

function wentOut(facts: NumberFacts, kind: 'refund' | 'write-off', currency: string): number {
  return facts.ledgerEntries.reduce((sum, entry) => entry.kind === kind && entry.amount.currency === currency ? sum - entry.amount.amountMinor : sum, 0)
}

/** Day by which a claim's money should be there: as the provider said, else as long as its guide says it takes; null = nobody named one. */
export function claimExpectedBy(claim: RefundClaim, playbook: Playbook | null): Day | null {
  if (claim.expectedBy)
    return claim.expectedBy
  const days = refundDays(playbook)
  return days === null ? null : dayOfNumber(dayNumber(claim.askedOn) + days)
}

/** Calendar days that a refund takes by the provider's guide; null = the guide does not say. */
export function refundDays(playbook: Pick<Playbook, 'refund'> | null): number | null {
  const { typicalDays = null, areBusinessDays = false } = playbook?.refund ?? {}
  return typicalDays !== null && areBusinessDays ? Math.ceil(typicalDays * 7 / 5) : typicalDays
}

/** Day to look after a claim: when its money should be there, and every `ASK_AGAIN_DAYS` after the last time of asking. */
export function claimDueDay(claim: RefundClaim, playbook: Playbook | null): DayNumber {
  const expected = claimExpectedBy(claim, playbook)
  const first = expected ? dayNumber(expected) : dayNumber(claim.askedOn) + ASK_UNNAMED_DAYS
  return claim.followUps.reduce((due, day) => Math.max(due, dayNumber(day) + ASK_AGAIN_DAYS), first)
}

/** What the money of a currency left on a line comes to, by the provider's guide. */
export function fateOf(line: Pick<BalanceLine, 'isRefused'>, playbook: Playbook | null): Exclude<Stake['fate'], 'asked'> {
  if (line.isRefused)
    return 'not-refundable'
  switch (playbook?.refund.balanceRefundable) {
    case 'yes':
    case 'partial':
      return 'refundable'
    case 'no':
      return 'not-refundable'
    default:
      return 'unknown'
  }
}

/** All that is not yet back, spent or written off: balance by currency, then open claims by the day they are expected. */
export function stakesOf(facts: NumberFacts, lines: readonly BalanceLine[], playbook: Playbook | null, today: DayNumber): Stake[] {
  const { provider } = facts.number
  const left = lines.filter(line => line.openMinor > 0).map((line): Stake => ({
    money: moneyOf(line.currency, line.openMinor),
    fate: fateOf(line, playbook),
    expectedBy: null,
    daysLate: 0,
    provider,
  }))
  const asked = facts.refundClaims.filter(isOpenClaim).map((claim): Stake => {
    const expectedBy = claimExpectedBy(claim, playbook)
    return { money: claim.amount, fate: 'asked', expectedBy, daysLate: expectedBy ? Math.max(0, today - dayNumber(expectedBy)) : 0, provider }
  })
  return [...left, ...asked.sort((a, b) => b.daysLate - a.daysLate)]
}

export function moneyOf(currency: string, amountMinor: number): Money {
  return { amountMinor, currency }
}
