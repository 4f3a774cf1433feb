import type { BindingRow } from '../../../core/bindings/binding-row'
import type { Urgency } from '../../../core/plan/plan'
import { useI18n } from 'vue-i18n'
import { daysBetween } from '../../../core/lib/day'
import { last4 } from '../../../core/records/number'
import { useUntether } from '../../app/untether'
import { useFormat } from '../../composables/use-format'
import { useIcons } from '../../composables/use-icons'
import { useWords } from '../../composables/use-words'

/** What a row or card of a binding says, in the language on screen. */
export type RowLook = {
  icon: string | null
  last4: string
  state: string
  importance: string
  /** Empty where nothing is due. */
  due: string
  /** `today` is also worn by tomorrow. */
  urgency: Urgency
}

/** How rows look; called while they are drawn, so that it follows language and day. */
export function useRowLook(): (row: BindingRow) => RowLook {
  const { t } = useI18n()
  const { today } = useUntether()
  const { due } = useFormat()
  const { iconOf } = useIcons()
  const { stateName, importanceName } = useWords()
  return ({ binding, account, number, importance, isSettled, isToVerify, dueOn, urgency }) => ({
    icon: iconOf(account.service),
    last4: `#${last4(number.e164)}`,
    // One of small weight is settled as soon as it moved.
    state: binding.state === 'moved' && !isToVerify ? t('bindings.lanes.moved') : stateName(binding.state),
    importance: importanceName(importance),
    due: isSettled ? '' : due(dueOn, urgency),
    urgency: dueOn !== null && urgency === 'soon' && daysBetween(today.value, dueOn) === 1 ? 'today' : urgency,
  })
}
