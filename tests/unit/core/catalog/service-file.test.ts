import fc from 'fast-check'
import facts from 'virtual:catalog/facts'
import guides from 'virtual:catalog/guides'
import { describe, expect, it } from 'vitest'
import { serviceEntryOf } from '../../../../src/core/catalog/own-service'
import { readServiceFile, SERVICE_FORMAT, writeServiceFile } from '../../../../src/core/catalog/service-file'

const TODAY = '2026-11-23'
const chase = serviceEntryOf(facts.services.find(({ id }) => id === 'chase')!, guides.services['chase']!)
const file = (entry: object = {}, head: object = {}): string => JSON.stringify({ format: SERVICE_FORMAT, version: 1, id: 'chase', service: { ...chase, ...entry }, ...head })

describe('a service in a file', () => {
  it('comes back as it was written, every one that is shipped', () => {
    for (const service of facts.services) {
      const entry = serviceEntryOf(service, guides.services[service.id]!)
      expect(readServiceFile(writeServiceFile({ serviceId: service.id, entry }), TODAY), service.id).toEqual({ serviceId: service.id, entry })
    }
  })

  it('keeps hostile markup as plain text', () => {
    const found = readServiceFile(file({ name: { en: '<img src=x onerror=alert(1)>', zh: null }, steps: ['<script>alert(1)</script>'], riskNote: 'a\u202Eb\u0000c' }), TODAY)
    expect(found).toMatchObject({ entry: { name: { en: '<img src=x onerror=alert(1)>' }, steps: [{ en: '<script>alert(1)</script>' }], riskNote: { en: 'abc' } } })
  })

  it.each<[string, string, object]>([
    ['nothing', '  ', { fault: 'empty' }],
    ['half of one', file().slice(0, 200), { fault: 'not-json' }],
    ['brackets', '['.repeat(50), { fault: 'too-deep' }],
    ['a megabyte', 'x'.repeat(1_000_000), { fault: 'too-large' }],
    ['a guide', JSON.stringify({ format: 'untether-guide', version: 1 }), { fault: 'not-a-service' }],
    ['one of a later version', file({}, { version: 2 }), { fault: 'newer' }],
    ['a source that is no https', file({ sources: ['http://example.com'] }), { fault: 'wrong-field', field: 'sources.0' }],
    ['a page that runs script', file({ page: 'javascript:alert(1)' }), { fault: 'wrong-field', field: 'page' }],
    ['a login in a link', file({ page: 'https://me:secret@example.com' }), { fault: 'wrong-field', field: 'page' }],
    ['a kind that nobody knows', file({ category: 'weapons' }), { fault: 'wrong-field', field: 'category' }],
    ['a name of spaces', file({ name: { en: ' ', zh: ' ' } }), { fault: 'wrong-field', field: 'name' }],
    ['a key behind the object', file().replace('"service":{', '"service":{"__proto__":{"x":1},'), { fault: 'not-json' }],
    ['a field too many', file({ secret: 1 }), { fault: 'wrong-field', field: 'secret' }],
    ['a day to come', file({ checkedOn: '2027-01-01' }), { fault: 'wrong-field', field: 'checkedOn' }],
  ])('refuses %s', (_, text, expected) => {
    expect(readServiceFile(text, TODAY)).toEqual(expected)
  })

  it('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      expect(readServiceFile(text, TODAY)).toHaveProperty('fault')
    }), { numRuns: 200, seed: 7 })
  })
})
