import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { Action } from './action'
import { checkDay, checkDayOrNull } from './checks/check'
import { claimNames } from './rows/claim-names'

const MOST_FOLLOW_UPS = 200

export type FollowUpClaim = {
  claimId: Id
  /** Day on which the provider was asked again; left out = today. */
  on?: Day
  /** The day the provider names now; left out = as before. */
  expectedBy?: Day | null
}

/** Notes that the provider was asked again for money it owes. Once a day is enough. */
export const followUpClaim: Action<FollowUpClaim> = (facts, { claimId, on, expectedBy }, context) => {
  const claim = facts.refundClaims.get(claimId)
  if (!claim)
    return { refused: 'not-found' }
  if (claim.state !== 'asked' && claim.state !== 'promised')
    return { refused: 'wrong-state', params: { state: claim.state } }
  const day = checkDay(on ?? context.today, { from: claim.askedOn, to: context.today })
  if ('refused' in day)
    return { field: 'on', ...day }
  const expected = expectedBy === undefined ? { value: claim.expectedBy } : checkDayOrNull(expectedBy, { from: day.value })
  if ('refused' in expected)
    return { field: 'expectedBy', ...expected }
  const isKnown = claim.followUps.includes(day.value)
  if (isKnown && expected.value === claim.expectedBy)
    return { refused: 'already-so' }
  if (!isKnown && claim.followUps.length >= MOST_FOLLOW_UPS)
    return { refused: 'too-many', field: 'on', params: { max: MOST_FOLLOW_UPS } }
  return {
    changes: [{
      table: 'refundClaims',
      put: {
        ...claim,
        followUps: isKnown ? claim.followUps : [...claim.followUps, day.value].sort(),
        expectedBy: expected.value,
        updatedAt: context.now,
      },
    }],
    event: { kind: 'claim.followed-up', numberIds: [claim.numberId], params: { ...claimNames(facts, claim), day: day.value } },
    value: undefined,
  }
}
