import type { Tick } from '../../../../src/core/records/tick'
import { describe, expect, it } from 'vitest'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { accountId, ALL_CLEAR, CATALOG, claim, contact, facts, gate, id, ledger, NOW, phase, plan, PLAYBOOK, playbook, task, tasks, tick, TODAY, unbind } from './kit'

const kinds = (of: ReturnType<typeof plan>, key: Parameters<typeof phase>[1]) => phase(of, key).tasks.map(item => item.kind)
const DAY = 86_400_000

describe('the last step', () => {
  it.each([
    [['phone', 'online'], 'cancel-online'],
    [['app'], 'cancel-in-app'],
    [['post', 'phone'], 'cancel-by-phone'],
    [['email', 'chat'], 'cancel-by-chat'],
    [['email'], 'cancel-by-email'],
    [['store'], 'cancel-in-store'],
    [['post'], 'cancel-by-post'],
  ] as const)('takes the channel of %j that asks least', (channels, kind) => {
    const of = plan(facts(), playbook({ cancel: { channels: [...channels] } }))
    expect(task(of, 'cancel:cancel')).toMatchObject({ kind, tickBy: 'tick' })
    // The look at domain, device and network stands before a page that asks for the login, not before a call.
    expect(kinds(of, 'cancel')[0]).toBe(kind === 'cancel-online' || kind === 'cancel-in-app' || kind === 'cancel-by-chat' ? 'privacy-check' : kind)
  })

  it('asks how where the guide is silent or unknown', () => {
    for (const book of [null, playbook({ cancel: { channels: [] } })])
      expect(kinds(plan(facts(), book), 'cancel')).toEqual(['privacy-check', 'ask-provider-how', 'cancel-as-told', 'note-reference'])
  })

  it('asks for the reference where people answer', () => {
    const book = playbook({ cancel: { channels: ['phone'] } })
    expect(task(plan(facts(), book), 'note-reference').state).toBe('waiting')
    expect(task(plan(facts({ contacts: [contact({ reference: 'A-17' })] }), book), 'note-reference').state).toBe('done')
    // It comes from the call, so it waits for it, also once the gates are open.
    const open = plan(facts({ ticks: [...ALL_CLEAR, 'prepare:confirm-rules', 'prepare:choose-date'].map(key => tick(key)) }), book)
    expect(task(open, 'cancel:cancel').state).toBe('open')
    expect(task(open, 'note-reference').waitsFor).toEqual(['cancel:cancel'])
    expect(kinds(plan(facts()), 'cancel')).not.toContain('note-reference')
  })

  it('never offers a cancel on a port-out, and does not ask for bindings to be settled', () => {
    const of = plan(facts({ number: { exitRoute: 'port-out' }, lines: [{ n: 1 }] }))
    expect(kinds(of, 'cancel')).toEqual(['privacy-check', 'start-port', 'confirm-port'])
    expect(of.gates.map(item => item.key)).not.toContain('bindings-settled')
    expect(gate(of, 'papers-ready').opensBy).toBe('pre-flight:port-papers')
    expect(phase(of, 'unbind').state).toBe('idle')
  })

  it('sees a port through once it has begun', () => {
    const of = plan(facts({ number: { exitRoute: 'port-out', lineStatus: 'porting' } }))
    expect(task(of, 'cancel:start-port').state).toBe('done')
    expect(task(of, 'pre-flight:line').state).toBe('done')
    expect(task(plan(facts({ number: { exitRoute: 'port-out', lineStatus: 'porting' }, ticks: ['cancel:privacy-check'] })), 'cancel:confirm-port').state).toBe('open')
  })

  it('stops paying only behind the gate, then waits for the line to end', () => {
    const number = { exitRoute: 'let-expire', paidThroughOn: '2026-12-20', recurringCost: { money: { amountMinor: 300, currency: 'USD' }, period: 'month', isAutoRenewed: null } } as const
    const of = plan(facts({ number, lines: [{ n: 1 }] }))
    expect(kinds(of, 'cancel')).toEqual(['privacy-check', 'stop-paying', 'let-expire'])
    expect(task(of, 'stop-paying').waitsFor).toContain(unbind(1))
    expect(task(of, 'cancel:let-expire').dueOn).toBe('2026-12-21')
    expect(of.gates.map(item => item.key)).toEqual(['backed-up', 'bindings-settled', 'no-debt', 'balance-known', 'balance-settled'])
  })

  it('closes what is left at a provider that gave up', () => {
    const of = plan(facts({ number: { lineStatus: 'provider-retired' }, lines: [{ n: 1 }] }))
    expect(of).toMatchObject({ isRescue: true, hasLeft: false })
    expect(task(of, 'cancel:cancel').kind).toBe('close-retired-account')
    expect(of.warnings.map(item => item.code)).toEqual(['line-gone', 'provider-retired'])
    const paid = plan(facts({ number: { lineStatus: 'provider-retired', paidThroughOn: '2026-12-20' }, lines: [{ n: 1 }] }))
    expect(paid.isRescue).toBe(false)
    expect(task(paid, unbind(1)).kind).toBe('move-binding')
  })

  it('warns of a way out that the guide does not name', () => {
    const of = plan(facts({ number: { exitRoute: 'let-expire' } }), playbook({ cancel: { routes: ['cancel'] } }))
    expect(of.warnings.map(item => item.code)).toContain('route-not-in-guide')
  })
})

describe('a provider that answers', () => {
  const twoWays = playbook({ cancel: { channels: ['phone', 'chat'] } })
  const refused = contact({ channel: 'chat', result: 'refused', at: NOW - DAY })

  it('is asked another way once it refused, where there is one, and the refusal is told', () => {
    expect(task(plan(facts(), twoWays), 'cancel:cancel').kind).toBe('cancel-by-chat')
    const again = task(plan(facts({ contacts: [refused] }), twoWays), 'cancel:cancel')
    expect(again.kind).toBe('cancel-by-phone')
    expect(again.reasons).toContainEqual({ code: 'refused-on', params: { day: { day: '2026-11-22' }, channel: 'chat' } })
    expect(task(plan(facts({ contacts: [refused] }), playbook({ cancel: { channels: ['chat'] } })), 'cancel:cancel').kind).toBe('cancel-by-chat')
  })

  it('is taken at its last word: a promise after a refusal', () => {
    const promised = contact({ id: id(7002), channel: 'phone', result: 'promised', effectiveOn: '2026-11-30', at: NOW })
    const step = task(plan(facts({ contacts: [promised, refused] }), twoWays), 'cancel:cancel')
    expect(step.kind).toBe('cancel-by-chat')
    expect(step.reasons.map(reason => reason.code)).toContain('promised-on')
    expect(step.reasons.map(reason => reason.code)).not.toContain('refused-on')
  })
})

describe('a UK mobile line', () => {
  const uk = { regulationsOf: (country: string) => country === 'GB' ? [{ numbers: { pacShortcode: '65075', stacShortcode: '75075', codeValidDays: 30 } }] : [], service: CATALOG.service }
  const of = (exitRoute: 'cancel' | 'port-out', ticks: Tick[] = []) => derivePlan(facts({ number: { country: 'GB', exitRoute }, ticks }), PLAYBOOK, uk, TODAY)

  it('is moved by a text, whose code holds for thirty days', () => {
    expect(task(of('port-out'), 'pre-flight:port-papers')).toMatchObject({ kind: 'get-pac', params: { code: '65075' } })
    const fetched = of('port-out', [tick('pre-flight:port-papers', { at: NOW - 10 * DAY })])
    expect(task(fetched, 'start-port')).toMatchObject({ dueOn: '2026-12-13', reasons: [{ code: 'pac-until' }, { code: 'cancel-kills-port' }] })
    expect(fetched.deadlines).toContainEqual(expect.objectContaining({ kind: 'code-expires', day: '2026-12-13' }))
  })

  it('may be ended by a text as well, where another network follows', () => {
    expect(task(of('cancel'), 'cancel:cancel').reasons).toContainEqual({ code: 'stac-instead', params: { code: '75075' } })
  })
})

describe('a provider that gave up such numbers', () => {
  it('is looked at first, and warned of, while the line is noted as active', () => {
    const of = plan(facts({ lines: [{ n: 1 }] }), playbook({ status: 'retired' }))
    expect(task(of, 'check-retired')).toMatchObject({ dueOn: TODAY, state: 'open' })
    expect(of.warnings.map(({ code, taskKey }) => [code, taskKey])).toContainEqual(['provider-retired', 'prepare:check-retired'])
    expect(of.nextTasks[0]?.kind).toBe('check-retired')
  })
})

describe('after leaving', () => {
  const left = (given: Parameters<typeof facts>[0] = {}) => facts({ ...given, ticks: [...given.ticks ?? [], tick('cancel:cancel', { at: NOW - 10 * DAY })] })

  it('follows up from the day of the last step', () => {
    const of = plan(left({ number: { lineStatus: 'cancelled' } }))
    expect(of).toMatchObject({ hasLeft: true, leftOn: '2026-11-13', currentPhase: 'follow-up', gates: [], canCancel: false, lostOn: null })
    expect(of.phases.filter(({ key }) => ['prepare', 'back-up', 'pre-flight', 'refund'].includes(key)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
    expect(phase(of, 'follow-up').tasks.map(item => [item.kind, item.dueOn, item.state])).toEqual([
      ['line-is-dead', '2026-11-20', 'open'],
      ['no-forgotten', '2026-12-13', 'open'],
      ['confirm-deletion', '2026-11-27', 'open'],
      ['no-more-charges', '2026-12-18', 'open'],
      ['aging-over', '2026-12-28', 'open'],
      ['close', null, 'waiting'],
    ])
    expect(of.nextTasks.map(item => item.kind)).toEqual(['line-is-dead', 'confirm-deletion', 'no-forgotten', 'no-more-charges', 'aging-over'])
  })

  it('counts the rest from the country\'s rule, else from the guide, else does not know it', () => {
    const aging = (country: string | null, graceDays: number | null) => task(plan(left({ number: { lineStatus: 'cancelled', country } }), playbook({ afterCancel: { graceDays } })), 'aging-over')
    expect(aging('US', 10).dueOn).toBe('2026-12-28')
    expect(aging('GB', 30).dueOn).toBe('2026-12-13')
    expect(aging('GB', null)).toMatchObject({ dueOn: null, params: { days: null } })
    expect(aging('GB', 5).state).toBe('done')
  })

  it('knows no day where the number was noted as gone without a tick, and still has a next action', () => {
    const of = plan(facts({ number: { lineStatus: 'cancelled' } }))
    expect(of).toMatchObject({ hasLeft: true, leftOn: null })
    expect(of.nextTasks.length).toBeGreaterThan(0)
  })

  it('takes the day of leaving in the zone that is asked for', () => {
    const at = Date.parse('2026-11-12T23:30:00Z')
    const of = facts({ number: { lineStatus: 'cancelled' }, ticks: [tick('cancel:cancel', { at })] })
    expect(plan(of).leftOn).toBe('2026-11-12')
  })

  it('closes only when everything is followed up, the money is settled and no binding hangs on it', () => {
    const ticks = ['follow-up:line-is-dead', 'follow-up:access', 'follow-up:no-forgotten', 'follow-up:confirm-deletion', 'follow-up:no-more-charges', 'follow-up:aging-over']
    const close = (given: Parameters<typeof facts>[0]) => task(plan(left({ number: { lineStatus: 'cancelled' }, ...given })), 'follow-up:close')
    expect(close({ ticks })).toMatchObject({ state: 'open', noteAt: 'number' })
    expect(close({ ticks: ticks.slice(1) }).waitsFor).toEqual(['follow-up:line-is-dead'])
    expect(close({ ticks, ledger: [ledger(210)] }).waitsFor).toEqual(['refund:balance:USD'])
    expect(close({ ticks, claims: [claim(210)] }).waitsFor).toEqual([`follow-up:refund:${id(6001)}`])
    expect(close({ ticks, lines: [{ n: 1 }] }).waitsFor).toEqual([unbind(1)])
  })

  it('is done when closed: nothing next, nothing open', () => {
    const of = plan(left({ number: { lineStatus: 'cancelled', closedAt: NOW }, lines: [{ n: 1 }] }))
    expect(of).toMatchObject({ isClosed: true, currentPhase: null, nextTasks: [], warnings: [], deadlines: [] })
    expect(tasks(of).every(item => item.state === 'done')).toBe(true)
  })

  it('turns into a rescue where bindings still hang on it', () => {
    const of = plan(left({ number: { lineStatus: 'cancelled' }, lines: [{ n: 1, importance: 'critical' }] }))
    expect(of).toMatchObject({ isRescue: true, currentPhase: 'unbind' })
    expect(of.nextTasks[0]?.kind).toBe('rescue-binding')
  })

  it('asks after a port whether codes arrive, not whether the line is dead', () => {
    const of = plan(facts({ number: { exitRoute: 'port-out', lineStatus: 'ported-out' }, lines: [{ n: 1 }] }))
    expect(of.isRescue).toBe(false)
    expect(kinds(of, 'follow-up')).toEqual(['codes-arrive', 'access-works', 'confirm-deletion', 'no-more-charges', 'close'])
  })
})

describe('what is under way', () => {
  it('waits for a refund until the provider\'s day, the guide\'s, or two weeks', () => {
    const due = (fields: Parameters<typeof claim>[1], typicalDays: number | null = null, areBusinessDays = false) =>
      task(plan(facts({ claims: [claim(850, fields)] }), playbook({ refund: { typicalDays, areBusinessDays } })), `follow-up:refund:${id(6001)}`).dueOn
    expect(due({ expectedBy: '2026-12-01' })).toBe('2026-12-01')
    expect(due({ askedOn: '2026-11-20' }, 10)).toBe('2026-11-30')
    expect(due({ askedOn: '2026-11-20' }, 10, true)).toBe('2026-12-04')
    expect(due({ askedOn: '2026-11-20' })).toBe('2026-12-04')
  })

  it('asks again every seven days once it is late, though the number is not left', () => {
    const of = (followUps: string[]) => plan(facts({ claims: [claim(850, { expectedBy: '2026-11-17', followUps })] }))
    expect(of([]).nextTasks[0]).toMatchObject({ kind: 'chase-refund', dueOn: '2026-11-17', urgency: 'late' })
    expect(task(of(['2026-11-20']), `follow-up:refund:${id(6001)}`)).toMatchObject({ kind: 'refund-arrived', dueOn: '2026-11-27' })
    expect(of([]).currentPhase).toBe('prepare')
    expect(of([]).atStake).toEqual([{ money: { amountMinor: 850, currency: 'USD' }, fate: 'asked', expectedBy: '2026-11-17', daysLate: 6, provider: { kind: 'catalog', id: 'google-voice' } }])
  })

  it('takes what was said of money for no answer about leaving, in the first call or when calling back', () => {
    const book = playbook({ cancel: { channels: ['phone', 'chat'] }, refund: { balanceRefundable: 'unknown' } })
    const money = contact({ result: 'refused', channel: 'phone', about: 'refund:balance:USD', outcome: 'nothing comes back', callBackOn: '2026-11-24' })
    const again = contact({ id: id(7002), at: NOW + 1, result: 'refused', channel: 'phone', about: `follow-up:call-back:${id(7001)}` })
    const answers = (contacts: typeof money[]) => task(plan(facts({ contacts, ledger: [ledger(650)] }), book), 'cancel:cancel').reasons.map(item => item.code)
    expect(answers([money])).not.toContain('refused-on')
    expect(answers([money, again])).not.toContain('refused-on')
    expect(answers([{ ...money, about: 'cancel:cancel' }])).toContain('refused-on')
    expect(answers([{ ...money, about: 'cancel:cancel', result: 'no-answer' }, again])).toContain('refused-on')
    const asked = task(plan(facts({ contacts: [money], ledger: [ledger(650)] }), book), 'refund:balance:USD')
    expect(asked.reasons[0]).toEqual({ code: 'asked-by-contact', params: { day: { day: TODAY }, channel: 'phone', outcome: 'nothing comes back' } })
  })

  it('names a refusal as the provider’s own, not as its guide’s, and the money as still there', () => {
    const of = plan(facts({ ledger: [ledger(650)], claims: [claim(650, { state: 'refused' })] }), playbook({ refund: { balanceRefundable: 'unknown' } }))
    expect(task(of, 'refund:balance:USD')).toMatchObject({ kind: 'use-up-balance', reasons: [{ code: 'refund-refused' }, { code: 'balance-left' }] })
    expect(gate(of, 'balance-settled')).toMatchObject({ state: 'shut', opensBy: 'refund:balance:USD' })
  })

  it('says before the last step what money is still to come', () => {
    const ready = (fields: Parameters<typeof claim>[1], number: NonNullable<Parameters<typeof facts>[0]>['number'] = {}) =>
      plan(facts({ number: { targetExitOn: '2026-12-20', ...number }, ledger: [ledger(850)], claims: [claim(850, fields)], ticks: [...ALL_CLEAR, 'prepare:confirm-rules', 'prepare:choose-date', 'refund:card', 'cancel:privacy-check'].map(key => tick(key)) }))
    const money = { money: { amountMinor: 850, currency: 'USD' } }
    const of = ready({ expectedBy: '2026-12-03' })
    expect(of.canCancel).toBe(true)
    expect(task(of, 'cancel:cancel')).toMatchObject({ state: 'open', betterFrom: '2026-12-03', reasons: [{ code: 'better-from', params: { day: { day: '2026-12-03' }, money, accounts: null } }] })
    // So what comes next is the money, on its day; the step can be taken all the same.
    expect(of.nextTasks.map(item => item.kind)).toEqual(['refund-arrived', 'cancel-online'])
    // A day that passed says nothing about waiting, nor does one that the line does not live to see.
    expect(task(ready({ expectedBy: '2026-11-20' }), 'cancel:cancel')).toMatchObject({ betterFrom: null, reasons: [{ code: 'refund-awaited', params: { money } }] })
    expect(task(ready({ expectedBy: '2026-12-03' }, { paidThroughOn: '2026-11-30' }), 'cancel:cancel').betterFrom).toBeNull()
  })

  it('names before the last step the accounts that stay, and those that changed lately', () => {
    const of = plan(facts({ lines: [{ n: 1, state: 'waived' }, { n: 2, service: 'fresh', state: 'verified', movedOn: '2026-11-20' }], ticks: ALL_CLEAR.map(key => tick(key)) }))
    expect(of.canCancel).toBe(true)
    const { reasons, betterFrom } = task(of, 'cancel:cancel')
    expect(betterFrom).toBe('2026-11-27')
    expect(reasons).toContainEqual({ code: 'better-from', params: { day: { day: '2026-11-27' }, money: null, accounts: { accounts: [accountId(2)] } } })
    expect(reasons).toContainEqual({ code: 'left-bound', params: { accounts: { accounts: [accountId(1)] } } })
  })

  it('calls back on the day agreed, until a later contact is noted', () => {
    const first = contact({ callBackOn: TODAY })
    expect(plan(facts({ contacts: [first] })).nextTasks[0]).toMatchObject({ kind: 'call-back', urgency: 'today' })
    expect(task(plan(facts({ contacts: [first, contact({ id: id(7002), at: NOW + 1 })] })), `follow-up:call-back:${id(7001)}`).state).toBe('done')
  })

  it('gives a snoozed task back only where nothing else is left', () => {
    const open = plan(facts({ number: { exitRoute: 'keep' } })).nextTasks.map(item => item.key)
    const of = plan(facts({ number: { exitRoute: 'keep' }, ticks: open.map((item, index) => tick(item, { state: 'snoozed', snoozedUntil: `2026-12-0${9 - index}` })) }))
    expect(of.nextTasks.map(item => item.snoozedUntil)).toEqual([...of.nextTasks.map(item => item.snoozedUntil)].sort())
    expect(of.nextTasks).toHaveLength(open.length)
    expect(of.nextTasks.every(item => item.state === 'snoozed')).toBe(true)
  })

  it('tells what opens the gates once: the ticks of ALL_CLEAR', () => {
    expect(plan(facts({ ticks: ALL_CLEAR })).currentPhase).toBe('prepare')
    expect(plan(facts({ number: { targetExitOn: '2026-12-15', providerLogin: 'x' }, ticks: [...ALL_CLEAR, 'prepare:confirm-rules'] })).currentPhase).toBe('cancel')
  })
})
