import type { Pause } from '../ports'
import type { Content, Summary } from './content'
import type { SealedFile } from './file'
import { asSummary, itemsIn, readContent, summaryOf } from './content'
import { BackupError, isSealed, readHeader, readLines, readSummary } from './file'

/** A whole backup, proved to its last byte. */
export type Opened = Content & {
  summary: Summary
  /** Epoch ms. */
  madeAt: number
  /** Version of the app that wrote it; empty where it does not say. */
  app: string
  /** An open file that is not as Untether wrote it. */
  isEdited: boolean
}

/** Bytes in which an opening brace must be found, white space and byte-order mark aside. */
const LOOK = 1024

/** What a file is, told by its first bytes; its name does not count. */
export type Recognised = { format: 'sealed', file: SealedFile } | { format: 'plain', bytes: Uint8Array }

/** @throws {BackupError} */
export function recognise(bytes: Uint8Array): Recognised {
  if (isSealed(bytes) || !looksPlain(bytes))
    return { format: 'sealed', file: readHeader(bytes) }
  return { format: 'plain', bytes }
}

/** Whether the first bytes are those of an object of JSON. */
function looksPlain(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, LOOK)))
}

/** Opens a sealed file, and counts what is in it against what its summary says. @throws {BackupError} */
export async function openSealed(file: SealedFile, key: Uint8Array, pause: Pause): Promise<Opened> {
  const { kind, createdAt, app, schema } = file.header
  if (kind === 'attachment')
    throw new BackupError('not-a-backup')
  const summary = asSummary(await readSummary(file, key))
  const content = await readContent(itemsIn(readLines(file, key)), schema, pause)
  const counted = summaryOf(content.facts, content.events.at(-1)?.seq ?? summary.lastSeq)
  if (JSON.stringify(counted) !== JSON.stringify(summary))
    throw new BackupError('damaged')
  return { ...content, summary, madeAt: createdAt, app, isEdited: false }
}

/** Opens an open file; what reads it loads when it is first asked for. @throws {BackupError} */
export async function openPlain(bytes: Uint8Array, pause: Pause): Promise<Opened> {
  const { readPlain } = await import('./plain')
  const { head, content, isEdited } = await readPlain(bytes, pause)
  return { ...content, summary: summaryOf(content.facts, content.events.at(-1)?.seq ?? 0), madeAt: head.createdAt, app: head.app, isEdited }
}
