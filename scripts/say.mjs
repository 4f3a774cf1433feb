// @ts-check
/** How the launcher speaks: one short line to a person, and errors that say what to do. */
import process from 'node:process'
import { endOnSignals, interrupted } from './exec.mjs'

/**
 * Says one line, apart from what the app itself prints.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`› ${line}\n`)
}

/** An error meant for a person: printed without a stack. */
export class LaunchError extends Error {
  /**
   * @param {string} what what went wrong
   * @param {string[]} todo what the reader can do, one thing a line
   */
  constructor(what, todo = []) {
    super([what, ...todo.map(line => `  - ${line}`)].join('\n'))
    this.name = 'LaunchError'
  }
}

/**
 * Runs a script's main function; its answer is the exit code, and a LaunchError is shown in plain words.
 *
 * @param {() => Promise<number | void>} main
 */
export async function run(main) {
  endOnSignals()
  try {
    const code = await main()
    process.exitCode = interrupted() || (code ?? 0)
  }
  catch (error) {
    process.stderr.write(`${error instanceof LaunchError ? error.message : /** @type {Error} */ (error).stack}\n`)
    process.exitCode = 1
  }
}
