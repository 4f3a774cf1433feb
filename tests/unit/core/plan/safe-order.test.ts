import { describe, expect, it } from 'vitest'
import { findRings } from '../../../../src/core/plan/guard-rings'
import { accountId, bindingId, facts, phase, plan, task, unbind } from './kit'

const order = (of: ReturnType<typeof plan>) => phase(of, 'unbind').tasks.map(item => item.key)

describe('the safe order of unbinding', () => {
  it('puts an account that needs the old number first, unknown counting as yes, then critical before low, then due day, then name', () => {
    const of = plan(facts({ lines: [
      { n: 1, service: 'discord' },
      { n: 2, service: 'paypal' },
      { n: 3, service: 'amazon' },
      { n: 4, service: 'amazon', dueOn: '2026-12-01' },
      { n: 5, service: 'gmail', importance: 'low' },
      { n: 6, service: 'chase' },
    ] }))
    expect(order(of)).toEqual([unbind(6), unbind(5), unbind(2), unbind(4), unbind(3), unbind(1)])
  })

  it('puts a guard before what it guards, however little it matters itself, and lists its charges under it', () => {
    const of = plan(facts({ lines: [
      { n: 1, service: 'chase', guardedBy: [3] },
      { n: 2, service: 'paypal' },
      { n: 3, service: 'discord' },
      { n: 4, service: 'amazon', guardedBy: [3] },
    ] }))
    expect(order(of)).toEqual([unbind(3), unbind(1), unbind(4), unbind(2)])
    expect(task(of, unbind(1))).toMatchObject({ state: 'waiting', waitsFor: [unbind(3)], binding: { under: unbind(3) } })
    expect(task(of, unbind(3)).binding?.opens).toEqual([accountId(1), accountId(4)])
    expect(task(of, unbind(3)).reasons[0]).toEqual({ code: 'guards-accounts', params: { accounts: { accounts: [accountId(1), accountId(4)] }, count: 2 } })
  })

  it('lists an account with two guards after both, and counts it as opened by neither alone', () => {
    const of = plan(facts({ lines: [
      { n: 1, service: 'gmail' },
      { n: 2, service: 'chase', guardedBy: [1, 3] },
      { n: 3, service: 'discord' },
      { n: 4, service: 'paypal', guardedBy: [1] },
    ] }))
    const keys = order(of)
    expect(keys.indexOf(unbind(2))).toBeGreaterThan(keys.indexOf(unbind(3)))
    expect(keys.indexOf(unbind(2))).toBeGreaterThan(keys.indexOf(unbind(1)))
    expect(task(of, unbind(2)).waitsFor).toEqual(expect.arrayContaining([unbind(1), unbind(3)]))
    expect(task(of, unbind(1)).binding?.opens).toEqual([accountId(4)])
  })

  it('holds a charge until a critical guard is verified, not merely moved; a low one is enough moved', () => {
    const lines = (state: 'moved' | 'verified', guard: string) => facts({ lines: [{ n: 1, service: guard, state }, { n: 2, service: 'chase', guardedBy: [1] }] })
    expect(task(plan(lines('moved', 'gmail')), unbind(2)).state).toBe('waiting')
    expect(task(plan(lines('verified', 'gmail')), unbind(2))).toMatchObject({ state: 'open', waitsFor: [], binding: { under: null } })
    expect(task(plan(lines('moved', 'discord')), unbind(2)).state).toBe('open')
  })

  it('does not wait for a guard on another number, a guard that was deleted, or itself', () => {
    const of = facts({ lines: [{ n: 1, service: 'chase', guardedBy: [1, 2, 99] }, { n: 2, service: 'gmail' }] })
    const elsewhere = { ...of, bindings: of.bindings.filter(item => item.id === bindingId(1)) }
    expect(task(plan(elsewhere), unbind(1))).toMatchObject({ state: 'open', waitsFor: [] })
  })

  it('reports a ring of guards once and breaks it at the same place each time', () => {
    const lines = [
      { n: 1, service: 'amazon', guardedBy: [3] },
      { n: 2, service: 'gmail', guardedBy: [1] },
      { n: 3, service: 'paypal', guardedBy: [2] },
      { n: 4, service: 'discord', guardedBy: [3] },
    ]
    const of = plan(facts({ lines }))
    expect(of.guardCycles).toEqual([[accountId(2), accountId(3), accountId(1)]])
    expect(of.warnings.filter(item => item.code === 'guard-ring')).toHaveLength(1)
    expect(task(of, unbind(2))).toMatchObject({ state: 'open', waitsFor: [] })
    expect(task(of, unbind(2)).reasons.map(item => item.code)).toContain('in-guard-ring')
    expect(task(of, unbind(3)).waitsFor).toEqual([unbind(2)])
    expect(order(plan(facts({ lines: [...lines].reverse() })))).toEqual(order(of))
  })

  it('forgets a ring once one of its accounts is settled', () => {
    const of = plan(facts({ lines: [{ n: 1, service: 'gmail', guardedBy: [2], state: 'verified' }, { n: 2, service: 'chase', guardedBy: [1] }] }))
    expect(of.guardCycles).toEqual([])
    expect(task(of, unbind(2)).state).toBe('open')
  })

  it('keeps settled bindings last and leaves candidates and dismissed ones out', () => {
    const of = plan(facts({ lines: [
      { n: 1, state: 'verified' },
      { n: 2, state: 'candidate' },
      { n: 3, state: 'dismissed' },
      { n: 4, state: 'bound' },
      { n: 5, state: 'waived', waivedReason: 'dead account' },
    ] }))
    expect(order(of)).toEqual([unbind(4), unbind(1), unbind(5)])
    expect(of).toMatchObject({ settled: 2, bindings: 3, ring: { verified: 1, ended: 1, halfWay: 0, bound: 1 } })
  })

  it('orders a rescue by the worst account first, whatever needs the old number', () => {
    const of = plan(facts({ number: { lineStatus: 'lapsed' }, lines: [
      { n: 1, service: 'chase', importance: 'low' },
      { n: 2, service: 'paypal' },
    ] }))
    expect(of.isRescue).toBe(true)
    expect(order(of)).toEqual([unbind(2), unbind(1)])
    expect(task(of, unbind(2)).kind).toBe('rescue-binding')
    expect(of.currentPhase).toBe('unbind')
  })

  it('bears a chain of guards of any length', () => {
    const lines = Array.from({ length: 4000 }, (_, n) => ({ n, guardedBy: n > 0 ? [n - 1] : [] }))
    expect(order(plan(facts({ lines })))).toEqual(lines.map(line => unbind(line.n)))
  })
})

describe('rings in a graph', () => {
  it('finds each ring once, none in a graph without', () => {
    expect(findRings([[1], [2], []]).rings).toEqual([])
    expect(findRings([[1], [2], [0], [4], [3], [0]]).rings).toEqual([[0, 1, 2], [3, 4]])
  })
})
