import type { RefundClaim } from '../../records/refund-claim'
import type { Facts } from '../../records/tables'
import type { TimelineEvent } from '../../records/timeline-event'
import { numberNames } from './names'

/** A claim as it is now: its amount, and its number. */
export function claimNames(facts: Facts, claim: RefundClaim): TimelineEvent['params'] {
  const number = facts.numbers.get(claim.numberId)
  return { ...number && numberNames(number), ...claim.amount, reference: claim.reference }
}
