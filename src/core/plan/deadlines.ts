import type { Day } from '../lib/day'
import type { DeadlineKind } from './codes'
import type { Deadline, Params, Task } from './plan'
import type { Situation } from './situation'
import { claimExpectedBy, isOpenClaim } from './balance'
import { dayIn } from './params'

/** Days of a number that matter, in order; past ones stay in it until they are dealt with. */
export function deadlinesOf(situation: Situation, tasks: readonly Task[]): Deadline[] {
  const { number, hasLeft, isClosed, lifeline, provider, playbook, facts, route } = situation
  if (isClosed)
    return []
  const deadlines: Deadline[] = []
  const add = (kind: DeadlineKind, day: Day | null, params: Params): void => {
    if (day !== null)
      deadlines.push({ numberId: number.id, day, kind, params })
  }
  if (!hasLeft) {
    add('paid-through', lifeline.unpaidOn, { provider, cost: lifeline.cost && { money: lifeline.cost } })
    add('inactivity', lifeline.unusedOn, { provider })
    if (route !== 'keep')
      add('target', number.targetExitOn, { route })
  }
  for (const task of tasks) {
    if (task.kind === 'keep-alive')
      add('keep-alive', task.dueOn, task.params)
    if (task.kind === 'call-back')
      add('call-back', task.dueOn, task.params)
    if (task.kind === 'wait-cooldown')
      add('cooldown-over', task.dueOn, task.params)
    if (task.kind === 'start-port' && task.state !== 'done')
      add('code-expires', dayIn(task.params['until']), task.params)
    if (task.kind === 'aging-over' && hasLeft)
      add('aging-over', task.dueOn, task.params)
  }
  for (const claim of facts.refundClaims) {
    if (isOpenClaim(claim))
      add('refund-expected', claimExpectedBy(claim, playbook), { provider, money: { money: claim.amount } })
  }
  return deadlines.sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
}
