import type { Attachment } from '../../core/records/attachment'
import type { Id } from '../../core/records/base'
import type { DiskAnswer } from '../../shared/storage'
import type { SealedFolder } from '../ports'
import { BackupError, joined, readBytes, readHeader, readSummary, writeFile } from '../backup/file'
import { latestVersion } from '../versions'

/** What the record says of a file's bytes. */
export type FileMark = Pick<Attachment, 'id' | 'size' | 'sha256'>

/** The bytes of attachments, sealed, outside the database. They are written before the record names them, and never changed. */
export type Files = {
  /** Ids that lie there. */
  list: () => Promise<Id[]>
  /** Seals and writes; flushed when it is done. */
  keep: (mark: FileMark, bytes: Uint8Array<ArrayBuffer>) => Promise<DiskAnswer>
  /** Null where the file is gone. @throws {BackupError} where it is damaged, or not what the record says */
  read: (mark: FileMark) => Promise<Uint8Array<ArrayBuffer> | null>
  remove: (ids: readonly Id[]) => Promise<void>
}

const PIECE = 64 * 1024

/** Attachments of one record, each in a container of its own (docs: src/data/backup/README.md), sealed with the record's data key. */
export function createFiles({ folder, key, app, now }: {
  folder: SealedFolder
  key: Uint8Array
  app: () => Promise<string>
  now: () => number
}): Files {
  return {
    list: async () => (await folder.list()).map(({ name }) => name.replace(/\.sealed$/, '')),
    async keep({ id, size, sha256 }, bytes) {
      const header = { kind: 'attachment' as const, createdAt: now(), app: await app(), schema: latestVersion, slots: [] }
      return folder.write(nameOf(id), await writeFile(header, key, { id, size, sha256 }, pieces(bytes)))
    },
    async read(mark) {
      const found = await folder.read(nameOf(mark.id))
      if (!found)
        return null
      const file = readHeader(found)
      // Another file of ours in this one's place opens too, but says so.
      if (JSON.stringify(await readSummary(file, key)) !== JSON.stringify({ id: mark.id, size: mark.size, sha256: mark.sha256 }))
        throw new BackupError('damaged')
      const parts: Uint8Array[] = []
      for await (const part of readBytes(file, key))
        parts.push(part)
      return joined(parts)
    },
    remove: ids => folder.remove(ids.map(nameOf)),
  }
}

/** Whether the bytes are those that the record names. */
export async function isWhole({ size, sha256 }: Pick<FileMark, 'size' | 'sha256'>, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return bytes.length === size && await sha256Of(bytes) === sha256
}

/** Lower-case hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

function nameOf(id: Id): string {
  return `${id}.sealed`
}

async function* pieces(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += PIECE)
    yield bytes.subarray(at, at + PIECE)
}
