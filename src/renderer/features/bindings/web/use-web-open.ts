import type { Plan } from '../../../../core/plan/plan'
import type { WebAccount } from '../../../../core/web/web'
import type { RouteLocationRaw } from 'vue-router'
import { useUntether } from '../../../app/untether'
import { unbindKey } from '../../../../core/plan/task-keys'
import { leadOf } from '../../../../core/web/web'

/** Keys of a plan's tasks; a plan never changes. */
function keysOf(plan: Plan): ReadonlySet<string> {
  const known = keys.get(plan) ?? new Set(plan.phases.flatMap(({ tasks }) => tasks.map(task => task.key)))
  keys.set(plan, known)
  return known
}
const keys = new WeakMap<Plan, ReadonlySet<string>>()

/** Where a click leads. */
export function useWebOpen() {
  const { plans } = useUntether()

  /** An account's task; its line in the number's list where its number's plan has none. */
  function accountPlace(account: WebAccount): RouteLocationRaw | null {
    const lead = leadOf(account)
    if (!lead)
      return null
    const { id, numberId } = lead.binding
    const key = unbindKey(id)
    const plan = plans.value.get(numberId)
    return plan && keysOf(plan).has(key)
      ? { name: 'plan', params: { id: numberId }, query: { task: key } }
      : { name: 'number', params: { id: numberId, tab: 'bindings' }, query: { binding: id } }
  }

  return { accountPlace }
}
