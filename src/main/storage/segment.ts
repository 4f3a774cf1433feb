import type { JournalRecord } from '../../shared/storage'
import type { ByteReader } from './byte-reader'
import type { SegmentHead } from './journal-format'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { CHECKSUM, frameLength, parseRecordHead, parseSegmentHead, RECORD_HEAD, RECORD_MAGIC, SEGMENT_HEAD } from './journal-format'

/** Where the records of a segment lie. */
export type SegmentMap = {
  offsets: number[]
  /** Where the last whole record ends. */
  end: number
  /** What follows the end: nothing; a record that was not written to its end; or bytes that broke later. */
  rest: 'nothing' | 'torn' | 'damaged'
}

/** Heads are looked for in pieces of this size, so that small records cost one read for many. */
const WINDOW = 32 * 1024
/** Boxes are read and checked in pieces of about this size. */
const PIECE = 1024 * 1024

export async function readSegmentHead(reader: ByteReader): Promise<SegmentHead | null> {
  return parseSegmentHead(await reader.read(0, SEGMENT_HEAD))
}

/**
 * Walks from head to head. Boxes are skipped, not read, and no box is checked.
 *
 * A record that the file ends within is torn. A broken head is torn if no later record follows it, for then it was
 * the last thing written; if one does, the bytes broke after they had been written.
 */
export async function mapSegment(reader: ByteReader, { base }: SegmentHead): Promise<SegmentMap> {
  const offsets: number[] = []
  let end = SEGMENT_HEAD
  let window: Buffer = Buffer.alloc(0)
  let windowAt = 0
  while (end < reader.size) {
    if (end + RECORD_HEAD > windowAt + window.length) {
      window = await reader.read(end, WINDOW)
      windowAt = end
    }
    const seq = base + offsets.length + 1
    const head = parseRecordHead(window, end - windowAt)
    if (head === null)
      return { offsets, end, rest: await isFollowed(reader, end, seq) ? 'damaged' : 'torn' }
    if (head.seq !== seq)
      return { offsets, end, rest: 'damaged' }
    const next = end + frameLength(head.length)
    if (next > reader.size)
      return { offsets, end, rest: 'torn' }
    offsets.push(end)
    end = next
  }
  return { offsets, end, rest: 'nothing' }
}

/**
 * Checks the last record of a map whole. If it does not match its checksum it was the record being written, and is
 * taken as torn; unless a torn one follows it already, for only one can have been under way.
 */
export async function checkLast(reader: ByteReader, map: SegmentMap): Promise<SegmentMap> {
  const at = map.offsets.at(-1)
  if (at === undefined || await isWhole(reader, at, map.end))
    return map
  return { offsets: map.offsets.slice(0, -1), end: at, rest: map.rest === 'nothing' ? 'torn' : 'damaged' }
}

/** Reads the records after a place, each against its checksum; stops before the first that does not match. */
export async function readRecords(reader: ByteReader, { base }: SegmentHead, { offsets, end }: SegmentMap, afterSeq: number): Promise<{ records: JournalRecord[], isWhole: boolean }> {
  const records: JournalRecord[] = []
  const ends = [...offsets.slice(1), end]
  let index = Math.max(0, afterSeq - base)
  while (index < offsets.length) {
    const from = offsets[index]!
    let after = index + 1
    while (after < offsets.length && ends[after]! - from <= PIECE)
      after++
    const piece = await reader.read(from, ends[after - 1]! - from)
    for (; index < after; index++) {
      const bytes = piece.subarray(offsets[index]! - from, ends[index]! - from)
      if (!matches(bytes) || parseRecordHead(bytes, 0)?.seq !== base + index + 1)
        return { records, isWhole: false }
      // A copy: a view would carry its whole piece along when it is sent to the window.
      records.push({ seq: base + index + 1, box: new Uint8Array(bytes.subarray(RECORD_HEAD, -CHECKSUM)) })
    }
  }
  return { records, isWhole: true }
}

/** Is there the head of a record with a later place? An earlier one is what a disk may show of files long gone. */
async function isFollowed(reader: ByteReader, broken: number, seq: number): Promise<boolean> {
  for (let start = broken + 1; start < reader.size; start += PIECE) {
    const bytes = await reader.read(start, PIECE + RECORD_HEAD - 1)
    for (let at = bytes.indexOf(RECORD_MAGIC); at !== -1 && at < PIECE; at = bytes.indexOf(RECORD_MAGIC, at + 1)) {
      const head = parseRecordHead(bytes, at)
      if (head !== null && head.seq > seq)
        return true
    }
  }
  return false
}

async function isWhole(reader: ByteReader, at: number, end: number): Promise<boolean> {
  const hash = createHash('sha256')
  const checksumAt = end - CHECKSUM
  for (let start = at; start < checksumAt; start += PIECE)
    hash.update(await reader.read(start, Math.min(PIECE, checksumAt - start)))
  return hash.digest().subarray(0, CHECKSUM).equals(await reader.read(checksumAt, CHECKSUM))
}

function matches(record: Buffer): boolean {
  return record.length >= RECORD_HEAD + CHECKSUM
    && createHash('sha256').update(record.subarray(0, -CHECKSUM)).digest().subarray(0, CHECKSUM).equals(record.subarray(-CHECKSUM))
}
