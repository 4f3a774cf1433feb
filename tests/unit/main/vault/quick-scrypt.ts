import type { createHash, scrypt } from 'node:crypto'
import type { Buffer } from 'node:buffer'

type Crypto = { createHash: typeof createHash, scrypt: typeof scrypt }

/** How often the stand-in below was asked, and how many times at once. */
export const stretching = { count: 0, running: 0, most: 0 }

/** `node:crypto` with a stand-in for scrypt, for tests of the rules around it: as sensitive to all that goes in, and quick. */
export function withQuickScrypt<Real extends Crypto>(real: Real): Real {
  const quick = (secret: Buffer, salt: Uint8Array, _length: number, { N, r, p }: { N: number, r: number, p: number }, done: (error: null, key: Buffer) => void): void => {
    stretching.count++
    stretching.most = Math.max(stretching.most, ++stretching.running)
    const key = real.createHash('sha256').update(JSON.stringify([N, r, p])).update(salt).update(secret).digest()
    setImmediate(() => {
      stretching.running--
      done(null, key)
    })
  }
  return { ...real, scrypt: quick }
}
