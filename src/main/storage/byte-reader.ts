import type { FileHandle } from 'node:fs/promises'
import { Buffer } from 'node:buffer'
import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'

/** A file that is read at places. A read gives fewer bytes only where the file ends. */
export type ByteReader = {
  readonly size: number
  read: (at: number, length: number) => Promise<Buffer>
}

/** Told how many bytes came from the disk. */
export type OnRead = (bytes: number) => void

/**
 * Opens a file for as long as the job takes. Throws for whatever is no ordinary file: a link could lead out of the
 * folder, and a pipe would never answer.
 */
export async function withReader<Result>(file: string, onRead: OnRead, job: (reader: ByteReader) => Promise<Result>): Promise<Result> {
  if (!(await lstat(file)).isFile())
    throw new Error('Not an ordinary file')
  // Windows knows no such flag, and no links that need no special right.
  const handle = await open(file, constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NOFOLLOW ?? 0))
  try {
    const { size } = await handle.stat()
    return await job({
      size,
      async read(at, length) {
        const bytes = await readAt(handle, at, Math.max(0, Math.min(length, size - at)))
        onRead(bytes.length)
        return bytes
      },
    })
  }
  finally {
    await handle.close()
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done)
    if (bytesRead === 0)
      break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
