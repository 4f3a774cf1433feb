import type { Account, Importance, ServiceRef } from '../../records/account'
import type { Given, Insisted } from './check'
import { SECOND_FACTORS } from '../../records/account'
import { checkChoices, checkLine } from './check'
import { checkService } from './binding-checks'

/** How the fields of an account are made clean. Its guards have a check of their own, for it needs the facts. */
export function accountChecks(context: Insisted) {
  return {
    service: (service: ServiceRef) => checkService(service, context),
    login: (text: string) => checkLine(text, context),
    importance: (value: Importance | null) => ({ value }),
    secondFactors: (factors: Account['secondFactors']) => factors === null ? { value: null } : checkChoices(SECOND_FACTORS, factors),
  }
}
export type AccountFields = Given<ReturnType<typeof accountChecks>>
