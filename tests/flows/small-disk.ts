import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** A disk of its own under one folder, so small that it can be filled. */
export type SmallDisk = {
  /** Leaves no byte free. */
  fill: () => void
  /** Makes room again. */
  empty: () => void
  /** Takes every right to write away, whoever asks. */
  lockDown: () => void
  close: () => void
}

const BLOCK = Buffer.alloc(4096)

/** Mounts one over the folder; needs the rights of root, or `sudo` that asks for no password. */
export function smallDisk(folder: string, megabytes = 48): SmallDisk {
  const asRoot = (command: string, ...args: string[]): unknown => process.getuid?.() === 0
    ? execFileSync(command, args)
    : execFileSync('sudo', ['-n', command, ...args])
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder)
  const filler = join(folder, 'filler')
  return {
    fill() {
      const file = openSync(filler, 'w')
      try {
        while (true)
          writeSync(file, BLOCK)
      }
      catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC')
          throw error
      }
      finally {
        closeSync(file)
      }
    },
    empty: () => rmSync(filler, { force: true }),
    lockDown: () => void asRoot('mount', '-o', 'remount,ro', folder),
    close: () => void asRoot('umount', '--lazy', folder),
  }
}
