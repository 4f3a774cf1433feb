import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { RefundClaim } from '../records/refund-claim'
import type { Action } from './action'
import type { MoneyInput } from './checks/check'
import { checkGiven } from './checks/check'
import { claimChecks } from './checks/claim-checks'
import { claimNames } from './rows/claim-names'
import { born } from './rows/stamp'

export type AskRefund = {
  numberId: Id
  /** Above zero. */
  amount: MoneyInput
  /** Left out = today. */
  askedOn?: Day
  channel?: string
  reference?: string
  /** null or left out = the provider named no day. */
  expectedBy?: Day | null
  notes?: string
  /** The answer, where it came at once: the money does not come back. */
  answer?: 'refused'
}

/** Notes that money was asked back. Gives back the id of the claim. */
export const askRefund: Action<AskRefund, Id> = (facts, input, context) => {
  const number = facts.numbers.get(input.numberId)
  if (!number)
    return { refused: 'not-found' }
  const checked = checkGiven(claimChecks(context, input.askedOn ?? context.today), input)
  if ('refused' in checked)
    return checked
  const { amount, askedOn = context.today, channel = '', reference = '', expectedBy = null, notes = '' } = checked.clean
  if (!amount)
    return { refused: 'amount-unknown', field: 'amount' }
  const claim: RefundClaim = { ...born(context), numberId: number.id, amount, askedOn, channel, reference, expectedBy, state: input.answer ?? 'asked', followUps: [], notes }
  return {
    changes: [{ table: 'refundClaims', put: claim }],
    event: { kind: input.answer === 'refused' ? 'claim.refused' : 'claim.asked', numberIds: [number.id], params: claimNames(facts, claim) },
    value: claim.id,
  }
}
