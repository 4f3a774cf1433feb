import type { ServiceRef } from '../../records/account'
import type { Replacement, Role } from '../../records/binding'
import type { PhoneNumber } from '../../records/number'
import type { Checked, Given, Insisted } from './check'
import { ROLES } from '../../records/binding'
import { checkChoices, checkDayOrNull, checkLine, checkNote } from './check'

/** How the fields of a binding are made clean. */
export function bindingChecks(number: Pick<PhoneNumber, 'activatedOn'>, context: Insisted) {
  return {
    roles: (roles: readonly Role[]) => checkChoices(ROLES, roles),
    replacement: (value: Replacement | null) => ({ value }),
    dueOn: (text: string | null) => checkDayOrNull(text, { from: number.activatedOn }),
    notes: (text: string) => checkNote(text, context),
  }
}
export type BindingFields = Given<ReturnType<typeof bindingChecks>>

/** A service of the catalogue, or one with a name. */
export function checkService(service: ServiceRef, context: Insisted): Checked<ServiceRef> {
  if (service.kind === 'catalog')
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(service.id) ? { value: service } : { refused: 'no-service' }
  const name = checkLine(service.name, context, 120)
  if ('refused' in name)
    return name
  return name.value === '' ? { refused: 'no-service' } : { value: { ...service, name: name.value } }
}
