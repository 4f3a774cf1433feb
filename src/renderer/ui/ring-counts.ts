import type { Plan } from '../../core/plan/plan'
import type { ProgressCounts } from './progress-parts'

/** How many bindings of a plan stand where, as `ProgressRing` draws them; the plan knows what counts as settled. */
export function ringOfPlan(plan: Plan): ProgressCounts {
  const counts: ProgressCounts = { verified: 0, letGo: 0, halfway: 0, bound: 0 }
  for (const { binding } of plan.phases.flatMap(phase => phase.tasks)) {
    if (!binding)
      continue
    if (binding.state === 'waived' || binding.state === 'removed' || binding.state === 'account-closed')
      counts.letGo++
    else if (binding.isSettled)
      counts.verified++
    else if (binding.state === 'moving' || binding.state === 'moved')
      counts.halfway++
    else
      counts.bound++
  }
  return counts
}
