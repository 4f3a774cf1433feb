import type { Facts } from '../../../../src/core/records/tables'
import type { WebLayout } from '../../../../src/core/web/layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largeFacts } from '../../../../src/core/sample/large'
import { accountKey, layOut, numberKey } from '../../../../src/core/web/layout'
import { seenOf } from '../../../../src/core/web/seen'
import { followed, walk } from '../../../../src/core/web/walk'
import { filterWeb, GONE, leadOf, weave } from '../../../../src/core/web/web'
import { accountId, anyRecord, bindingId, catalog, numberId, options, record } from './kit'

const drawn = (facts: Facts, more = {}): WebLayout => layOut(weave(facts, catalog), options(more))
const places = ({ nodes, captions }: WebLayout) => [...nodes, ...captions].map(({ key, column, top }) => `${key} ${column} ${top}`).sort()
const column = (layout: WebLayout, at: number) => layout.nodes.filter(node => node.column === at).map(({ key }) => key)
const mail = { accounts: [{ name: 'Zoo', importance: 'low' as const }, { name: 'Bank', importance: 'critical' as const, guardedBy: [2] }, { name: 'Mail' }], bindings: [{ account: 0, number: 0 }, { account: 1, number: 0 }, { account: 2, number: 0 }] }

describe('the web', () => {
  it('puts guards first, then what is worst to lose, then by name; what a guard guards stands beside it', () => {
    const layout = drawn(record(mail))
    expect(column(layout, 0)).toEqual([numberKey(numberId(0))])
    expect(column(layout, 1)).toEqual([2, 1, 0].map(n => accountKey(accountId(n))))
    const [charge] = layout.nodes.filter(({ kind }) => kind === 'guarded')
    expect(charge).toMatchObject({ top: layout.node(accountKey(accountId(2)))!.top, ownKey: accountKey(accountId(1)) })
    expect(layout.captions.map(({ guard }) => guard.id)).toEqual([accountId(2)])
  })

  it('orders numbers by age, and keeps an account beside its oldest number with a line from each', () => {
    const layout = drawn(record({ numbers: 2, accounts: [{}], bindings: [{ account: 0, number: 1 }, { account: 0, number: 0, state: 'verified' }] }))
    expect(column(layout, 0)).toEqual([numberKey(numberId(0)), numberKey(numberId(1))])
    expect(layout.node(accountKey(accountId(0)))!.numberKey).toBe(numberId(0))
    expect(layout.threads.map(({ from, line }) => [from, line.isSettled])).toEqual([[numberKey(numberId(0)), true], [numberKey(numberId(1)), false]])
  })

  it('has a place for accounts whose number is gone, and for a guard that hangs on nothing', () => {
    const layout = drawn(record({ accounts: [{}, { guardedBy: [2] }, {}], bindings: [{ account: 0, number: 7 }, { account: 1, number: 0 }] }))
    expect(layout.node(accountKey(accountId(0)))!.numberKey).toBe(GONE)
    expect(layout.node(accountKey(accountId(2)))!.numberKey).toBe(GONE)
    expect(layout.threads).toHaveLength(2)
  })

  it('leaves out what was only suggested, or dismissed', () => {
    const web = weave(record({ accounts: [{}, {}], bindings: [{ account: 0, number: 0, state: 'candidate' }, { account: 1, number: 0, state: 'dismissed' }] }), catalog)
    expect(web).toMatchObject({ accounts: 0, bindings: 0 })
  })

  it('tells two accounts of one service apart, and shows the binding that is furthest behind', () => {
    const { numbers } = weave(record({ numbers: 2, accounts: [{ name: 'Mail' }, { name: 'Mail' }, { name: 'Zoo' }], bindings: [{ account: 0, number: 0, state: 'verified' }, { account: 0, number: 1, state: 'moving' }, { account: 1, number: 0 }, { account: 2, number: 0 }] }), catalog)
    expect(numbers[0]!.accounts.map(({ isTwin }) => isTwin)).toEqual([true, true, false])
    expect(leadOf(numbers[0]!.accounts[0]!)?.binding.state).toBe('moving')
  })

  it('folds settled accounts beyond forty, number by number, until they are unfolded', () => {
    const many = record({ accounts: Array.from({ length: 50 }, () => ({})), bindings: Array.from({ length: 50 }, (_, n) => ({ account: n, number: 0, state: n < 12 ? 'verified' as const : 'bound' as const })) })
    const folded = drawn(many)
    expect(folded.shown).toBe(38)
    expect(folded.nodes.find(({ kind }) => kind === 'fold')).toMatchObject({ count: 12, isOpen: false })
    expect(drawn(many, { unfolded: new Set([`fold:${numberId(0)}`]) }).shown).toBe(50)
    expect(drawn(many, { isFolding: false }).shown).toBe(50)
    expect(drawn(many, { kept: new Set([accountId(3)]) }).shown).toBe(39)
  })

  it('folds the last of many accounts beside one guard', () => {
    const many = record({ accounts: [{}, ...Array.from({ length: 9 }, () => ({ guardedBy: [0] }))], bindings: Array.from({ length: 10 }, (_, account) => ({ account, number: 0 })) })
    const layout = drawn(many)
    expect(layout.arrows).toHaveLength(5)
    expect(layout.nodes.find(({ kind }) => kind === 'fold')).toMatchObject({ of: 'charges', count: 4 })
    expect(drawn(many, { unfolded: new Set([`more:${accountId(0)}`]) }).arrows).toHaveLength(9)
  })

  it('shows what a filter asks for, and takes in an account that has its place beside another number', () => {
    const web = weave(record({ numbers: 2, accounts: [{}, {}], bindings: [{ account: 0, number: 0 }, { account: 0, number: 1, state: 'moving' }, { account: 1, number: 0, state: 'verified' }] }), catalog)
    expect(filterWeb(web, { numberId: numberId(1), parts: [] }).numbers.map(({ key, accounts }) => [key, accounts.length])).toEqual([[numberId(1), 1]])
    expect(filterWeb(web, { numberId: null, parts: ['settled'] }).numbers.map(({ accounts }) => accounts.map(({ id }) => id))).toEqual([[accountId(1)]])
    expect(filterWeb(web, { numberId: null, parts: ['half-way'] }).accounts).toBe(1)
  })

  it('never lays two things over one another, and gives every unsettled binding just one line', () => {
    fc.assert(fc.property(anyRecord, fc.boolean(), fc.integer({ min: 30, max: 66 }), (facts, isFolding, row) => {
      const layout = drawn(facts, { isFolding, numberRows: 104 / row, ringRows: 30 / row, captionRows: 44 / row })
      for (const at of [0, 1, 2]) {
        const boxes = [...layout.nodes, ...layout.captions].filter(box => box.column === at).sort((a, b) => a.top - b.top)
        boxes.slice(1).forEach((box, index) => expect(box.top - boxes[index]!.top - boxes[index]!.rows).toBeGreaterThan(-1e-6))
      }
      expect(new Set(layout.nodes.map(({ key }) => key)).size).toBe(layout.nodes.length)
      const unsettled = weave(facts, catalog).numbers.flatMap(({ accounts }) => accounts.flatMap(({ bindings }) => bindings.filter(line => !line.isSettled).map(({ binding }) => binding.id))).sort()
      expect(layout.threads.filter(({ line }) => !line.isSettled).map(({ line }) => line.binding.id).sort()).toEqual(unsettled)
    }), { seed: 5, numRuns: 300 })
  })

  it('is the same picture for the same facts, in whatever order they lie', () => {
    fc.assert(fc.property(anyRecord, (facts) => {
      const turned = <Row>(rows: ReadonlyMap<string, Row>) => new Map([...rows].reverse())
      const other = { ...facts, numbers: turned(facts.numbers), accounts: turned(facts.accounts), bindings: turned(facts.bindings) }
      expect(places(drawn(other))).toEqual(places(drawn(facts)))
    }), { seed: 6, numRuns: 200 })
  })

  it('moves nothing when a binding is settled: only its line lets go', () => {
    fc.assert(fc.property(anyRecord, fc.nat(), (facts, pick) => {
      const open = weave(facts, catalog).numbers.flatMap(({ accounts }) => accounts.filter(({ isSettled }) => !isSettled))
      const lines = open.flatMap(({ bindings }) => bindings.filter(({ isSettled }) => !isSettled))
      const { binding } = lines[pick % Math.max(1, lines.length)] ?? {}
      if (!binding)
        return
      const kept = new Set(open.map(({ id }) => id))
      const after = { ...facts, bindings: new Map(facts.bindings).set(binding.id, { ...binding, state: 'verified' as const }) }
      const [was, is] = [drawn(facts, { kept }), drawn(after, { kept })]
      expect(places(is)).toEqual(places(was))
      expect(is.threads.filter(({ line }) => line.isSettled).length).toBe(was.threads.filter(({ line }) => line.isSettled).length + 1)
    }), { seed: 7, numRuns: 200 })
  })

  it('walks and follows without end through rings of guards, and reaches everything', () => {
    fc.assert(fc.property(anyRecord, (facts) => {
      const layout = drawn(facts)
      for (const { key } of layout.nodes) {
        expect(followed(layout, key).has(key)).toBe(true)
        for (const to of ['up', 'down', 'left', 'right'] as const) {
          const next = walk(layout, key, to)
          expect(next === null || layout.node(next) !== undefined).toBe(true)
        }
      }
      for (const at of [0, 1, 2]) {
        const keys = column(layout, at)
        const seen = new Set<string>()
        for (let key: string | null = keys[0] ?? null; key !== null; key = walk(layout, key, 'down'))
          seen.add(key)
        expect(seen.size).toBe(keys.length)
      }
    }), { seed: 8, numRuns: 60 })
  })

  it('goes along the lines: number, account, what it guards, and on to its own place', () => {
    const layout = drawn(record(mail))
    const [number, guard, charge] = [numberKey(numberId(0)), accountKey(accountId(2)), `guarded:${accountId(2)}:${accountId(1)}`]
    expect(walk(layout, number, 'right')).toBe(guard)
    expect(walk(layout, guard, 'right')).toBe(charge)
    expect(walk(layout, charge, 'right')).toBe(accountKey(accountId(1)))
    expect(walk(layout, charge, 'left')).toBe(guard)
    expect(walk(layout, guard, 'left')).toBe(number)
    expect(followed(layout, guard)).toEqual(new Set([guard, number, `thread:${bindingId(2)}`, `guard:${charge}`, charge, accountKey(accountId(1)), `caption:${accountId(2)}`]))
  })

  it('marks accounts that guard each other', () => {
    const { arrows } = drawn(record({ accounts: [{ guardedBy: [1] }, { guardedBy: [0] }, { guardedBy: [0] }], bindings: [{ account: 0, number: 0 }, { account: 1, number: 0 }, { account: 2, number: 0 }] }))
    expect(arrows.map(({ isRing }) => isRing).sort()).toEqual([false, true, true])
  })

  it('draws only what is in sight, and what has the focus', () => {
    const layout = layOut(weave(largeFacts({ numbers: 20, bindings: 2000, today: '2026-11-23', seed: 1 }), catalog), options({ isFolding: false }))
    const seen = seenOf(layout, 100, 120, layout.nodes[0]!.key)
    expect(layout.nodes.length).toBeGreaterThan(1900)
    expect(seen.nodes.length).toBeLessThan(80)
    expect(seen.nodes[0]).toBe(layout.nodes[0])
    expect(seen.threads.every(({ to }) => seen.nodes.some(({ key }) => key === to))).toBe(true)
  })
})
