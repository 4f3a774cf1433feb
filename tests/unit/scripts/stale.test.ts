import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beginBuild, isStale } from '../../../scripts/stale.mjs'
import { addFiles, folderWith } from './fixtures'

const output = { 'out/main/index.cjs': '', 'out/preload/index.cjs': '', 'out/renderer/index.html': '' }

/** A repository that has just been built. */
function builtRepository() {
  const folder = folderWith({
    'src/main/index.ts': 'a',
    'src/README.md': 'map',
    'resources/catalog/providers/x.json': '{}',
    'resources/screenshots/today.png': 'picture',
    'electron.vite.config.ts': 'b',
    'package.json': '{}',
    'package-lock.json': '{}',
  })
  const finish = beginBuild(folder)
  addFiles(folder, output)
  finish()
  return folder
}

describe('a build', () => {
  it('is stale before the first one', () => {
    expect(isStale(folderWith({ 'src/main/index.ts': 'a' }))).toBe(true)
  })

  it('is fresh when done', () => {
    expect(isStale(builtRepository())).toBe(false)
  })

  it.each([
    'src/main/index.ts',
    'src/main/new.ts',
    'resources/catalog/providers/x.json',
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
  ])('is stale once %s changed', (path) => {
    const folder = builtRepository()
    addFiles(folder, { [path]: 'changed' })
    expect(isStale(folder)).toBe(true)
  })

  it('is stale once a source is gone or renamed', () => {
    const folder = builtRepository()
    rmSync(join(folder, 'src/main/index.ts'))
    expect(isStale(folder)).toBe(true)
    addFiles(folder, { 'src/main/other.ts': 'a' })
    expect(isStale(folder)).toBe(true)
  })

  it.each(['src/README.md', 'resources/screenshots/today.png', 'src/decisions/0001-lint.md', 'tests/unit/x.test.ts'])('is still fresh once %s changed', (path) => {
    const folder = builtRepository()
    addFiles(folder, { [path]: 'changed' })
    expect(isStale(folder)).toBe(false)
  })

  it('is still fresh when a file was only touched', () => {
    const folder = builtRepository()
    utimesSync(join(folder, 'src/main/index.ts'), new Date(), new Date())
    expect(isStale(folder)).toBe(false)
  })

  it.each(Object.keys(output))('is stale without %s', (path) => {
    const folder = builtRepository()
    rmSync(join(folder, path))
    expect(isStale(folder)).toBe(true)
  })

  it('is stale when the last one was begun and not done', () => {
    const folder = builtRepository()
    beginBuild(folder)
    expect(isStale(folder)).toBe(true)
  })

  it('is stale when a source changed during the build', () => {
    const folder = builtRepository()
    const finish = beginBuild(folder)
    addFiles(folder, { 'src/main/index.ts': 'changed meanwhile' })
    finish()
    expect(isStale(folder)).toBe(true)
  })
})
