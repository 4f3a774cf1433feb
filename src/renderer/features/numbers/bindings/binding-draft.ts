import type { EditBinding } from '../../../../core/actions/edit-binding'
import type { Day } from '../../../../core/lib/day'
import type { Account, Importance } from '../../../../core/records/account'
import type { Id } from '../../../../core/records/base'
import type { Binding, Replacement, Role } from '../../../../core/records/binding'

/** What the panel of a binding holds. */
export type BindingDraft = {
  login: string
  roles: readonly Role[]
  /** Empty = as the catalogue has it. */
  importance: Importance | ''
  guardedBy: readonly Id[]
  /** A kind, `binding:<id>` for another binding of the account, or empty for nothing noted. */
  replacement: string
  dueOn: Day | null
  notes: string
}

export function bindingDraftOf(binding: Binding, account: Account): BindingDraft {
  const { replacement } = binding
  return {
    login: account.login,
    roles: binding.roles,
    importance: account.importance ?? '',
    guardedBy: account.guardedBy,
    replacement: replacement === null ? '' : replacement.kind === 'binding' ? `binding:${replacement.bindingId}` : replacement.kind,
    dueOn: binding.dueOn,
    notes: binding.notes,
  }
}

/** What the action takes. */
export function bindingFieldsOf({ importance, replacement, ...plain }: BindingDraft): Omit<EditBinding, 'bindingId'> {
  return { ...plain, importance: importance === '' ? null : importance, replacement: replacementOf(replacement) }
}

function replacementOf(text: string): Replacement | null {
  if (text === '')
    return null
  return text.startsWith('binding:')
    ? { kind: 'binding', bindingId: text.slice('binding:'.length) }
    : { kind: text as Exclude<Replacement['kind'], 'binding'> }
}
