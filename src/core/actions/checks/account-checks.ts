import type { Account, Importance } from '../../records/account'
import type { Given } from './check'
import { SECOND_FACTORS } from '../../records/account'
import { checkChoices, checkLine } from './check'
import { checkService } from './binding-checks'

/** How the fields of an account are made clean. Its guards have a check of their own, for it needs the facts. */
export const accountChecks = {
  service: checkService,
  login: (text: string) => checkLine(text),
  importance: (value: Importance | null) => ({ value }),
  secondFactors: (factors: Account['secondFactors']) => factors === null ? { value: null } : checkChoices(SECOND_FACTORS, factors),
}
export type AccountFields = Given<typeof accountChecks>
