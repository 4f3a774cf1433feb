import type { EditBinding } from '../../../core/actions/edit-binding'
import type { Day } from '../../../core/lib/day'
import type { Account, Importance } from '../../../core/records/account'
import type { Id } from '../../../core/records/base'
import type { Binding, Role } from '../../../core/records/binding'
import { placeKey, placeOf } from '../../composables/use-places'

/** What the panel of a binding holds. */
export type BindingDraft = {
  login: string
  roles: readonly Role[]
  /** Empty = as the catalogue has it. */
  importance: Importance | ''
  guardedBy: readonly Id[]
  /** As `placeKey` calls it; empty for nothing noted. */
  replacement: string
  dueOn: Day | null
  notes: string
}

/** Why a field was refused, in words, by field. */
export type BindingErrors = { readonly [F in keyof BindingDraft]?: string }

export function bindingDraftOf(binding: Binding, account: Account): BindingDraft {
  return {
    login: account.login,
    roles: binding.roles,
    importance: account.importance ?? '',
    guardedBy: account.guardedBy,
    replacement: placeKey(binding.replacement),
    dueOn: binding.dueOn,
    notes: binding.notes,
  }
}

/** What the action takes. */
export function bindingFieldsOf({ importance, replacement, ...plain }: BindingDraft): Omit<EditBinding, 'bindingId'> {
  return { ...plain, importance: importance === '' ? null : importance, replacement: placeOf(replacement) }
}
