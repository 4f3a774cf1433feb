import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { licences, packageFolder } from '../../../src/build/licences'

describe('packageFolder', () => {
  it.each([
    ['/app/node_modules/vue/dist/vue.js', '/app/node_modules/vue'],
    ['/app/node_modules/@a/b/x.js?v=1', '/app/node_modules/@a/b'],
    ['/app/node_modules/a/node_modules/b/x.js', '/app/node_modules/a/node_modules/b'],
    ['\0/app/node_modules/a/x.js?commonjs-module', '/app/node_modules/a'],
    ['C:\\app\\node_modules\\a\\x.js', 'C:/app/node_modules/a'],
    ['/app/src/main.ts', null],
    ['\0virtual:icons', null],
  ])('%s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder)
  })
})

describe('licences', () => {
  let root: string

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'untether-licences-'))
    const add = (name: string, about: object, files: Record<string, string>): void => {
      const folder = join(root, 'node_modules', name)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js', ...about }))
      Object.entries(files).forEach(([file, text]) => writeFileSync(join(folder, file), text))
    }
    add('used', { license: 'MIT' }, { 'index.js': 'export const used = Math.random()', 'LICENSE.md': ' The terms\n' })
    add('shaken', { license: 'MIT' }, { 'index.js': 'export const shaken = 1' })
    add('icons', { license: 'ISC' }, { 'icons.json': '{}' })
    writeFileSync(join(root, 'main.js'), 'import { used } from "used"\nimport { shaken } from "shaken"\nconsole.log(used)')
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('names what went into the bundle, and what a plugin put there', async () => {
    await build({ root, configFile: false, logLevel: 'silent', plugins: [licences('renderer', { root, also: ['icons'] })], build: { outDir: join(root, 'out'), rollupOptions: { input: join(root, 'main.js') } } })

    expect(JSON.parse(readFileSync(join(root, 'out', 'licences.json'), 'utf8'))).toEqual([
      { name: 'icons', version: '1.0.0', licence: 'ISC', text: '' },
      { name: 'used', version: '1.0.0', licence: 'MIT', text: 'The terms' },
    ])
  })
})
