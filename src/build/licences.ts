import type { Plugin } from 'vite'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'

/** One package that went into a bundle. The same shape as `Licence` of the contract between the processes. */
type PackageLicence = { name: string, version: string, licence: string, text: string }

/** Which process the bundle is for, and packages that get in by another way than an import. */
export type LicencesOptions = {
  /** Names of packages whose data a plugin of ours writes into the bundle, e.g. an icon set. */
  also?: readonly string[]
  /** The folder that `node_modules` lies in. */
  root?: string
}

/**
 * Writes `licences.json` beside the bundle: name, version, licence and licence text of each package inside.
 *
 * It looks at what is really in the output, so a package that only the build uses is not named.
 */
export function licences(part: 'main' | 'preload' | 'renderer', { also = [], root = process.cwd() }: LicencesOptions = {}): Plugin {
  let sourceRoot = root
  return {
    name: `untether:licences-${part}`,
    apply: 'build',
    configResolved(config) {
      sourceRoot = config.root
    },
    generateBundle(_options, bundle) {
      const files = new Set<string>([...this.getModuleIds()].filter(isStyle))
      for (const item of Object.values(bundle)) {
        if (item.type === 'chunk')
          Object.entries(item.modules).filter(([, module]) => module.renderedLength > 0).forEach(([id]) => files.add(id))
        else
          item.originalFileNames.forEach(file => files.add(resolve(sourceRoot, file)))
      }
      const folders = new Set([...files].map(packageFolder).filter(folder => folder !== null))
      also.forEach(name => folders.add(join(root, 'node_modules', name)))
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(describe([...folders])) })
    },
  }
}

/** The folder of the package that a module belongs to, or null for code of our own. */
export function packageFolder(id: string): string | null {
  const path = id.replace(/^\0/, '').replace(/\\/g, '/').split('?', 1)[0] ?? ''
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)
  return found?.[1] ?? null
}

function isStyle(id: string): boolean {
  return /\.css(?:\?|$)/.test(id)
}

function describe(folders: readonly string[]): PackageLicence[] {
  const byName = new Map<string, PackageLicence>()
  for (const folder of folders) {
    const about = readAbout(folder)
    if (about !== null)
      byName.set(`${about.name}@${about.version}`, about)
  }
  return [...byName.values()].sort((a, b) => a.name < b.name ? -1 : 1)
}

function readAbout(folder: string): PackageLicence | null {
  const file = join(folder, 'package.json')
  if (!existsSync(file))
    return null
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  if (typeof name !== 'string' || typeof version !== 'string')
    return null
  return { name, version, licence: typeof license === 'string' ? license : 'unknown', text: licenceText(dirname(file)) }
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).filter(name => /^(?:licen[cs]e|copying|ofl)(?:[.-]|$)/i.test(name)).sort()[0]
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
}
