import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { RefundClaim } from '../records/refund-claim'
import type { Action } from './action'
import { checkDayOrNull, checkNote } from './checks/check'
import { claimNames } from './rows/claim-names'
import { changed } from './rows/stamp'

export type SetClaimState = {
  claimId: Id
  state: RefundClaim['state']
  /** The day the provider names now; left out = as before. */
  expectedBy?: Day | null
  /** Left out = as before. */
  notes?: string
}

/** Notes how a claim stands: asked, promised, received, refused or written off. Any state can follow any other, for users correct themselves. */
export const setClaimState: Action<SetClaimState> = (facts, { claimId, state, expectedBy, notes }, context) => {
  const claim = facts.refundClaims.get(claimId)
  if (!claim)
    return { refused: 'not-found' }
  const expected = expectedBy === undefined ? { value: claim.expectedBy } : checkDayOrNull(expectedBy, { from: claim.askedOn })
  if ('refused' in expected)
    return { field: 'expectedBy', ...expected }
  const note = notes === undefined ? { value: claim.notes } : checkNote(notes)
  if ('refused' in note)
    return { field: 'notes', ...note }
  const put = changed(claim, { state, expectedBy: expected.value, notes: note.value }, context)
  if (!put)
    return { refused: 'already-so' }
  return {
    changes: [{ table: 'refundClaims', put }],
    event: { kind: 'claim.state-set', numberIds: [claim.numberId], params: { ...claimNames(facts, claim), from: claim.state, to: state } },
    value: undefined,
  }
}
