import type { Keychain } from '../../../../src/main/vault/keychain'
import type { VaultWorld } from '../../../../src/main/vault/vault'
import { Buffer } from 'node:buffer'
import { randomBytes, randomUUID } from 'node:crypto'

/** A keychain of a machine: real or not, and it can be emptied. */
export type FakeKeychain = Keychain & { real: boolean, secret: string }

export function fakeKeychain(real = true): FakeKeychain {
  const keychain: FakeKeychain = {
    real,
    secret: randomUUID(),
    isReal: () => keychain.real,
    seal: text => keychain.real ? Buffer.from([...`${keychain.secret}${text}`].reverse().join('')).toString('base64') : null,
    open(box) {
      const text = [...Buffer.from(box, 'base64').toString()].reverse().join('')
      return text.startsWith(keychain.secret) ? text.slice(keychain.secret.length) : null
    },
  }
  return keychain
}

/** A world whose clock and data a test sets, and that remembers what was random. */
export type FakeWorld = VaultWorld & { keychain: FakeKeychain, clock: number, data: boolean, made: Uint8Array[] }

export function fakeWorld(folder: string, keychain = fakeKeychain()): FakeWorld {
  const world: FakeWorld = {
    folder,
    keychain,
    clock: 1_760_000_000_000,
    data: false,
    made: [],
    now: () => world.clock,
    hasData: () => world.data,
    newId: randomUUID,
    random(bytes) {
      const made = Uint8Array.from(randomBytes(bytes))
      world.made.push(made)
      return made
    },
  }
  return world
}
