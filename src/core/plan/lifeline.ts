import type { Day } from '../lib/day'
import type { Money } from '../lib/money'
import type { PhoneNumber } from '../records/number'
import type { BalanceLine } from './balance'
import type { Loss } from './plan'
import { addDays } from '../lib/day'
import { moneyOf } from './balance'

/** How long the line lasts if nothing is done. */
export type Lifeline = {
  /** First day on which it may be taken back because nobody used it; null = no such rule or no last use is known. */
  readonly unusedOn: Day | null
  /** First day that is not paid for; null = not known, or it renews by itself and the balance covers it. */
  readonly unpaidOn: Day | null
  /** The first of the two. */
  readonly lost: Loss | null
  /** It renews by itself, but the balance is known and too small. */
  readonly isRenewalUncovered: boolean
  readonly cost: Money | null
  /** Balance in the currency of the cost; null = not known. */
  readonly funds: Money | null
}

/**
 * The line's end as the record has it.
 * Use: the last activity, or the activation where none is noted, plus the days of the provider's rule.
 * Payment: the day after the last paid one, unless it renews by itself; a renewal that the balance cannot pay does not count.
 */
export function lifelineOf(number: PhoneNumber, lines: readonly BalanceLine[]): Lifeline {
  const usedOn = number.lastActivityOn ?? number.activatedOn
  const unusedOn = usedOn && number.keepAliveDays ? addDays(usedOn, number.keepAliveDays) : null

  const cost = number.recurringCost?.money ?? null
  const line = cost && lines.find(item => item.currency === cost.currency)
  const funds = line ? moneyOf(line.currency, line.balanceMinor) : null
  const renews = number.recurringCost?.isAutoRenewed === true
  const isRenewalUncovered = renews && cost !== null && funds !== null && funds.amountMinor < cost.amountMinor
  const unpaidOn = number.paidThroughOn && (!renews || isRenewalUncovered) ? addDays(number.paidThroughOn, 1) : null

  return { unusedOn, unpaidOn, lost: firstOf(unpaidOn, unusedOn), isRenewalUncovered, cost, funds }
}

function firstOf(unpaidOn: Day | null, unusedOn: Day | null): Loss | null {
  if (unpaidOn && (!unusedOn || unpaidOn <= unusedOn))
    return { day: unpaidOn, why: 'paid-through' }
  return unusedOn ? { day: unusedOn, why: 'inactivity' } : null
}
