import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { LedgerEntry } from '../records/ledger-entry'
import type { RefundClaim } from '../records/refund-claim'
import type { Facts } from '../records/tables'
import type { Action, Context } from './action'
import { checkDayOrNull, checkNote, keeping } from './checks/check'
import { balanceOf, entriesIn } from './rows/balance'
import { claimNames } from './rows/claim-names'
import { born, changed } from './rows/stamp'

export type SetClaimState = {
  claimId: Id
  state: RefundClaim['state']
  /** The day the provider names now; left out = as before. */
  expectedBy?: Day | null
  /** Left out = as before. */
  notes?: string
}

/**
 * Notes how a claim stands: asked, promised, received, refused or written off. Any state can follow any other, for users correct themselves.
 * What was received leaves the balance in the ledger, unless it is entered there already.
 */
export const setClaimState: Action<SetClaimState> = (facts, { claimId, state, expectedBy, notes }, context) => {
  const claim = facts.refundClaims.get(claimId)
  if (!claim)
    return { refused: 'not-found' }
  const expected = expectedBy === undefined ? { value: claim.expectedBy } : checkDayOrNull(expectedBy, { from: claim.askedOn })
  if ('refused' in expected)
    return { field: 'expectedBy', ...expected }
  const note = notes === undefined ? { value: claim.notes } : checkNote(notes, keeping(context, claim.notes))
  if ('refused' in note)
    return { field: 'notes', ...note }
  const put = changed(claim, { state, expectedBy: expected.value, notes: note.value }, context)
  if (!put)
    return { refused: 'already-so' }
  const entry = state === 'received' && claim.state !== 'received' ? refundEntry(facts, claim, context) : null
  return {
    changes: [{ table: 'refundClaims', put }, ...entry ? [{ table: 'ledgerEntries' as const, put: entry }] : []],
    event: { kind: 'claim.state-set', numberIds: [claim.numberId], params: { ...claimNames(facts, claim), from: claim.state, to: state } },
    value: undefined,
  }
}

/** The refund as it leaves the balance; null where the ledger has it since the day of asking, or the balance no longer holds it: a debt must not come of it. */
function refundEntry(facts: Facts, { numberId, amount, askedOn, reference }: RefundClaim, context: Context): LedgerEntry | null {
  const entries = entriesIn(facts, numberId, amount.currency)
  const isEntered = entries.some(({ kind, day, amount: { amountMinor } }) => kind === 'refund' && day >= askedOn && amountMinor === -amount.amountMinor)
  if (isEntered || balanceOf(entries) < amount.amountMinor)
    return null
  return { ...born(context), numberId, day: context.today, kind: 'refund', amount: { ...amount, amountMinor: -amount.amountMinor }, memo: reference }
}
