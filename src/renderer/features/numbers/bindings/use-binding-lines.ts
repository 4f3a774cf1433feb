import type { Task, Urgency } from '../../../../core/plan/plan'
import type { Account, Category, Importance } from '../../../../core/records/account'
import type { Id } from '../../../../core/records/base'
import type { Binding } from '../../../../core/records/binding'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { byNumber } from '../../../../core/records/facts'
import { useUntether } from '../../../app/untether'
import { useWords } from '../../../composables/use-words'

/** One binding as the lists of a number show it. */
export type BindingLine = {
  binding: Binding
  account: Account
  name: string
  category: Category
  importance: Importance
  isSettled: boolean
  dueOn: string | null
  urgency: Urgency
  /** What it waits for: `after Gmail`; empty when nothing. */
  wait: string
}

const ENDED: readonly Binding['state'][] = ['verified', 'removed', 'account-closed', 'waived']

/** Bindings of a number in the order to do them, the settled ones last by name. Candidates wait in Discover. */
export function useBindingLines(numberId: () => Id): { lines: ComputedRef<BindingLine[]> } {
  const { facts, plans, catalog } = useUntether()
  const { serviceName, waitText } = useWords()

  function lineOf(binding: Binding, account: Account, task: Task | undefined): BindingLine {
    const service = account.service.kind === 'catalog' ? catalog.service(account.service.id) : undefined
    const isSettled = task?.binding?.isSettled ?? ENDED.includes(binding.state)
    return {
      binding,
      account,
      name: serviceName(account),
      category: account.service.kind === 'own' ? account.service.category : service?.category ?? 'other',
      importance: task?.binding?.importance ?? account.importance ?? service?.lossRisk ?? 'medium',
      isSettled,
      dueOn: isSettled ? null : task?.dueOn ?? binding.dueOn,
      urgency: task?.urgency ?? 'later',
      wait: task && task.state === 'waiting' ? waitText(task) : '',
    }
  }

  const lines = computed(() => {
    const tasks = plans.value.get(numberId())?.phases.flatMap(phase => phase.tasks).filter(task => task.binding) ?? []
    const places = new Map(tasks.map((task, index) => [task.binding?.id, { task, index }]))
    return (byNumber(facts.value.bindings).get(numberId()) ?? [])
      .filter(({ state }) => state !== 'candidate' && state !== 'dismissed')
      .flatMap((binding) => {
        const account = facts.value.accounts.get(binding.accountId)
        return account ? [lineOf(binding, account, places.get(binding.id)?.task)] : []
      })
      .sort((a, b) => Number(a.isSettled) - Number(b.isSettled)
        || (a.isSettled ? 0 : (places.get(a.binding.id)?.index ?? 0) - (places.get(b.binding.id)?.index ?? 0))
        || a.name.localeCompare(b.name))
  })
  return { lines }
}
