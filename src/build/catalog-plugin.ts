import type { Plugin } from 'vite'
import type { CatalogFacts } from '../core/catalog/tiers'
import type { GatheredCatalog } from './catalog'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toColumns } from '../core/catalog/columns'
import { catalogFiles, gatherCatalog } from './catalog'

const tiers = ['facts', 'guides', 'patterns', 'icons'] as const satisfies readonly (keyof GatheredCatalog)[]

const PREFIX = 'virtual:catalog/'

/**
 * Offers the catalogue under `dir` as `virtual:catalog/facts`, `…/guides`, `…/patterns` and `…/icons`.
 *
 * In dev the folder is watched and the page reloads; a broken file stops the build with its name and field.
 */
export function catalog(dir: string): Plugin {
  let gathered: GatheredCatalog | undefined

  return {
    name: 'untether:catalog',

    resolveId(id) {
      return tiers.some(tier => id === PREFIX + tier) ? `\0${id}` : undefined
    },

    load(id) {
      const tier = tiers.find(tier => id === `\0${PREFIX}${tier}`)
      if (!tier)
        return undefined
      for (const file of catalogFiles(dir))
        this.addWatchFile(file)
      gathered ??= gatherCatalog(dir)
      return tier === 'facts' ? factsModule(gathered.facts) : parsedModule(gathered[tier])
    },

    watchChange(file) {
      if (file.startsWith(dir + sep))
        gathered = undefined
    },

    configureServer(server) {
      // New files are watched by nobody yet, so the folder itself is.
      server.watcher.add(dir)
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(dir + sep))
          return
        gathered = undefined
        for (const tier of tiers) {
          const module = server.moduleGraph.getModuleById(`\0${PREFIX}${tier}`)
          if (module)
            server.moduleGraph.invalidateModule(module)
        }
        server.ws.send({ type: 'full-reload' })
      })
    },
  }
}

/** A module whose default export is `value`. As a string it is read by the JSON parser, which is faster than reading it as script. */
export function parsedModule(value: unknown): string {
  return `export default ${parsed(value)}\n`
}

/** The facts come as columns, about half the size, and are put together when the module runs. */
export function factsModule({ providers, services, regulation }: CatalogFacts): string {
  const columns = fileURLToPath(new URL('../core/catalog/columns.ts', import.meta.url))
  return [
    `import { fromColumns } from ${JSON.stringify(columns.replaceAll('\\', '/'))}`,
    `const facts = ${parsed({ providers: toColumns(providers), services: toColumns(services), regulation })}`,
    'export default { ...facts, providers: fromColumns(facts.providers), services: fromColumns(facts.services) }',
    '',
  ].join('\n')
}

// A template literal, because bundlers print plain strings in double quotes, and then every quote in the JSON needs a backslash.
function parsed(value: unknown): string {
  const json = JSON.stringify(value).replace(/[\\`$]/g, '\\$&')
  return `JSON.parse(\`${json}\`)`
}
