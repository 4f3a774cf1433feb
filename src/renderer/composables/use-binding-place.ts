import type { Binding } from '../../core/records/binding'
import type { RouteLocationRaw } from 'vue-router'
import { tasksByKey } from '../../core/plan/reading'
import { unbindKey } from '../../core/plan/task-keys'
import { useUntether } from '../app/untether'

/** Where a binding is dealt with: its task on the plan; where the plan has none, its line on the number. */
export function useBindingPlace(): (binding: Pick<Binding, 'id' | 'numberId'>) => RouteLocationRaw {
  const { plans } = useUntether()
  return ({ id, numberId }) => {
    const key = unbindKey(id)
    const plan = plans.value.get(numberId)
    return plan && tasksByKey(plan).has(key)
      ? { name: 'plan', params: { id: numberId }, query: { task: key } }
      : { name: 'number', params: { id: numberId, tab: 'bindings' }, query: { binding: id } }
  }
}
