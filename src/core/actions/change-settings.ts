import type { Settings } from '../records/settings'
import type { Action } from './action'
import { settingsOf } from '../records/facts'
import { isSame } from './is-same'

export type ChangeSettings = Partial<Pick<Settings, 'language' | 'theme' | 'isStarted' | 'bindingsView' | 'savedViews'>>

/** Changes settings. Stays out of undo: Ctrl+Z takes back work, not how the app looks. */
export const changeSettings: Action<ChangeSettings> = (facts, input, context) => {
  const before = settingsOf(facts)
  const after = { ...before, ...input }
  if (isSame(before, after))
    return { refused: 'already-so' }
  return {
    changes: [{ table: 'settings', put: { ...after, createdAt: before.createdAt || context.now, updatedAt: context.now } }],
    event: { kind: 'settings.changed', numberIds: [], params: { fields: Object.keys(input).sort().join(' ') }, isUndoable: false },
    value: undefined,
  }
}
