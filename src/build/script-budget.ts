import type { Plugin } from 'vite'
import { Buffer } from 'node:buffer'

/** Modules that `renderer/app/start.ts` asks for on every start. */
const AT_START = /features\/today\/TodayPage\.vue|virtual:catalog\/facts|locales\/en\.ts/

/**
 * Fails the build when the script that must load before the first paint grows beyond `limitKb` (1 kB = 1000 bytes,
 * uncompressed): the entry, what it always asks for (catalogue facts, one language), the Today page it
 * opens on, and all that these import statically.
 */
export function scriptBudget({ limitKb }: { limitKb: number }): Plugin {
  return {
    name: 'untether:script-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(item => item.type === 'chunk')
      const byFile = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
      const first = new Set<string>()
      const visit = (fileName: string): void => {
        const chunk = byFile.get(fileName)
        if (!chunk || first.has(fileName))
          return
        first.add(fileName)
        chunk.imports.forEach(visit)
      }
      for (const chunk of chunks) {
        if (chunk.isEntry || AT_START.test(chunk.facadeModuleId ?? ''))
          visit(chunk.fileName)
      }
      const bytes = [...first].reduce((sum, file) => sum + Buffer.byteLength(byFile.get(file)?.code ?? ''), 0)
      const kb = Math.round(bytes / 1000)
      this.emitFile({ type: 'asset', fileName: 'script-budget.json', source: JSON.stringify({ kb, limitKb, files: [...first].sort() }) })
      if (kb > limitKb)
        this.error(`${kb} kB of script load before the first paint; the budget is ${limitKb} kB. Load something later (see src/decisions/0004-start-up-budget.md).`)
      this.info(`${kb} of ${limitKb} kB of script before the first paint`)
    },
  }
}
