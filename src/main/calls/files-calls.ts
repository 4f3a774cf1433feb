import type { OpenAnswer, SaveAnswer } from '../../shared/storage'
import type { HandlersOf } from './index'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { FILE_NAME, MAX_BACKUP_BYTES } from '../../shared/storage'
import { diskAnswerOf, writeWholeAsync } from '../durable-file'
import { isText, nothing } from './takes'

/** What these calls need from the rest of the shell: the dialogs of the system. Null = the user chose nothing. */
export type FilesContext = {
  chooseSave: (suggestedName: string) => Promise<string | null>
  chooseOpen: () => Promise<string | null>
}

/** Files of the user's choice: exports out, backups in. The window never names a path. */
export function filesCalls({ chooseSave, chooseOpen }: FilesContext): HandlersOf<'files'> {
  return {
    'files:save': {
      takes: ([name, bytes, ...rest]) => isText(name) && FILE_NAME.test(name) && bytes instanceof Uint8Array && rest.length === 0 ? [name, bytes] : null,
      does: async (name, bytes) => saveAs(await chooseSave(name), bytes),
    },
    'files:open': {
      takes: nothing,
      does: async () => readChosen(await chooseOpen()),
    },
  } satisfies HandlersOf<'files'>
}

async function saveAs(path: string | null, bytes: Uint8Array): Promise<SaveAnswer> {
  if (path === null)
    return { state: 'cancelled' }
  try {
    await writeWholeAsync(path, bytes)
    return { state: 'saved', path }
  }
  catch (error) {
    return { state: diskAnswerOf(error) === 'full' ? 'full' : 'failed' }
  }
}

/** A pipe that nobody writes to must not hold us up; Windows has no such flag. */
const READ = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0)

/** Size and kind are looked at through the same handle that is read, so that neither can change in between. */
async function readChosen(path: string | null): Promise<OpenAnswer> {
  if (path === null)
    return { state: 'cancelled' }
  try {
    const handle = await open(path, READ)
    try {
      const found = await handle.stat()
      if (!found.isFile())
        return { state: 'failed' }
      if (found.size > MAX_BACKUP_BYTES)
        return { state: 'too-large' }
      const bytes = new Uint8Array(found.size)
      let read = 0
      while (read < bytes.length) {
        const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read)
        if (bytesRead === 0)
          return { state: 'failed' }
        read += bytesRead
      }
      return { state: 'opened', file: { name: basename(path), bytes } }
    }
    finally {
      await handle.close()
    }
  }
  catch {
    return { state: 'failed' }
  }
}
