import type { KeySlot } from '../../shared/vault'
import type { Keychain } from './keychain'
import type { Found } from './open-slots'
import type { SlotWorld } from './slots'
import { makeKeychainSlot, makeOpenSlot } from './automatic-slot'
import { isAutomatic } from './slot-schema'

/** What opens without a question from now on: the keychain where there is a real one. */
export function makeAutomaticSlot(key: Uint8Array, keychain: Keychain, world: SlotWorld): KeySlot {
  return makeKeychainSlot(key, keychain, world) ?? makeOpenSlot(key, world)
}

/**
 * The slots as they should be, now that one of them opened. The same ones where nothing is to be done.
 *
 * A change that was cut short leaves two of a kind. What opened by itself makes a passphrase beside it worthless; a
 * passphrase that opened is the one its owner knows; and of two recovery codes only the first was ever shown.
 */
export function settleSlots(slots: readonly KeySlot[], { key, slot: opened }: Found, keychain: Keychain, world: SlotWorld): KeySlot[] {
  const recovery = opened.kind === 'recovery' ? [opened] : ofKind(slots, 'recovery').slice(0, 1)
  if (opened.kind === 'passphrase')
    return [opened, ...recovery]
  const passphrases = ofKind(slots, 'passphrase')
  if (opened.kind === 'recovery' && passphrases.length > 0)
    return [...passphrases, ...recovery]
  return [...automaticSlots(slots, opened, key, keychain, world), ...recovery]
}

/** Slots for the header of a file that leaves the machine: one of each kind, and never the open one. */
export function headerSlots(slots: readonly KeySlot[]): KeySlot[] {
  return (['keychain', 'passphrase', 'recovery'] as const).flatMap(kind => structuredClone(ofKind(slots, kind).slice(0, 1)))
}

/** A keychain that was emptied gets a new box; one that is gone is never quietly replaced by no protection at all. */
function automaticSlots(slots: readonly KeySlot[], opened: KeySlot, key: Uint8Array, keychain: Keychain, world: SlotWorld): KeySlot[] {
  if (opened.kind === 'keychain')
    return [opened]
  const sealed = makeKeychainSlot(key, keychain, world)
  if (sealed !== null)
    return [sealed]
  const old = opened.kind === 'open' ? [opened] : slots.filter(isAutomatic)
  return old.length > 0 ? old : [makeOpenSlot(key, world)]
}

function ofKind(slots: readonly KeySlot[], kind: KeySlot['kind']): KeySlot[] {
  return slots.filter(slot => slot.kind === kind)
}
