import type { NumberFacts } from '../../../../src/core/records/facts'
import { describe, expect, it } from 'vitest'
import { deriveToday } from '../../../../src/core/plan/derive-today'
import { ALL_CLEAR, bindingId, claim, contact, facts, id, ledger, plan, tick, TODAY } from './kit'

/** The same facts as another number's. */
function as(n: number, of: NumberFacts): NumberFacts {
  return { ...of, number: { ...of.number, id: id(n) } }
}

const unbindOnly = { number: { exitRoute: 'cancel', targetExitOn: '2026-12-31', providerLogin: 'me' } } as const

describe('today over all numbers', () => {
  it('is empty where there is no number', () => {
    expect(deriveToday([], TODAY)).toEqual({ next: null, late: [], todayAndTomorrow: [], nextSevenDays: [], later: [], deadlines: [], moneyAtStake: [] })
  })

  it('sorts by day into late, today and tomorrow, the next seven days and later, the next action in none of them', () => {
    const days = ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-29', '2026-11-30', '2026-12-01']
    const of = plan(facts({ ...unbindOnly, lines: days.map((dueOn, n) => ({ n, dueOn })) }))
    const today = deriveToday([of], TODAY)
    const unbinding = (list: typeof today.late) => list.filter(item => item.phase === 'unbind').map(item => item.dueOn)
    expect(today.next?.dueOn).toBe('2026-11-20')
    expect(unbinding(today.late)).toEqual(['2026-11-22'])
    expect(unbinding(today.todayAndTomorrow)).toEqual(['2026-11-23', '2026-11-24'])
    expect(unbinding(today.nextSevenDays)).toEqual(['2026-11-25', '2026-11-29', '2026-11-30'])
    expect(unbinding(today.later)).toEqual(['2026-12-01'])
  })

  it('prefers, among late ones, what opens accounts to what is to be followed up', () => {
    const gmail = as(1, facts({ ...unbindOnly, lines: [{ n: 1, service: 'gmail', state: 'moved', movedOn: '2026-11-16' }, { n: 2, service: 'chase', guardedBy: [1], dueOn: '2026-11-25' }] }))
    const late = as(2, facts({ number: { lineStatus: 'cancelled' }, claims: [claim(850, { expectedBy: '2026-11-17' })] }))
    const today = deriveToday([plan(late), plan(gmail)], TODAY)
    expect(today.next?.binding?.id).toBe(bindingId(1))
    expect(today.late.map(item => item.kind)).toEqual(['chase-refund'])
    expect(today.nextSevenDays.map(item => [item.binding?.id, item.state])).toContainEqual([bindingId(2), 'waiting'])
  })

  it('keeps what was put off in sight: under later, behind the rest, the first to wake first', () => {
    const lines = ['2026-11-20', '2026-11-24', '2026-11-30', null].map((dueOn, n) => ({ n, ...dueOn && { dueOn } }))
    const ticks = [tick(`unbind:${bindingId(0)}`, { state: 'snoozed', snoozedUntil: '2026-12-03', note: 'the shop is shut' }), tick(`unbind:${bindingId(1)}`, { state: 'snoozed', snoozedUntil: '2026-11-26' })]
    const today = deriveToday([plan(facts({ ...unbindOnly, lines, ticks }))], TODAY)
    const near = [...today.late, ...today.todayAndTomorrow, ...today.nextSevenDays]
    expect(near.filter(item => item.phase === 'unbind').map(item => item.dueOn)).toEqual(['2026-11-30'])
    const off = today.later.filter(item => item.state === 'snoozed')
    expect(today.later.slice(-2)).toEqual(off)
    expect(off.map(item => [item.binding?.id, item.snoozedUntil, item.note])).toEqual([[bindingId(1), '2026-11-26', ''], [bindingId(0), '2026-12-03', 'the shop is shut']])
  })

  it('shows nothing that waits for a gate', () => {
    const today = deriveToday([plan(facts({ ...unbindOnly, lines: [{ n: 1 }] }))], TODAY)
    const all = [...today.late, ...today.todayAndTomorrow, ...today.nextSevenDays, ...today.later]
    expect(all.filter(item => item.phase === 'cancel' || item.phase === 'follow-up')).toEqual([])
  })

  it('leaves what has time at a number that is kept behind the ways out, unless it is due', () => {
    const kept = as(1, facts({ number: { exitRoute: 'keep' } }))
    const leaving = as(2, facts({ ...unbindOnly, ticks: ['prepare:confirm-rules', 'prepare:list-bindings'].map(key => tick(key)) }))
    expect(deriveToday([plan(kept), plan(leaving)], TODAY).next?.numberId).toBe(id(2))
    const due = as(1, facts({ number: { exitRoute: 'keep', paidThroughOn: '2026-11-24' } }))
    expect(deriveToday([plan(due), plan(leaving)], TODAY).next).toMatchObject({ numberId: id(1) })
  })

  it('puts a number that can be cancelled now before an untouched one, where neither has a day', () => {
    const ready = as(2, facts({ number: { providerLogin: 'x' }, ticks: [...ALL_CLEAR, 'prepare:confirm-rules', 'prepare:choose-date'].map(key => tick(key)) }))
    const today = deriveToday([plan(as(1, facts())), plan(ready)], TODAY)
    expect(today.next?.numberId).toBe(id(2))
    expect(today.later[0]?.numberId).toBe(id(2))
  })

  it('lists the deadlines of thirty days over all numbers, in order', () => {
    const plans = [
      plan(as(1, facts({ number: { lastActivityOn: '2026-09-13', keepAliveDays: 90, targetExitOn: '2026-12-15' } }))),
      plan(as(2, facts({ number: { paidThroughOn: TODAY, targetExitOn: '2027-01-20' }, contacts: [contact({ callBackOn: '2026-12-24' })], claims: [claim(1, { expectedBy: '2026-11-01' })] }))),
    ]
    expect(deriveToday(plans, TODAY).deadlines.map(item => [item.day, item.kind, item.numberId])).toEqual([
      ['2026-11-24', 'paid-through', id(2)],
      ['2026-12-05', 'keep-alive', id(1)],
      ['2026-12-12', 'inactivity', id(1)],
      ['2026-12-15', 'target', id(1)],
    ])
  })

  it('sums money for each currency and never across', () => {
    const plans = [
      plan(as(1, facts({ ledger: [ledger(1240)] }))),
      plan(as(2, facts({ ledger: [ledger(210)] })), null),
      plan(as(3, facts({ claims: [claim(850, { amount: { amountMinor: 850, currency: 'GBP' } })] }))),
    ]
    expect(deriveToday(plans, TODAY).moneyAtStake.map(({ money, parts }) => [money.currency, money.amountMinor, parts.map(part => part.fate)])).toEqual([
      ['GBP', 850, ['asked']],
      ['USD', 1450, ['refundable', 'unknown']],
    ])
  })
})
