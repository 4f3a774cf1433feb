import type { TableName } from '../../core/records/tables'
import type { Pause } from '../ports'
import type { Content, ContentStream, RawItem } from './content'
import type { FileHeader } from './file'
import * as z from 'zod/mini'
import { TABLES } from '../../core/records/tables'
import { sha256Of } from '../attachments/files'
import { latestVersion } from '../versions'
import { itemsOf, readContent } from './content'
import { BackupError } from './file'
import { canonicalJson, parseJson } from './json'

/** The open file that any program can read: one object of JSON (docs: src/data/backup/README.md). */
export const FORMAT = 'untether-export'
export const VERSION = 1
/** Characters in which a broken file of ours still says what it is. */
const LOOK = 1024

/** Who wrote it, and when. */
export type PlainHead = Pick<FileHeader, 'createdAt' | 'app' | 'schema'>
/** `isEdited`: not as Untether wrote it, by hand or by fault. */
export type PlainReading = { head: PlainHead, content: Content, isEdited: boolean }

const markSchema = z.object({ format: z.literal(FORMAT), version: z.number().check(z.int(), z.gte(1)), schema: z.number().check(z.int(), z.gte(1)) })
const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  schema: z.number(),
  createdAt: z.number().check(z.int(), z.gte(0), z.lte(8_640_000_000_000_000)),
  app: z.optional(z.string().check(z.maxLength(50))),
  sha256: z.optional(z.string()),
  tables: z.strictObject(Object.fromEntries(TABLES.map(table => [table, z.optional(z.array(z.unknown()))])) as Record<TableName, z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniUnknown>>>),
  events: z.optional(z.array(z.unknown())),
  files: z.optional(z.array(z.unknown())),
})

/** Writes the file. The same record gives the same bytes. */
export async function writePlain(head: PlainHead, content: ContentStream, pause: Pause): Promise<Uint8Array<ArrayBuffer>> {
  const sum = checksum(head)
  const lists = new Map<string, string[]>([...TABLES, 'events', 'files'].map(kind => [kind, []]))
  for await (const [kind, json] of itemsOf(content, pause)) {
    sum.add(kind, json)
    lists.get(kind)?.push(json)
  }
  const list = (kind: string): string => `"${kind}":[${(lists.get(kind) ?? []).map(json => `\n${json}`).join(',')}]`
  const { schema, createdAt, app } = head
  const start = JSON.stringify({ format: FORMAT, version: VERSION, schema, createdAt, app, sha256: await sum.hex() })
  return new TextEncoder().encode(`${start.slice(0, -1)},"tables":{\n${TABLES.map(list).join(',\n')}\n},\n${list('events')},\n${list('files')}}\n`)
}

/** @throws {BackupError} */
export async function readPlain(bytes: Uint8Array, pause: Pause): Promise<PlainReading> {
  const value = objectIn(bytes)
  const mark = markSchema.safeParse(value)
  if (!mark.success)
    throw new BackupError(isOurs(value) ? 'damaged' : 'not-a-backup')
  if (mark.data.version > VERSION || mark.data.schema > latestVersion)
    throw new BackupError('newer')
  const file = fileSchema.safeParse(value)
  if (!file.success)
    throw new BackupError('damaged')
  const { schema, createdAt, app = '', sha256, tables, events = [], files = [] } = file.data
  const head = { schema, createdAt, app }
  const sum = checksum(head)

  async function* items(): AsyncGenerator<RawItem> {
    let taken = 0
    for (const [kind, rows] of [...TABLES.map(table => [table, tables[table] ?? []] as const), ['events', events] as const, ['files', files] as const]) {
      for (const row of rows) {
        taken++
        sum.add(kind, canonicalJson(row))
        yield [kind, row]
      }
    }
    yield ['end', taken]
  }
  const content = await readContent(items(), schema, pause)
  return { head, content, isEdited: await sum.hex() !== sha256 }
}

function objectIn(bytes: Uint8Array): unknown {
  let text = ''
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return parseJson(text)
  }
  catch {
    if (!text.slice(0, LOOK).includes(`"${FORMAT}"`))
      throw new BackupError('not-a-backup')
    throw new BackupError(text.trimEnd().endsWith('}') ? 'damaged' : 'cut-off')
  }
}

function isOurs(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Record<string, unknown>)['format'] === FORMAT
}

/** SHA-256 over the head and every row and event, a line of JSON each. It tells a fault; it keeps nobody out. */
function checksum({ schema, createdAt, app }: PlainHead): { add: (kind: string, json: string) => void, hex: () => Promise<string> } {
  const lines = [canonicalJson([FORMAT, VERSION, schema, createdAt, app])]
  return {
    add: (kind, json) => void lines.push(`["${kind}",${json}]`),
    hex: () => sha256Of(new TextEncoder().encode(`${lines.join('\n')}\n`)),
  }
}
