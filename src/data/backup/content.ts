import type { Attachment } from '../../core/records/attachment'
import type { Id } from '../../core/records/base'
import type { Facts, TableName } from '../../core/records/tables'
import type { RowChange, TimelineEvent } from '../../core/records/timeline-event'
import type { Pause } from '../ports'
import * as z from 'zod/mini'
import { idSchema } from '../../core/records/base'
import { emptyFacts } from '../../core/records/facts'
import { schemas } from '../../core/records/schemas'
import { TABLES } from '../../core/records/tables'
import { rowChangeSchema, timelineEventSchema } from '../../core/records/timeline-event'
import { fromBase64, toBase64 } from '../attachments/base64'
import { isWhole } from '../attachments/files'
import { latestVersion, lifted, liftedChanges } from '../versions'
import { BackupError } from './file'
import { canonicalJson, parseJson } from './json'

/** The bytes of attachments, by id. Exports hold them; snapshots leave them where they are. */
export type FileBytes = ReadonlyMap<Id, Uint8Array<ArrayBuffer>>
/** A whole record: what is, and how it came to be. */
export type Content = { facts: Facts, events: TimelineEvent[], files: FileBytes }
/** The same on its way out: large parts one after the other. */
export type ContentStream = { facts: Facts, events: AsyncIterable<TimelineEvent>, files?: AsyncIterable<readonly [Id, Uint8Array]> }

/** What a backup holds, in numbers. */
export type Summary = {
  /** Place of the last event in history. */
  lastSeq: number
  numbers: number
  bindings: number
  /** Attachments that the rows name. */
  files: number
  /** Rows of all tables. */
  rows: number
}

/** One row or event: what it is, and its JSON. */
export type Item = readonly [kind: TableName | 'events' | 'files', json: string]
/** The same as read, not looked at yet; the last is `end` and how many there were. */
export type RawItem = readonly [kind: unknown, value: unknown]

/** Items between two breaths, and row changes in one line of an event. */
const SLICE = 200

/** Characters of a line that is not kept waiting for others. */
const LONG = 16 * 1024

const count = z.number().check(z.int(), z.gte(0))
const fileSchema = z.strictObject({ id: idSchema, data: z.string() })
const changesSchema = z.array(rowChangeSchema)
const summarySchema = z.object({ lastSeq: count, numbers: count, bindings: count, files: count, rows: count })

export function summaryOf(facts: Facts, lastSeq: number): Summary {
  return { lastSeq, numbers: facts.numbers.size, bindings: facts.bindings.size, files: facts.attachments.size, rows: TABLES.reduce((sum, table) => sum + facts[table].size, 0) }
}

/** @throws {BackupError} */
export function asSummary(value: unknown): Summary {
  return checked(summarySchema, value)
}

/** The rows table by table and by id, then the events, then the files: the same record gives the same text, whatever it went through. */
export async function* itemsOf({ facts, events, files }: ContentStream, pause: Pause): AsyncGenerator<Item> {
  yield* rowItems(facts, pause)
  let taken = 0
  for await (const event of events) {
    if (++taken % SLICE === 0)
      await pause()
    yield ['events', canonicalJson(event)]
  }
  yield* fileItems(files, pause)
}

async function* rowItems(facts: Facts, pause: Pause): AsyncGenerator<Item> {
  let taken = 0
  for (const table of TABLES) {
    for (const id of [...facts[table].keys()].sort()) {
      if (++taken % SLICE === 0)
        await pause()
      yield [table, canonicalJson(facts[table].get(id))]
    }
  }
}

async function* fileItems(files: ContentStream['files'], pause: Pause): AsyncGenerator<readonly [kind: 'files', json: string]> {
  for await (const [id, bytes] of files ?? [])
    yield ['files', canonicalJson({ id, data: await toBase64(bytes, pause) })]
}

/** An event, and where it changed many rows, further changes in items of their own: none takes longer than a frame to read. */
async function* eventItems(events: AsyncIterable<TimelineEvent>, pause: Pause): AsyncGenerator<readonly [kind: 'events' | 'changes', json: string]> {
  let taken = 0
  for await (const { changes, ...head } of events) {
    if (++taken % SLICE === 0)
      await pause()
    yield ['events', canonicalJson({ ...head, changes: changes.slice(0, SLICE) })]
    for (let at = SLICE; at < changes.length; at += SLICE) {
      await pause()
      yield ['changes', canonicalJson(changes.slice(at, at + SLICE))]
    }
  }
}

/** The content as lines of JSON: one for each row and file, one or more for each event, and one at the end that counts them. */
export async function* linesOf({ facts, events, files }: ContentStream, pause: Pause): AsyncGenerator<string> {
  let taken = 0
  let slice: string[] = []
  for (const items of [rowItems(facts, pause), eventItems(events, pause), fileItems(files, pause)]) {
    for await (const [kind, json] of items) {
      taken++
      slice.push(`["${kind}",${json}]\n`)
      if (slice.length >= SLICE || json.length > LONG) {
        yield slice.join('')
        slice = []
      }
    }
  }
  yield `${slice.join('')}["end",${taken}]\n`
}

/** The items in these lines. @throws {BackupError} */
export async function* itemsIn(lines: AsyncIterable<string>): AsyncGenerator<RawItem> {
  for await (const line of lines) {
    let value: unknown
    try {
      value = parseJson(line)
    }
    catch {
      throw new BackupError('damaged')
    }
    if (!Array.isArray(value) || value.length !== 2)
      throw new BackupError('damaged')
    yield [value[0], value[1]]
  }
}

/**
 * Reads a content back. Files are proved against their rows. Every row is lifted to today's shape and passes its own check; an id stands once in a table, and
 * events stand in the order in which they happened.
 * @param schema version of the database that the rows were written by
 * @throws {BackupError}
 */
export async function readContent(items: AsyncIterable<RawItem>, schema: number, pause: Pause): Promise<Content> {
  if (schema > latestVersion)
    throw new BackupError('newer')
  const tables = Object.fromEntries(TABLES.map(table => [table, new Map<string, unknown>()])) as Record<TableName, Map<string, unknown>>
  const events: TimelineEvent[] = []
  const files = new Map<Id, Uint8Array<ArrayBuffer>>()
  let taken = 0
  let isWhole = false
  for await (const [kind, value] of items) {
    if (isWhole)
      throw new BackupError('damaged')
    if (kind === 'end') {
      isWhole = value === taken
      if (!isWhole)
        throw new BackupError('damaged')
      continue
    }
    if (++taken % SLICE === 0 || kind === 'changes')
      await pause()
    if (kind === 'events')
      addEvent(events, value, schema)
    else if (kind === 'changes')
      addChanges(events, value, schema)
    else if (kind === 'files')
      await addFile(files, tables.attachments, value, pause)
    else
      addRow(tables, kind, value, schema)
  }
  if (!isWhole)
    throw new BackupError('damaged')
  return { facts: { ...emptyFacts(), ...tables } as Facts, events, files }
}

function addEvent(events: TimelineEvent[], value: unknown, schema: number): void {
  const event = checked<TimelineEvent>(timelineEventSchema, value)
  if (event.seq <= (events.at(-1)?.seq ?? 0))
    throw new BackupError('damaged')
  events.push({ ...event, changes: liftedChanges(event.changes, schema) })
}

/** Further changes of the event before. */
function addChanges(events: TimelineEvent[], value: unknown, schema: number): void {
  const event = events.at(-1)
  const more = checked<RowChange[]>(changesSchema, value)
  if (!event)
    throw new BackupError('damaged')
  for (const change of liftedChanges(more, schema))
    event.changes.push(change)
}

/** Bytes of an attachment that the rows before name, and as they name them. */
async function addFile(files: Map<Id, Uint8Array<ArrayBuffer>>, attachments: ReadonlyMap<Id, unknown>, value: unknown, pause: Pause): Promise<void> {
  const { id, data } = checked<{ id: Id, data: string }>(fileSchema, value)
  const row = attachments.get(id) as Attachment | undefined
  const bytes = await fromBase64(data, pause).catch(() => null)
  if (!row || !bytes || files.has(id) || !await isWhole(row, bytes))
    throw new BackupError('damaged')
  files.set(id, bytes)
}

function addRow(tables: Record<TableName, Map<string, unknown>>, kind: unknown, value: unknown, schema: number): void {
  const table = TABLES.find(known => known === kind)
  if (!table || typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BackupError('damaged')
  const row = checked<{ id: string }>(schemas[table], liftedRow(table, value as Record<string, unknown>, schema))
  if (tables[table].has(row.id))
    throw new BackupError('damaged')
  tables[table].set(row.id, row)
}

function liftedRow(table: TableName, row: Record<string, unknown>, schema: number): unknown {
  try {
    return lifted(table, row, schema)
  }
  catch {
    throw new BackupError('damaged')
  }
}

function checked<Row>(schema: { safeParse: (value: unknown) => { success: boolean, data?: unknown } }, value: unknown): Row {
  const result = schema.safeParse(value)
  if (!result.success)
    throw new BackupError('damaged')
  return result.data as Row
}
