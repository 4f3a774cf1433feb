import type { Id } from '../records/base'
import type { Action } from './action'
import { OVERRIDE_KEY } from '../plan/situation'
import { last4 } from '../records/number'
import { checkReason } from './checks/check'
import { tickOf, tickOutcome } from './rows/tick-outcome'

export type OverrideGate = {
  numberId: Id
  /** Last four digits of the number, typed by the user. */
  last4: string
  reason: string
}

/** Opens the gate before cancelling against its conditions. Stays in the timeline and the dossier for ever. */
export const overrideGate: Action<OverrideGate> = (facts, { numberId, last4: typed, reason }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  if (tickOf(facts, numberId, OVERRIDE_KEY))
    return { refused: 'already-so' }
  if (typed.normalize('NFKC').trim().replace(/^#/, '') !== last4(number.e164))
    return { refused: 'wrong-last4', field: 'last4' }
  const checked = checkReason(reason, context)
  if ('refused' in checked)
    return { field: 'reason', ...checked }
  return tickOutcome(facts, { numberId, taskKey: OVERRIDE_KEY, state: 'done', note: checked.value, snoozedUntil: null }, 'gate.overridden', context)
}
