import type { KeySlot } from './vault'

/** One commit in the journal. The box is the sealed timeline event. */
export type JournalRecord = { seq: number, box: Uint8Array }

/** The journal as it was found. */
export type JournalReading = {
  /** Records after the place that was asked for, in order, without gaps. */
  records: JournalRecord[]
  /** Place of the last whole record; 0 = none. */
  lastSeq: number
  /** Place of the first record kept; 0 = none. Older ones lie in snapshots. */
  firstSeq: number
  /** A last record that was not written to its end was dropped; said by the first reading of a run only. */
  isTorn: boolean
  /** A record before the end does not match its checksum; nothing after it can be trusted. */
  isDamaged: boolean
}

/** What a write to disk gave: done and flushed, no room, or another fault. Not done means nothing was changed. */
export type DiskAnswer = 'done' | 'full' | 'failed'

/** A sealed file as its folder shows it. */
export type StoredFile = { name: string, bytes: number }

/** Name of a snapshot: the instant it was made, in UTC, so that names sort. */
export const SNAPSHOT_NAME = /^untether-\d{8}-\d{6}-\d{3}\.untether$/

/** Name of a sealed attachment: its id. */
export const ATTACHMENT_NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.sealed$/
/** Largest sealed attachment, in bytes: 20 MB of the user's, and what the container adds. */
export const MAX_ATTACHMENT_BYTES = 21 * 1024 * 1024

/** Largest file that is read for a restore, in bytes. */
export const MAX_BACKUP_BYTES = 256 * 1024 * 1024

/** A file that the user chose to open. */
export type ChosenFile = { name: string, bytes: Uint8Array }
export type OpenAnswer = { state: 'opened', file: ChosenFile } | { state: 'cancelled' } | { state: 'too-large' } | { state: 'failed' }
export type SaveAnswer = { state: 'saved', path: string } | { state: 'cancelled' } | { state: 'full' } | { state: 'failed' }

/** Name that is offered for a new file, in any script: one plain name, no path, nothing that a system gives a meaning to. */
// eslint-disable-next-line no-control-regex -- they are what must not be in it
export const FILE_NAME = /^[^\s.\u0000-\u001F\u007F"*/:<>?\\|][^\u0000-\u001F\u007F"*/:<>?\\|]{0,254}$/

/** The key of one export file, and the slots for its header. */
export type FileKey = { key: Uint8Array, slots: KeySlot[] }
/** What trying a secret on a file's header gave. `damaged`: the header is not as we write it. */
export type FileKeyAnswer = { ok: true, key: Uint8Array } | { ok: false, reason: 'wrong' | 'too-early' | 'damaged', waitMs: number }
