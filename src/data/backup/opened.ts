import type { Pause } from '../ports'
import type { Content, Summary } from './content'
import type { SealedFile } from './file'
import { asSummary, itemsIn, readContent, summaryOf } from './content'
import { BackupError, isSealed, readHeader, readLines, readSummary } from './file'
import { looksPlain, readPlain } from './plain'

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

/** What a file is, told by its first bytes; its name does not count. */
export type Recognised = { format: 'sealed', file: SealedFile } | { format: 'plain', bytes: Uint8Array }

/** @throws {BackupError} */
export function recognise(bytes: Uint8Array): Recognised {
  if (isSealed(bytes) || !looksPlain(bytes))
    return { format: 'sealed', file: readHeader(bytes) }
  return { format: 'plain', bytes }
}

/** Opens a sealed file, and counts what is in it against what its summary says. @throws {BackupError} */
export async function openSealed(file: SealedFile, key: Uint8Array, pause: Pause): Promise<Opened> {
  const { createdAt, app, schema } = file.header
  const summary = asSummary(await readSummary(file, key))
  const content = await readContent(itemsIn(readLines(file, key)), schema, pause)
  const counted = summaryOf(content.facts, content.events.at(-1)?.seq ?? summary.lastSeq)
  if (JSON.stringify(counted) !== JSON.stringify(summary))
    throw new BackupError('damaged')
  return { ...content, summary, madeAt: createdAt, app, isEdited: false }
}

/** Opens an open file. @throws {BackupError} */
export async function openPlain(bytes: Uint8Array, pause: Pause): Promise<Opened> {
  const { head, content, isEdited } = await readPlain(bytes, pause)
  return { ...content, summary: summaryOf(content.facts, content.events.at(-1)?.seq ?? 0), madeAt: head.createdAt, app: head.app, isEdited }
}
