import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'

/** Where a box belongs. It opens nowhere else: not in another table, under another id, or as another shape. */
export type Place = {
  table: string
  id: string
  /** Version of the database whose shape the row has. */
  version: number
}

/** Turns plain values into boxes and back, with the one data key. Synchronous, so that transactions stay whole. */
export type Sealer = {
  seal: (place: Place, value: unknown) => Uint8Array<ArrayBuffer>
  /** @throws {SealError} where the box is damaged, of another place or of another key */
  open: (place: Place, box: Uint8Array) => unknown
}

/** A box that does not open: damaged, of another place, or of another key. It does not say which. */
export class SealError extends Error {
  override name = 'SealError'
}

/** Kind of box, and three bytes that keep what follows on a word's edge. */
const HEAD = Uint8Array.of(1, 0, 0, 0)
const NONCE_BYTES = 24
const TAG_BYTES = 16
const START = HEAD.length + NONCE_BYTES

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha; the audited `@noble/ciphers`) over the value as JSON.
 * A box is 4 bytes of kind, 24 of nonce, the sealed text and its 16-byte tag; table, id and version are bound to it.
 * @param key 32 bytes
 * @param random fills bytes; nonces of 24 bytes may be random for as many rows as a life can hold
 */
export function createSealer(key: Uint8Array, random: (bytes: Uint8Array<ArrayBuffer>) => void = bytes => void crypto.getRandomValues(bytes)): Sealer {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const bound = ({ table, id, version }: Place): Uint8Array => encoder.encode(`untether\n${table}\n${id}\n${version}`)

  return {
    seal(place, value) {
      const text = encoder.encode(JSON.stringify(value))
      const box = new Uint8Array(START + text.length + TAG_BYTES)
      box.set(HEAD)
      const nonce = box.subarray(HEAD.length, START)
      random(nonce)
      xchacha20poly1305(key, nonce, bound(place)).encrypt(text, box.subarray(START))
      return box
    },
    open(place, box) {
      if (box.length < START + TAG_BYTES || HEAD.some((byte, index) => box[index] !== byte))
        throw new SealError('not a box')
      try {
        const text = xchacha20poly1305(key, box.subarray(HEAD.length, START), bound(place)).decrypt(box.subarray(START))
        return JSON.parse(decoder.decode(text))
      }
      catch {
        throw new SealError('does not open')
      }
    },
  }
}
