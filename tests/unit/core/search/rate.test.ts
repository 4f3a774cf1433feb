import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { nameParts, searchServices } from '../../../../src/core/catalog/search'
import { searchKeys } from '../../../../src/core/search/search-keys'

/** Share of all queries that must give the service as first or second hit. */
const LEAST = 0.98

const catalog = createCatalog(facts)

describe('every service of the catalogue', () => {
  it('is the first or second hit for its English and Chinese name, pinyin, initials and domains', () => {
    const ways = facts.services.flatMap(({ id, name, domains }) => {
      // What is typed without an input method is the first name, without what stands in brackets.
      const [initials = '', pinyin = ''] = searchKeys(nameParts(name.zh ?? '').slice(0, 1))
      return [['English name', name.en], ['Chinese name', name.zh ?? ''], ['initials', initials], ['pinyin', pinyin], ...domains.map(domain => ['domain', domain] as const)]
        .filter(([, query]) => query !== '')
        .map(([way, query]) => ({ id, way, query: query! }))
    })
    const missed = ways.filter(({ id, query }) => !searchServices(catalog, query, 2).some(found => found.id === id))
    const rate = 1 - missed.length / ways.length
    console.log(`${ways.length} queries over ${facts.services.length} services: ${(rate * 100).toFixed(1)} % first or second; missed: ${missed.map(({ id, way, query }) => `${id} by ${way} "${query}"`).join(', ') || 'none'}`)
    expect(rate).toBeGreaterThanOrEqual(LEAST)
  })
})
