import type { FilesContext } from './calls/files-calls'
import type { StorageContext } from './calls/storage-calls'
import type { ShellStore } from './shell-state'
import type { Vault } from './vault/vault'
import type { MainWindow } from './window'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { app, dialog, safeStorage } from 'electron'
import { openAttachments } from './storage/attachments'
import { openJournal } from './storage/journal'
import { openSnapshots } from './storage/snapshots'
import { makeKeychain } from './vault/keychain'
import { openVault } from './vault/vault'

const JOURNAL = 'journal'
const SNAPSHOTS = 'snapshots'
const ATTACHMENTS = 'attachments'

/** The files beside the database: journal, snapshots, attachments. */
export function setupStorage(profile: string, store: ShellStore, window: () => MainWindow): StorageContext {
  const snapshotFolder = (): string => store.state.snapshotFolder ?? join(profile, SNAPSHOTS)
  let snapshots = openSnapshots({ folder: snapshotFolder() })
  return {
    journal: openJournal(join(profile, JOURNAL)),
    snapshots: () => snapshots,
    attachments: openAttachments({
      folder: join(profile, ATTACHMENTS),
      beside: () => store.state.snapshotFolder === null ? null : join(store.state.snapshotFolder, ATTACHMENTS),
    }),
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

/** The system's dialogs for files of the user's choice, over the window. */
export function setupFiles(window: () => MainWindow): FilesContext {
  return {
    async chooseSave(suggestedName) {
      const parent = window().current
      const options = { defaultPath: join(app.getPath('documents'), suggestedName), properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const] }
      const { canceled, filePath } = parent ? await dialog.showSaveDialog(parent, options) : await dialog.showSaveDialog(options)
      return canceled || filePath === '' ? null : filePath
    },
    async chooseOpen() {
      const parent = window().current
      // No filter: a backup is known by what is in it, whatever it is called.
      const options = { properties: ['openFile' as const] }
      const { canceled, filePaths: [chosen] } = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
      return canceled ? null : chosen ?? null
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
