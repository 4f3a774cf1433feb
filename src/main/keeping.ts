import type { StorageContext } from './calls/storage-calls'
import type { ShellStore } from './shell-state'
import type { Vault } from './vault/vault'
import type { MainWindow } from './window'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { dialog, safeStorage } from 'electron'
import { openJournal } from './storage/journal'
import { openSnapshots } from './storage/snapshots'
import { makeKeychain } from './vault/keychain'
import { openVault } from './vault/vault'

const JOURNAL = 'journal'
const SNAPSHOTS = 'snapshots'

/** The files beside the database: journal and snapshots. */
export function setupStorage(profile: string, store: ShellStore, window: () => MainWindow): StorageContext {
  const snapshotFolder = (): string => store.state.snapshotFolder ?? join(profile, SNAPSHOTS)
  let snapshots = openSnapshots({ folder: snapshotFolder() })
  return {
    journal: openJournal(join(profile, JOURNAL)),
    snapshots: () => snapshots,
    snapshotFolder,
    async chooseSnapshotFolder() {
      const parent = window().current
      const options = { defaultPath: snapshotFolder(), properties: ['openDirectory' as const, 'createDirectory' as const] }
      const { canceled, filePaths: [chosen] } = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
      if (canceled || chosen === undefined)
        return null
      store.change({ snapshotFolder: chosen })
      snapshots = openSnapshots({ folder: chosen })
      return chosen
    },
  }
}

/** The vault of this profile, over the system's own keychain. */
export function setupVault(profile: string): Vault {
  return openVault({
    folder: profile,
    keychain: makeKeychain(safeStorage, process.platform),
    hasData: () => [JOURNAL, SNAPSHOTS].some(folder => hasFiles(join(profile, folder))),
    now: () => Date.now(),
    newId: () => randomUUID(),
    random: bytes => randomBytes(bytes),
  })
}

function hasFiles(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  }
  catch {
    return false
  }
}
