import { Buffer } from 'node:buffer'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import facts from 'virtual:catalog/facts'
import guides from 'virtual:catalog/guides'
import icons from 'virtual:catalog/icons'
import patterns from 'virtual:catalog/patterns'
import { createServer } from 'vite'
import { describe, expect, it } from 'vitest'
import { gatherCatalog } from '../../../src/build/catalog'
import { catalog, factsModule, parsedModule } from '../../../src/build/catalog-plugin'

const shipped = resolve(import.meta.dirname, '../../../resources/catalog')
const gathered = gatherCatalog(shipped)

describe('the virtual modules', () => {
  it('hold what was gathered', () => {
    expect({ facts, guides, patterns, icons }).toEqual(gathered)
  })

  it('keep the facts small: they load before the first paint', () => {
    expect(Buffer.byteLength(factsModule(gathered.facts))).toBeLessThan(150_000)
  })

  it('are read again in dev when a file changes', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'catalog-'))
    for (const kind of ['providers', 'services', 'regulation'])
      mkdirSync(join(dir, kind))
    cpSync(join(shipped, 'services/chase.json'), join(dir, 'services/chase.json'))

    const server = await createServer({ configFile: false, logLevel: 'silent', plugins: [catalog(dir)], server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true } })
    try {
      const risk = async () => (await server.transformRequest('virtual:catalog/facts'))?.code.match(/critical|low/)?.[0]
      expect(await risk()).toBe('critical')

      const file = join(dir, 'services/chase.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace('"lossRisk": "critical"', '"lossRisk": "low"'))
      server.watcher.emit('all', 'change', file)
      expect(await risk()).toBe('low')
    }
    finally {
      await server.close()
      rmSync(dir, { recursive: true })
    }
  })
})

describe('parsedModule', () => {
  const value = (script: string): unknown => {
    // eslint-disable-next-line no-new-func -- it is script text that is tested
    return (new Function(script.replace(/^export default/, 'return')) as () => unknown)()
  }

  it('gives back any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      expect(value(parsedModule(json))).toEqual(JSON.parse(JSON.stringify(json)))
    }))
  })

  it('is not upset by what ends or opens something in script text', () => {
    const odd = ['`', '$' + '{1}', '\\', '\\u0041', '"', '\'', '\u2028\u2029', '\r\n', '$&', '</script>']
    expect(value(parsedModule(odd))).toEqual(odd)
  })
})
