import type { BindingFilter, SortKey } from '../../../../src/core/bindings/view'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRows } from '../../../../src/core/bindings/binding-row'
import { filterRows } from '../../../../src/core/bindings/filter-rows'
import { groupRows } from '../../../../src/core/bindings/group-rows'
import { nextFirst, sortRows as sortNext } from '../../../../src/core/bindings/sort-rows'
import { GROUP_KEYS, isFiltered, noFilter, SHOWN, SORT_KEYS } from '../../../../src/core/bindings/view'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { CATEGORIES, IMPORTANCES } from '../../../../src/core/records/account'
import { BINDING_STATES, ROLES } from '../../../../src/core/records/binding'
import { factsOfNumber } from '../../../../src/core/records/facts'
import { largeFacts } from '../../../../src/core/sample/large'
import { sampleFacts } from '../../../../src/core/sample/sample'
import { catalog } from '../actions/random-steps'

const TODAY = '2026-11-23'
const options = { seed: 5, numRuns: 60 }

function rowsOf(facts = largeFacts({ numbers: 6, bindings: 300, today: TODAY, seed: 4 })) {
  const plans = new Map([...facts.numbers.values()].map(number => [number.id, derivePlan(factsOfNumber(facts, number.id)!, number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) ?? null : null, catalog, TODAY)]))
  const nameOf = (account: { service: { kind: 'catalog', id: string } | { kind: 'own', name: string } }): string => account.service.kind === 'own' ? account.service.name : catalog.service(account.service.id)?.name.en ?? account.service.id
  return readRows({ facts, plans, catalog, today: TODAY, nameOf })
}
const rows = rowsOf()

const filterArb: fc.Arbitrary<BindingFilter> = fc.record({
  show: fc.constantFrom(...SHOWN),
  states: fc.subarray([...BINDING_STATES]),
  importances: fc.subarray([...IMPORTANCES]),
  numberIds: fc.subarray([...new Set(rows.map(row => row.number.id))]),
  categories: fc.subarray([...CATEGORIES]),
  roles: fc.subarray([...ROLES]),
  text: fc.constantFrom('', 'go', 'user1', 'CLUB 2', '0100', '  ', '微信'),
})
const sortArb = fc.record({ key: fc.constantFrom<SortKey>(...SORT_KEYS), isDown: fc.boolean() })

/** Rows in whatever order, as the table has them. */
const sortRows = (rows: Parameters<typeof nextFirst>[0], sort: Parameters<typeof sortNext>[1], language: Parameters<typeof nextFirst>[1]): ReturnType<typeof sortNext> => sortNext(nextFirst(rows, language), sort, language)

describe('rows of all bindings', () => {
  it('hold every binding that counts once, and no other', () => {
    const facts = largeFacts({ numbers: 6, bindings: 300, today: TODAY, seed: 4 })
    const counted = [...facts.bindings.values()].filter(({ state }) => state !== 'candidate' && state !== 'dismissed')
    expect(rows.map(({ id }) => id)).toEqual(counted.map(({ id }) => id))
    expect(rows.filter(row => row.isSettled && row.dueOn !== null)).toEqual([])
  })

  it('count in the sample what its picture counts', () => {
    const { counts } = filterRows(rowsOf(sampleFacts(TODAY, { language: 'en' })), noFilter)
    expect(counts).toEqual({ 'all': 28, 'unsettled': 15, 'to-verify': 3, 'late': 1 })
  })

  it('begin with what Today begins with', () => {
    const sorted = sortRows(rowsOf(sampleFacts(TODAY, { language: 'en' })), { key: 'next', isDown: false }, 'en')
    expect(sorted.slice(0, 4).map(({ name }) => name)).toEqual(['Google / Gmail', 'PayPal', 'Chase', 'WhatsApp'])
    expect(sorted.findIndex(row => row.isSettled)).toBe(15)
  })
})

describe('filtering', () => {
  it('keeps the order, invents nothing, and each row kept fits', () => {
    fc.assert(fc.property(filterArb, (filter) => {
      const { rows: kept, counts } = filterRows(rows, filter)
      expect(kept).toEqual(rows.filter(row => kept.includes(row)))
      expect(counts[filter.show]).toBe(kept.length)
      for (const row of kept) {
        expect(filter.states.length === 0 || filter.states.includes(row.binding.state)).toBe(true)
        expect(filter.roles.length === 0 || row.binding.roles.some(role => filter.roles.includes(role))).toBe(true)
        expect(filter.numberIds.length === 0 || filter.numberIds.includes(row.number.id)).toBe(true)
        expect(filter.show !== 'late' || (row.dueOn !== null && row.dueOn < TODAY)).toBe(true)
      }
    }), options)
  })

  it('finds the same under each chip as it counts', () => {
    fc.assert(fc.property(filterArb, (filter) => {
      const { counts } = filterRows(rows, filter)
      for (const show of SHOWN)
        expect(filterRows(rows, { ...filter, show }).rows).toHaveLength(counts[show])
      expect(counts['to-verify']).toBeLessThanOrEqual(counts.unsettled)
    }), options)
  })

  it('lets all through where nothing is asked', () => {
    expect(filterRows(rows, noFilter).rows).toEqual(rows)
    expect(isFiltered(noFilter)).toBe(false)
    expect(isFiltered({ ...noFilter, roles: ['contact'] })).toBe(true)
  })

  it('finds a text in service, login and number, in any order and writing', () => {
    const [row] = rows
    const found = filterRows(rows, { ...noFilter, text: `${row!.account.login.slice(0, 6).toUpperCase()} ${row!.name.slice(0, 3)}` }).rows
    expect(found).toContain(row)
  })
})

describe('sorting', () => {
  it('loses nothing, whatever the key and way, and does not depend on the order before', () => {
    fc.assert(fc.property(sortArb, fc.shuffledSubarray([...rows], { minLength: 0 }), fc.constantFrom('en', 'zh-CN'), (sort, some, language) => {
      const sorted = sortRows(some, sort, language)
      expect([...sorted].sort((a, b) => a.id < b.id ? -1 : 1)).toEqual([...some].sort((a, b) => a.id < b.id ? -1 : 1))
      expect(sortRows([...some].reverse(), sort, language)).toEqual(sorted)
    }), options)
  })

  it('leaves rows without a due day at the end, both ways', () => {
    for (const isDown of [true, false]) {
      const days = sortRows(rows, { key: 'due', isDown }, 'en').map(row => row.dueOn)
      expect(days.slice(days.indexOf(null)).every(day => day === null)).toBe(true)
      const dated = days.filter(day => day !== null)
      expect(dated).toEqual([...dated].sort().toReversed().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (isDown ? -1 : 1)))
    }
  })

  it('leaves accounts without a login at the end, both ways', () => {
    const some = rows.map((row, place) => place % 3 === 0 ? { ...row, account: { ...row.account, id: row.id, login: '' } } : row)
    for (const isDown of [false, true]) {
      const logins = sortRows(some, { key: 'account', isDown }, 'en').map(({ account }) => account.login)
      const first = logins.indexOf('')
      expect(first).toBeGreaterThan(0)
      expect(logins.slice(first).every(login => login === '')).toBe(true)
    }
  })

  it('orders importance by weight, not by letters', () => {
    const levels = sortRows(rows, { key: 'importance', isDown: false }, 'en').map(row => IMPORTANCES.indexOf(row.importance))
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
  })
})

describe('grouping', () => {
  it('puts every row in one group, in the order it came', () => {
    fc.assert(fc.property(fc.constantFrom(...GROUP_KEYS), sortArb, (by, sort) => {
      const sorted = sortRows(rows, sort, 'en')
      const groups = groupRows(sorted, by)
      expect(groups.reduce((sum, group) => sum + group.rows.length, 0)).toBe(sorted.length)
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
      for (const group of groups)
        expect(group.rows).toEqual(sorted.filter(row => group.rows.includes(row)))
    }), { ...options, numRuns: 20 })
  })
})
