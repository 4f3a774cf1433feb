import type { Facts } from '../../../../src/core/records/tables'
import type { TimelineEvent } from '../../../../src/core/records/timeline-event'
import type { KeySlot } from '../../../../src/shared/vault'
import { Buffer } from 'node:buffer'
import { deflateRawSync } from 'node:zlib'
import { linesOf, summaryOf } from '../../../../src/data/backup/content'
import { writeFile } from '../../../../src/data/backup/file'
import { latestVersion } from '../../../../src/data/versions'
import { noPause, stream } from './generated'

export const KEY = Uint8Array.from({ length: 32 }, (_, index) => index + 1)
export const MADE_AT = Date.UTC(2026, 10, 23, 9, 15)
export const HEAD = { createdAt: MADE_AT, app: '0.1.0', schema: latestVersion }

/** A sealed file of a record. */
export function sealed(facts: Facts, events: readonly TimelineEvent[] = [], { kind = 'export', slots = [], schema = latestVersion }: { kind?: 'export' | 'snapshot', slots?: KeySlot[], schema?: number } = {}): Promise<Uint8Array> {
  return writeFile({ kind, ...HEAD, schema, slots }, KEY, summaryOf(facts, events.at(-1)?.seq ?? 0), linesOf({ facts, events: stream(events) }, noPause))
}

/** A sealed file with whatever lines, as someone who has the key could make one. */
export function sealedLines(lines: AsyncIterable<string> | Iterable<string>, summary: unknown = { lastSeq: 0, numbers: 0, bindings: 0, files: 0, rows: 0 }): Promise<Uint8Array> {
  return writeFile({ kind: 'export', ...HEAD, slots: [] }, KEY, summary, (async function* () {
    yield* lines
  })())
}

/** A zip with one file in it. */
export function zip(name: string, text: string): Uint8Array {
  const packed = deflateRawSync(text)
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(text.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Uint8Array.from(Buffer.concat([head, Buffer.from(name), packed]))
}

/** Where each chunk of a sealed file begins, and where the last one ends. */
export function chunkBorders(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const borders = [bytes.indexOf(10, 18) + 1]
  while (borders.at(-1)! < bytes.length)
    borders.push(borders.at(-1)! + 4 + view.getUint32(borders.at(-1)!))
  return borders
}
