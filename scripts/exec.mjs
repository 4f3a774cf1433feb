// @ts-check
/** Child processes in the two ways the launcher needs: quiet with its output, or in view with its exit code. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './places.mjs'

/**
 * @typedef {object} Outcome what a quiet command did
 * @property {boolean} isOk it ran and ended with 0
 * @property {string} out its standard output
 * @property {string} err its standard error, or why it could not start
 */

/**
 * Runs a command quietly and waits. Never throws: a missing command is an Outcome too.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {Outcome} what it did
 */
export function quiet(command, args, options = {}) {
  const done = spawnSync(command, args, { maxBuffer: 64 * 1024 * 1024, ...options, encoding: 'utf8' })
  return { isOk: done.status === 0, out: done.stdout ?? '', err: done.error ? done.error.message : done.stderr ?? '' }
}

/** Children in view, which get the signals that the launcher gets. */
const children = new Set(/** @type {import('node:child_process').ChildProcess[]} */ ([]))

let interruption = 0

/**
 * The exit code owed to a signal that asked the launcher to end, else 0.
 *
 * @returns {number} the code
 */
export function interrupted() {
  return interruption
}

/** From now on a signal ends the launcher in good order: children in view first, exit handlers after. */
export function endOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => end(signal))
  endWithNpm()
}

/** A signal to npm ends npm and its shell, but the shell does not pass it on: an orphan ends itself. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event)
    return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent)
      return
    clearInterval(watch)
    end('SIGTERM')
  }, 500)
  watch.unref()
}

/** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
function end(signal) {
  interruption = 128 + constants.signals[signal]
  if (children.size === 0)
    process.exit(interruption)
  // A terminal sends Ctrl+C to the children itself; a second one would cut their closing short.
  if (signal === 'SIGINT' && process.stdin.isTTY)
    return
  for (const child of children)
    child.kill(signal)
}

/**
 * Runs a command in view of the person and answers with its exit code.
 *
 * A child ended by a signal gives 128 + its number, as shells do.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code
 */
export function inView(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    children.add(child)
    child.once('error', (error) => {
      children.delete(child)
      reject(error)
    })
    child.once('exit', (code, signal) => {
      children.delete(child)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * Runs npm with the very npm that started this script, or the one on the path.
 *
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {Outcome} what it did
 */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath
  if (own && /\.c?js$/.test(own))
    return quiet(process.execPath, [own, ...args], options)
  return quiet('npm', args, { shell: process.platform === 'win32', ...options })
}

/**
 * The script behind a development tool's command, to be run with this very Node.
 *
 * @param {string} name its package
 * @param {string} [command] the command, where its name is another
 * @returns {string} path of the script
 */
export function tool(name, command = name) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}
