import type { Id } from '../../records/base'
import type { LineStatus, PhoneNumber } from '../../records/number'
import type { Facts } from '../../records/tables'
import type { Tick } from '../../records/tick'
import type { Change } from '../action'
import { byNumber } from '../../records/facts'
import { filesGone } from './files'

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

/** Takes the ticks of last steps away, with the files kept with them: the line lives again. */
export function lastStepsGone(facts: Facts, numberId: Id): Change[] {
  const ticks = byNumber(facts.ticks).get(numberId)?.filter(({ taskKey, state }) => ENDS.has(taskKey) && state === 'done') ?? []
  return [...ticks.map(({ id }): Change => ({ table: 'ticks', remove: id })), ...filesGone(facts, new Set(ticks.map(({ id }) => id)))]
}
