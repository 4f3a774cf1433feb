import type { KeySlot } from '../../shared/vault'
import type { Keychain } from './keychain'
import { timingSafeEqual } from 'node:crypto'
import { openAutomaticSlot } from './automatic-slot'
import { parseRecoveryCode } from './recovery-code'
import { isAutomatic, isSecret } from './slot-schema'
import { openSecretSlot } from './slots'

/** A data key and the slot it came out of. */
export type Found = { key: Uint8Array, slot: KeySlot }

/** Tries what opens without a question. */
export function findAutomatic(slots: readonly KeySlot[], keychain: Keychain): Found | null {
  for (const slot of slots.filter(isAutomatic)) {
    const key = openAutomaticSlot(slot, keychain)
    if (key !== null)
      return { key, slot }
  }
  return null
}

/** Tries a secret on each slot it can be meant for. A recovery code with a slip in it costs no stretching. */
export async function findBySecret(slots: readonly KeySlot[], secret: string): Promise<Found | 'damaged' | null> {
  const code = parseRecoveryCode(secret)
  let isDamaged = false
  for (const slot of slots.filter(isSecret)) {
    const meant = slot.kind === 'recovery' ? code : secret
    const key = meant === null ? null : await openSecretSlot(slot, meant)
    if (key === 'damaged')
      isDamaged = true
    else if (key !== null)
      return { key, slot }
  }
  return isDamaged ? 'damaged' : null
}

/** Whether a slot gives this very data key. */
export async function opensTo(slot: KeySlot, dataKey: Uint8Array, secret: string | null, keychain: Keychain): Promise<boolean> {
  const found = isAutomatic(slot) ? findAutomatic([slot], keychain) : secret === null ? null : await findBySecret([slot], secret)
  if (found === null || found === 'damaged')
    return false
  const isSame = timingSafeEqual(found.key, dataKey)
  found.key.fill(0)
  return isSame
}
