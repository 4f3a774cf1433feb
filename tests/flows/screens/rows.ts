import type { Page } from 'playwright-core'

/** Every row of every store of the database, as it is on disk; stores and rows in order. */
export type Stored = Record<string, Record<string, unknown>[]>

/** Reads the whole database past the app. Does not create one that is not there. */
export async function storedRows(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === 'untether'))
      return {}
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('untether')
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
    const made: Record<string, Record<string, unknown>[]> = {}
    for (const store of [...db.objectStoreNames].sort()) {
      made[store] = await new Promise((done, failed) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => done(request.result as Record<string, unknown>[])
        request.onerror = () => failed(request.error)
      })
    }
    db.close()
    return made
  })
}

/** How many rows each store holds, the timeline and the settings left out. */
export function rowCount(stored: Stored): number {
  return Object.entries(stored).filter(([store]) => store !== 'events' && store !== 'settings').reduce((sum, [, rows]) => sum + rows.length, 0)
}
