import type { WebNode } from '../../../../core/web/layout'
import type { WebAccount } from '../../../../core/web/web'
import type { RouteLocationRaw } from 'vue-router'
import { useUntether } from '../../../app/untether'
import { unbindKey } from '../../../../core/plan/task-keys'
import { leadOf } from '../../../../core/web/web'

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
    const hasTask = plans.value.get(numberId)?.phases.some(({ tasks }) => tasks.some(task => task.key === key)) ?? false
    return hasTask
      ? { name: 'plan', params: { id: numberId }, query: { task: key } }
      : { name: 'number', params: { id: numberId, tab: 'bindings' }, query: { binding: id } }
  }

  function placeOf(node: WebNode): RouteLocationRaw | null {
    if (node.kind === 'fold')
      return null
    if (node.kind === 'number')
      return node.number.number ? { name: 'number', params: { id: node.number.number.id } } : null
    return accountPlace(node.account)
  }

  return { accountPlace, placeOf }
}
