import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, for this user's eyes only.
 *
 * Node's own recursive way never comes back where the system answers "no such folder" for the last step, as it does
 * on virtual file systems and on drives that are gone.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  }
  catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const above = dirname(folder)
    if (code === 'ENOENT' && above !== folder) {
      makeFolder(above)
      mkdirSync(folder, { mode: 0o700 })
    }
    else if (!isFolder(folder)) {
      throw error
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
