import type { Account } from '../../../../core/records/account'
import type { Binding } from '../../../../core/records/binding'
import type { PhoneNumber } from '../../../../core/records/number'
import { computed } from 'vue'
import { useUntether } from '../../../app/untether'
import { useBindingPlace } from '../../../composables/use-binding-place'

/** One binding of the user's at a service. */
export type ServiceBinding = { binding: Binding, account: Account, number: PhoneNumber }

/** What of a service hangs on the user's numbers, by number. */
export function useServiceBindings(serviceId: () => string) {
  const { facts } = useUntether()
  const placeOfBinding = useBindingPlace()

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

  return { bindings, placeOf: ({ binding }: ServiceBinding) => placeOfBinding(binding) }
}
