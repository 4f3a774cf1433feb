// @ts-check
/**
 * Finds an Electron to run the app with: the person's own choice, the runtime of the `electron` package, or the
 * fallback runtime.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { quiet } from './exec.mjs'
import { fallback, prepareFallback } from './fallback-runtime.mjs'
import { cacheFolder, root } from './places.mjs'
import { LaunchError, say } from './say.mjs'

/**
 * @typedef {object} Runtime an Electron that is ready to run
 * @property {string} executable its path
 * @property {'own' | 'normal' | 'fallback'} kind where it comes from
 * @property {string} folder the distribution's folder
 * @property {string} version Electron's version, or '' where an own runtime does not tell
 */

/**
 * @typedef {object} World what the choice depends on; tests hand in their own
 * @property {string} platform as process.platform
 * @property {string} arch as process.arch
 * @property {NodeJS.ProcessEnv} env as process.env
 * @property {string} packageFolder the folder of the `electron` package
 * @property {string} cache the cache folder
 * @property {number} now in ms
 * @property {boolean} isRetry try again what failed lately
 * @property {(packageFolder: string) => import('./exec.mjs').Outcome} install fetches the package's runtime
 * @property {(cache: string) => Promise<string>} prepareFallback gives the fallback's executable
 * @property {(line: string) => void} say tells the person
 */

/** How long a failed fetch is remembered, so that second runs are quick. */
const failureKept = 24 * 60 * 60 * 1000

/** @returns {World} the real one */
function realWorld() {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    packageFolder: join(root, 'node_modules', 'electron'),
    cache: cacheFolder(),
    now: Date.now(),
    isRetry: process.argv.includes('--retry') || process.env.UNTETHER_RETRY === '1',
    install: folder => quiet(process.execPath, [join(folder, 'install.js')], { timeout: 15 * 60 * 1000 }),
    prepareFallback,
    say,
  }
}

/**
 * Gives a runtime, fetching or preparing it first where needed.
 *
 * @param {Partial<World>} [given]
 * @returns {Promise<Runtime>} the runtime
 */
export async function findRuntime(given = {}) {
  const world = { ...realWorld(), ...given }
  return ownRuntime(world) ?? normalRuntime(world) ?? await fallbackRuntime(world)
}

/**
 * The executable named by `UNTETHER_ELECTRON`.
 *
 * @param {World} world
 * @returns {Runtime | undefined} none where none is named
 */
function ownRuntime({ env }) {
  const executable = env.UNTETHER_ELECTRON
  if (!executable)
    return undefined
  if (!existsSync(executable))
    throw new LaunchError(`UNTETHER_ELECTRON names ${executable}, which is not there.`, ['correct it, or unset it'])
  const folder = dirname(executable)
  const file = join(folder, 'version')
  return { executable, kind: 'own', folder, version: existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '' }
}

/**
 * The runtime of the `electron` package, which is fetched at first use.
 *
 * @param {World} world
 * @returns {Runtime | undefined} none where the fallback has to do
 */
function normalRuntime(world) {
  const { packageFolder } = world
  const about = join(packageFolder, 'package.json')
  if (!existsSync(about))
    throw new LaunchError('The electron package is not installed.', ['run: npm ci'])
  /** @type {string} */
  const version = JSON.parse(readFileSync(about, 'utf8')).version
  const stamp = join(world.cache, `electron-${version}-unreachable`)

  const found = installedRuntime(packageFolder, version)
  if (found)
    return found
  if (canFallBack(world) && !world.isRetry && isRecent(stamp, world.now))
    return undefined

  world.say(`Fetching Electron ${version} …`)
  const done = world.install(packageFolder)
  const fetched = done.isOk ? installedRuntime(packageFolder, version) : undefined
  if (fetched) {
    rmSync(stamp, { force: true })
    return fetched
  }
  if (!canFallBack(world)) {
    throw new LaunchError(`Electron ${version} could not be fetched: ${done.err.trim().split('\n')[0]}`, [
      'check the network (a proxy is taken from HTTPS_PROXY) and try again',
      'or name an Electron that you have: UNTETHER_ELECTRON=<its executable>',
    ])
  }
  mkdirSync(world.cache, { recursive: true })
  writeFileSync(stamp, String(world.now))
  return undefined
}

/**
 * @param {string} packageFolder
 * @param {string} version
 * @returns {Runtime | undefined} none where it is not there, or of another version
 */
function installedRuntime(packageFolder, version) {
  const folder = join(packageFolder, 'dist')
  try {
    const executable = join(folder, readFileSync(join(packageFolder, 'path.txt'), 'utf8'))
    const found = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
    return found === version && existsSync(executable) ? { executable, kind: 'normal', folder, version } : undefined
  }
  catch {
    return undefined
  }
}

/**
 * @param {World} world
 * @returns {Promise<Runtime>} the fallback
 */
async function fallbackRuntime(world) {
  try {
    const executable = await world.prepareFallback(world.cache)
    world.say(`Electron itself could not be fetched: using Electron ${fallback.electron}, an old runtime for development and tests only.`)
    return { executable, kind: 'fallback', folder: dirname(executable), version: fallback.electron }
  }
  catch (error) {
    throw new LaunchError(`There is no Electron to run the app with. ${/** @type {Error} */ (error).message}`, [
      'check the network and run the command again with UNTETHER_RETRY=1',
      'or name an Electron that you have: UNTETHER_ELECTRON=<its executable>',
    ])
  }
}

/**
 * The fallback runtime exists for Linux x64 only.
 *
 * @param {Pick<World, 'platform' | 'arch'>} world
 * @returns {boolean} whether this machine has one
 */
function canFallBack({ platform, arch }) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * @param {string} stamp
 * @param {number} now
 * @returns {boolean} whether the failure still counts
 */
function isRecent(stamp, now) {
  if (!existsSync(stamp))
    return false
  const age = now - Number(readFileSync(stamp, 'utf8'))
  return age >= 0 && age < failureKept
}
