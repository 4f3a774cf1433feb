import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodyOf, lucide } from '../../src/build/icons'
import { ICON_NAMES } from '../../src/renderer/ui/icons'

const root = resolve(import.meta.dirname, '../..')
const kit = join(root, 'node_modules/@nuxt/ui/dist')
const known = new Set<string>(ICON_NAMES)

const sources = readdirSync(join(root, 'src/renderer'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && ['.ts', '.vue'].includes(extname(entry.name)) && !entry.parentPath.includes('node_modules'))
  .map(entry => join(entry.parentPath, entry.name))

/** The kit's components we import, and those they import, as files. */
function kitFiles(): Set<string> {
  const found = new Set<string>()
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file))
      return
    found.add(file)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
      const target = resolve(dirname(file), path!)
      visit(existsSync(target) && extname(target) ? target : `${target}.js`)
    }
  }
  for (const file of sources) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/@nuxt\/ui\/components\/([\w/-]+\.vue)/g))
      visit(join(kit, 'runtime/components', path!))
  }
  return found
}

describe('icons', () => {
  it('every name is one of Lucide, named once, in order', () => {
    const set = lucide()
    expect(ICON_NAMES.filter(name => bodyOf(set, name) === undefined)).toEqual([])
    expect([...known]).toEqual([...ICON_NAMES])
    expect([...ICON_NAMES].sort()).toEqual([...ICON_NAMES])
  })

  it('every icon the app draws by the kit\'s naming is in the bundle', () => {
    for (const file of sources) {
      for (const [, name] of readFileSync(file, 'utf8').matchAll(/i-lucide-([a-z0-9-]+)/g))
        expect(known.has(name!), `${name} in ${file}`).toBe(true)
    }
  })

  it('every icon that the kit\'s parts ask for is in the bundle', () => {
    const shared = readdirSync(join(kit, 'shared')).filter(name => name.endsWith('.mjs')).map(name => readFileSync(join(kit, 'shared', name), 'utf8')).find(text => text.includes('const defaultIcons'))
    const defaults = new Map([...shared!.slice(shared!.indexOf('const defaultIcons')).split('};')[0]!.matchAll(/(\w+): "i-lucide-([\w-]+)"/g)].map(([, role, name]) => [role!, name!]))
    expect(defaults.size).toBeGreaterThan(20)
    const files = kitFiles()
    expect(files.size).toBeGreaterThan(10)
    for (const file of files) {
      for (const [, role] of readFileSync(file, 'utf8').matchAll(/appConfig\.ui\.icons\.(\w+)/g))
        expect(known.has(defaults.get(role!) ?? ''), `${role} (${defaults.get(role!)}) in ${file}`).toBe(true)
    }
  })

  it('nothing but our stand-in draws for the kit', () => {
    for (const file of sources)
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/from '@iconify\/vue'/)
  })
})
