import type { LedgerEntry, LedgerKind } from '../../records/ledger-entry'
import type { Context } from '../action'
import type { Checked, Given, MoneyInput } from './check'
import { checkDay, checkMoney, checkNote } from './check'

/**
 * Which way a kind of entry moves the balance, whatever sign was typed; null = the sign typed counts.
 * A refund is money leaving the balance for the user's own pocket.
 */
export const LEDGER_SIGNS = {
  'top-up': 1,
  'charge': -1,
  'usage': -1,
  'transfer': null,
  'refund': -1,
  'write-off': -1,
  'adjustment': null,
} as const satisfies Record<LedgerKind, 1 | -1 | null>

/** How the fields of a ledger entry are made clean. An entry may be older than the activation: the voucher comes with the card. */
export function ledgerChecks(context: Context) {
  return {
    day: (text: string) => checkDay(text, { to: context.today }),
    kind: (value: LedgerKind) => ({ value }),
    amount: checkEntryMoney,
    memo: (text: string) => checkNote(text, context),
  }
}
export type LedgerFields = Given<ReturnType<typeof ledgerChecks>>

/** The amount with the sign of its kind. */
export function signed({ kind, amount }: Pick<LedgerEntry, 'kind' | 'amount'>): LedgerEntry['amount'] {
  const sign = LEDGER_SIGNS[kind]
  return sign === null ? amount : { ...amount, amountMinor: sign * Math.abs(amount.amountMinor) }
}

/** An entry moves something: zero is refused. */
function checkEntryMoney(input: MoneyInput): Checked<LedgerEntry['amount']> {
  const checked = checkMoney(input)
  return 'value' in checked && checked.value.amountMinor === 0 ? { refused: 'amount-unknown' } : checked
}
