import type { DiskAnswer, StoredFile } from '../../shared/storage'
import type { Stats } from 'node:fs'
import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BESIDE, diskAnswerOf, flushFolder, writeWholeAsync } from '../durable-file'
import { makeFolder } from '../folder'
import { withReader } from './byte-reader'

/** A folder of sealed files, each written once. Names that are none of ours are neither seen nor touched. No call throws. */
export type SealedFolder = {
  /** The last name first. Also removes what an interrupted write left more than an hour ago. */
  list: (now: Date) => Promise<StoredFile[]>
  /** Writes a new file whole or not at all. A name that is taken is refused: none is ever overwritten. */
  write: (name: string, bytes: Uint8Array) => Promise<DiskAnswer>
  /** Null when there is none of this name, it cannot be read, or it is larger than ours are. */
  read: (name: string) => Promise<Uint8Array | null>
  /** Removes them for good; one that is not there counts as removed. */
  remove: (names: readonly string[]) => Promise<DiskAnswer>
}

const HOUR = 60 * 60 * 1000

/**
 * @param options.isOurs what a name of ours looks like
 * @param options.maxBytes no file is larger
 */
export function openSealedFolder({ folder, isOurs, maxBytes }: { folder: string, isOurs: RegExp, maxBytes: number }): SealedFolder {
  let turn: Promise<unknown> = Promise.resolve()

  /** One after the other: two writes of one name must not both find it free. */
  function inTurn(job: () => Promise<DiskAnswer>): Promise<DiskAnswer> {
    const result = turn.then(job).catch(diskAnswerOf)
    turn = result
    return result
  }

  return {
    async list(now) {
      const found: StoredFile[] = []
      for (const name of namesIn(folder)) {
        const file = fileOf(join(folder, name))
        if (file !== null && isOurs.test(name))
          found.push({ name, bytes: file.size })
        else if (file !== null && isLeftover(name, isOurs) && now.getTime() - file.mtimeMs > HOUR)
          removeFile(join(folder, name))
      }
      return found.sort((one, other) => one.name < other.name ? 1 : -1)
    },

    write: (name, bytes) => inTurn(async () => {
      const file = join(folder, name)
      if (!isOurs.test(name) || bytes.length > maxBytes)
        return 'failed'
      makeFolder(folder)
      if (lstatSync(file, { throwIfNoEntry: false }) !== undefined)
        return 'failed'
      try {
        await writeWholeAsync(file, bytes)
      }
      catch (error) {
        // It may be in its place, but not for sure after a power cut: nobody may count on it.
        removeFile(file)
        throw error
      }
      return 'done'
    }),

    async read(name) {
      if (!isOurs.test(name))
        return null
      try {
        return await withReader(join(folder, name), () => {}, async ({ size, read }) => {
          if (size > maxBytes)
            return null
          const bytes = await read(0, size)
          return bytes.length === size ? new Uint8Array(bytes.buffer, bytes.byteOffset, size) : null
        })
      }
      catch {
        return null
      }
    },

    remove: names => inTurn(async () => {
      let answer: DiskAnswer = 'done'
      for (const name of names) {
        if (!isOurs.test(name) || !removeFile(join(folder, name)))
          answer = 'failed'
      }
      if (existsSync(folder))
        flushFolder(folder)
      return answer
    }),
  }
}

function isLeftover(name: string, isOurs: RegExp): boolean {
  return BESIDE.test(name) && isOurs.test(name.replace(BESIDE, ''))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  }
  catch {
    return []
  }
}

/** Only an ordinary file is one: a link is not followed, wherever it leads. */
function fileOf(path: string): Stats | null {
  try {
    const found = lstatSync(path)
    return found.isFile() ? found : null
  }
  catch {
    return null
  }
}

function removeFile(file: string): boolean {
  try {
    rmSync(file, { force: true })
    return true
  }
  catch {
    return false
  }
}
