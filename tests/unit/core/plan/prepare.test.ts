import { describe, expect, it } from 'vitest'
import { facts, ledger, phase, plan, playbook, task, tasks, tick, TODAY } from './kit'

const has = (of: ReturnType<typeof plan>, key: string) => tasks(of).some(item => item.key === key || item.kind === key)

describe('prepare', () => {
  it('asks to read the guide and says how well it is founded', () => {
    const reasonOf = (book: Parameters<typeof plan>[1]) => task(plan(facts(), book), 'prepare:confirm-rules').reasons[0]?.code
    expect(reasonOf(playbook({}))).toBe('guide-checked')
    expect(reasonOf(playbook({ checkedOn: '2025-11-22' }))).toBe('guide-stale')
    expect(reasonOf(playbook({ checkedOn: '2025-11-23' }))).toBe('guide-checked')
    expect(reasonOf(playbook({ isUnverified: true }))).toBe('guide-unverified')
    expect(reasonOf(null)).toBe('provider-unknown')
  })

  it('keeps the key of a task when the guide comes or goes', () => {
    const of = facts({ ticks: ['prepare:confirm-rules'] })
    expect(task(plan(of, null), 'prepare:confirm-rules')).toMatchObject({ kind: 'ask-provider-rules', state: 'done' })
    expect(task(plan(of), 'prepare:confirm-rules')).toMatchObject({ kind: 'confirm-rules', state: 'done' })
  })

  it('takes the day and the login from the record', () => {
    const of = plan(facts({ number: { targetExitOn: '2026-12-15', providerLogin: 'mei@example.com' } }))
    expect(task(of, 'prepare:choose-date').state).toBe('done')
    expect(task(of, 'prepare:confirm-login').state).toBe('done')
    expect(task(plan(facts({ ticks: ['prepare:choose-date', 'prepare:confirm-login'] })), 'prepare:choose-date').state).toBe('open')
  })

  it('asks to use the line a week before it may be lost, where that is before the target', () => {
    const of = plan(facts({ number: { targetExitOn: '2026-12-15', lastActivityOn: '2026-09-13', keepAliveDays: 90 } }))
    expect(of.lostOn).toEqual({ day: '2026-12-12', why: 'inactivity' })
    expect(task(of, 'keep-alive')).toMatchObject({ dueOn: '2026-12-05', noteAt: 'number', tickBy: 'fact' })
    expect(of.warnings).toContainEqual({
      code: 'target-after-loss',
      params: { target: { day: '2026-12-15' }, lost: { day: '2026-12-12' }, days: 3, why: 'inactivity', by: { day: '2026-12-05' }, buys: 90 },
      taskKey: 'prepare:keep-alive',
    })
    expect(of.deadlines.map(item => [item.kind, item.day])).toEqual([['keep-alive', '2026-12-05'], ['inactivity', '2026-12-12'], ['target', '2026-12-15']])
  })

  it('asks for a look, not a payment, where the wallet holds the next charge', () => {
    const number = { paidThroughOn: '2026-11-26', recurringCost: { money: { amountMinor: 300, currency: 'USD' }, period: '30-days', isAutoRenewed: null } } as const
    const keyOf = (minor: number) => task(plan(facts({ number, ledger: [ledger(minor)] })), 'prepare:top-up')
    expect(keyOf(210)).toMatchObject({ kind: 'top-up', dueOn: '2026-11-24' })
    expect(keyOf(300)).toMatchObject({ kind: 'note-renewal', dueOn: '2026-11-27' })
  })

  it('does not ask how to leave a number that is kept', () => {
    expect(has(plan(facts({ number: { exitRoute: 'keep' } })), 'prepare:confirm-rules')).toBe(false)
    expect(has(plan(facts({ number: { exitRoute: 'cancel' } })), 'prepare:confirm-rules')).toBe(true)
  })

  it('does not ask to use a line that outlives the work', () => {
    expect(has(plan(facts({ number: { targetExitOn: '2026-12-01', lastActivityOn: '2026-09-13', keepAliveDays: 90 } })), 'keep-alive')).toBe(false)
    expect(has(plan(facts({ number: { lastActivityOn: TODAY, keepAliveDays: 90 }, lines: [{ n: 1 }] })), 'keep-alive')).toBe(false)
  })

  it('counts from the activation where no use is noted, and from nothing where neither is', () => {
    expect(plan(facts({ number: { activatedOn: '2026-11-01', keepAliveDays: 30 } })).lostOn?.day).toBe('2026-12-01')
    expect(plan(facts({ number: { keepAliveDays: 30 } })).lostOn).toBeNull()
  })

  it('asks to top up where the wallet does not cover a renewal, and trusts one that does', () => {
    const of = (minor: number) => plan(facts({
      number: { paidThroughOn: TODAY, recurringCost: { money: { amountMinor: 300, currency: 'USD' }, period: '30-days', isAutoRenewed: true } },
      lines: [{ n: 1 }],
      ledger: [ledger(minor)],
    }))
    expect(of(210).lostOn).toEqual({ day: '2026-11-24', why: 'paid-through' })
    expect(task(of(210), 'top-up')).toMatchObject({ dueOn: TODAY, urgency: 'today', params: { balance: { money: { amountMinor: 210, currency: 'USD' } } } })
    expect(of(210).warnings.map(item => item.code)).toContain('renewal-not-covered')
    expect(of(300).lostOn).toBeNull()
  })

  it('makes a kept number nothing but kept alive', () => {
    const of = plan(facts({ number: { exitRoute: 'keep', lastActivityOn: '2026-11-20', keepAliveDays: 90 }, lines: [{ n: 1 }] }))
    expect(phase(of, 'unbind')).toMatchObject({ state: 'idle', total: 0 })
    expect(of.phases.filter(item => item.state !== 'idle').map(item => item.key)).toEqual(['prepare'])
    expect(of.gates).toEqual([])
    expect(of.canCancel).toBe(false)
    expect(task(of, 'keep-alive').dueOn).toBe('2027-02-11')
    const done = plan(facts({ number: { exitRoute: 'keep' }, ticks: ['prepare:confirm-rules', 'prepare:confirm-login'] }))
    expect(done.nextTasks.map(item => item.kind)).toEqual(['keep-alive'])
  })

  it('puts a text that has weeks of time after the work, and before it once it is near', () => {
    const of = (target: string, used: string) => plan(facts({ number: { targetExitOn: target, lastActivityOn: used, keepAliveDays: 90 } })).nextTasks.map(item => item.kind)
    expect(of('2027-03-01', '2026-11-20').at(-1)).toBe('keep-alive')
    expect(of('2027-03-01', '2026-09-01').indexOf('keep-alive')).toBeLessThan(4)
  })

  it('hears a snooze until its day, and a skip only with a reason and where it may be skipped', () => {
    const state = (given: ReturnType<typeof tick>, today = TODAY) => task(plan(facts({ ticks: [given] }), undefined, today), given.taskKey).state
    expect(state(tick('prepare:confirm-rules', { state: 'snoozed', snoozedUntil: '2026-11-25' }))).toBe('snoozed')
    expect(state(tick('prepare:confirm-rules', { state: 'snoozed', snoozedUntil: '2026-11-25' }), '2026-11-25')).toBe('open')
    expect(state(tick('prepare:confirm-rules', { state: 'skipped', note: 'known' }))).toBe('skipped')
    expect(state(tick('prepare:confirm-rules', { state: 'skipped', note: '' }))).toBe('open')
    expect(state(tick('pre-flight:renewal', { state: 'skipped', note: 'known' }))).toBe('open')
  })

  it('ignores ticks of tasks that are not there', () => {
    expect(plan(facts({ ticks: ['prepare:gone', 'unbind:gone', ''] }))).toEqual(plan(facts()))
  })
})
