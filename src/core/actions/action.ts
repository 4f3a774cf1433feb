import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { Facts, Rows, TableName } from '../records/tables'
import type { TimelineEvent } from '../records/timeline-event'
import type { EventKind } from './event-kinds'

/** What an action may know of the world; passed in, so that it stays pure. */
export type Context = {
  /** Epoch milliseconds. */
  now: number
  today: Day
  newId: () => Id
  /** Texts of this change that look like secrets and that the user wants kept all the same. Left out = none. */
  insisted?: readonly string[]
}

/** One row to write or to take away. */
export type Change = { [T in TableName]: { table: T, put: Rows[T] } }[TableName] | { table: TableName, remove: string }

/** Why an action was refused. The words shown live in the locales under `refused.<code>`. */
export const REFUSALS = [
  'not-found',
  'not-a-phone-number',
  'number-exists',
  'binding-exists',
  'no-service',
  'too-long',
  'looks-secret',
  'day-unknown',
  'day-too-early',
  'day-too-late',
  'amount-unknown',
  'reason-needed',
  'gate-shut',
  'line-alive',
  'money-open',
  'still-open',
  'wrong-state',
  'account-exists',
  'guards-itself',
  'too-many',
  'wrong-last4',
  'already-so',
  'nothing-to-undo',
  'nothing-to-redo',
  'changed-since',
  'not-valid',
  'not-saved',
  'disk-full',
  'file-too-large',
  'files-too-large',
  'file-unread',
  'name-needed',
  'not-a-link',
  'not-a-domain',
  'not-to-dial',
  'not-days',
  'read-only',
] as const
export type Refusal = typeof REFUSALS[number]

/** A change that was not made: the reason, the input field it lies in, and what the words need. */
export type Refused = { refused: Refusal, field?: string, params?: Record<string, string | number> }

/** What an action gives back: rows and one event, or a refusal with its reason. */
export type Outcome<Value = void>
  = | { changes: readonly Change[], event: EventDraft, value: Value }
    | Refused

/** The event of a change before `commit` gives it its place in history. */
export type EventDraft = Pick<TimelineEvent, 'numberIds' | 'params'> & {
  kind: EventKind
  /** false = stays out of undo (settings). Default true. */
  isUndoable?: boolean
}

/** A change to the record: same facts, same input, same context, same outcome. */
export type Action<Input, Value = void> = (facts: Facts, input: Input, context: Context) => Outcome<Value>
