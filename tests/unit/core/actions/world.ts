import type { Action, Context, Outcome, Refused } from '../../../../src/core/actions/action'
import type { Facts, TableName } from '../../../../src/core/records/tables'
import { applyChanges } from '../../../../src/core/actions/apply'
import { TABLES } from '../../../../src/core/records/tables'
import { seededIds } from '../../../../src/core/sample/seed'

/** A Monday, as in the pictures. */
export const TODAY = '2026-11-23'
export const NOW = Date.parse('2026-11-23T08:00:00Z')

/** A world whose clock moves on by a minute with each change. */
export function testWorld(seed = 1, today = TODAY): { context: () => Context } {
  const newId = seededIds(seed)
  let now = NOW
  return { context: () => ({ now: now += 60_000, today, newId }) }
}

/** Runs an action that must not be refused; gives the facts after it, its outcome and value. */
export function run<Input, Value>(facts: Facts, action: Action<Input, Value>, input: Input, context: Context = testWorld(777).context()): { facts: Facts, value: Value, outcome: Exclude<Outcome<Value>, Refused> } {
  const outcome = action(facts, input, context)
  if ('refused' in outcome)
    throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return { facts: applyChanges(facts, outcome.changes), value: outcome.value, outcome }
}

/** Why an action was refused, or undefined. */
export function refusalOf<Input, Value>(facts: Facts, action: Action<Input, Value>, input: Input, context: Context = testWorld(778).context()): Refused | undefined {
  const outcome = action(facts, input, context)
  return 'refused' in outcome ? outcome : undefined
}

/** The rows of a table, in the order of ids. */
export function rows<T extends TableName>(facts: Facts, table: T): unknown[] {
  return [...facts[table].values()].sort((a, b) => a.id < b.id ? -1 : 1)
}

/** The facts as text: equal text means equal facts to the last byte. */
export function asText(facts: Facts): string {
  return JSON.stringify(TABLES.map(table => rows(facts, table)), (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value)
}
