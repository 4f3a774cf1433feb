import type { Disk } from './open'
import { IDBFactory } from 'fake-indexeddb'
import { createSealer } from '../../src/data/seal/sealer'
import { DATABASE, declareDatabase } from '../../src/data/database'
import { KEY, useDisk } from './open'

/** The database of a disk as it is now, on another one; the files beside it are shared. */
export async function copyDatabase(from: Disk): Promise<Disk> {
  const to: Disk = { ...from, indexedDB: new IDBFactory() }
  const open = async (disk: Disk) => {
    useDisk(disk)
    const db = declareDatabase(DATABASE, createSealer(KEY))
    await db.open()
    return db
  }
  const source = await open(from)
  const rows = await Promise.all(source.tables.map(async table => [table.name, await table.toArray()] as const))
  source.close()
  const copy = await open(to)
  for (const [table, all] of rows)
    await copy.table(table).bulkAdd(all)
  copy.close()
  return to
}

/** The same files beside a database that came back empty. */
export function withoutDatabase(disk: Disk): Disk {
  return { ...disk, indexedDB: new IDBFactory() }
}
