import type { KeySlot } from '../../shared/vault'
import { KEY_COPY, KEY_FILE, readBack, writeKeyFile } from './key-file'

/**
 * Puts one set of slots in the place of another. Old slots leave the disk only after each new one was read back from
 * it and opened, so that whatever breaks in between, the file opens with the old secret, the new one, or both.
 *
 * false = not done, and as far as the disk lets us the old slots are what lies there.
 */
export async function replaceSlots(folder: string, old: readonly KeySlot[], next: readonly KeySlot[], opens: (slot: KeySlot) => boolean | Promise<boolean>): Promise<boolean> {
  const added = next.filter(slot => !old.some(({ id }) => id === slot.id))
  const isDone = await addProven(folder, [...old, ...added], added, opens)
    // The copy first: the file still opens in every way, should this be the last thing that happens.
    && writeKeyFile(folder, KEY_COPY, next)
    && writeKeyFile(folder, KEY_FILE, next)
  if (!isDone) {
    writeKeyFile(folder, KEY_FILE, old)
    writeKeyFile(folder, KEY_COPY, old)
  }
  return isDone
}

async function addProven(folder: string, all: readonly KeySlot[], added: readonly KeySlot[], opens: (slot: KeySlot) => boolean | Promise<boolean>): Promise<boolean> {
  if (added.length === 0)
    return true
  if (!writeKeyFile(folder, KEY_FILE, all))
    return false
  const written = readBack(folder, KEY_FILE) ?? []
  for (const { id } of added) {
    const slot = written.find(slot => slot.id === id)
    if (slot === undefined || !await opens(slot))
      return false
  }
  return true
}
