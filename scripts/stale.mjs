// @ts-check
/** Whether the build in out/ is still the build of the sources. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './places.mjs'

/** What the build is made of. */
const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Beside the sources, but no part of the build: notes, and the READMEs' pictures. */
const ignored = /(?:^|\/)(?:screenshots|decisions)(?:\/|$)|\.md$/

/** What a build must have left, or it is none. */
const built = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html']

/**
 * A fingerprint of everything the build is made of: names and contents, not times, so that a fresh checkout or a
 * touched file builds nothing anew.
 *
 * @param {string} [folder] the repository
 * @returns {string} the fingerprint
 */
export function fingerprint(folder = root) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(source => filesOf(folder, source))) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Whether the build is missing or of other sources.
 *
 * @param {string} [folder] the repository
 * @returns {boolean} whether to build
 */
export function isStale(folder = root) {
  const stamp = stampOf(folder)
  return built.some(path => !existsSync(join(folder, path)))
    || !existsSync(stamp)
    || readFileSync(stamp, 'utf8') !== fingerprint(folder)
}

/**
 * Notes that a build is about to begin: until it is done, there is none.
 *
 * @param {string} [folder] the repository
 * @returns {() => void} notes that it is done; what changed meanwhile counts as stale
 */
export function beginBuild(folder = root) {
  const before = fingerprint(folder)
  const stamp = stampOf(folder)
  rmSync(stamp, { force: true })
  return () => {
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, before)
  }
}

/** @param {string} folder */
function stampOf(folder) {
  return join(folder, 'out', '.built')
}

/**
 * @param {string} folder
 * @param {string} path a file or a folder below it
 * @returns {string[]} the files, sorted
 */
function filesOf(folder, path) {
  if (ignored.test(path) || !existsSync(join(folder, path)))
    return []
  try {
    return readdirSync(join(folder, path)).sort().flatMap(name => filesOf(folder, `${path}/${name}`))
  }
  catch {
    return [path]
  }
}
