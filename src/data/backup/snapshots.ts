import type { SnapshotMark } from '../../core/backup/retention'
import type { Day } from '../../core/lib/day'
import type { Facts } from '../../core/records/tables'
import type { TimelineEvent } from '../../core/records/timeline-event'
import type { DiskAnswer } from '../../shared/storage'
import type { KeySlot } from '../../shared/vault'
import type { Pause, SealedFolder } from '../ports'
import type { Summary } from './content'
import type { FileFault, SealedFile } from './file'
import type { Opened } from './opened'
import { droppedSnapshots, newestFirst } from '../../core/backup/retention'
import { latestVersion } from '../versions'
import { asSummary, linesOf, summaryOf } from './content'
import { BackupError, readHeader, readSummary, writeFile } from './file'
import { openSealed } from './opened'

/** A snapshot as the list shows it. `fault` says why it does not open. */
export type Snapshot = { name: string, bytes: number, at: number } & ({ summary: Summary, fault: null } | { summary: null, fault: FileFault })

/** What making one gave: the snapshot, proved, or what stood in the way. */
export type Made = { ok: true, snapshot: Snapshot & { fault: null } } | { ok: false, reason: Exclude<DiskAnswer, 'done'> | 'not-proved' }

export type Snapshots = {
  /** Writes one, reads it back, opens it and counts before it is trusted; then lets old ones go. */
  make: (of: { facts: Facts, lastSeq: number, events: AsyncIterable<TimelineEvent> }) => Promise<Made>
  /** Newest first. Only their summaries are opened. */
  list: () => Promise<Snapshot[]>
  /** The whole of one, proved to its last byte and counted. @throws {BackupError} */
  read: (name: string) => Promise<Opened>
  /** The same of a snapshot that lies elsewhere. `wrong-key` where another record made it. @throws {BackupError} */
  open: (file: SealedFile) => Promise<Opened>
  /** The newest that is sound and holds anything, with when it was made; null where there is none. */
  newestSound: () => Promise<{ content: Opened, at: number } | null>
}

/** The snapshots of one record, sealed with its data key. */
export function createSnapshots({ folder, key, slots, app, now, dayOf, pause }: {
  folder: SealedFolder
  key: Uint8Array
  /** Slots that open the file where the key file is lost. */
  slots: () => Promise<KeySlot[]>
  app: () => Promise<string>
  now: () => number
  dayOf: (at: number) => Day
  pause: Pause
}): Snapshots {
  async function headerOf(name: string): Promise<SealedFile> {
    const bytes = await folder.read(name)
    if (!bytes)
      throw new BackupError('damaged')
    return readHeader(bytes)
  }

  const open = (file: SealedFile): Promise<Opened> => openSealed(file, key, pause)

  async function read(name: string): Promise<Opened> {
    return open(await headerOf(name))
  }

  async function look({ name, bytes }: { name: string, bytes: number }): Promise<Snapshot> {
    const at = instantOf(name)
    try {
      const file = await headerOf(name)
      if (file.header.schema > latestVersion)
        return { name, bytes, at, summary: null, fault: 'newer' }
      return { name, bytes, at, summary: asSummary(await readSummary(file, key)), fault: null }
    }
    catch (error) {
      return { name, bytes, at, summary: null, fault: error instanceof BackupError ? error.fault : 'damaged' }
    }
  }

  async function list(): Promise<Snapshot[]> {
    const all: Snapshot[] = []
    for (const file of await folder.list())
      all.push(await look(file))
    return newestFirst(all.map(snapshot => ({ ...snapshot, lastSeq: snapshot.summary?.lastSeq ?? -1 }))).map(({ lastSeq: _lastSeq, ...snapshot }): Snapshot => snapshot)
  }

  async function thin(): Promise<void> {
    const marks = (await list()).flatMap(({ name, at, summary }): SnapshotMark[] => summary ? [{ name, at, lastSeq: summary.lastSeq, rows: summary.rows }] : [])
    const dropped = droppedSnapshots(marks, dayOf)
    if (dropped.length > 0)
      await folder.remove(dropped)
  }

  /** Now; a moment later where a snapshot of this very moment lies there already, as a clock that was set back can bring about. */
  async function freeInstant(): Promise<number> {
    const taken = new Set((await folder.list()).map(({ name }) => name))
    let at = now()
    while (taken.has(nameOf(at)))
      at++
    return at
  }

  return {
    async make({ facts, lastSeq, events }) {
      const at = await freeInstant()
      const summary = summaryOf(facts, lastSeq)
      const bytes = await writeFile({ kind: 'snapshot', createdAt: at, app: await app(), schema: latestVersion, slots: await slots() }, key, summary, linesOf({ facts, events }, pause))
      const name = nameOf(at)
      const answer = await folder.write(name, bytes)
      if (answer !== 'done')
        return { ok: false, reason: answer }
      const proof = await read(name).then(opened => opened.summary, () => null)
      if (!proof || JSON.stringify(proof) !== JSON.stringify(summary)) {
        await folder.remove([name])
        return { ok: false, reason: 'not-proved' }
      }
      await thin()
      return { ok: true, snapshot: { name, bytes: bytes.length, at, summary, fault: null } }
    },
    list,
    read,
    open,
    async newestSound() {
      for (const { name, at, summary } of await list()) {
        if (!summary || summary.rows === 0)
          continue
        const content = await read(name).catch(() => null)
        if (content)
          return { content, at }
      }
      return null
    },
  }
}

/** `untether-20261123-091500-123.untether`, in UTC. */
function nameOf(at: number): string {
  const [day, time] = new Date(at).toISOString().split('T') as [string, string]
  return `untether-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${time.slice(9, 12)}.untether`
}

function instantOf(name: string): number {
  const [, day = '', time = '', ms = ''] = name.split(/[-.]/)
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)), Number(time.slice(0, 2)), Number(time.slice(2, 4)), Number(time.slice(4)), Number(ms))
}
