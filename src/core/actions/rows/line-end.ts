import type { LineStatus, PhoneNumber } from '../../records/number'
import type { Tick } from '../../records/tick'

/** How the line stands once the step of this key is done; undefined for every other step. */
const ENDS: ReadonlyMap<string, LineStatus> = new Map<string, LineStatus>([
  ['cancel:cancel', 'cancelled'],
  ['cancel:confirm-port', 'ported-out'],
  ['cancel:let-expire', 'lapsed'],
])

/** The status that ticking a step gives the line; null where it says nothing new. A line that its provider ended stays so when its account is closed. */
export function statusAfterTick({ lineStatus }: PhoneNumber, taskKey: string): LineStatus | null {
  const status = ENDS.get(taskKey)
  return status === undefined || status === lineStatus || (status === 'cancelled' && lineStatus === 'provider-retired') ? null : status
}

/** The status that the line takes again without the tick; null where the tick did not give it the one it has. */
export function statusBeforeTick({ lineStatus }: PhoneNumber, { taskKey, state, lineStatusBefore }: Tick): LineStatus | null {
  if (ENDS.get(taskKey) !== lineStatus || (state !== 'done' && lineStatusBefore === undefined))
    return null
  return lineStatusBefore ?? 'active'
}
