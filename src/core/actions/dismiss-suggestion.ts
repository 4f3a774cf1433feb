import type { Category } from '../records/account'
import type { Id } from '../records/base'
import type { Action } from './action'
import { CATEGORIES } from '../records/account'
import { catalogIdSchema } from '../records/base'
import { settingsOf } from '../records/facts'
import { numberNames } from './rows/names'

export type DismissSuggestion = { numberId: Id } & ({ serviceId: string } | { category: Category })

/** Notes that a service, or every service of a kind, is not bound to a number: it is not suggested there again. */
export const dismissSuggestion: Action<DismissSuggestion> = (facts, input, context) => {
  const number = facts.numbers.get(input.numberId)
  if (!number)
    return { refused: 'not-found' }
  const settings = settingsOf(facts)
  const before = settings.dismissedSuggestions?.[number.id] ?? { services: [], categories: [] }
  const isService = 'serviceId' in input
  if (isService ? !catalogIdSchema.safeParse(input.serviceId).success : !CATEGORIES.includes(input.category))
    return { refused: 'not-valid' }
  if (isService ? before.services.includes(input.serviceId) : before.categories.includes(input.category))
    return { refused: 'already-so' }
  const after = isService ? { ...before, services: [...before.services, input.serviceId] } : { ...before, categories: [...before.categories, input.category] }
  return {
    changes: [{ table: 'settings', put: {
      ...settings,
      createdAt: settings.createdAt || context.now,
      updatedAt: context.now,
      dismissedSuggestions: { ...settings.dismissedSuggestions, [number.id]: after },
    } }],
    event: { kind: 'suggestion.dismissed', numberIds: [number.id], params: { ...numberNames(number), ...isService ? { serviceId: input.serviceId } : { category: input.category } } },
    value: undefined,
  }
}
