import type { Journal, JournalOptions } from '../../../../src/main/storage/journal'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '../../../../src/main/storage/journal'

/** A box that can be told from every other one by its place. */
export function boxOf(seq: number, bytes = seq * 37 % 2_500): Uint8Array {
  return Uint8Array.from({ length: bytes }, (_, index) => (seq * 31 + index * 7) % 256)
}

/** Folders and journals of one test, gone after it. */
export function workplace(): { folder: () => string, open: (folder: string, options?: JournalOptions) => Journal, clear: () => Promise<void> } {
  const folders: string[] = []
  const journals: Journal[] = []
  return {
    folder() {
      const folder = mkdtempSync(join(tmpdir(), 'untether-storage-'))
      folders.push(folder)
      return folder
    },
    open(folder, options) {
      const journal = openJournal(folder, options)
      journals.push(journal)
      return journal
    },
    async clear() {
      await Promise.all(journals.splice(0).map(journal => journal.close()))
      folders.splice(0).forEach(folder => rmSync(folder, { recursive: true, force: true }))
    },
  }
}

/** Appends the places up to `last` after what is there. */
export async function appendUpTo(journal: Journal, last: number, bytes?: number): Promise<void> {
  const { lastSeq } = await journal.read(Number.MAX_SAFE_INTEGER)
  for (let seq = lastSeq + 1; seq <= last; seq++) {
    if (await journal.append(seq, boxOf(seq, bytes)) !== 'done')
      throw new Error(`Not written: ${seq}`)
  }
}

export function names(folder: string): string[] {
  return readdirSync(folder).sort()
}
