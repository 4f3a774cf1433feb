import type { Day } from '../../core/lib/day'
import type { Task } from '../../core/plan/plan'
import { useI18n } from 'vue-i18n'
import { useUntether } from '../app/untether'

/** What to know before a task is put off to a day: that it lies after the number's target, or after the task's own day. */
export function useLaterNote() {
  const { t } = useI18n()
  const { facts, today } = useUntether()

  /** Of a day that has passed already every choice would say it, so none does. */
  function isPast(until: Day, day: Day | null | undefined): boolean {
    return day != null && day >= today.value && until > day
  }

  return {
    /** Empty where nothing speaks against the day. */
    laterNote(task: Task, until: Day): string {
      const number = facts.value.numbers.get(task.numberId)
      if (number && number.exitRoute !== 'keep' && isPast(until, number.targetExitOn))
        return t('putOff.afterTarget')
      return isPast(until, task.dueOn) ? t('putOff.afterDue') : ''
    },
  }
}
