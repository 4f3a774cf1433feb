import type { Account } from '../../../../core/records/account'
import type { Binding } from '../../../../core/records/binding'
import type { PhoneNumber } from '../../../../core/records/number'
import { computed } from 'vue'
import { unbindKey } from '../../../../core/plan/task-keys'
import { useUntether } from '../../../app/untether'

/** One binding of the user's at a service. */
export type ServiceBinding = { binding: Binding, account: Account, number: PhoneNumber }

/** What of a service hangs on the user's numbers, by number. */
export function useServiceBindings(serviceId: () => string) {
  const { facts, plans } = useUntether()

  const bindings = computed<ServiceBinding[]>(() => {
    const { accounts, numbers } = facts.value
    const here = [...facts.value.bindings.values()].flatMap((binding) => {
      const account = accounts.get(binding.accountId)
      const number = numbers.get(binding.numberId)
      const isHere = account?.service.kind === 'catalog' && account.service.id === serviceId() && binding.state !== 'dismissed'
      return isHere && number ? [{ binding, account, number }] : []
    })
    return here.sort((a, b) => a.number.createdAt - b.number.createdAt || a.binding.createdAt - b.binding.createdAt)
  })

  /** Its task on the plan; where the plan has none, its row on the number. */
  function placeOf({ binding, number }: ServiceBinding) {
    const key = unbindKey(binding.id)
    const hasTask = plans.value.get(number.id)?.phases.some(phase => phase.tasks.some(task => task.key === key)) ?? false
    return hasTask
      ? { name: 'plan', params: { id: number.id }, query: { task: key } }
      : { name: 'number', params: { id: number.id, tab: 'bindings' }, query: { binding: binding.id } }
  }

  return { bindings, placeOf }
}
