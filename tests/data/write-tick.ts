import type { Action } from '../../src/core/actions/action'

/** One row and one event under any key: what the store does with a change, without a plan. */
export const writeTick: Action<{ numberId: string, taskKey: string }> = (facts, { numberId, taskKey }, { now, newId }) => {
  const known = [...facts.ticks.values()].find(tick => tick.numberId === numberId && tick.taskKey === taskKey)
  return known
    ? { refused: 'already-so' }
    : {
        changes: [{ table: 'ticks', put: { id: newId(), createdAt: now, updatedAt: now, numberId, taskKey, state: 'done', at: now, note: '', snoozedUntil: null } }],
        event: { kind: 'task.ticked', numberIds: [numberId], params: { taskKey } },
        value: undefined,
      }
}
