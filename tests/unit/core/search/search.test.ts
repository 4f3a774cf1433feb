import type { Facts } from '../../../../src/core/records/tables'
import type { SearchIndex, Sources } from '../../../../src/core/search/search-index'
import fc from 'fast-check'
import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { importanceOf } from '../../../../src/core/plan/settled'
import { factsOfNumber } from '../../../../src/core/records/facts'
import { largeFacts } from '../../../../src/core/sample/large'
import { sampleFacts } from '../../../../src/core/sample/sample'
import { folded } from '../../../../src/core/search/fields'
import { parseQuery, plainWords } from '../../../../src/core/search/query'
import { openedKey, search, SLIP } from '../../../../src/core/search/search'
import { createIndexer } from '../../../../src/core/search/search-index'
import { searchKeys } from '../../../../src/core/search/search-keys'

const TODAY = '2026-11-23'
const catalog = createCatalog(facts)
const offers: Sources['offers'] = [
  { kind: 'act', id: 'dark', name: 'Theme: dark', also: ['night'] },
  { kind: 'page', id: 'settings', name: 'Settings', also: ['preferences'] },
]
const words = { pinyinOf: (text: string) => searchKeys([text]), taskWords: (kind: string) => kind }

function plansOf(record: Facts): Sources['plans'] {
  return new Map([...record.numbers.values()].map(number => [number.id, derivePlan(factsOfNumber(record, number.id)!, number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) ?? null : null, catalog, TODAY)]))
}
const sourcesOf = (record: Facts): Sources => ({ facts: record, catalog, plans: plansOf(record), offers, ...words })
const ids = (index: SearchIndex, kind: string, text: string, limit = 20): string[] => search(index, parseQuery(text), { limit }).groups.find(group => group.kind === kind)?.hits.map(({ entry }) => entry.id) ?? []

const record = largeFacts({ numbers: 12, bindings: 400, today: TODAY })
const index = createIndexer()(sourcesOf(record))
const sample = sampleFacts(TODAY, { language: 'en' })
const sampleIndex = createIndexer()(sourcesOf(sample))
const [someNumber] = [...sample.numbers.values()]

function serviceName(accountId: string): string {
  const { service } = record.accounts.get(accountId)!
  return service.kind === 'own' ? service.name : catalog.service(service.id)!.name.en
}

describe('search', () => {
  it('finds every binding by its service and login', () => {
    fc.assert(fc.property(fc.constantFrom(...record.bindings.values()), fc.boolean(), ({ id, accountId }, isTurned) => {
      const both = [serviceName(accountId), record.accounts.get(accountId)!.login]
      expect(ids(index, 'binding', (isTurned ? both.reverse() : both).join(' '))).toContain(id)
    }))
  })

  it('finds a number by its label, its last digits, a part of it and the way it is written', () => {
    for (const { id, e164, label } of record.numbers.values()) {
      for (const text of [label, e164, e164.slice(-7), `+${e164.slice(1, 2)} ${e164.slice(2)}`, `# ${e164.slice(-4)}`, `＃${e164.slice(-4)}`])
        expect(ids(index, 'number', text), text).toContain(id)
    }
  })

  it('finds the words of the user by pinyin', () => {
    const labelled: Facts = { ...sample, numbers: new Map([...sample.numbers].map(([id, number]) => [id, { ...number, label: '旅行备用' }])) }
    const chinese = createIndexer()(sourcesOf(labelled))
    for (const text of ['lxby', 'lvxingbeiyong', '备用'])
      expect(ids(chinese, 'number', text), text).toContain(someNumber!.id)
    expect(ids(createIndexer()({ ...sourcesOf(labelled), pinyinOf: () => [] }), 'number', 'lxby')).toEqual([])
  })

  it('finds services as the catalogue does, acts and pages by other words, tasks by what they are about', () => {
    for (const text of ['zfb', '招商银行', 'zsyh', 'chase.com', 'gm'])
      expect(ids(sampleIndex, 'service', text)).not.toEqual([])
    expect(ids(sampleIndex, 'act', 'night')).toEqual(['dark'])
    expect(ids(sampleIndex, 'page', 'prefer')).toEqual(['settings'])
    expect(ids(sampleIndex, 'task', 'gmail').length).toBeGreaterThan(0)
    expect(ids(sampleIndex, 'task', 'move-binding').length).toBeGreaterThan(0)
  })

  it('puts what was opened first among equals, then what changed last', () => {
    const [first, second] = ids(index, 'binding', 'gmail')
    expect(first).not.toBe(second)
    const turned = search(index, parseQuery('gmail'), { opened: new Map([[openedKey('binding', second!), 1]]) })
    expect(turned.groups.find(({ kind }) => kind === 'binding')?.hits[0]?.entry.id).toBe(second)
  })

  it('gives the same hits in the same order, and with a higher limit only more behind them', () => {
    fc.assert(fc.property(fc.constantFrom('g', 'gm', 'example', 'user1', 'line', '01', 'bank user', 'state:bound', '@'), fc.integer({ min: 1, max: 30 }), (text, limit) => {
      for (const kind of ['binding', 'number', 'task', 'service']) {
        expect(ids(index, kind, text, limit)).toEqual(ids(index, kind, text, 60).slice(0, limit))
        expect(ids(createIndexer()(sourcesOf(record)), kind, text, limit)).toEqual(ids(index, kind, text, limit))
      }
    }), { numRuns: 12 })
  })

  it('stands any text', () => {
    for (const text of ['constructor:x', '__proto__:y', '🎉', '👩‍👧 gmail', '(', '[a-z', '\\', '.*', 'a'.repeat(10_000), 'state:', 'state:state:', '::', '#', '@', '>', '# # #', '\uD800', '\u202E', 'İ', '％', 'ﬁ'])
      expect(() => search(index, parseQuery(text)), text).not.toThrow()
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => void search(sampleIndex, parseQuery(text))))
  })
})

describe('slips', () => {
  it.each([['chsae', 'chase'], ['chse', 'chase'], ['paypall', 'paypal'], ['telegran', 'telegram'], ['hcase', 'chase']])('%s finds %s', (text, id) => {
    expect(ids(index, 'service', text)).toContain(id)
  })

  it('come behind real hits alone, and not for short words', () => {
    for (const text of ['chase', 'cha', 'gmail', 'hsc', 'psn']) {
      const ranks = search(index, parseQuery(text)).groups.flatMap(({ hits }) => hits.map(({ rank }) => rank))
      expect(ranks.every(rank => rank < SLIP), text).toBe(true)
    }
    const { groups } = search(index, parseQuery('lin 1x'))
    expect(groups.flatMap(({ hits }) => hits).every(({ rank }) => rank < SLIP)).toBe(true)
  })
})

describe('operators', () => {
  const filters = fc.record({
    state: fc.constantFrom('', 'state:bound', 'state:verified', '状态:moved', 'STATE:candidate'),
    risk: fc.constantFrom('', 'risk:critical', '风险：high', 'risk:low'),
    category: fc.constantFrom('', 'category:bank', '类别:email', 'category:other'),
    number: fc.constantFrom('', 'number:0100', '号码：0101', 'number:line'),
    text: fc.constantFrom('', 'g', 'user', 'club'),
  })

  it('let nothing through that does not fit, and nothing else out', () => {
    fc.assert(fc.property(filters, (of) => {
      const asked = (name: 'state' | 'risk' | 'category' | 'number'): string => of[name].split(/[:：]/)[1] ?? ''
      const query = parseQuery(Object.values(of).join(' '))
      if (query.filters.length === 0)
        return
      const found = search(index, query, { limit: 1000 }).groups
      expect(found.flatMap(({ hits }) => hits).every(({ entry }) => entry.kind !== 'act' && entry.kind !== 'page')).toBe(true)
      const fitting = [...record.bindings.values()].filter(({ accountId, numberId, state }) => {
        const account = record.accounts.get(accountId)!
        const service = account.service.kind === 'catalog' ? catalog.service(account.service.id) : undefined
        const number = record.numbers.get(numberId)!
        return (asked('state') === '' || state === asked('state'))
          && (asked('risk') === '' || importanceOf(account, service) === asked('risk'))
          && (asked('category') === '' || (account.service.kind === 'own' ? account.service.category : service?.category) === asked('category'))
          && (asked('number') === '' || number.e164.includes(asked('number')) || folded(number.label).includes(asked('number')))
      }).map(({ id }) => id)
      const shown = found.find(({ kind }) => kind === 'binding')?.hits.map(({ entry }) => entry.id) ?? []
      if (of.text === '')
        expect([...shown].sort()).toEqual([...fitting].sort())
      else
        expect(fitting).toEqual(expect.arrayContaining(shown))
    }))
  })

  it('narrow from the first letters on, and take the words of the language', () => {
    expect(ids(index, 'binding', 'state:b', 500)).toEqual(ids(index, 'binding', 'state:bound', 500))
    const wordOf = (_by: string, code: string): string => code === 'bound' ? '仍绑定' : ''
    expect(search(index, parseQuery('状态：仍绑', wordOf), { limit: 500 }).groups).toEqual(search(index, parseQuery('state:bound'), { limit: 500 }).groups)
    expect(ids(index, 'binding', 'state:nosuch')).toEqual([])
  })

  it('that are not known are words, and an empty one asks for nothing', () => {
    expect(parseQuery('colour:red').filters).toEqual([])
    expect(parseQuery('colour:red').typed?.parts).toEqual(['colourred'])
    expect(parseQuery('gmail state:').filters).toEqual([])
    expect(parseQuery('https://chase.com').typed?.host).toBe('chase.com')
  })

  it('and prefixes choose the kind', () => {
    const kinds = (text: string): string[] => search(index, parseQuery(text)).groups.map(({ kind }) => kind).sort()
    expect(kinds('#line')).toEqual(['number'])
    expect(kinds('@user')).toEqual(['binding'])
    expect(kinds('>')).toEqual(['act', 'page'])
    expect(plainWords('@ gmail state:bound')).toBe('gmail')
    expect(plainWords('my bank')).toBe('my bank')
  })
})

describe('the index', () => {
  it('keeps the entries of rows that did not change', () => {
    const indexer = createIndexer()
    const sources = sourcesOf(record)
    const before = indexer(sources)
    const [changed] = [...record.bindings.values()]
    const bindings = new Map(record.bindings).set(changed!.id, { ...changed!, state: 'removed' })
    const after = indexer({ ...sources, facts: { ...record, bindings } })
    const isNew = after.binding.filter((entry, at) => entry !== before.binding[at])
    expect(isNew.map(({ id }) => id)).toEqual([changed!.id])
    expect(after.number).toEqual(before.number)
    expect(after.service).toBe(before.service)
    // What was handed out before still answers as it did.
    expect(ids(before, 'binding', `state:${changed!.state}`, 500)).toContain(changed!.id)
    expect(ids(after, 'binding', `state:${changed!.state}`, 500)).not.toContain(changed!.id)
  })

  it('finds what was added, as an index made at once does', () => {
    const indexer = createIndexer()
    indexer(sourcesOf(sample))
    const grown = sourcesOf(record)
    for (const text of ['gmail user40', 'line', 'g', 'club'])
      expect(ids(indexer(grown), 'binding', text)).toEqual(ids(index, 'binding', text))
  })
})
