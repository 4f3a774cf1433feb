import { Buffer } from 'node:buffer'

/** Standard base64 with its padding. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/** The bytes of a text, or null when it is not exactly what `toBase64` writes: each value has one spelling only. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64')
  const isExact = bytes.toString('base64') === text
  // An own buffer: Node's small ones share a pool, and the rest of the pool is nobody's business.
  const own = isExact ? Uint8Array.from(bytes) : null
  bytes.fill(0)
  return own
}
