import type { Task, Urgency } from '../../../core/plan/plan'
import { daysBetween } from '../../../core/lib/day'
import { last4 } from '../../../core/records/number'
import { useUntether } from '../../app/untether'
import { useFormat } from '../../composables/use-format'
import { useIcons } from '../../composables/use-icons'
import { useWords } from '../../composables/use-words'

/** How a task is shown in a row: its mark, its number, when it is due. */
export function useTaskLook() {
  const { facts, today } = useUntether()
  const { due } = useFormat()
  const { providerName, accountName } = useWords()
  const { iconOfAccount } = useIcons()

  const numberOf = (task: Task) => facts.value.numbers.get(task.numberId)

  return {
    /** Drawing and name of the service, or of the provider where it is not about an account. */
    mark: (task: Task) => task.binding
      ? { path: iconOfAccount(task.binding.accountId), name: accountName(task.binding.accountId) }
      : { path: null, name: numberOf(task)?.provider ? providerName(numberOf(task)!.provider) : '' },
    /** `#0134`. */
    tail: (task: Task) => `#${last4(numberOf(task)?.e164 ?? '')}`,
    dueText: (task: Task) => due(task.dueOn, task.urgency),
    /** Tomorrow wears the clock as today does. */
    dueTone: (task: Task): Urgency => task.urgency === 'soon' && task.dueOn && daysBetween(today.value, task.dueOn) <= 1 ? 'today' : task.urgency,
    /** Domain of its link, as it is shown before it is opened. */
    domain: (task: Task) => task.link ? new URL(task.link).hostname.replace(/^www\./, '') : null,
  }
}
