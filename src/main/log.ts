import type { ScrubbedError } from './scrub'
import { Buffer } from 'node:buffer'
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder'

/** Things worth a line that are no errors. A closed list, so that no text of a user can slip in. */
export type Note = 'started' | 'stopped' | 'second-start' | 'request-blocked' | 'call-refused' | 'shell-state-unreadable'

/** The local error log. It holds no user content: it takes only fixed words and scrubbed errors. */
export type Log = {
  readonly folder: string
  note: (note: Note) => void
  error: (where: string, error: ScrubbedError) => void
}

/** How far the log may grow. */
export type LogLimits = {
  files: number
  /** Bytes after which the next file is begun. */
  bytes: number
}

const FILE = 'untether.log'

/**
 * Opens the log in the folder: `untether.log` is the newest file, `untether.4.log` the oldest.
 *
 * Writing is synchronous, so the last line before a crash is there. A log that cannot be written is given up
 * silently: it must never be the reason that the app fails.
 */
export function openLog(folder: string, { files, bytes }: LogLimits = { files: 5, bytes: 512 * 1024 }, now: () => Date = () => new Date()): Log {
  const nameOf = (index: number): string => join(folder, index === 0 ? FILE : FILE.replace('.', `.${index}.`))

  function rotate(): void {
    for (let index = files - 2; index >= 0; index--) {
      try {
        renameSync(nameOf(index), nameOf(index + 1))
      }
      catch {}
    }
  }

  function write(text: string): void {
    const line = `${now().toISOString()} ${text}\n`
    try {
      makeFolder(folder)
      if (sizeOf(nameOf(0)) + Buffer.byteLength(line) > bytes)
        rotate()
      appendFileSync(nameOf(0), line, { mode: 0o600 })
    }
    catch {}
  }

  return {
    folder,
    note: note => write(`note  ${note}`),
    error: (where, error) => write(`error ${where} ${describeError(error)}`),
  }
}

/** A scrubbed error as text: class and code, message, then one line for each frame. */
export function describeError({ kind, code, message, stack }: ScrubbedError): string {
  const title = [kind, code].filter(part => part !== '').join(' ')
  return [message === '' ? title : `${title}: ${message}`, ...stack.map(frame => `    ${frame}`)].join('\n')
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  }
  catch {
    return 0
  }
}
