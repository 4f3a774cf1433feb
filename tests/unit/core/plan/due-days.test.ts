import { describe, expect, it } from 'vitest'
import { daysBetween } from '../../../../src/core/lib/day'
import { facts, phase, plan, task, TODAY, unbind } from './kit'

const due = (of: ReturnType<typeof plan>) => phase(of, 'unbind').tasks.map(item => item.dueOn)

describe('due days of unbinding', () => {
  it('names none where no end of the line is known', () => {
    expect(due(plan(facts({ lines: [{ n: 1 }] })))).toEqual([null])
  })

  it('counts back from the target: the last a week before it, one a day before that', () => {
    const of = plan(facts({ number: { targetExitOn: '2026-12-15' }, lines: [{ n: 1 }, { n: 2 }, { n: 3 }] }))
    expect(due(of)).toEqual(['2026-12-06', '2026-12-07', '2026-12-08'])
    expect(task(of, unbind(1)).reasons).toContainEqual({ code: 'before-line-ends', params: { day: { day: '2026-12-15' }, why: 'target' } })
  })

  it('does not move from day to day while the bindings fit', () => {
    const of = facts({ number: { targetExitOn: '2026-12-15' }, lines: [{ n: 1 }, { n: 2 }, { n: 3 }] })
    expect(due(plan(of, undefined, '2026-11-30'))).toEqual(due(plan(of)))
  })

  it('takes the first of target, paid-through and inactivity', () => {
    const last = (fields: object) => due(plan(facts({ number: fields, lines: [{ n: 1 }] })))[0]
    expect(last({ targetExitOn: '2026-12-31', paidThroughOn: '2026-12-19' })).toBe('2026-12-13')
    expect(last({ targetExitOn: '2026-12-31', lastActivityOn: '2026-09-13', keepAliveDays: 90 })).toBe('2026-12-05')
    expect(last({ targetExitOn: '2026-12-11', paidThroughOn: '2026-12-19' })).toBe('2026-12-04')
  })

  it('spreads what does not fit evenly from today, never before it', () => {
    const lines = Array.from({ length: 30 }, (_, n) => ({ n }))
    const days = due(plan(facts({ number: { targetExitOn: '2026-12-05' }, lines })))
    expect(days[0]).toBe(TODAY)
    expect(days.at(-1)).toBe('2026-11-28')
    expect(days).toEqual([...days].sort())
  })

  it('asks everything today within the last week', () => {
    expect(due(plan(facts({ number: { targetExitOn: '2026-11-26' }, lines: [{ n: 1 }, { n: 2 }] })))).toEqual([TODAY, TODAY])
  })

  it('keeps the user\'s own day, also when it has passed, and then calls it late', () => {
    const of = plan(facts({ number: { targetExitOn: '2026-12-15' }, lines: [{ n: 1, dueOn: '2026-11-20' }, { n: 2, dueOn: '2026-12-24' }] }))
    expect(task(of, unbind(1))).toMatchObject({ dueOn: '2026-11-20', urgency: 'late' })
    expect(task(of, unbind(2))).toMatchObject({ dueOn: '2026-12-24', urgency: 'later' })
  })

  it('takes a blocking rest off the end', () => {
    const of = plan(facts({ number: { targetExitOn: '2026-12-15' }, lines: [{ n: 1, service: 'slow' }] }))
    expect(task(of, unbind(1)).dueOn).toBe('2026-12-01')
    expect(task(of, unbind(1)).reasons.map(item => item.code)).toContain('cooldown')
    expect(task(plan(facts({ number: { targetExitOn: '2026-12-02' }, lines: [{ n: 1, service: 'slow' }] })), unbind(1)).dueOn).toBe(TODAY)
  })

  it('lets a guard be due no later than what it guards', () => {
    const of = plan(facts({ number: { targetExitOn: '2026-12-15' }, lines: [{ n: 1, service: 'gmail' }, { n: 2, service: 'chase', guardedBy: [1], dueOn: '2026-11-25' }, { n: 3 }] }))
    expect(task(of, unbind(1)).dueOn).toBe('2026-11-25')
  })

  it('gives a moved binding four days to be verified', () => {
    const of = plan(facts({ lines: [{ n: 1, service: 'gmail', state: 'moved', movedOn: '2026-11-16' }] }))
    expect(task(of, unbind(1))).toMatchObject({ kind: 'verify-binding', dueOn: '2026-11-20', urgency: 'late' })
    expect(daysBetween('2026-11-20', TODAY)).toBe(3)
  })

  it('plans a rescue from today, one a day', () => {
    const of = plan(facts({ number: { lineStatus: 'lapsed' }, lines: [{ n: 1, importance: 'low' }, { n: 2, importance: 'critical' }] }))
    expect(task(of, unbind(2)).dueOn).toBe(TODAY)
    expect(task(of, unbind(1)).dueOn).toBe('2026-11-24')
  })

  it('asks everything today once the line may be lost', () => {
    const of = plan(facts({ number: { paidThroughOn: '2026-11-10', targetExitOn: '2026-12-15' }, lines: [{ n: 1 }] }))
    expect(task(of, unbind(1)).dueOn).toBe(TODAY)
    expect(of.nextTasks[0]).toMatchObject({ kind: 'check-line-alive', urgency: 'late', dueOn: '2026-11-11' })
    expect(of.warnings.map(item => item.code)).toContain('may-be-lost')
  })

  it('follows the next end where the target has passed, and asks for a new target', () => {
    const of = plan(facts({ number: { targetExitOn: '2026-11-01', lastActivityOn: '2026-09-13', keepAliveDays: 90 }, lines: [{ n: 1 }] }))
    expect(task(of, unbind(1)).dueOn).toBe('2026-12-05')
    expect(task(of, 'prepare:choose-date')).toMatchObject({ kind: 'choose-new-date', state: 'open', urgency: 'late' })
  })

  it('warns where there are more bindings than days, and says what buys time', () => {
    const lines = Array.from({ length: 30 }, (_, n) => ({ n }))
    const of = plan(facts({ number: { lastActivityOn: '2026-09-13', keepAliveDays: 90 }, lines }))
    expect(of.warnings).toContainEqual({
      code: 'too-little-time',
      params: { count: 30, day: { day: '2026-12-12' }, days: 19, why: 'inactivity', by: { day: '2026-12-05' }, buys: 90 },
      taskKey: 'prepare:keep-alive',
    })
  })
})
