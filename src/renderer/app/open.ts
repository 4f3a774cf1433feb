import type { OpenRecord } from '../../data/record'
import { dayOf } from '../../core/lib/day'
import { openRecord } from '../../data/open-record'
import { pause } from './pause'

/** Opens the record with the key that the vault gave; its files lie with the main process. */
export function openWith(key: Uint8Array, bridge: Pick<Window['untether'], 'journal' | 'snapshots' | 'vault' | 'reportError'>, version: Promise<string>, zone: string): Promise<OpenRecord> {
  return openRecord({
    key,
    journal: bridge.journal,
    snapshots: bridge.snapshots,
    slots: () => bridge.vault.slots(),
    app: () => version,
  }, {
    now: () => Date.now(),
    dayOf: at => dayOf(at, zone),
    newId: () => crypto.randomUUID(),
    pause,
    onFault: error => void bridge.reportError({ where: 'data:commit', message: String(error), stack: '' }),
  })
}
