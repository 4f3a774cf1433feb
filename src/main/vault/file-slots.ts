import type { KeySlot } from '../../shared/vault'
import type { Keychain } from './keychain'
import type { Found } from './open-slots'
import type { SlotWorld } from './slots'
import { findAutomatic, findBySecret } from './open-slots'
import { isAllowedPassphrase } from './passphrase'
import { KEY_BYTES, parseFileSlots } from './slot-schema'
import { makeSecretSlot } from './slots'

/** The key of an export file and the header that opens it. */
export type FileSlots = { key: Uint8Array, slots: KeySlot[] }

/** A key of its own for one file, under one passphrase; null when that is too short or too long. */
export async function makeFileSlots(passphrase: string, world: SlotWorld): Promise<FileSlots | null> {
  if (!isAllowedPassphrase(passphrase))
    return null
  const made = world.random(KEY_BYTES)
  const key = Uint8Array.from(made)
  made.fill(0)
  return { key, slots: [await makeSecretSlot('passphrase', passphrase, key, world)] }
}

/** Opens a header from anywhere with a secret, or with this machine's keychain when there is none. */
export async function findInFile(slots: unknown, secret: string | null, keychain: Keychain): Promise<Found & { slots: KeySlot[] } | 'damaged' | null> {
  const parsed = parseFileSlots(slots)
  if (parsed === null)
    return 'damaged'
  const found = secret === null ? findAutomatic(parsed, keychain) : await findBySecret(parsed, secret)
  return found === null || found === 'damaged' ? found : { ...found, slots: parsed }
}
