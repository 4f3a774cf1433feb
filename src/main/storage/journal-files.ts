import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BESIDE, flushFolder } from '../durable-file'
import { SEGMENT_HEAD } from './journal-format'

/** A file of the journal by its number. */
export type NumberedFile = { number: number, file: string }

const NAME = /^journal-(\d{6,12})\.untj(\.damaged)?$/
/** How many segments that were moved aside are kept. */
const KEPT = 3

export function segmentFile(folder: string, number: number): string {
  return join(folder, `journal-${digits(number)}.untj`)
}

/** Segments and what was moved aside, oldest first. Other names are none of ours. No folder is an empty one. */
export function listJournal(folder: string): { segments: NumberedFile[], aside: NumberedFile[] } {
  const segments: NumberedFile[] = []
  const aside: NumberedFile[] = []
  for (const name of namesIn(folder)) {
    const [, text, isAside] = NAME.exec(name) ?? []
    // Two spellings of one number would be two files in one place.
    if (text !== undefined && digits(Number(text)) === text)
      (isAside === undefined ? segments : aside).push({ number: Number(text), file: join(folder, name) })
  }
  const byNumber = (one: NumberedFile, other: NumberedFile): number => one.number - other.number
  return { segments: segments.sort(byNumber), aside: aside.sort(byNumber) }
}

/**
 * Renames segments that do not count any more and keeps the newest few; one without records is removed.
 * What cannot be moved stays: it does not count either way.
 */
export function moveAside(folder: string, segments: readonly NumberedFile[]): void {
  if (segments.length === 0)
    return
  for (const { file } of segments)
    quietly(() => isBare(file) ? rmSync(file) : renameSync(file, `${file}.damaged`))
  // Without `recursive`: a folder with such a name is not of our making.
  quietly(() => listJournal(folder).aside.slice(0, -KEPT).forEach(({ file }) => quietly(() => rmSync(file))))
  quietly(() => flushFolder(folder))
}

/** Removes what a start of a segment left when the app was killed within it. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    if (BESIDE.test(name) && NAME.test(name.replace(BESIDE, '')))
      quietly(() => rmSync(join(folder, name)))
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return []
    throw error
  }
}

function isBare(file: string): boolean {
  const found = lstatSync(file)
  return found.isFile() && found.size <= SEGMENT_HEAD
}

function digits(number: number): string {
  return String(number).padStart(6, '0')
}

function quietly(job: () => void): void {
  try {
    job()
  }
  catch {}
}
