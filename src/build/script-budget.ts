import type { Plugin } from 'vite'
import { Buffer } from 'node:buffer'
import { startChunks } from './start-chunks'

/**
 * Fails the build when the script that must load before the first paint grows beyond `limitKb` (1 kB = 1000 bytes,
 * uncompressed): the entry, what it always asks for (catalogue facts, one language), the Today page it opens on, and all
 * that these import statically.
 */
export function scriptBudget({ limitKb }: { limitKb: number }): Plugin {
  return {
    name: 'untether:script-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = startChunks(bundle, { withLanguage: true })
      const bytes = files.reduce((sum, file) => {
        const chunk = bundle[file]
        return sum + (chunk?.type === 'chunk' ? Buffer.byteLength(chunk.code) : 0)
      }, 0)
      const kb = Math.round(bytes / 1000)
      this.emitFile({ type: 'asset', fileName: 'script-budget.json', source: JSON.stringify({ kb, limitKb, files }) })
      if (kb > limitKb)
        this.error(`${kb} kB of script load before the first paint; the budget is ${limitKb} kB. Load something later (see src/decisions/0004-start-up-budget.md).`)
      this.info(`${kb} of ${limitKb} kB of script before the first paint`)
    },
  }
}
