import type { BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { DiskAnswer, JournalReading, JournalRecord } from '../../shared/storage'
import type { OnRead } from './byte-reader'
import type { NumberedFile } from './journal-files'
import type { SegmentHead } from './journal-format'
import type { SegmentMap } from './segment'
import { Buffer } from 'node:buffer'
import { existsSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { diskAnswerOf, flushFolder, writeWholeAsync } from '../durable-file'
import { makeFolder } from '../folder'
import { withReader } from './byte-reader'
import { listJournal, moveAside, removeLeftovers, segmentFile } from './journal-files'
import { frame, MAX_BOX, SEGMENT_HEAD, segmentHead } from './journal-format'
import { checkLast, mapSegment, readRecords, readSegmentHead } from './segment'

/**
 * Sealed commits in files of our own, one after the other. Calls run in the order in which they were made.
 * No call throws.
 */
export type Journal = {
  /** Adds the record after the last one. 'done' means that it is on the disk; otherwise the journal is as it was. */
  append: (seq: number, box: Uint8Array) => Promise<DiskAnswer>
  /**
   * Takes the last record away again if it has this place, because its commit failed later. If the disk refuses, the
   * record counts as gone all the same and is cut off before the next one is written; asking again tries again.
   */
  drop: (seq: number) => Promise<DiskAnswer>
  /** The records after a place. Only the segments that hold them are looked at, and the newest one. */
  read: (afterSeq: number) => Promise<JournalReading>
  /** Begins anew after this place. All segments there are, broken or not, are moved aside. */
  restart: (fromSeq: number) => Promise<DiskAnswer>
  /** Removes the segments that hold no record after this place, but never the newest. */
  prune: (beforeSeq: number) => Promise<DiskAnswer>
  /** Lets go of the file; the next call opens it again. */
  close: () => Promise<void>
}

export type JournalOptions = {
  /** Bytes after which the next segment is begun. */
  segmentBytes?: number
  onRead?: OnRead
}

/** One file of the journal. No head: it is none of a kind that we know. No map: it was not needed yet. */
type Segment = NumberedFile & { head: SegmentHead | null, map: SegmentMap | null }

/** The newest segment, once it is known to be whole. */
type OpenSegment = NumberedFile & { head: SegmentHead, map: SegmentMap }

type State = {
  segments: Segment[]
  /** Number of the next file. */
  next: number
  isTorn: boolean
  isDamaged: boolean
}

/**
 * Opens the journal in the folder; nothing is touched before the first call.
 *
 * What is checked when: at the first call the heads of all segments, the record heads of the newest segment and the
 * whole of its last record. At a reading the record heads of each segment that is read, the joints between them, and
 * the whole of each record that is returned. A box that nobody asks for is not read, so a start with nothing to catch
 * up costs no more than one segment, however long the journal is. Once damage was seen, nothing is appended until
 * `restart`: an acknowledged record must be one that can be read back.
 */
export function openJournal(folder: string, { segmentBytes = 8 * 1024 * 1024, onRead = () => {} }: JournalOptions = {}): Journal {
  let state: State | null = null
  let opened: { file: string, handle: FileHandle, found: BigIntStats } | null = null
  /** The newest file holds more than its map says, and has to be cut before anything is written. */
  let mustCut = false
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    const result = turn.then(job)
    turn = result.catch(() => {})
    return result
  }

  function answer(job: () => Promise<DiskAnswer>): Promise<DiskAnswer> {
    return inTurn(async () => {
      try {
        return await job()
      }
      catch (error) {
        return diskAnswerOf(error)
      }
    })
  }

  async function known(): Promise<State> {
    return state ??= await scan()
  }

  async function scan(): Promise<State> {
    const { segments: files, aside } = listJournal(folder)
    removeLeftovers(folder)
    const all: Segment[] = []
    for (const file of files)
      all.push({ ...file, head: await headOf(file), map: null })
    const start = Math.max(0, all.findLastIndex(({ head }) => head?.isStart === true))
    moveAside(folder, all.slice(0, start))
    const found: State = { segments: all.slice(start), next: 1 + Math.max(0, ...[...files, ...aside].map(({ number }) => number)), isTorn: false, isDamaged: false }
    await mapNewest(found)
    return found
  }

  async function mapNewest(found: State): Promise<void> {
    const newest = found.segments.at(-1)
    if (newest === undefined)
      return
    const { file, head } = newest
    if (head === null) {
      found.isDamaged = true
      return
    }
    const map = await withReader(file, onRead, async reader => checkLast(reader, await mapSegment(reader, head)))
    newest.map = map
    if (map.rest === 'damaged') {
      found.isDamaged = true
    }
    else if (map.rest === 'torn') {
      map.rest = 'nothing'
      found.isTorn = true
      mustCut = true
      // Where it cannot be cut now, the next append tries again.
      await handleOf({ ...newest, head, map }).catch(() => {})
    }
  }

  async function headOf({ file }: NumberedFile): Promise<SegmentHead | null> {
    try {
      return await withReader(file, onRead, readSegmentHead)
    }
    catch {
      return null
    }
  }

  /**
   * The handle to write with, once the file ends where the map does. A file that was removed or replaced while it was
   * open would take every byte and keep none, so its name is asked each time.
   */
  async function handleOf({ file, map }: OpenSegment): Promise<FileHandle> {
    let found = statSync(file, { bigint: true })
    if (opened !== null && (opened.file !== file || opened.found.ino !== found.ino || opened.found.dev !== found.dev))
      await letGo()
    if (opened === null) {
      const handle = await open(file, 'r+')
      opened = { file, handle, found }
      found = statSync(file, { bigint: true })
    }
    const { handle } = opened
    if (mustCut && found.size >= map.end) {
      await handle.truncate(map.end)
      await handle.datasync()
      mustCut = false
    }
    else if (Number(found.size) !== map.end) {
      // Somebody else wrote here. Nothing that we remember can be trusted.
      state = null
      mustCut = false
      throw new Error('The journal was changed from outside')
    }
    return handle
  }

  async function letGo(): Promise<void> {
    const last = opened
    opened = null
    await last?.handle.close().catch(() => {})
  }

  /** Makes the next segment whole, with its first record or without, or not at all. */
  async function begin(number: number, head: SegmentHead, record: Buffer): Promise<OpenSegment> {
    if (!existsSync(folder)) {
      makeFolder(folder)
      flushFolder(dirname(folder))
    }
    const file = segmentFile(folder, number)
    if (existsSync(file)) {
      state = null
      throw new Error('The journal was changed from outside')
    }
    try {
      await writeWholeAsync(file, Buffer.concat([segmentHead(head), record]))
    }
    catch (error) {
      rmSync(file, { force: true })
      throw error
    }
    return { number, file, head, map: { offsets: record.length === 0 ? [] : [SEGMENT_HEAD], end: SEGMENT_HEAD + record.length, rest: 'nothing' } }
  }

  async function append(seq: number, box: Uint8Array): Promise<DiskAnswer> {
    const now = await known()
    const newest = newestOf(now)
    if (now.isDamaged || seq !== lastSeqOf(newest) + 1 || !Number.isSafeInteger(seq) || box.length > MAX_BOX)
      return 'failed'
    const record = frame(seq, box)
    if (newest === null || (newest.map.offsets.length > 0 && newest.map.end >= segmentBytes)) {
      if (newest !== null)
        await handleOf(newest)
      now.segments.push(await begin(now.next, { base: seq - 1, isStart: newest === null }, record))
      now.next++
      return 'done'
    }
    const { map } = newest
    const handle = await handleOf(newest)
    try {
      await writeAll(handle, record, map.end)
      await handle.datasync()
    }
    catch (error) {
      mustCut = true
      await handleOf(newest).catch(letGo)
      throw error
    }
    map.offsets.push(map.end)
    map.end += record.length
    return 'done'
  }

  async function drop(seq: number): Promise<DiskAnswer> {
    const now = await known()
    const newest = newestOf(now)
    if (now.isDamaged || newest === null)
      return 'failed'
    const isGoneAlready = mustCut && seq === lastSeqOf(newest) + 1
    if (!isGoneAlready) {
      const at = newest.map.offsets.at(-1)
      if (seq !== lastSeqOf(newest) || at === undefined)
        return 'failed'
      newest.map.offsets.pop()
      newest.map.end = at
      mustCut = true
    }
    await handleOf(newest)
    return 'done'
  }

  async function read(afterSeq: number): Promise<JournalReading> {
    const now = await known()
    const { segments } = now
    const records: JournalRecord[] = []
    const from = Math.max(0, segments.findLastIndex(({ head }) => head !== null && head.base <= afterSeq))
    let lastSeq = segments[from]?.head?.base ?? 0
    for (const [index, segment] of segments.entries()) {
      const { head } = segment
      if (index < from)
        continue
      if (head === null || (index > from && head.base !== lastSeq)) {
        now.isDamaged = true
        break
      }
      const found = await withReader(segment.file, onRead, async (reader) => {
        const map = segment.map ??= await mapSegment(reader, head)
        return { map, ...await readRecords(reader, head, map, afterSeq) }
      })
      records.push(...found.records)
      if (!found.isWhole) {
        lastSeq = Math.max(head.base, afterSeq) + found.records.length
        now.isDamaged = true
        break
      }
      lastSeq = head.base + found.map.offsets.length
    }
    // Told once: a window that opens anew in the same run, after the lock, has nothing to say of it.
    const { isTorn } = now
    now.isTorn = false
    return { records, lastSeq, firstSeq: firstSeqOf(segments, from, lastSeq), isTorn, isDamaged: now.isDamaged }
  }

  async function restart(fromSeq: number): Promise<DiskAnswer> {
    if (!Number.isSafeInteger(fromSeq) || fromSeq < 0)
      return 'failed'
    const { segments, aside } = listJournal(folder)
    const number = 1 + Math.max(0, ...[...segments, ...aside].map(file => file.number))
    const first = await begin(number, { base: fromSeq, isStart: true }, Buffer.alloc(0))
    // From here on the old segments do not count, moved or not.
    await letGo()
    state = { segments: [first], next: number + 1, isTorn: false, isDamaged: false }
    mustCut = false
    moveAside(folder, segments)
    return 'done'
  }

  async function prune(beforeSeq: number): Promise<DiskAnswer> {
    const { segments, isDamaged } = await known()
    if (isDamaged)
      return 'failed'
    while (true) {
      const [oldest, next] = segments
      if (oldest === undefined || next === undefined || next.head === null || next.head.base > beforeSeq)
        return 'done'
      if (oldest.head === null)
        moveAside(folder, [oldest])
      else
        rmSync(oldest.file, { force: true })
      segments.shift()
      // One at a time: names that vanish out of order in a power cut would leave a gap.
      flushFolder(folder)
    }
  }

  return {
    append: (seq, box) => answer(() => append(seq, box)),
    drop: seq => answer(() => drop(seq)),
    read: afterSeq => inTurn(async () => {
      try {
        return await read(afterSeq)
      }
      catch {
        return { records: [], lastSeq: 0, firstSeq: 0, isTorn: false, isDamaged: true }
      }
    }),
    restart: fromSeq => answer(() => restart(fromSeq)),
    prune: beforeSeq => answer(() => prune(beforeSeq)),
    close: () => inTurn(letGo),
  }
}

function newestOf({ segments }: State): OpenSegment | null {
  const newest = segments.at(-1)
  return newest === undefined || newest.head === null || newest.map === null ? null : { ...newest, head: newest.head, map: newest.map }
}

function lastSeqOf(newest: OpenSegment | null): number {
  return newest === null ? 0 : newest.head.base + newest.map.offsets.length
}

/** The first record of the segments that hang together, by their heads, with the one that was read first. */
function firstSeqOf(segments: readonly Segment[], from: number, lastSeq: number): number {
  let first = segments[from]?.head?.base ?? lastSeq
  for (let index = from - 1; index >= 0; index--) {
    const { number, head } = segments[index]!
    if (head === null || head.base > first || number !== segments[index + 1]!.number - 1)
      break
    first = head.base
  }
  return first < lastSeq ? first + 1 : 0
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let done = 0
  while (done < bytes.length)
    done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten
}
