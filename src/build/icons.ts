import type { Plugin } from 'vite'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

type IconSet = {
  icons: Record<string, { body: string }>
  aliases?: Record<string, { parent: string }>
}

/** The Lucide icon set as its package ships it. */
export function lucide(): IconSet {
  const file = createRequire(join(process.cwd(), 'package.json')).resolve('@iconify-json/lucide/icons.json')
  return JSON.parse(readFileSync(file, 'utf8')) as IconSet
}

/** Drawing of one icon on its 24 × 24 field; undefined where the set has none of that name. */
export function bodyOf(set: IconSet, name: string): string | undefined {
  const parent = set.aliases?.[name]?.parent
  return set.icons[name]?.body ?? (parent === undefined ? undefined : bodyOf(set, parent))
}

const ID = 'virtual:icons'

/**
 * Puts the named icons, and only them, into the bundle. The kit draws with `@iconify/vue`, which would fetch what it
 * does not know from a server; `standIn` takes its place and asks nobody.
 */
export function icons({ names, standIn }: { names: readonly string[], standIn: string }): Plugin {
  return {
    name: 'untether:icons',
    enforce: 'pre',
    config: () => ({ resolve: { alias: [{ find: /^@iconify\/vue$/, replacement: standIn }] } }),
    resolveId: id => id === ID ? `\0${ID}` : undefined,
    load(id) {
      if (id !== `\0${ID}`)
        return undefined
      const set = lucide()
      const bodies = names.map((name) => {
        const body = bodyOf(set, name)
        return body === undefined ? this.error(`no icon "${name}" in Lucide`) : [name, body] as const
      })
      return `export default ${JSON.stringify(Object.fromEntries(bodies))}`
    },
  }
}
