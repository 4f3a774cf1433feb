import { describe, expect, it } from 'vitest'
import { ALL_CLEAR, bindingId, claim, facts, gate, ledger, phase, plan, playbook, task, tasks, tick, unbind } from './kit'

const key = (of: ReturnType<typeof plan>) => of.gates.map(item => item.key)

describe('the gate before cancelling', () => {
  it('opens when all is done, and not before', () => {
    expect(plan(facts({ ticks: ALL_CLEAR })).canCancel).toBe(true)
    for (const missing of ALL_CLEAR)
      expect(plan(facts({ ticks: ALL_CLEAR.filter(item => item !== missing) })).canCancel, missing).toBe(false)
  })

  it('keeps every task of the last phase waiting, and names what opens it', () => {
    const shut = plan(facts({ lines: [{ n: 1 }] }))
    expect(phase(shut, 'cancel').state).toBe('locked')
    expect(phase(shut, 'cancel').tasks.map(item => item.state)).toEqual(['waiting', 'waiting'])
    expect(task(shut, 'cancel:privacy-check').waitsFor).toContain(unbind(1))
    expect(task(plan(facts({ ticks: ALL_CLEAR })), 'cancel:privacy-check').state).toBe('open')
  })

  it('counts a high binding as settled only when verified, a low one when moved, and waived ones', () => {
    const of = (state: 'moved' | 'verified' | 'waived', importance: 'high' | 'low') => gate(plan(facts({ lines: [{ n: 1, state, importance }], ticks: ['prepare:list-bindings'] })), 'bindings-settled').state
    expect(of('moved', 'high')).toBe('shut')
    expect(of('verified', 'high')).toBe('passed')
    expect(of('moved', 'low')).toBe('passed')
    expect(of('waived', 'high')).toBe('passed')
  })

  it('asks once whether anything else hangs on the number, also where nothing is logged', () => {
    const unsaid = plan(facts({ ticks: ALL_CLEAR.filter(key => key !== 'prepare:list-bindings') }))
    expect(gate(unsaid, 'bindings-settled')).toMatchObject({ state: 'unknown', opensBy: 'prepare:list-bindings' })
    expect(task(unsaid, 'list-bindings').reasons[0]?.code).toBe('nothing-logged')
    expect(unsaid.canCancel).toBe(false)
    expect(plan(facts({ ticks: ALL_CLEAR })).canCancel).toBe(true)
  })

  it('waits for the rest that a service keeps after the change, until its day or the user\'s word', () => {
    const of = (movedOn: string, ticks: string[] = []) => plan(facts({ lines: [{ n: 1, service: 'slow', state: 'moved', movedOn }], ticks: [...ALL_CLEAR, ...ticks] }))
    const key = `pre-flight:cooldown:${bindingId(1)}`
    const resting = of('2026-11-20')
    expect(gate(resting, 'cooldowns-over')).toMatchObject({ state: 'shut', opensBy: key, params: { count: 1 } })
    expect(task(resting, key)).toMatchObject({ kind: 'wait-cooldown', dueOn: '2026-11-27', state: 'open' })
    expect(resting.nextTasks.at(-1)?.key).toBe(key)
    expect(resting.deadlines).toContainEqual(expect.objectContaining({ kind: 'cooldown-over', day: '2026-11-27' }))
    expect(of('2026-11-16').canCancel).toBe(true)
    expect(of('2026-11-20', [key]).canCancel).toBe(true)
  })

  it('needs a login where the line is left by signing in, and the way back to it where there is none', () => {
    const ticks = ALL_CLEAR.filter(key => key !== 'prepare:confirm-login')
    expect(gate(plan(facts({ ticks })), 'login-works')).toMatchObject({ state: 'shut', opensBy: 'prepare:confirm-login' })
    const lost = plan(facts({ number: { providerLogin: 'mei' }, ticks: [...ticks, tick('prepare:confirm-login', { state: 'failed' })] }))
    expect(task(lost, 'prepare:confirm-login')).toMatchObject({ kind: 'recover-login', state: 'open', isFailed: true })
    expect(lost.canCancel).toBe(false)
    expect(plan(facts({ ticks }), playbook({ cancel: { channels: ['phone'] } })).canCancel).toBe(true)
  })

  it('keeps a subscription in an app store in mind, which outlives the account', () => {
    const app = playbook({ kind: 'second-number-app' })
    expect(gate(plan(facts({ ticks: ALL_CLEAR }), app), 'auto-renew-off')).toMatchObject({ state: 'unknown', opensBy: 'pre-flight:store' })
    expect(gate(plan(facts({ ticks: [...ALL_CLEAR, tick('pre-flight:store', { state: 'failed' })] }), app), 'auto-renew-off')).toMatchObject({ state: 'shut', opensBy: 'pre-flight:store' })
    expect(gate(plan(facts({ ticks: [...ALL_CLEAR, 'pre-flight:store'] }), app), 'auto-renew-off').state).toBe('passed')
  })

  it('points to a binding that can be done now', () => {
    const of = plan(facts({ lines: [{ n: 1, service: 'chase', guardedBy: [2] }, { n: 2, service: 'gmail' }] }))
    expect(gate(of, 'bindings-settled')).toEqual({ key: 'bindings-settled', phase: 'cancel', state: 'shut', params: { count: 2 }, opensBy: unbind(2) })
  })

  it('shows a skipped back-up as skipped, with a reason only', () => {
    const of = (note: string) => gate(plan(facts({ ticks: [tick('back-up:provider-data', { state: 'skipped', note }), 'back-up:record'] })), 'backed-up')
    expect(of('nothing on it')).toMatchObject({ state: 'skipped', opensBy: null })
    expect(of('')).toMatchObject({ state: 'shut', opensBy: 'back-up:provider-data' })
  })

  it.each([
    ['suspended', 'line-active', 'reactivate-line'],
    ['frozen', 'line-active', 'unfreeze-line'],
    ['in-arrears', 'line-active', 'pay-arrears'],
    ['porting', 'port-done', 'finish-port'],
  ] as const)('is shut while the line is %s, with its way out', (lineStatus, gateKey, kind) => {
    const of = plan(facts({ number: { lineStatus }, ticks: ALL_CLEAR }))
    expect(of.canCancel).toBe(false)
    expect(gate(of, gateKey)).toMatchObject({ state: 'shut', opensBy: 'pre-flight:line' })
    expect(task(of, 'pre-flight:line')).toMatchObject({ kind, state: 'open', noteAt: 'number' })
  })

  it('is shut by a debt in any currency', () => {
    const of = plan(facts({ ledger: [ledger(500), ledger(-120, 'GBP')], ticks: ALL_CLEAR }))
    expect(gate(of, 'no-debt')).toMatchObject({ state: 'shut', opensBy: 'pre-flight:debt', params: { money: { money: { amountMinor: 120, currency: 'GBP' } } } })
  })

  it('shows an unknown balance as unknown, until an entry or a tick says otherwise', () => {
    const unknown = plan(facts())
    for (const item of ['no-debt', 'balance-known', 'balance-settled'] as const)
      expect(gate(unknown, item)).toMatchObject({ state: 'unknown', opensBy: 'pre-flight:balance' })
    for (const known of [facts({ ticks: ['pre-flight:balance'] }), facts({ ledger: [ledger(0)] })])
      expect(gate(plan(known), 'balance-known').state).toBe('passed')
  })

  it('knows renewal as on, off or unknown', () => {
    const of = (isAutoRenewed: boolean | null, ticks: string[] = []) => {
      const made = plan(facts({ number: { recurringCost: { money: { amountMinor: 300, currency: 'USD' }, period: 'month', isAutoRenewed } }, ticks }))
      return [gate(made, 'auto-renew-off').state, task(made, 'pre-flight:renewal').kind]
    }
    expect(of(true)).toEqual(['shut', 'turn-off-renewal'])
    expect(of(null)).toEqual(['unknown', 'check-renewal'])
    expect(of(false)[0]).toBe('passed')
    expect(of(true, ['pre-flight:renewal'])[0]).toBe('passed')
  })

  it('asks for papers only where the guide names them', () => {
    expect(key(plan(facts()))).not.toContain('papers-ready')
    const book = playbook({ preconditions: ['account-active', 'account-pin', 'identity-document', 'account-pin'] })
    const of = plan(facts(), book)
    expect(gate(of, 'papers-ready')).toMatchObject({ state: 'shut', params: { count: 2 }, opensBy: 'pre-flight:need:account-pin' })
    const ready = facts({ ticks: ['pre-flight:need:account-pin', tick('pre-flight:need:identity-document', { state: 'skipped', note: 'not asked' })] })
    expect(gate(plan(ready, book), 'papers-ready').state).toBe('skipped')
  })

  it('asks whether the number is wanted elsewhere, unless it cannot be taken along', () => {
    expect(gate(plan(facts()), 'not-porting')).toMatchObject({ state: 'unknown', opensBy: 'pre-flight:no-port' })
    expect(key(plan(facts(), playbook({ portOut: { isPossible: false } })))).not.toContain('not-porting')
  })

  it('opens by an override with a reason, and says so', () => {
    const of = plan(facts({ lines: [{ n: 1 }], ticks: [tick('gate:override', { note: 'number was stolen' })] }))
    expect(of).toMatchObject({ canCancel: true, isOverridden: true })
    expect(gate(of, 'bindings-settled').state).toBe('shut')
    expect(of.warnings).toContainEqual({ code: 'overridden', params: { reason: 'number was stolen' }, taskKey: null })
    expect(task(of, 'cancel:privacy-check').state).toBe('open')
    expect(plan(facts({ lines: [{ n: 1 }], ticks: ['gate:override'] }))).toMatchObject({ canCancel: false, isOverridden: false })
  })
})

describe('the balance on the way out', () => {
  it('is asked back where the guide says it comes back, and settled once a claim covers it', () => {
    const of = plan(facts({ ledger: [ledger(1240)] }))
    expect(task(of, 'refund:balance:USD')).toMatchObject({ kind: 'ask-refund', state: 'open', noteAt: 'claims' })
    expect(gate(of, 'balance-settled')).toMatchObject({ state: 'shut', opensBy: 'refund:balance:USD' })
    const asked = plan(facts({ ledger: [ledger(1240)], claims: [claim(1240)] }))
    expect(task(asked, 'refund:balance:USD').state).toBe('done')
    expect(gate(asked, 'balance-settled').state).toBe('passed')
    expect(gate(plan(facts({ ledger: [ledger(1240)], claims: [claim(1000)] })), 'balance-settled').params).toMatchObject({ money: { money: { amountMinor: 240, currency: 'USD' } } })
  })

  it('is used up where it does not come back or was refused, and asked about where that is unknown', () => {
    const kind = (balanceRefundable: 'yes' | 'no' | 'unknown', claims = [] as ReturnType<typeof claim>[]) =>
      task(plan(facts({ ledger: [ledger(210)], claims }), playbook({ refund: { balanceRefundable } })), 'refund:balance:USD').kind
    expect(kind('no')).toBe('use-up-balance')
    expect(kind('unknown')).toBe('ask-refund-rule')
    expect(kind('yes', [claim(210, { state: 'refused' })])).toBe('use-up-balance')
    expect(task(plan(facts({ ledger: [ledger(210)] }), null), 'refund:balance:USD').kind).toBe('ask-refund-rule')
  })

  it('never mixes currencies, and asks for each apart', () => {
    const of = plan(facts({ ledger: [ledger(210), ledger(850, 'GBP')], claims: [claim(210)] }))
    expect(tasks(of).filter(item => item.phase === 'refund' && item.key !== 'refund:card').map(item => [item.key, item.state])).toEqual([['refund:balance:GBP', 'open'], ['refund:balance:USD', 'done']])
    expect(of.atStake.map(item => [item.money.currency, item.fate])).toEqual([['GBP', 'refundable'], ['USD', 'asked']])
  })

  it('counts money that came back once, whether the ledger has it or not', () => {
    const received = claim(1240, { state: 'received' })
    expect(plan(facts({ ledger: [ledger(1240)], claims: [received] })).atStake).toEqual([])
    expect(plan(facts({ ledger: [ledger(1240), ledger(-1240, 'USD', { kind: 'refund' })], claims: [received] })).atStake).toEqual([])
    const again = facts({ ledger: [ledger(1240), ledger(-1240, 'USD', { kind: 'refund' }), ledger(300)], claims: [received] })
    expect(plan(again).atStake.map(item => item.money.amountMinor)).toEqual([300])
  })

  it('is not at stake on a number that is kept', () => {
    expect(plan(facts({ number: { exitRoute: 'keep' }, ledger: [ledger(1240)], claims: [claim(100)] })).atStake).toEqual([])
  })

  it('has nothing to do at zero, and is not yet known without an entry', () => {
    expect(phase(plan(facts({ ledger: [ledger(0)] })), 'refund').state).toBe('idle')
    expect(phase(plan(facts()), 'refund').state).toBe('ahead')
  })
})
