import type { OpenRecord } from '../../data/record'
import { dayOf } from '../../core/lib/day'
import { openRecord } from '../../data/open-record'
import { pause } from './pause'

/**
 * Opens the record with the key that the vault gave; its files lie with the main process. Snapshots leave their times in the page's
 * own performance timeline, as commits do; the bench reads them.
 */
export async function openWith(key: Uint8Array, bridge: Pick<Window['untether'], 'journal' | 'snapshots' | 'attachments' | 'vault' | 'reportError'>, version: Promise<string>, zone: string): Promise<OpenRecord> {
  const record = await openRecord({
    key,
    journal: bridge.journal,
    snapshots: bridge.snapshots,
    attachments: bridge.attachments,
    slots: () => bridge.vault.slots(),
    app: () => version,
  }, {
    now: () => Date.now(),
    dayOf: at => dayOf(at, zone),
    newId: () => crypto.randomUUID(),
    pause,
    onFault: error => void bridge.reportError({ where: 'data:commit', message: String(error), stack: '' }),
  })
  performance.mark('app:opened')
  return {
    ...record,
    snapshot: () => timed('app:snapshot', record.snapshot()),
  }
}

async function timed<T>(name: string, work: Promise<T>): Promise<T> {
  const start = performance.now()
  const done = await work
  performance.measure(name, { start, end: performance.now() })
  return done
}
