import type { Money } from '../lib/money'
import type { Id } from '../records/base'
import type { Action } from './action'
import type { LogContact } from './log-contact'
import type { Knowledge } from './rows/plan-of'
import { isLastStep } from '../plan/situation'
import { askRefund } from './ask-refund'
import { followUpClaim } from './follow-up-claim'
import { logContact } from './log-contact'
import { tickTask } from './tick-task'

export type LogCall = LogContact & {
  /** Task that the contact has done; left out or null = none. */
  taskKey?: string | null
  /** Claim that was asked after; left out or null = none. */
  claimId?: Id | null
  /** Money that, as they said, does not come back; left out or null = nothing was said of it. */
  noRefundOf?: Money | null
  /** For the gate, as `tickTask` needs it. */
  catalog: Knowledge
}

/**
 * Notes a contact with the provider together with what it has done, as one step of history: a task, the last one of
 * the way out among them, one more asking for a refund, or the answer that there is none. Gives back the contact's id.
 * The last step is ticked only by the result `cancelled`, and only as `tickTask` would: a shut gate refuses the whole.
 */
export const logCall: Action<LogCall, Id> = (facts, { taskKey = null, claimId = null, noRefundOf = null, catalog, ...said }, context) => {
  const logged = logContact(facts, said, context)
  if ('refused' in logged)
    return logged
  if (taskKey !== null) {
    if (isLastStep(taskKey) && said.result !== 'cancelled')
      return { refused: 'not-valid', field: 'result' }
    const ticked = tickTask(facts, { numberId: said.numberId, taskKey, catalog }, context)
    if ('refused' in ticked)
      return { field: 'taskKey', ...ticked }
    return {
      changes: [...logged.changes, ...ticked.changes],
      event: { kind: 'contact.ticked', numberIds: logged.event.numberIds, params: { ...ticked.event.params, ...logged.event.params } },
      value: logged.value,
    }
  }
  if (noRefundOf !== null) {
    const refused = askRefund(facts, { numberId: said.numberId, amount: noRefundOf, answer: 'refused' }, context)
    if ('refused' in refused)
      return refused
    return {
      changes: [...logged.changes, ...refused.changes],
      event: { ...refused.event, kind: 'contact.refused', params: { ...logged.event.params, ...refused.event.params } },
      value: logged.value,
    }
  }
  if (claimId === null)
    return logged
  if (facts.refundClaims.get(claimId)?.numberId !== said.numberId)
    return { refused: 'not-found', field: 'claimId' }
  const expectedBy = said.result === 'promised' && said.effectiveOn && said.effectiveOn >= context.today ? said.effectiveOn : undefined
  const asked = followUpClaim(facts, { claimId, ...expectedBy && { expectedBy } }, context)
  // Asked again on the same day: the contact is new all the same.
  if ('refused' in asked)
    return asked.refused === 'already-so' ? logged : { ...asked, field: 'claimId' }
  return {
    changes: [...logged.changes, ...asked.changes],
    event: { kind: 'contact.chased', numberIds: logged.event.numberIds, params: { ...asked.event.params, ...logged.event.params } },
    value: logged.value,
  }
}
