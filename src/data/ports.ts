import type { DiskAnswer, JournalReading, StoredFile } from '../shared/storage'

/** The journal outside the database: sealed commits in a file, flushed before a commit counts as done. */
export type Journal = {
  /** `seq` must follow on the last one. Anything but `done` left the journal as it was. */
  append: (seq: number, box: Uint8Array) => Promise<DiskAnswer>
  /** Takes the last record away again, if it is this one. */
  drop: (seq: number) => Promise<DiskAnswer>
  read: (afterSeq: number) => Promise<JournalReading>
  /** Lays a journal that cannot be gone on with aside, and begins a new one after `seq`. */
  restart: (seq: number) => Promise<DiskAnswer>
  /** Lets go of files whose records all lie at or before `seq`. */
  prune: (seq: number) => Promise<unknown>
}

/** A folder of sealed files: snapshots, attachments. A file is written once, whole or not at all. */
export type SealedFolder = {
  /** The last name first; names of snapshots sort by when they were made. */
  list: () => Promise<StoredFile[]>
  read: (name: string) => Promise<Uint8Array | null>
  write: (name: string, bytes: Uint8Array) => Promise<DiskAnswer>
  remove: (names: readonly string[]) => Promise<void>
}

/** Lets the page breathe between two slices of long work. */
export type Pause = () => Promise<void>
