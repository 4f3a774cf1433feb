import type { Plugin } from 'vite'
import { Buffer } from 'node:buffer'
import { isLanguage, startChunks } from './start-chunks'

/**
 * Fails the build when the script that must load before the first paint grows beyond `limitKb` (1 kB = 1000 bytes,
 * uncompressed): the entry, what it always asks for (catalogue facts, one language: the largest), the Today page it opens
 * on, and all that these import statically.
 */
export function scriptBudget({ limitKb }: { limitKb: number }): Plugin {
  return {
    name: 'untether:script-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const all = startChunks(bundle)
      const [largest, ...others] = all.filter(isLanguage).sort((a, b) => b.code.length - a.code.length)
      const chunks = all.filter(chunk => chunk === largest || !others.includes(chunk))
      const files = chunks.map(({ fileName }) => fileName)
      const kb = Math.round(chunks.reduce((bytes, { code }) => bytes + Buffer.byteLength(code), 0) / 1000)
      this.emitFile({ type: 'asset', fileName: 'script-budget.json', source: JSON.stringify({ kb, limitKb, files }) })
      if (kb > limitKb)
        this.error(`${kb} kB of script load before the first paint; the budget is ${limitKb} kB. Load something later (see src/decisions/0004-start-up-budget.md).`)
      this.info(`${kb} of ${limitKb} kB of script before the first paint`)
    },
  }
}
