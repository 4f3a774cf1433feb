import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import en from '../../src/shared/locales/en'

const root = resolve(import.meta.dirname, '../../src/renderer')

/** Dotted paths of all words; the compiler holds the other languages to the same. */
function pathsOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => typeof value === 'object' && value !== null ? pathsOf(value, `${before}${key}.`) : [before + key])
}

it('every key that is asked for has its words', () => {
  const paths = new Set(pathsOf(en))
  const asked = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && ['.ts', '.vue'].includes(extname(entry.name)) && !entry.parentPath.includes('node_modules'))
    .flatMap(({ parentPath, name }) => [...readFileSync(join(parentPath, name), 'utf8').matchAll(/\bt\((?:[^'`()]*\? )?'([^']+)'(?: : '([^']+)')?/g)]
      .flatMap(([, one, other]) => [one, other].filter(key => key !== undefined)))
  expect(asked.length).toBeGreaterThan(1000)
  expect([...new Set(asked)].filter(key => !paths.has(key))).toEqual([])
})
