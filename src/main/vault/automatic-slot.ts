import type { KeySlot } from '../../shared/vault'
import type { Keychain } from './keychain'
import type { AutomaticSlot } from './slot-schema'
import type { SlotWorld } from './slots'
import { fromBase64, toBase64 } from './base64'
import { KEY_BYTES } from './slot-schema'

/** A slot that opens with this user's login; null when the system has no real keychain or it does not answer. */
export function makeKeychainSlot(dataKey: Uint8Array, keychain: Keychain, { now, newId }: SlotWorld): AutomaticSlot | null {
  const head = { kind: 'keychain' as const, id: newId(), createdAt: now() }
  const box = keychain.isReal() ? keychain.seal(`${headText(head)}${toBase64(dataKey)}`) : null
  return box === null ? null : { ...head, box }
}

/** The data key as it is. It keeps nobody out; it is what a system without a keychain can do until a passphrase is set. */
export function makeOpenSlot(dataKey: Uint8Array, { now, newId }: SlotWorld): AutomaticSlot {
  return { kind: 'open', id: newId(), createdAt: now(), key: toBase64(dataKey) }
}

/** The data key, or null when this keychain does not open the slot. */
export function openAutomaticSlot(slot: AutomaticSlot, keychain: Keychain): Uint8Array | null {
  if (slot.kind === 'open')
    return fromBase64(slot.key)
  const text = keychain.open(slot.box)
  const head = headText(slot)
  const key = text?.startsWith(head) === true ? fromBase64(text.slice(head.length)) : null
  return key?.length === KEY_BYTES ? key : null
}

function headText({ kind, id, createdAt }: Pick<KeySlot, 'kind' | 'id' | 'createdAt'>): string {
  return `untether-slot 1 ${kind} ${id} ${createdAt} `
}
