import type { Id } from '../records/base'
import type { LedgerEntry } from '../records/ledger-entry'
import type { PhoneNumber } from '../records/number'
import type { Action } from './action'
import type { MoneyInput } from './checks/check'
import type { NumberFields } from './checks/number-checks'
import { numberDefaults } from '../records/number'
import { checkGiven, checkMoney } from './checks/check'
import { numberChecks, refuseDaysOutOfOrder, refuseKnownNumber } from './checks/number-checks'
import { numberNames } from './rows/names'
import { born } from './rows/stamp'

/** `e164` as the phone kit gives it; everything else may be left out. */
export type AddNumber = NumberFields & {
  e164: string
  /** What the provider shows: the ledger opens with it, in the same change. */
  balance?: MoneyInput
}

/** Records a number. Gives back its id. Refuses one that is already there, and days that cannot be. */
export const addNumber: Action<AddNumber, Id> = (facts, { balance, ...input }, context) => {
  const checked = checkGiven(numberChecks(context), input)
  if ('refused' in checked)
    return checked
  const number: PhoneNumber = { ...born(context), ...numberDefaults, e164: input.e164, ...checked.clean }
  const refused = refuseKnownNumber(facts, number.e164) ?? refuseDaysOutOfOrder(number, input)
  if (refused)
    return refused
  const shown = balance && checkMoney(balance)
  if (shown && 'refused' in shown)
    return { field: 'balance', ...shown }
  const entries: LedgerEntry[] = shown ? [{ ...born(context), numberId: number.id, day: context.today, kind: 'adjustment', amount: shown.value, memo: '' }] : []
  return {
    changes: [{ table: 'numbers', put: number }, ...entries.map(put => ({ table: 'ledgerEntries' as const, put }))],
    event: { kind: 'number.added', numberIds: [number.id], params: numberNames(number) },
    value: number.id,
  }
}
