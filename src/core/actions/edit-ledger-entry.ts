import type { Id } from '../records/base'
import type { Action } from './action'
import type { LedgerFields } from './checks/ledger-checks'
import { checkGiven, keeping } from './checks/check'
import { ledgerChecks, signed } from './checks/ledger-checks'
import { ledgerNames } from './rows/names'
import { changed } from './rows/stamp'

/** Fields left out stay as they are. */
export type EditLedgerEntry = LedgerFields & { entryId: Id }

/** Corrects a movement of the balance. Its sign follows its kind again. */
export const editLedgerEntry: Action<EditLedgerEntry> = (facts, { entryId, ...given }, context) => {
  const entry = facts.ledgerEntries.get(entryId)
  if (!entry)
    return { refused: 'not-found' }
  const checked = checkGiven(ledgerChecks(keeping(context, entry.memo)), given)
  if ('refused' in checked)
    return checked
  const isSignOpen = checked.clean.kind !== undefined || checked.clean.amount !== undefined
  const merged = { ...entry, ...checked.clean }
  const put = changed(entry, isSignOpen ? { ...merged, amount: signed(merged) } : merged, context)
  if (!put)
    return { refused: 'already-so' }
  return {
    changes: [{ table: 'ledgerEntries', put }],
    event: { kind: 'ledger.edited', numberIds: [put.numberId], params: ledgerNames(facts, put) },
    value: undefined,
  }
}
