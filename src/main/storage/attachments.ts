import type { SealedFolder } from './sealed-folder'
import { ATTACHMENT_NAME, MAX_ATTACHMENT_BYTES } from '../../shared/storage'
import { openSealedFolder } from './sealed-folder'

/** Sealed files of the user, and a copy of each beside the snapshots where these lie elsewhere. */
export type Attachments = SealedFolder & {
  /** Copies what the other folder lacks. It never takes anything away there. */
  copyAll: (now: Date) => Promise<void>
}

/**
 * @param options.beside the folder of the copies; null where it would be on the same disk as the first
 */
export function openAttachments({ folder, beside }: { folder: string, beside: () => string | null }): Attachments {
  const own = at(folder)
  const other = (): SealedFolder | null => {
    const path = beside()
    return path === null ? null : at(path)
  }

  return {
    list: own.list,
    read: async name => await own.read(name) ?? await other()?.read(name) ?? null,
    // Copied with the next snapshot, which is the first to name it: nobody waits for a slow disk.
    write: own.write,
    async remove(names) {
      await other()?.remove(names)
      return own.remove(names)
    },
    async copyAll(now) {
      const there = other()
      if (there === null)
        return
      const copied = new Set((await there.list(now)).map(({ name }) => name))
      for (const { name } of await own.list(now)) {
        const bytes = copied.has(name) ? null : await own.read(name)
        if (bytes !== null)
          await there.write(name, bytes)
      }
    },
  }
}

function at(folder: string): SealedFolder {
  return openSealedFolder({ folder, isOurs: ATTACHMENT_NAME, maxBytes: MAX_ATTACHMENT_BYTES })
}
