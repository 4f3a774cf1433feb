import type { Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import { DATABASE } from '../../../src/data/database'
import { createSealer } from '../../../src/data/seal/sealer'

/** Every row of every store of the database, opened; stores and rows in order. */
export type Stored = Record<string, Record<string, unknown>[]>
/** Rows have one box, events one or more. */
type OnDisk = { id?: string, seq?: number, v: number, boxes: string[] }

/**
 * Reads the whole database past the app, with the key that the vault gives the window. Does not create one that is not there.
 * @param passphrase of the vault, where it has one
 */
export async function storedRows(page: Page, passphrase?: string): Promise<Stored> {
  const { key, stores } = await page.evaluate(async ({ name, passphrase }) => {
    const opening = passphrase === undefined ? await window.untether.vault.open() : await window.untether.vault.unlock(passphrase)
    const key = 'key' in opening ? [...opening.key] : []
    const stores: Record<string, OnDisk[]> = {}
    if (!(await indexedDB.databases()).some(database => database.name === name))
      return { key, stores }
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
    for (const store of [...db.objectStoreNames].sort()) {
      const rows = await new Promise<Record<string, unknown>[]>((done, failed) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => done(request.result as Record<string, unknown>[])
        request.onerror = () => failed(request.error)
      })
      stores[store] = rows.map(row => ({ ...row, boxes: ((row['boxes'] ?? [row['box']]) as Uint8Array[]).map(box => btoa(Array.from(box, byte => String.fromCharCode(byte)).join(''))) }) as OnDisk)
    }
    db.close()
    return { key, stores }
  }, { name: DATABASE, passphrase })
  const sealer = createSealer(Uint8Array.from(key))
  return Object.fromEntries(Object.entries(stores).filter(([store]) => store !== 'pages').map(([store, rows]) => [store, rows.map(({ id, seq, v, boxes }) => {
    const [first, ...more] = boxes.map((box, part) => sealer.open({ table: store, id: id ?? (part === 0 ? String(seq) : `${seq}.${part}`), version: v }, Buffer.from(box, 'base64')) as Record<string, unknown>)
    const event = first!['event'] as { changes: unknown[] } | undefined
    return event ? { ...event, changes: [event.changes, ...more].flat() } : first!
  })]))
}

/** How many rows each store holds, the timeline and the settings left out. */
export function rowCount(stored: Stored): number {
  return Object.entries(stored).filter(([store]) => store !== 'events' && store !== 'settings').reduce((sum, [, rows]) => sum + rows.length, 0)
}
