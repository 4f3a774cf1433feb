import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'

/**
 * The bytes of a journal, all numbers little-endian:
 *
 *     segment  "UNTJ" | version u16 | flags u16 | base u64 | checksum 16        then records
 *     record   "UNTr" | seq u64 | length u32 | head check 4 | box | checksum 16
 *
 * A checksum is the first 16 bytes of SHA-256 over all before it. The head check is the CRC-32 of the head alone:
 * without it, one flipped bit in a length would make the rest of the file look like a record that was cut off. It is
 * no hash because a start walks over thousands of heads.
 */
export const SEGMENT_HEAD = 32
export const RECORD_HEAD = 20
export const CHECKSUM = 16

/** Largest sealed commit, in bytes. */
export const MAX_BOX = 256 * 1024 * 1024

/** First bytes of each record. */
export const RECORD_MAGIC = Buffer.from('UNTr', 'latin1')

const SEGMENT_MAGIC = Buffer.from('UNTJ', 'latin1')
const VERSION = 1
const START = 1
const HEAD_CHECK_AT = RECORD_HEAD - 4

const crcTable = Uint32Array.from({ length: 256 }, (_, value) => {
  let crc = value
  for (let bit = 0; bit < 8; bit++)
    crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xEDB88320 : crc >>> 1
  return crc
})

/** What a segment says of itself. */
export type SegmentHead = {
  /** Place of the commit before its first record. */
  base: number
  /** The journal begins here: segments with lower numbers do not count any more. */
  isStart: boolean
}

export type RecordHead = { seq: number, length: number }

export function segmentHead({ base, isStart }: SegmentHead): Buffer {
  const head = Buffer.alloc(SEGMENT_HEAD - CHECKSUM)
  SEGMENT_MAGIC.copy(head)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(isStart ? START : 0, 6)
  head.writeBigUInt64LE(BigInt(base), 8)
  return Buffer.concat([head, digest(CHECKSUM, head)])
}

/** The head, or null for what is no segment of a version that we know. */
export function parseSegmentHead(bytes: Buffer): SegmentHead | null {
  const head = bytes.subarray(0, SEGMENT_HEAD - CHECKSUM)
  if (bytes.length < SEGMENT_HEAD || !digest(CHECKSUM, head).equals(bytes.subarray(SEGMENT_HEAD - CHECKSUM, SEGMENT_HEAD)))
    return null
  const base = Number(head.readBigUInt64LE(8))
  const flags = head.readUInt16LE(6)
  if (!head.subarray(0, 4).equals(SEGMENT_MAGIC) || head.readUInt16LE(4) !== VERSION || flags > START || !Number.isSafeInteger(base))
    return null
  return { base, isStart: flags === START }
}

/** A whole record, as it is written. */
export function frame(seq: number, box: Uint8Array): Buffer {
  const head = Buffer.alloc(RECORD_HEAD)
  RECORD_MAGIC.copy(head)
  head.writeBigUInt64LE(BigInt(seq), 4)
  head.writeUInt32LE(box.length, 12)
  head.writeUInt32LE(crc32(head, 0, HEAD_CHECK_AT), HEAD_CHECK_AT)
  return Buffer.concat([head, box, digest(CHECKSUM, head, box)])
}

/** The head of a record at this place, or null when the bytes are none or too few. */
export function parseRecordHead(bytes: Buffer, at: number): RecordHead | null {
  if (bytes.length < at + RECORD_HEAD || bytes.readUInt32LE(at + HEAD_CHECK_AT) !== crc32(bytes, at, HEAD_CHECK_AT))
    return null
  const seq = bytes.readUInt32LE(at + 8) * 2 ** 32 + bytes.readUInt32LE(at + 4)
  const length = bytes.readUInt32LE(at + 12)
  return bytes.readUInt32LE(at) === RECORD_MAGIC.readUInt32LE() && Number.isSafeInteger(seq) && length <= MAX_BOX ? { seq, length } : null
}

/** Bytes that a record with a box of this length takes. */
export function frameLength(length: number): number {
  return RECORD_HEAD + length + CHECKSUM
}

/** The CRC-32 that zip files use. */
function crc32(bytes: Uint8Array, from: number, length: number): number {
  let crc = 0xFFFFFFFF
  for (let index = from; index < from + length; index++)
    crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[index]!) & 0xFF]!
  return (crc ^ 0xFFFFFFFF) >>> 0
}

/** The first bytes of the SHA-256 over the parts. */
function digest(length: number, ...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts)
    hash.update(part)
  return hash.digest().subarray(0, length)
}
