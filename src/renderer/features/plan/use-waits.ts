import type { Task } from '../../../core/plan/plan'
import { useI18n } from 'vue-i18n'
import { useUntether } from '../../app/untether'
import { useWords } from '../../composables/use-words'

/** What stands before a task, and a sentence that says so. */
export function useWaits() {
  const { t } = useI18n()
  const { plans } = useUntether()
  const { accountName, taskTitle } = useWords()

  function before(task: Task): Task[] {
    const tasks = plans.value.get(task.numberId)?.phases.flatMap(phase => phase.tasks) ?? []
    return task.waitsFor.flatMap(key => tasks.find(other => other.key === key) ?? [])
  }

  function waitsText(task: Task): string {
    const [first, ...others] = before(task)
    if (!first)
      return ''
    const what = first.binding ? accountName(first.binding.accountId) : `“${taskTitle(first)}”`
    return others.length > 0 ? t('plan.waitsMore', { what, n: others.length }) : t('plan.waits', { what })
  }

  return { before, waitsText }
}
