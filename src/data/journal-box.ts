import type { JournalRecord } from '../shared/storage'
import type { SealedEvent } from './database'

/** A sealed event as the journal keeps it: two bytes for the version of its shape, then the box. */
export function toJournal({ v, box }: Pick<SealedEvent, 'v' | 'box'>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + box.length)
  new DataView(bytes.buffer).setUint16(0, v)
  bytes.set(box, 2)
  return bytes
}

export function fromJournal({ seq, box }: JournalRecord): Pick<SealedEvent, 'seq' | 'v' | 'box'> {
  const bytes = new Uint8Array(box)
  return { seq, v: bytes.length < 2 ? 0 : new DataView(bytes.buffer).getUint16(0), box: bytes.slice(2) }
}
