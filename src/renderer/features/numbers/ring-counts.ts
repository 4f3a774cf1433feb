import type { Plan } from '../../../core/plan/plan'
import type { Binding } from '../../../core/records/binding'

/** How many bindings of a number stand where, as the ring draws them. */
export type RingCounts = { verified: number, letGo: number, halfway: number, bound: number }

/** From the plan, which knows what counts as settled: an unimportant account that was moved is through. */
export function ringOfPlan(plan: Plan): RingCounts {
  const bindings = plan.phases.flatMap(phase => phase.tasks).flatMap(task => task.binding ? [task.binding] : [])
  return count(bindings.map(({ state, isSettled }) => ({ state, isSettled })))
}

/** From the rows alone: a closed number has no plan any more. */
export function ringOfBindings(bindings: readonly Pick<Binding, 'state'>[]): RingCounts {
  return count(bindings
    .filter(({ state }) => state !== 'candidate' && state !== 'dismissed')
    .map(({ state }) => ({ state, isSettled: state === 'moved' })))
}

function count(bindings: readonly (Pick<Binding, 'state'> & { isSettled: boolean })[]): RingCounts {
  const counts = { verified: 0, letGo: 0, halfway: 0, bound: 0 }
  for (const { state, isSettled } of bindings)
    counts[partOf(state, isSettled)] += 1
  return counts
}

function partOf(state: Binding['state'], isSettled: boolean): keyof RingCounts {
  if (state === 'waived' || state === 'removed' || state === 'account-closed')
    return 'letGo'
  if (state === 'verified' || (state === 'moved' && isSettled))
    return 'verified'
  return state === 'moving' || state === 'moved' ? 'halfway' : 'bound'
}
