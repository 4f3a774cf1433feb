import type { DiskAnswer } from '../shared/storage'
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'

/** What an interrupted `writeWhole` may leave behind, to be matched after the name of the file. */
export const BESIDE = /\.[0-9a-f]{16}\.new$/

/** What systems answer that cannot flush a folder. A disk that fails answers otherwise. */
const noFolderFlush: readonly unknown[] = ['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'EBADF', 'ENOTSUP', 'ENOSYS']

/**
 * Writes beside the file, flushes and renames, so that a power cut leaves the old file or the new one, whole.
 *
 * Throws when it could not, and takes away what it had begun. If only the last step fails, the flush of the folder,
 * the new file is in its place but may be the old one again after a power cut.
 */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const beside = besideOf(file)
  try {
    const handle = openSync(beside, 'wx', 0o600)
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    }
    finally {
      closeSync(handle)
    }
    renameSync(beside, file)
  }
  catch (error) {
    removeQuietly(beside)
    throw error
  }
  flushFolder(dirname(file))
}

/** The same for files that may be large: the window goes on while the bytes are written and flushed. */
export async function writeWholeAsync(file: string, bytes: Uint8Array | string): Promise<void> {
  const beside = besideOf(file)
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    }
    finally {
      await handle.close()
    }
    renameSync(beside, file)
  }
  catch (error) {
    removeQuietly(beside)
    throw error
  }
  flushFolder(dirname(file))
}

/** Makes new, renamed and removed names in the folder survive a power cut, where the system lets us ask for it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32')
    return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  }
  catch (error) {
    if (!noFolderFlush.includes((error as NodeJS.ErrnoException).code))
      throw error
  }
  finally {
    closeSync(handle)
  }
}

/** What a fault of the disk means to the user: room can be made, other faults cannot be helped from here. */
export function diskAnswerOf(error: unknown): DiskAnswer {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'failed'
}

function besideOf(file: string): string {
  return `${file}.${randomBytes(8).toString('hex')}.new`
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  }
  catch {}
}
