import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogFiles, gatherCatalog } from '../../../src/build/catalog'

const shipped = resolve(import.meta.dirname, '../../../resources/catalog')

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalog-'))
  for (const file of ['providers/google-voice.json', 'services/chase.json', 'regulation/us-port-out-right.json']) {
    mkdirSync(join(dir, file, '..'), { recursive: true })
    cpSync(join(shipped, file), join(dir, file))
  }
})

afterEach(() => rmSync(dir, { recursive: true }))

/** Changes the JSON of one file in the copy. */
function edit(file: string, change: (json: Record<string, unknown>) => void): void {
  const json = JSON.parse(readFileSync(join(dir, file), 'utf8')) as Record<string, unknown>
  change(json)
  writeFileSync(join(dir, file), JSON.stringify(json))
}

describe('gatherCatalog', () => {
  it('gives three tiers and the icons they use', () => {
    const { facts, guides, patterns, icons } = gatherCatalog(dir)
    expect(facts.providers.map(({ id }) => id)).toEqual(['google-voice'])
    expect(facts.providers[0]?.searchKeys).toEqual(['ggyy', 'gugeyuyin'])
    expect(facts.providers[0]?.cancel.stepKinds).toHaveLength(guides.providers['google-voice']?.cancel.steps.length ?? -1)
    expect(guides.services['chase']?.sources.length).toBeGreaterThan(0)
    expect(guides.regulation['us-port-out-right']?.statement.zh).not.toBeNull()
    expect(patterns['chase']?.shortCodes).toContain('24273')
    expect(Object.keys(icons)).toEqual(['chase'])
  })

  it('keeps prose out of the facts', () => {
    const { facts } = gatherCatalog(shipped)
    const texts = JSON.stringify(facts).match(/"(?:\\.|[^"\\])*"/g) ?? []
    expect(texts.filter(text => text.length > 90 && !text.startsWith('"https://'))).toEqual([])
  })

  it('lists all files, sorted within their folder', () => {
    expect(catalogFiles(dir).map(file => file.slice(dir.length + 1))).toEqual([
      join('providers', 'google-voice.json'),
      join('regulation', 'us-port-out-right.json'),
      join('services', 'chase.json'),
    ])
  })

  it('names the file and the field that is wrong', () => {
    edit('services/chase.json', json => json['lossRisk'] = 'awful')
    expect(() => gatherCatalog(dir)).toThrow(/chase\.json: lossRisk: /)
  })

  it('names a field within a list', () => {
    edit('providers/google-voice.json', json => (json['sources'] as { url: string }[])[2]!.url = 'not an address')
    expect(() => gatherCatalog(dir)).toThrow(/google-voice\.json: sources\[2\]\.url: is not a web address/)
  })

  it('names an unknown field', () => {
    edit('providers/google-voice.json', json => json['colour'] = 'red')
    expect(() => gatherCatalog(dir)).toThrow(/google-voice\.json: the file: .*colour/)
  })

  it('names a file that is not JSON, and one whose name is not its id', () => {
    writeFileSync(join(dir, 'services/broken.json'), '{')
    cpSync(join(dir, 'services/chase.json'), join(dir, 'services/hunt.json'))
    expect(() => gatherCatalog(dir)).toThrow(/broken\.json: is not JSON[\s\S]*hunt\.json: id: is "chase", but the file says "hunt"/)
  })

  it('names an icon that does not exist', () => {
    edit('services/chase.json', json => json['icon'] = 'nosuchbrand')
    expect(() => gatherCatalog(dir)).toThrow(/chase\.json: icon: simple-icons has no "nosuchbrand"/)
  })

  it('tells all problems at once', () => {
    edit('services/chase.json', (json) => {
      json['lossRisk'] = 'awful'
      json['checkedOn'] = 'yesterday'
    })
    edit('regulation/us-port-out-right.json', json => json['country'] = 'USA')
    expect(() => gatherCatalog(dir)).toThrow(/3 problems[\s\S]*country: is not an ISO 3166 country code/)
  })
})
