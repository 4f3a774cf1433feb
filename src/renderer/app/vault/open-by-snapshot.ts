import type { AdoptAnswer, KeySlot } from '../../../shared/vault'
import { readHeader } from '../../../data/backup/file'

/**
 * The key file is gone or opens nothing: the headers of snapshots hold the slots of their time, newest first.
 * Slots that were tried are not tried again, and none are once a wrong try has to be waited for. null = nothing to try.
 *
 * @param secret passphrase or recovery code; null = this computer's keychain
 */
export async function openBySnapshot({ snapshots, vault }: Pick<Window['untether'], 'snapshots' | 'vault'>, secret: string | null): Promise<AdoptAnswer | null> {
  const tried = new Set<string>()
  let last: AdoptAnswer | null = null
  for (const { name } of await snapshots.list()) {
    const bytes = await snapshots.read(name)
    const slots = bytes ? slotsIn(bytes) : []
    const ids = slots.filter(({ kind }) => secret === null ? kind === 'keychain' : isSecret(kind)).map(({ id }) => id).join()
    if (ids === '' || tried.has(ids))
      continue
    tried.add(ids)
    const answer = await vault.adopt(slots, secret)
    if (answer.ok || answer.reason === 'not-written' || answer.waitMs > 0)
      return answer
    if (answer.reason !== 'damaged')
      last = answer
  }
  return last
}

function isSecret(kind: KeySlot['kind']): boolean {
  return kind === 'passphrase' || kind === 'recovery'
}

function slotsIn(bytes: Uint8Array): KeySlot[] {
  try {
    return readHeader(bytes).header.slots
  }
  catch {
    return []
  }
}
