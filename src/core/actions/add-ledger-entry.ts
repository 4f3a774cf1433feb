import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { LedgerEntry, LedgerKind } from '../records/ledger-entry'
import type { Action } from './action'
import type { MoneyInput } from './checks/check'
import { checkGiven } from './checks/check'
import { ledgerChecks, signed } from './checks/ledger-checks'
import { ledgerNames } from './rows/names'
import { born } from './rows/stamp'

export type AddLedgerEntry = {
  numberId: Id
  kind: LedgerKind
  /** The sign follows the kind (`LEDGER_SIGNS`); for a transfer or adjustment it is the user's. */
  amount: MoneyInput
  /** Left out = today. */
  day?: Day
  memo?: string
}

/** Notes a movement of the prepaid balance. Gives back its id. */
export const addLedgerEntry: Action<AddLedgerEntry, Id> = (facts, input, context) => {
  const number = facts.numbers.get(input.numberId)
  if (!number)
    return { refused: 'not-found' }
  const checked = checkGiven(ledgerChecks(context), input)
  if ('refused' in checked)
    return checked
  const { day = context.today, kind = input.kind, amount, memo = '' } = checked.clean
  if (!amount)
    return { refused: 'amount-unknown', field: 'amount' }
  const entry: LedgerEntry = { ...born(context), numberId: number.id, day, kind, amount: signed({ kind, amount }), memo }
  return {
    changes: [{ table: 'ledgerEntries', put: entry }],
    event: { kind: 'ledger.added', numberIds: [number.id], params: ledgerNames(facts, entry) },
    value: entry.id,
  }
}
