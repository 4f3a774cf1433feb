import type { JournalRecord } from '../shared/storage'
import type { EventBoxes } from './database'

/** A sealed event as the journal keeps it: two bytes for the version of its shape, then each box behind the four bytes of its length. */
export function toJournal({ v, boxes }: Pick<EventBoxes, 'v' | 'boxes'>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(boxes.reduce((sum, box) => sum + 4 + box.length, 2))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, v)
  let at = 2
  for (const box of boxes) {
    view.setUint32(at, box.length)
    bytes.set(box, at + 4)
    at += 4 + box.length
  }
  return bytes
}

/** @throws {RangeError} where the record is no event: it was proved before, so nothing but another program wrote it */
export function fromJournal({ seq, box: record }: JournalRecord): EventBoxes {
  const bytes = new Uint8Array(record)
  const view = new DataView(bytes.buffer)
  const v = view.getUint16(0)
  const boxes: Uint8Array<ArrayBuffer>[] = []
  for (let at = 2; at < bytes.length;) {
    const end = at + 4 + view.getUint32(at)
    if (end > bytes.length)
      throw new RangeError('not an event')
    boxes.push(bytes.slice(at + 4, end))
    at = end
  }
  return { seq, v, boxes }
}
