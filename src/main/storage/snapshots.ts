import type { SealedFolder } from './sealed-folder'
import { MAX_BACKUP_BYTES, SNAPSHOT_NAME } from '../../shared/storage'
import { openSealedFolder } from './sealed-folder'

/** Sealed snapshots of the record, one file each. */
export function openSnapshots({ folder }: { folder: string }): SealedFolder {
  return openSealedFolder({ folder, isOurs: SNAPSHOT_NAME, maxBytes: MAX_BACKUP_BYTES })
}
