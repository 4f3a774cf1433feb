import fc from 'fast-check'
import facts from 'virtual:catalog/facts'
import guides from 'virtual:catalog/guides'
import { describe, expect, it } from 'vitest'
import { adoptGuide } from '../../../../src/core/actions/adopt-guide'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { MAX_GUIDE_BYTES, readGuideFile, writeGuideFile } from '../../../../src/core/catalog/guide-file'
import { blankEntry, entryOf } from '../../../../src/core/catalog/own-guide'
import { emptyFacts } from '../../../../src/core/records/facts'
import { guideEntrySchema } from '../../../../src/core/records/guide'
import { testWorld } from '../actions/world'

const TODAY = '2026-11-23'
const catalog = createCatalog(facts)
const blank = blankEntry('Corner Phone', TODAY)
const file = (guide: object = {}, rest: object = {}): string => JSON.stringify({ format: 'untether-guide', version: 1, provider: null, guide: { ...blank, ...guide }, ...rest })
const fault = (text: string) => readGuideFile(text, TODAY)

it('every shipped guide goes out to a file and comes back the same', () => {
  for (const provider of facts.providers) {
    const entry = { ...entryOf(provider, guides.providers[provider.id]!), checkedOn: TODAY }
    expect(readGuideFile(writeGuideFile({ providerId: provider.id, entry }), TODAY)).toEqual({ providerId: provider.id, entry })
  }
})

it('a guide may be written by hand, each text once', () => {
  expect(fault(file({ name: ' Corner\u200B Phone\n', steps: [{ kind: 'call', text: 'Call' }], phone: '+1 800 555 0100' })))
    .toMatchObject({ providerId: null, entry: { name: { en: 'Corner Phone', zh: 'Corner Phone' }, steps: [{ text: { en: 'Call', zh: 'Call' } }], phone: '+18005550100' } })
})

it('markup stays the text it is, and what turns the line around goes', () => {
  const read = fault(file({ steps: [{ kind: null, text: '<img src=x onerror=alert(1)>\u202E{{ constructor }}' }], name: '<script>\u0000' }))
  expect(read).toMatchObject({ entry: { name: { en: '<script>' }, steps: [{ text: { en: '<img src=x onerror=alert(1)>{{ constructor }}' } }] } })
})

describe('a file is refused with its reason', () => {
  it.each<[string, string, object]>([
    ['empty', ' \n', { fault: 'empty' }],
    ['no JSON', '{"format":', { fault: 'not-json' }],
    ['JSON of something else', '[]', { fault: 'not-a-guide' }],
    ['another format', '{"format":"untether-export","version":1}', { fault: 'not-a-guide' }],
    ['a later version', file({}, { version: 2 }), { fault: 'newer' }],
    ['a version that is none', file({}, { version: 0 }), { fault: 'not-a-guide' }],
    ['too large', file({ hours: 'x'.repeat(MAX_GUIDE_BYTES) }), { fault: 'too-large' }],
    ['nested a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, { fault: 'too-deep' }],
    ['nested, with brackets in text', `{"a":"[[[[[[[[[[[[[[[[[[\\"[","format":1}`, { fault: 'not-a-guide' }],
    ['a field nobody knows', file({ onload: 'x' }), { fault: 'wrong-field', field: 'onload' }],
    ['beside the guide', file({}, { extra: 1 }), { fault: 'wrong-field', field: 'extra' }],
    ['a key that reaches a prototype', `{"format":"untether-guide","version":1,"__proto__":{"x":1}}`, { fault: 'not-json' }],
    ['a link that is not https', file({ page: 'http://example.com' }), { fault: 'wrong-field', field: 'page' }],
    ['a link that runs script', file({ sources: ['javascript:alert(1)'] }), { fault: 'wrong-field', field: 'sources.0' }],
    ['a step of no kind', file({ steps: [{ kind: 'pray', text: 'x' }] }), { fault: 'wrong-field', field: 'steps.0.kind' }],
    ['too many steps', file({ steps: Array.from({ length: 31 }, () => ({ kind: null, text: 'x' })) }), { fault: 'wrong-field', field: 'steps' }],
    ['no name', file({ name: '' }), { fault: 'wrong-field', field: 'name' }],
    ['a day to come', file({ checkedOn: '2999-01-01' }), { fault: 'wrong-field', field: 'checkedOn' }],
    ['a field that is missing', JSON.stringify({ format: 'untether-guide', version: 1, provider: null, guide: { name: 'x' } }), { fault: 'wrong-field' }],
    ['an id that is a path', file({}, { provider: '../x' }), { fault: 'wrong-field', field: 'provider' }],
  ])('%s', (_, text, expected) => {
    expect(fault(text)).toMatchObject(expected)
  })
})

describe('whatever a file holds', () => {
  const value = fc.letrec(tie => ({
    any: fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null), fc.boolean(), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.string(), tie('any'), { maxKeys: 3 })),
  })).any

  it('nothing is thrown, and only a guide that passes the record\'s own check comes out', () => {
    const key = fc.constantFrom(...Object.keys(blank))
    fc.assert(fc.property(fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.dictionary(key, value).map(guide => file(guide)),
      fc.record({ name: fc.string({ unit: 'binary' }), steps: fc.array(fc.record({ kind: fc.constant(null), text: fc.string({ unit: 'binary' }) }), { maxLength: 4 }), pitfalls: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }) }).map(guide => file(guide)),
    ), (text) => {
      const read = readGuideFile(text, TODAY)
      if ('fault' in read)
        return
      expect(guideEntrySchema.safeParse(read.entry).success).toBe(true)
      expect(readGuideFile(writeGuideFile({ providerId: 'own-1', entry: read.entry }), TODAY)).toEqual({ providerId: 'own-1', entry: read.entry })
      expect('changes' in adoptGuide(emptyFacts(), { target: { providerId: 'google-voice' }, entry: read.entry, catalog }, testWorld().context())).toBe(true)
    }), { numRuns: 400 })
  })
})
