// @ts-check
/** Where things lie: the repository, and a cache that survives `npm ci`. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = resolve(fileURLToPath(import.meta.url), '../..')

/** Where the build goes; ignored by git. */
export const outFolder = join(root, 'out')

/**
 * The cache folder: `UNTETHER_CACHE`, else `untether-dev` in the system's cache folder.
 *
 * Not inside node_modules: `npm ci` empties that, and the fallback runtime is 110 MB.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} an absolute path
 */
export function cacheFolder(env = process.env) {
  if (env.UNTETHER_CACHE)
    return resolve(env.UNTETHER_CACHE)
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'untether-dev')
}
