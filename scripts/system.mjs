// @ts-check
/** What the system must bring: shared libraries, a display server, a Chinese font, and Chromium for the tests. */
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { quiet } from './exec.mjs'
import { LaunchError, say } from './say.mjs'

/** The Debian package of each library Electron links to; whatever else it links to comes along as a dependency. */
const packageOf = [
  [/^lib(gtk|gdk)-3\.|^libatk|^libatspi|^libcups|^libpango|^libcairo|^libX|^libxcb|^libxkbcommon\.|^libdbus-1\./, 'libgtk-3-0'],
  [/^lib(nss3|nssutil3|smime3|nspr4)\./, 'libnss3'],
  [/^libasound\./, 'libasound2'],
  [/^lib(gbm|drm|expat)\./, 'libgbm1'],
].map(([pattern, name]) => ({ pattern: /** @type {RegExp} */ (pattern), name: /** @type {string} */ (name) }))

/** Opened at run time rather than linked to, so a check cannot see them: they are installed with the others. */
const companions = ['libxss1', 'libxtst6', 'libnotify4', 'libsecret-1-0']

/** Names under which Chromium is found. */
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * @typedef {object} Needs what a command needs of the system
 * @property {string} executable the Electron executable whose libraries must be there
 * @property {boolean} isHeadless a display must be started
 * @property {boolean} isTest Chromium is wanted too
 */

/**
 * @typedef {object} Missing what is not there
 * @property {string[]} packages Debian packages without which the command cannot run
 * @property {string[]} wished Debian packages without which it runs less well
 * @property {string[]} libraries the libraries behind it, for people without Debian
 */

/**
 * @typedef {object} System the machine; tests hand in their own
 * @property {string} platform as process.platform
 * @property {boolean} isRoot whether packages may be installed
 * @property {NodeJS.ProcessEnv} env as process.env
 * @property {(command: string, args: string[], options?: import('node:child_process').SpawnSyncOptions) => import('./exec.mjs').Outcome} quiet runs a command
 * @property {(command: string) => string | undefined} which finds a command
 * @property {(line: string) => void} say tells the person
 */

/** @returns {System} the real one */
function realSystem() {
  return { platform: process.platform, isRoot: process.getuid?.() === 0, env: process.env, quiet, which, say }
}

/**
 * Makes sure the system brings what is needed: installs it as root on Debian, else says the one command to run.
 *
 * @param {Needs} needs
 * @param {Partial<System>} [given]
 */
export function ensureSystem(needs, given = {}) {
  const system = { ...realSystem(), ...given }
  if (system.platform !== 'linux')
    return
  const missing = findMissing(needs, system)
  const all = [...missing.packages, ...missing.wished]
  if (all.length === 0)
    return
  if (!system.which('apt-get'))
    return refuseOrWarn(missing, all, 'install what Debian calls', system)
  if (!system.isRoot)
    return refuseOrWarn(missing, debianNames(all, system), 'run: sudo apt-get install -y --no-install-recommends', system)

  install(all, system)
  const still = findMissing(needs, system)
  if (still.packages.length > 0)
    throw new LaunchError(`Still missing after the installation: ${[...still.libraries, ...still.packages].join(' ')}`, ['install them by hand'])
}

/**
 * Looks for what is not there. Nothing is changed.
 *
 * @param {Needs} needs
 * @param {System} system
 * @returns {Missing} what is not there
 */
export function findMissing(needs, system) {
  const libraries = missingLibraries(system.quiet('ldd', [needs.executable]).out)
  const packages = packagesFor(libraries)
  if (needs.isHeadless && !system.which('Xvfb'))
    packages.push('xvfb')
  const wished = []
  if (!system.which('fc-list'))
    wished.push('fontconfig', 'fonts-noto-cjk')
  else if (system.quiet('fc-list', [':lang=zh']).out.trim() === '')
    wished.push('fonts-noto-cjk')
  if (needs.isTest && !findChromium(system))
    packages.push('chromium')
  return { packages, wished, libraries }
}

/**
 * Reads the libraries that the loader did not find.
 *
 * @param {string} lddOutput
 * @returns {string[]} their names
 */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map(match => /** @type {string} */ (match[1]))
}

/**
 * The Debian packages that bring these libraries. One unknown library asks for the whole set.
 *
 * @param {string[]} libraries
 * @returns {string[]} package names
 */
export function packagesFor(libraries) {
  if (libraries.length === 0)
    return []
  /** @param {string} library */
  const known = library => packageOf.filter(({ pattern }) => pattern.test(library))
  const isAllKnown = libraries.every(library => known(library).length > 0)
  const found = isAllKnown ? libraries.flatMap(known) : packageOf
  return [...new Set([...found.map(({ name }) => name), ...companions])]
}

/**
 * The names this release uses: newer ones call some libraries `…t64`.
 *
 * @param {string[]} packages
 * @param {Pick<System, 'quiet'>} system
 * @returns {string[]} package names
 */
export function debianNames(packages, system) {
  /** @param {string} name */
  const isOffered = name => /^ +Candidate: (?!\(none\))/m.test(system.quiet('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } }).out)
  return packages.map(name => !isOffered(name) && isOffered(`${name}t64`) ? `${name}t64` : name)
}

/**
 * Finds Chromium: `UNTETHER_CHROMIUM`, else on the path.
 *
 * @param {Pick<System, 'env' | 'which'>} [system]
 * @returns {string | undefined} path of the executable
 */
export function findChromium(system = { env: process.env, which }) {
  if (system.env.UNTETHER_CHROMIUM)
    return system.env.UNTETHER_CHROMIUM
  for (const name of chromiumNames) {
    const path = system.which(name)
    if (path)
      return path
  }
  return undefined
}

/**
 * @param {string[]} packages
 * @param {System} system
 */
function install(packages, system) {
  system.say(`Installing what the system lacks: ${packages.join(' ')} …`)
  const options = { env: { ...system.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const patient = ['-o', 'DPkg::Lock::Timeout=300']
  system.quiet('apt-get', [...patient, 'update'], options)
  const names = debianNames(packages, system)
  const done = system.quiet('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...names], options)
  if (!done.isOk) {
    throw new LaunchError(`apt-get could not install ${names.join(' ')}: ${done.err.trim().split('\n').at(-1)}`, [
      'look at what it says: apt-get install -y --no-install-recommends …',
    ])
  }
}

/**
 * @param {Missing} missing
 * @param {string[]} names
 * @param {string} todo
 * @param {System} system
 */
function refuseOrWarn(missing, names, todo, system) {
  if (missing.packages.length > 0) {
    const because = missing.libraries.length > 0 ? ` (${missing.libraries.join(', ')} not found)` : ''
    throw new LaunchError(`Your system lacks something the app needs${because}.`, [`${todo} ${names.join(' ')}`])
  }
  system.say(`For Chinese text, ${todo} ${names.join(' ')}`)
}

/**
 * Finds a command on the path, or where the system keeps its own.
 *
 * @param {string} command
 * @returns {string | undefined} its path
 */
export function which(command) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/bin', '/sbin']
  return folders.filter(Boolean).map(folder => join(folder, command)).find(isExecutable)
}

/**
 * @param {string} path
 * @returns {boolean} whether it can be run
 */
function isExecutable(path) {
  if (!existsSync(path))
    return false
  try {
    accessSync(path, constants.X_OK)
    return true
  }
  catch {
    return false
  }
}
