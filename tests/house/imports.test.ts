import { ESLint } from 'eslint'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root, ruleFilter: ({ ruleId }) => ruleId.startsWith('boundaries/') || ruleId.startsWith('no-restricted') })

/** Lints a made-up file as if it stood at `file`; gives back the rules that refused it. */
async function refusals(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(file.endsWith('.vue') ? `<script setup lang="ts">\n${code}\n</script>\n\n<template>\n  <p />\n</template>\n` : `${code}\n`, { filePath: resolve(root, file) })
  const fatal = result?.messages.find(message => message.fatal)
  if (fatal)
    throw new Error(fatal.message)
  return result?.messages.map(message => message.ruleId ?? '') ?? []
}

const wrong: [why: string, file: string, code: string][] = [
  ['core knows no data', 'src/core/plan/probe.ts', 'import \'../../data/record\''],
  ['core knows no Vue', 'src/core/plan/probe.ts', 'import \'vue\''],
  ['core knows no Dexie', 'src/core/plan/probe.ts', 'import \'dexie\''],
  ['core knows no Electron', 'src/core/plan/probe.ts', 'import \'electron\''],
  ['core knows no disk', 'src/core/plan/probe.ts', 'import \'node:fs\''],
  ['core knows no screen', 'src/core/plan/probe.ts', 'import \'../../renderer/ui/icons\''],
  ['shared knows no main', 'src/shared/probe.ts', 'import \'../main/log\''],
  ['shared uses no package', 'src/shared/probe.ts', 'import \'zod/mini\''],
  ['data knows no Vue', 'src/data/probe.ts', 'import \'vue\''],
  ['data knows no screen', 'src/data/probe.ts', 'import \'../renderer/app/untether\''],
  ['data knows no disk', 'src/data/probe.ts', 'import \'node:fs\''],
  ['main knows no data', 'src/main/probe.ts', 'import \'../data/record\''],
  ['main knows no screen', 'src/main/probe.ts', 'import \'../renderer/app/router\''],
  ['main knows no Vue', 'src/main/probe.ts', 'import \'vue\''],
  ['preload knows no main', 'src/preload/probe.ts', 'import \'../main/log\''],
  ['preload knows no disk', 'src/preload/probe.ts', 'import \'node:fs\''],
  ['parts know no data', 'src/renderer/ui/probe.ts', 'import \'../../data/record\''],
  ['parts know no app', 'src/renderer/ui/ProbePart.vue', 'import \'../app/untether\''],
  ['views never meet Dexie', 'src/renderer/features/today/ProbePage.vue', 'import \'dexie\''],
  ['features go through the app to the data', 'src/renderer/features/today/ProbePage.vue', 'import \'../../../data/record\''],
  ['a feature knows no other', 'src/renderer/features/today/ProbePage.vue', 'import \'../plan/page\''],
  ['a feature knows no Electron', 'src/renderer/features/today/ProbePage.vue', 'import \'electron\''],
  ['a feature knows no disk', 'src/renderer/features/today/ProbePage.vue', 'import \'node:fs\''],
  ['a late import is an import', 'src/core/plan/probe.ts', 'export const late = () => import(\'../../data/record\')'],
  ['a passed-on export is an import', 'src/core/plan/probe.ts', 'export { openRecord } from \'../../data/record\''],
  ['a type import is an import', 'src/core/plan/probe.ts', 'import type { OpenRecord } from \'../../data/record\'\nexport type Probe = OpenRecord'],
  ['nothing asks the network', 'src/renderer/app/probe.ts', 'void fetch(\'app://untether/\')'],
  ['nothing is kept beside the record', 'src/renderer/features/today/ProbePage.vue', 'localStorage.clear()'],
]

const right: [why: string, file: string, code: string][] = [
  ['core may import itself', 'src/core/plan/probe.ts', 'import \'../lib/day\''],
  ['core may use its few libraries', 'src/core/plan/probe.ts', 'import \'zod/mini\'\nimport \'@internationalized/date\'\nimport \'libphonenumber-js/core\''],
  ['data may use core and Dexie', 'src/data/probe.ts', 'import \'../core/lib/day\'\nimport \'dexie\''],
  ['main may use Node and Electron', 'src/main/probe.ts', 'import \'node:fs\'\nimport \'electron\'\nimport \'../shared/ipc\''],
  ['preload may use the contract', 'src/preload/probe.ts', 'import \'electron\'\nimport \'../shared/ipc\''],
  ['a part may use the kit', 'src/renderer/ui/ProbePart.vue', 'import \'vue\'\nimport \'@nuxt/ui/components/Button.vue\''],
  ['a feature may use the app, parts, core and itself', 'src/renderer/features/today/ProbePage.vue', 'import \'vue\'\nimport \'../../app/untether\'\nimport \'../../ui/icons\'\nimport \'../../../core/lib/day\'\nimport \'./page\''],
]

describe('the import table', () => {
  it.each(wrong)('refuses: %s', async (_why, file, code) => {
    expect(await refusals(file, code)).not.toEqual([])
  })

  it.each(right)('allows: %s', async (_why, file, code) => {
    expect(await refusals(file, code)).toEqual([])
  })
})
