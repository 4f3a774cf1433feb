import type { RestoreMode } from '../../core/backup/compare'
import type { Content } from '../../data/backup/content'
import type { Made, Snapshot } from '../../data/backup/snapshots'
import type { Committed, OpenRecord } from '../../data/record'
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'
import { restoreRecord } from '../../core/actions/restore-record'

/** Snapshots and what can be done with them, for the screens. */
export type Backup = {
  /** What the last try of this run gave; null = none yet. */
  last: Readonly<ShallowRef<Made | null>>
  /** Makes a snapshot of this moment; null = the newest one already holds everything. */
  make: () => Promise<Made | null>
  /** Newest first; only their summaries were opened. */
  list: () => Promise<Snapshot[]>
  /** The whole of one, proved to its last byte. @throws {BackupError} */
  read: (name: string) => Promise<Content>
  /** Takes a backup in as one change, after a snapshot of how it is now. Refused where that snapshot cannot be made. */
  restore: (content: Content, mode: RestoreMode, madeAt: number) => Promise<Committed<{ changed: number }>>
  folder: () => Promise<string>
  /** Null = nothing was chosen. */
  chooseFolder: () => Promise<string | null>
  openFolder: () => Promise<void>
}

/** Ties the record's snapshots to the bridge. */
export function createBackup(record: OpenRecord, { snapshots }: Pick<Window['untether'], 'snapshots'>): Backup {
  const last = shallowRef<Made | null>(null)

  async function make(): Promise<Made | null> {
    const made = await record.snapshot()
    if (made)
      last.value = made
    return made
  }

  return {
    last,
    make,
    list: record.snapshots.list,
    read: record.snapshots.read,
    async restore({ facts }, mode, madeAt) {
      const made = await make()
      if (made && !made.ok)
        return { ok: false, refused: made.reason === 'full' ? 'disk-full' : 'not-saved' }
      return record.commit(restoreRecord, { backup: facts, mode, madeAt })
    },
    folder: snapshots.folder,
    chooseFolder: snapshots.chooseFolder,
    openFolder: snapshots.openFolder,
  }
}
