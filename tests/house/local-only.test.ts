import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentPolicy } from '../../src/main/csp'

const root = resolve(import.meta.dirname, '../..')

/** Every file of our own below a folder. */
function files(folder: string, endings: readonly string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && endings.includes(extname(entry.name)))
    .map(entry => join(entry.parentPath, entry.name))
}

describe('local only', () => {
  it('the content policy lets nothing connect and nothing foreign load', () => {
    const directives = new Map(contentPolicy.split(';').map(part => part.trim().split(/ (.*)/s) as [string, string]))
    expect(directives.get('default-src')).toBe('\'none\'')
    expect(directives.get('connect-src')).toBe('\'none\'')
    for (const [name, value] of directives)
      expect(value.split(' ').filter(source => !['\'none\'', '\'self\'', 'data:', 'blob:'].includes(source)), name).toEqual([])
    expect(contentPolicy).not.toMatch(/unsafe/)
  })

  it('pages and styles name no address outside', () => {
    for (const file of files('src/renderer', ['.html', '.css', '.vue']))
      expect(readFileSync(file, 'utf8').match(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\/[^"')\s]+/gi), file).toBeNull()
  })

  it('fixtures, sample and locales hold only numbers reserved for fiction', () => {
    const fictional = /^\+1\d{3}55501\d\d$|^\+447700900\d{3}$/
    for (const file of [...files('src/core/sample', ['.ts']), ...files('src/shared/locales', ['.ts']), ...files('tests/fixtures', ['.ts'])]) {
      const numbers = readFileSync(file, 'utf8').match(/\+[1-9]\d{9,14}\b/g) ?? []
      expect(numbers.filter(number => !fictional.test(number)), file).toEqual([])
    }
  })

  // A language is named in its own words everywhere.
  it('no words outside the locale files: no Chinese in code', () => {
    // Locales; the sample in both languages; the words that typed lines and searches are read by; marks around a pasted number; how Chinese dates are spaced.
    const allowed = /src[/\\](?:shared[/\\]locales|core[/\\]sample|core[/\\]phone|core[/\\]quick|core[/\\]search|renderer[/\\]composables[/\\]format\.ts)/
    const strip = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|<!--[\s\S]*?-->|\[[^\]\n]*\]/gm, '')
    for (const file of files('src', ['.ts', '.vue']).filter(file => !allowed.test(file)))
      expect(strip(readFileSync(file, 'utf8')).match(/['">`][^'"<`\n]*\p{Script=Han}{2}[^'"<`\n]*/gu)?.filter(found => !/^.(?:简体)?中文$/.test(found)) ?? [], file).toEqual([])
  })
})
