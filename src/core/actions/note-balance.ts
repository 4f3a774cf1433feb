import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { LedgerEntry } from '../records/ledger-entry'
import type { Action } from './action'
import type { MoneyInput } from './checks/check'
import { checkDay, checkMoney } from './checks/check'
import { balanceOf, entriesIn } from './rows/balance'
import { numberNames } from './rows/names'
import { born } from './rows/stamp'

export type NoteBalance = {
  numberId: Id
  /** What the provider shows, in one currency; below zero = debt. */
  balance: MoneyInput
  /** Day on which it was read; left out = today. */
  day?: Day
}

/**
 * Notes what the provider shows, so that the running balance of that currency equals it.
 *
 * Writes one entry, an adjustment by the difference; the first of a currency is what the ledger opens with.
 * An adjustment of zero is kept too: it says that the balance was looked at that day; refused when that was noted today already.
 * Gives back the id of the entry.
 */
export const noteBalance: Action<NoteBalance, Id> = (facts, { numberId, balance, day }, context) => {
  const number = facts.numbers.get(numberId)
  if (!number)
    return { refused: 'not-found' }
  const shown = checkMoney(balance)
  if ('refused' in shown)
    return { field: 'balance', ...shown }
  const readOn = checkDay(day ?? context.today, { to: context.today })
  if ('refused' in readOn)
    return { field: 'day', ...readOn }

  const { amountMinor, currency } = shown.value
  const entries = entriesIn(facts, numberId, currency)
  const difference = checkMoney({ amountMinor: amountMinor - balanceOf(entries), currency })
  if ('refused' in difference)
    return { field: 'balance', ...difference }
  if (difference.value.amountMinor === 0 && entries.some(entry => entry.day === readOn.value))
    return { refused: 'already-so' }

  const entry: LedgerEntry = {
    ...born(context),
    numberId,
    day: readOn.value,
    kind: 'adjustment',
    amount: difference.value,
    memo: '',
  }
  return {
    changes: [{ table: 'ledgerEntries', put: entry }],
    event: { kind: 'balance.noted', numberIds: [numberId], params: { ...numberNames(number), ...shown.value } },
    value: entry.id,
  }
}
