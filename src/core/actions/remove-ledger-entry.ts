import type { Id } from '../records/base'
import type { Action } from './action'
import { ledgerNames } from './rows/names'

/** Takes a movement out of the ledger. */
export const removeLedgerEntry: Action<{ entryId: Id }> = (facts, { entryId }) => {
  const entry = facts.ledgerEntries.get(entryId)
  if (!entry)
    return { refused: 'not-found' }
  return {
    changes: [{ table: 'ledgerEntries', remove: entryId }],
    event: { kind: 'ledger.removed', numberIds: [entry.numberId], params: ledgerNames(facts, entry) },
    value: undefined,
  }
}
