import { describe, expect, it } from 'vitest'
import { accountId, ALL_CLEAR, claim, facts, gate, ledger, phase, plan, playbook, task, tasks, tick, unbind } from './kit'

const BARE = playbook({ preconditions: [], cancel: { channels: [], routes: [], url: null, stepKinds: [], stepLinks: {} }, refund: { balanceRefundable: 'unknown', typicalDays: null, areBusinessDays: false }, portOut: { isPossible: null } })

describe('the plan of what makes little sense', () => {
  it('has every phase although the guide has no steps at all', () => {
    const of = plan(facts({ lines: [{ n: 1 }], ledger: [ledger(300)] }), BARE)
    expect(of.phases.filter(item => item.total > 0).map(item => item.key)).toEqual(['prepare', 'back-up', 'unbind', 'pre-flight', 'refund', 'cancel', 'follow-up'])
    expect(phase(of, 'cancel').tasks.map(item => item.kind)).toEqual(['privacy-check', 'ask-provider-how', 'cancel-as-told', 'note-reference'])
  })

  it('stands days that contradict each other, and says what is late', () => {
    const of = plan(facts({ number: { activatedOn: '2030-01-01', paidThroughOn: '2001-01-01', lastActivityOn: '2031-01-01', keepAliveDays: 1, targetExitOn: '1999-12-31' }, lines: [{ n: 1, dueOn: '1990-01-01', movedOn: '2040-01-01', state: 'moved', importance: 'high' }] }))
    expect(task(of, 'choose-new-date').urgency).toBe('late')
    expect(task(of, unbind(1)).urgency).toBe('late')
    expect(of.warnings.map(item => item.code)).toEqual(expect.arrayContaining(['may-be-lost', 'target-passed']))
    expect(of.nextTasks.length).toBeGreaterThan(0)
  })

  it('calls a balance below zero a debt, in each currency apart', () => {
    const of = plan(facts({ ledger: [ledger(-500), ledger(-300, 'GBP')], ticks: ALL_CLEAR }))
    expect(gate(of, 'no-debt')).toMatchObject({ state: 'shut', opensBy: 'pre-flight:debt' })
    expect(of.canCancel).toBe(false)
  })

  it('lets a claim in one currency cover nothing in another', () => {
    const of = plan(facts({ ledger: [ledger(500)], claims: [claim(500, { amount: { amountMinor: 500, currency: 'GBP' } })], ticks: ALL_CLEAR }))
    expect(gate(of, 'balance-settled')).toMatchObject({ state: 'shut', params: { money: { money: { amountMinor: 500, currency: 'USD' } } } })
    expect(of.atStake.map(({ money, fate }) => [money.currency, fate])).toEqual([['USD', 'refundable'], ['GBP', 'asked']])
  })

  it('counts five thousand bindings, each once, in one order', () => {
    const lines = Array.from({ length: 5000 }, (_, n) => ({ n, guardedBy: n > 0 && n % 7 === 0 ? [n - 1] : [] }))
    const of = plan(facts({ lines }))
    expect(of.bindings).toBe(5000)
    expect(new Set(phase(of, 'unbind').tasks.map(item => item.key)).size).toBe(5000)
  })

  it('waits for no guard that is no longer there, and for none that is itself', () => {
    const of = facts({ lines: [{ n: 1, guardedBy: [9, 1] }, { n: 2, guardedBy: [1] }] })
    const without = { ...of, accounts: new Map([...of.accounts].filter(([id]) => id !== accountId(9))) }
    expect(task(plan(without), unbind(1)).waitsFor).toEqual([])
    expect(task(plan(without), unbind(2)).waitsFor).toEqual([unbind(1)])
  })

  it('has a binding whose account went missing', () => {
    const of = facts({ lines: [{ n: 1 }] })
    expect(task(plan({ ...of, accounts: new Map() }), unbind(1))).toMatchObject({ kind: 'move-binding', binding: { importance: 'high' } })
  })

  it('hears no tick of a task that is no longer there', () => {
    const gone = ['pre-flight:need:stored-value-remaining', 'refund:balance:XXX', 'follow-up:call-back:gone', 'no:such-task'].map(key => tick(key))
    expect(tasks(plan(facts({ ticks: gone })))).toEqual(tasks(plan(facts())))
  })
})
