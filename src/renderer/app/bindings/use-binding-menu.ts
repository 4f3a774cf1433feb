import type { Id } from '../../../core/records/base'
import type { BindingState } from '../../../core/records/binding'
import type { IconName } from '../../ui/icons'
import type { BoundLine } from './bound-line'
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/lib/assert-never'
import { closeAccount } from '../../../core/actions/close-account'
import { markBindingMoved } from '../../../core/actions/mark-binding-moved'
import { markBindingMoving } from '../../../core/actions/mark-binding-moving'
import { markBindingVerified } from '../../../core/actions/mark-binding-verified'
import { removeBinding } from '../../../core/actions/remove-binding'
import { restoreBinding } from '../../../core/actions/restore-binding'
import { stepBindingBack } from '../../../core/actions/step-binding-back'
import { useUntether } from '../untether'

/** What can be done to a binding. */
export type BindingAct = 'edit' | 'moving' | 'moved' | 'verified' | 'back' | 'waive' | 'restore' | 'closed' | 'remove'
export type BindingItem = { key: BindingAct, label: string, icon: IconName }

const ICONS: Record<BindingAct, IconName> = { edit: 'pencil', moving: 'move-right', moved: 'check', verified: 'badge-check', back: 'undo-2', waive: 'minus', restore: 'rotate-ccw', closed: 'circle-x', remove: 'trash-2' }

/** In which states each act makes sense; the actions refuse the rest anyway. */
const FITS: Record<BindingAct, readonly BindingState[] | null> = {
  edit: null,
  moving: ['bound'],
  moved: ['bound', 'moving'],
  verified: ['moved'],
  back: ['moving', 'moved', 'verified'],
  waive: ['bound', 'moving', 'moved'],
  restore: ['removed', 'account-closed', 'waived'],
  closed: ['bound', 'moving', 'moved', 'waived'],
  remove: null,
}

/** The menu of a binding, and what it does. Waiving asks for a reason first. */
export function useBindingMenu(edit: (bindingId: Id) => void): {
  itemsFor: (line: BoundLine) => BindingItem[]
  pick: (line: BoundLine, act: BindingAct) => void
  waiving: ShallowRef<BoundLine | null>
} {
  const { t } = useI18n()
  const { run } = useUntether()
  const waiving = shallowRef<BoundLine | null>(null)

  function pick(line: BoundLine, act: BindingAct): unknown {
    const input = { bindingId: line.binding.id }
    switch (act) {
      case 'edit': return edit(line.binding.id)
      case 'moving': return run(markBindingMoving, input)
      case 'moved': return run(markBindingMoved, input)
      case 'verified': return run(markBindingVerified, input)
      case 'back': return run(stepBindingBack, input)
      case 'restore': return run(restoreBinding, input)
      case 'closed': return run(closeAccount, input)
      case 'remove': return run(removeBinding, input)
      case 'waive':
        waiving.value = line
        return undefined
      default: return assertNever(act)
    }
  }

  return {
    itemsFor: ({ binding }) => (Object.keys(FITS) as BindingAct[])
      .filter(act => FITS[act]?.includes(binding.state) ?? true)
      .map(key => ({ key, label: t(`numbers.bindings.acts.${key}`), icon: ICONS[key] })),
    pick: (line, act) => void pick(line, act),
    waiving,
  }
}
