import type { RestoreMode } from '../../core/backup/compare'
import type { Facts } from '../../core/records/tables'
import type { FileFault, FileHeader, SealedFile } from '../../data/backup/file'
import type { Opened } from '../../data/backup/opened'
import type { Made, Snapshot } from '../../data/backup/snapshots'
import type { Committed, OpenRecord } from '../../data/record'
import type { OpenAnswer, SaveAnswer } from '../../shared/storage'
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'
import { restoreRecord } from '../../core/actions/restore-record'
import type { ContentStream } from '../../data/backup/content'
import { linesOf, summaryOf } from '../../data/backup/content'
import { BackupError, writeFile } from '../../data/backup/file'
import { openPlain, openSealed, recognise } from '../../data/backup/opened'
import { latestVersion } from '../../data/versions'
import { MAX_BACKUP_BYTES } from '../../shared/storage'
import { pause } from './pause'

export type { FileFault, Made, Opened, Snapshot }

/** A whole backup, or why it does not open. `unreadable`: the disk did not give the file. */
export type Inspected = { state: 'opened', inside: Opened } | { state: 'fault', fault: FileFault | 'unreadable' }
/** What trying a secret on a sealed file gave. */
export type Unsealed = Inspected | { state: 'wrong' | 'too-early', waitMs: number }
/** A sealed file that asks for a secret. What the header says is not proved before it opened. */
export type Sealed = { state: 'sealed', says: Pick<FileHeader, 'createdAt' | 'app' | 'kind'>, hasRecoveryCode: boolean, open: (secret: string) => Promise<Unsealed> }
/** What the user chose, as far as it opens without a question. */
export type Chosen = { state: 'cancelled' } | { name: string, found: Inspected | Sealed }
/** What saving a file gave. `lost`: attachments that are not in it, for their files are gone or damaged. */
export type Saved = (SaveAnswer | { state: 'too-short' | 'too-large' }) & { lost: number }

/** Snapshots and what can be done with them, for the screens. */
export type Backup = {
  /** What the last try of this run gave; null = none yet. */
  last: Readonly<ShallowRef<Made | null>>
  /** Why a snapshot that nobody asked for could not be made; null = none failed, or the user has read of it. */
  failed: ShallowRef<Exclude<Made, { ok: true }>['reason'] | null>
  /** Makes a snapshot of this moment; null = the newest one already holds everything. */
  make: (options?: { isAsked?: boolean }) => Promise<Made | null>
  /** Newest first; only their summaries were opened. */
  list: () => Promise<Snapshot[]>
  /** The whole of a snapshot, proved to its last byte and counted. */
  read: (name: string) => Promise<Inspected>
  /** Lets the user choose a file, and opens it where nothing needs to be asked. */
  choose: () => Promise<Chosen>
  /** Takes a backup in as one change, after a snapshot of how it is now; with its history where nothing is here yet. Refused where that snapshot cannot be made. */
  restore: (backup: Pick<Opened, 'facts' | 'events' | 'files'>, mode: RestoreMode, madeAt: number) => Promise<Committed<{ changed: number }>>
  /** Lets the user save the record under a passphrase of its own. */
  saveSealed: (passphrase: string) => Promise<Saved>
  /** Lets the user save the record as JSON that anyone can read. */
  savePlain: () => Promise<Saved>
  folder: () => Promise<string>
  /** Null = nothing was chosen. */
  chooseFolder: () => Promise<string | null>
  openFolder: () => Promise<void>
}

/** Ties the record's snapshots, and files of the user's choice, to the bridge. */
export function createBackup(record: OpenRecord, { snapshots, files, vault }: Pick<Window['untether'], 'snapshots' | 'files' | 'vault'>, app: string): Backup {
  const last = shallowRef<Made | null>(null)
  const failed = shallowRef<Backup['failed']['value']>(null)

  async function make({ isAsked = false } = {}): Promise<Made | null> {
    const made = await record.snapshot()
    if (made) {
      last.value = made
      failed.value = made.ok || isAsked ? null : made.reason
    }
    return made
  }

  async function look({ bytes }: { bytes: Uint8Array }): Promise<Inspected | Sealed> {
    try {
      const found = recognise(bytes)
      if (found.format === 'plain')
        return { state: 'opened', inside: await openPlain(found.bytes, pause) }
      return await withOwnKey(found.file) ?? await withKeychain(found.file) ?? asked(found.file)
    }
    catch (error) {
      return faultIn(error)
    }
  }

  /** Snapshots of this very record ask for nothing. */
  async function withOwnKey(file: SealedFile): Promise<Inspected | null> {
    if (file.header.kind !== 'snapshot')
      return null
    const found = await record.snapshots.open(file).then(inside => ({ state: 'opened' as const, inside }), faultIn)
    return found.state === 'fault' && found.fault === 'wrong-key' ? null : found
  }

  async function withKeychain(file: SealedFile): Promise<Inspected | null> {
    if (!file.header.slots.some(({ kind }) => kind === 'keychain'))
      return null
    const answer = await vault.openFileSlots(file.header.slots, null)
    return answer.ok ? withKey(file, answer.key) : null
  }

  /** A slot gave this key, so a first chunk that does not open is a damaged one. */
  async function withKey(file: SealedFile, key: Uint8Array): Promise<Inspected> {
    const found = await openSealed(file, key, pause).then(inside => ({ state: 'opened' as const, inside }), faultIn)
    key.fill(0)
    return found.state === 'fault' && found.fault === 'wrong-key' ? { state: 'fault', fault: 'damaged' } : found
  }

  function asked(file: SealedFile): Inspected | Sealed {
    const { createdAt, app, kind, slots } = file.header
    const hasRecoveryCode = slots.some(slot => slot.kind === 'recovery')
    if (!hasRecoveryCode && !slots.some(slot => slot.kind === 'passphrase'))
      return { state: 'fault', fault: 'other-computer' }
    return {
      state: 'sealed',
      says: { createdAt, app, kind },
      hasRecoveryCode,
      async open(secret) {
        const answer = await vault.openFileSlots(slots, secret)
        if (answer.ok)
          return withKey(file, answer.key)
        return answer.reason === 'damaged' ? { state: 'fault', fault: 'damaged' } : { state: answer.reason, waitMs: answer.waitMs }
      },
    }
  }

  async function save(ending: string, write: (of: ContentStream & { lastSeq: number }) => Promise<Uint8Array | null>): Promise<Saved> {
    const content = record.content()
    const lost: string[] = []
    const bytes = await write({ ...content, files: filesOf(content.facts, lost) })
    if (!bytes || bytes.length > MAX_BACKUP_BYTES)
      return { state: bytes ? 'too-large' : 'too-short', lost: lost.length }
    return { ...await files.save(`untether-${localDay()}.${ending}`, bytes), lost: lost.length }
  }

  /** The files one by one; a lost or damaged one is left out and noted. */
  async function* filesOf(facts: Facts, lost: string[]): AsyncGenerator<readonly [string, Uint8Array]> {
    for (const file of [...facts.attachments.values()].sort((a, b) => a.id < b.id ? -1 : 1)) {
      const bytes = await record.files.read(file).catch(() => null)
      if (bytes)
        yield [file.id, bytes]
      else
        lost.push(file.id)
    }
  }

  /** Files that are not here come first: a record must not name what is nowhere. */
  async function bringFiles({ facts, files }: Pick<Opened, 'facts' | 'files'>): Promise<'done' | 'full' | 'failed'> {
    const here = new Set(await record.files.list())
    for (const [id, bytes] of files) {
      const row = facts.attachments.get(id)
      const answer = row && !here.has(id) ? await record.files.keep(row, bytes) : 'done'
      if (answer !== 'done')
        return answer
    }
    return 'done'
  }

  return {
    last,
    failed,
    make,
    list: record.snapshots.list,
    read: name => record.snapshots.read(name).then(inside => ({ state: 'opened' as const, inside }), faultIn),
    async choose() {
      const answer = await files.open()
      if (answer.state === 'cancelled')
        return answer
      if (answer.state === 'opened')
        return { name: answer.file.name, found: await look(answer.file) }
      return { name: '', found: { state: 'fault', fault: UNREAD[answer.state] } }
    },
    async restore({ facts, events, files }, mode, madeAt) {
      const made = await make({ isAsked: true })
      const brought = made && !made.ok ? made.reason : await bringFiles({ facts, files })
      if (brought !== 'done')
        return { ok: false, refused: brought === 'full' ? 'disk-full' : 'not-saved' }
      const isTakenOver = mode === 'replace' && await record.adoptHistory(events)
      const outcome = await record.commit(restoreRecord, { backup: facts, mode, madeAt })
      // Until there is one, the journal has nothing to stand on.
      if (isTakenOver)
        await make()
      return outcome
    },
    saveSealed: passphrase => save('untether', async ({ lastSeq, ...content }) => {
      const made = await vault.makeFileSlots(passphrase)
      if (!made)
        return null
      const bytes = await writeFile({ kind: 'export', createdAt: Date.now(), app, schema: latestVersion, slots: made.slots }, made.key, summaryOf(content.facts, lastSeq), linesOf(content, pause))
      made.key.fill(0)
      return bytes
    }),
    savePlain: () => save('json', async (content) => {
      const { writePlain } = await import('../../data/backup/plain')
      return writePlain({ createdAt: Date.now(), app, schema: latestVersion }, content, pause)
    }),
    folder: snapshots.folder,
    chooseFolder: snapshots.chooseFolder,
    openFolder: snapshots.openFolder,
  }
}

const UNREAD = { 'too-large': 'too-large', 'failed': 'unreadable' } as const satisfies Partial<Record<OpenAnswer['state'], FileFault | 'unreadable'>>

function faultIn(error: unknown): Extract<Inspected, { state: 'fault' }> {
  if (error instanceof BackupError)
    return { state: 'fault', fault: error.fault }
  throw error
}

/** `2026-11-23`, in the user's zone. */
function localDay(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}
