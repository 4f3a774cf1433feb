import type { Task } from '../../../core/plan/plan'
import { useI18n } from 'vue-i18n'
import { useUntether } from '../../app/untether'
import { useFormat } from '../../composables/use-format'
import { useWords } from '../../composables/use-words'

/** Why a task is on the list, from the reasons of its plan. */
export function useWhy() {
  const { t } = useI18n()
  const { facts, plans } = useUntether()
  const { day, phone } = useFormat()
  const { reasonText, waitText, phaseName } = useWords()

  /** Until when it was put off; empty where it was not. */
  function putOffText({ snoozedUntil }: Task): string {
    return snoozedUntil === null ? '' : t('putOff.untilShort', { day: day(snoozedUntil) })
  }

  /** The reasons, the most telling first; then what it waits for, whether it was put off, and where in the plan it stands. */
  function whyLines(task: Task): string[] {
    const number = facts.value.numbers.get(task.numberId)
    const wait = task.state === 'waiting' ? waitText(task) : ''
    return [
      ...task.reasons.length > 0 ? task.reasons.map(reason => reasonText(reason, task)) : [t(`putOff.whyOf.${task.phase}`)],
      ...wait ? [t('putOff.whyWaits', { what: wait })] : [],
      ...task.snoozedUntil === null ? [] : [task.note ? t('putOff.whyPutOffFor', { day: day(task.snoozedUntil), reason: task.note }) : t('putOff.whyPutOff', { day: day(task.snoozedUntil) })],
      t('putOff.whyPhase', { phase: phaseName(task.phase, plans.value.get(task.numberId)?.route), number: number ? number.label || phone(number.e164) : '' }),
    ]
  }

  return { putOffText, whyLines }
}
