import type { RestoreMode } from '../backup/compare'
import type { Facts } from '../records/tables'
import type { Action, Change } from './action'
import { differences } from '../backup/compare'

/** Takes a backup in, as one change that one undo turns back. Refused where nothing would change. */
export const restoreRecord: Action<{ backup: Facts, mode: RestoreMode, madeAt: number }, { changed: number }> = (facts, { backup, mode, madeAt }) => {
  const found = differences(facts, backup, mode)
  if (found.length === 0)
    return { refused: 'already-so' }
  return {
    changes: found.map(({ table, id, after }) => (after ? { table, put: after } : { table, remove: id }) as Change),
    event: { kind: mode === 'replace' ? 'record.replaced' : 'record.merged', numberIds: [], params: { madeAt, rows: found.length } },
    value: { changed: found.length },
  }
}
