import type { Facts, TableName } from '../../core/records/tables'
import type { TimelineEvent } from '../../core/records/timeline-event'
import type { Pause } from '../ports'
import { emptyFacts } from '../../core/records/facts'
import { schemas } from '../../core/records/schemas'
import { TABLES } from '../../core/records/tables'
import { timelineEventSchema } from '../../core/records/timeline-event'
import { latestVersion, lifted } from '../versions'
import { BackupError } from './file'

/** A whole record: what is, and how it came to be. */
export type Content = { facts: Facts, events: TimelineEvent[] }

/** What a backup holds, in numbers. */
export type Summary = {
  /** Place of the last event in history. */
  lastSeq: number
  numbers: number
  bindings: number
  /** Rows of all tables. */
  rows: number
}

/** Lines between two breaths. */
const SLICE = 200

export function summaryOf(facts: Facts, lastSeq: number): Summary {
  return { lastSeq, numbers: facts.numbers.size, bindings: facts.bindings.size, rows: TABLES.reduce((sum, table) => sum + facts[table].size, 0) }
}

/** The content as lines of JSON: one for each row and event, and one at the end that counts them. */
export async function* linesOf(facts: Facts, events: AsyncIterable<TimelineEvent>, pause: Pause): AsyncGenerator<string> {
  let count = 0
  let slice: string[] = []
  const add = (kind: string, value: unknown): void => {
    slice.push(`${JSON.stringify([kind, value])}\n`)
    count++
  }
  for (const table of TABLES) {
    for (const row of facts[table].values()) {
      add(table, row)
      if (slice.length >= SLICE) {
        yield slice.join('')
        slice = []
        await pause()
      }
    }
  }
  for await (const event of events) {
    add('events', event)
    if (slice.length >= SLICE) {
      yield slice.join('')
      slice = []
      await pause()
    }
  }
  yield `${slice.join('')}${JSON.stringify(['end', count])}\n`
}

/**
 * Reads a content back. Every row is lifted to today's shape and passes its own check; an id stands once in a table.
 * @param schema version of the database that the rows were written by
 * @throws {BackupError}
 */
export async function readContent(lines: AsyncIterable<string>, schema: number, pause: Pause): Promise<Content> {
  if (schema > latestVersion)
    throw new BackupError('newer')
  const tables = Object.fromEntries(TABLES.map(table => [table, new Map<string, unknown>()])) as Record<TableName, Map<string, unknown>>
  const events: TimelineEvent[] = []
  let count = 0
  let isWhole = false
  for await (const line of lines) {
    if (isWhole)
      throw new BackupError('damaged')
    const [kind, value] = parsed(line)
    if (kind === 'end') {
      isWhole = value === count
      if (!isWhole)
        throw new BackupError('damaged')
      continue
    }
    count++
    if (count % SLICE === 0)
      await pause()
    if (kind === 'events')
      events.push(checked(timelineEventSchema, value))
    else
      addRow(tables, kind, value, schema)
  }
  if (!isWhole)
    throw new BackupError('damaged')
  return { facts: { ...emptyFacts(), ...tables } as Facts, events }
}

function addRow(tables: Record<TableName, Map<string, unknown>>, kind: unknown, value: unknown, schema: number): void {
  const table = TABLES.find(known => known === kind)
  if (!table || typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BackupError('damaged')
  const row = checked<{ id: string }>(schemas[table], lifted(table, value as Record<string, unknown>, schema))
  if (tables[table].has(row.id))
    throw new BackupError('damaged')
  tables[table].set(row.id, row)
}

function parsed(line: string): [unknown, unknown] {
  let value: unknown
  try {
    value = JSON.parse(line)
  }
  catch {
    throw new BackupError('damaged')
  }
  if (!Array.isArray(value) || value.length !== 2)
    throw new BackupError('damaged')
  return [value[0], value[1]]
}

function checked<Row>(schema: { safeParse: (value: unknown) => { success: boolean, data?: unknown } }, value: unknown): Row {
  const result = schema.safeParse(value)
  if (!result.success)
    throw new BackupError('damaged')
  return result.data as Row
}
