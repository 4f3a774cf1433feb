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
    replacement: (value: Replacement | null) => checkPlace(value, context),
    dueOn: (text: string | null) => checkDayOrNull(text, { from: number.activatedOn }),
    notes: (text: string) => checkNote(text, context),
  }
}
export type BindingFields = Given<ReturnType<typeof bindingChecks>>

/** A number that is not kept here has a name of the user's own, or none. */
function checkPlace(value: Replacement | null, context: Insisted): Checked<Replacement | null> {
  if (value?.kind !== 'other-number' || value.name === undefined)
    return { value }
  const { name: text, ...place } = value
  const name = checkLine(text, context, 60)
  if ('refused' in name)
    return name
  return { value: name.value === '' ? place : { ...place, name: name.value } }
}

/** A service of the catalogue, or one with a name. */
export function checkService(service: ServiceRef, context: Insisted): Checked<ServiceRef> {
  if (service.kind === 'catalog')
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(service.id) ? { value: service } : { refused: 'no-service' }
  const name = checkLine(service.name, context, 120)
  if ('refused' in name)
    return name
  return name.value === '' ? { refused: 'no-service' } : { value: { ...service, name: name.value } }
}
