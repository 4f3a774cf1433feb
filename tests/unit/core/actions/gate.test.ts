import type { Facts } from '../../../../src/core/records/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { applyChanges } from '../../../../src/core/actions/apply'
import { askRefund } from '../../../../src/core/actions/ask-refund'
import { attachFile } from '../../../../src/core/actions/attach-file'
import { closeNumber } from '../../../../src/core/actions/close-number'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { markBindingMoved } from '../../../../src/core/actions/mark-binding-moved'
import { markBindingVerified } from '../../../../src/core/actions/mark-binding-verified'
import { noteBalance } from '../../../../src/core/actions/note-balance'
import { overrideGate } from '../../../../src/core/actions/override-gate'
import { planOf } from '../../../../src/core/actions/rows/plan-of'
import { reopenNumber } from '../../../../src/core/actions/reopen-number'
import { setClaimState } from '../../../../src/core/actions/set-claim-state'
import { setLineStatus } from '../../../../src/core/actions/set-line-status'
import { skipTask } from '../../../../src/core/actions/skip-task'
import { snoozeTask } from '../../../../src/core/actions/snooze-task'
import { tickTask } from '../../../../src/core/actions/tick-task'
import { untickTask } from '../../../../src/core/actions/untick-task'
import { OVERRIDE_KEY } from '../../../../src/core/plan/situation'
import { emptyFacts } from '../../../../src/core/records/facts'
import { EXIT_ROUTES } from '../../../../src/core/records/number'
import { catalog, stepArb, takeStep } from './random-steps'
import { refusalOf, run, testWorld, TODAY } from './world'

const voice = run(emptyFacts(), addNumber, { e164: '+14155550134', country: 'US', provider: { kind: 'catalog', id: 'google-voice' } })
const numberId = voice.value

/** The number with everything done but the unbinding of one bank account. */
function nearlyDone(): { facts: Facts, bindingId: string } {
  const world = testWorld(42)
  const step = <Input, Value>(facts: Facts, action: Parameters<typeof run<Input, Value>>[1], input: Input) => run(facts, action, input, world.context())
  const logged = step(voice.facts, logBinding, { numberId, service: { kind: 'catalog', id: 'chase' }, login: 'mei' })
  let { facts } = step(logged.facts, noteBalance, { numberId, balance: { typed: '0', currency: 'USD' } })
  const plan = planOf(facts, numberId, catalog, TODAY)!
  for (const task of plan.phases.flatMap(phase => phase.tasks)) {
    if (['prepare', 'back-up', 'pre-flight'].includes(task.phase) && task.tickBy === 'tick' && task.state !== 'done')
      ({ facts } = step(facts, tickTask, { numberId, taskKey: task.key, catalog }))
  }
  return { facts, bindingId: logged.value.bindingId }
}

function settled(): Facts {
  const { facts, bindingId } = nearlyDone()
  const moved = run(facts, markBindingMoved, { bindingId }, testWorld(43).context())
  return run(moved.facts, markBindingVerified, { bindingId }, testWorld(44).context()).facts
}

/** Everything ticked that is left to follow up. */
function followedUp(facts: Facts): Facts {
  const world = testWorld(47)
  return planOf(facts, numberId, catalog, TODAY)!.phases.at(-1)!.tasks.filter(task => task.state === 'open' && task.tickBy === 'tick').reduce((now, task) => run(now, tickTask, { numberId, taskKey: task.key, catalog }, world.context()).facts, facts)
}

describe('the gate before cancelling', () => {
  it('keeps a number with an unsettled binding, whichever way one tries', () => {
    const { facts } = nearlyDone()
    for (const status of ['cancelled', 'lapsed'] as const)
      expect(refusalOf(facts, setLineStatus, { numberId, status, catalog })?.refused).toBe('gate-shut')
    expect(refusalOf(facts, tickTask, { numberId, taskKey: 'cancel:cancel', catalog })?.refused).toBe('gate-shut')
    for (const taskKey of ['cancel:cancel', 'cancel:confirm-port', 'cancel:let-expire'])
      expect(refusalOf(facts, tickTask, { numberId, taskKey, catalog })?.refused, taskKey).toBe(taskKey === 'cancel:cancel' ? 'gate-shut' : 'not-found')
    for (const action of [tickTask, untickTask])
      expect(refusalOf(facts, action, { numberId, taskKey: OVERRIDE_KEY, catalog })).toBeDefined()
    expect(refusalOf(facts, skipTask, { numberId, taskKey: OVERRIDE_KEY, reason: 'no', catalog })?.refused).toBe('not-valid')
    expect(refusalOf(facts, snoozeTask, { numberId, taskKey: OVERRIDE_KEY, until: '2026-12-01', catalog })?.refused).toBe('not-valid')
    expect(refusalOf(facts, closeNumber, { numberId, catalog })?.refused).toBe('line-alive')
  })

  it('opens when all is settled, and the last step or the status end the line', () => {
    const facts = settled()
    expect(planOf(facts, numberId, catalog, TODAY)?.canCancel).toBe(true)
    const cancelled = run(facts, setLineStatus, { numberId, status: 'cancelled', catalog })
    expect(cancelled.outcome.event).toMatchObject({ kind: 'number.status-set', params: { last4: '0134', from: 'active', to: 'cancelled' } })
    const checked = run(facts, tickTask, { numberId, taskKey: 'cancel:privacy-check', catalog }, testWorld(45).context())
    const ticked = run(checked.facts, tickTask, { numberId, taskKey: 'cancel:cancel', catalog }, testWorld(46).context())
    expect(planOf(ticked.facts, numberId, catalog, TODAY)?.hasLeft).toBe(true)
    expect(ticked.outcome.event.params).toMatchObject({ taskKind: 'cancel-online' })
    expect(ticked.facts.numbers.get(numberId)?.lineStatus).toBe('cancelled')
    expect(refusalOf(ticked.facts, setLineStatus, { numberId, status: 'cancelled', catalog })?.refused).toBe('already-so')
    expect(refusalOf(ticked.facts, closeNumber, { numberId, catalog })).toMatchObject({ refused: 'still-open' })
    expect(run(followedUp(ticked.facts), closeNumber, { numberId, catalog }).facts.numbers.get(numberId)?.closedAt).toBeGreaterThan(0)
  })

  it('notes the line as ended with the last step, and as it was when that is taken back', () => {
    const steps = [['cancel', 'active', 'cancel:cancel', 'cancelled'], ['port-out', 'porting', 'cancel:confirm-port', 'ported-out'], ['let-expire', 'suspended', 'cancel:let-expire', 'lapsed']] as const
    for (const [exitRoute, lineStatus, taskKey, ended] of steps) {
      const world = testWorld(54)
      const from = { ...voice.facts, numbers: new Map([[numberId, { ...voice.facts.numbers.get(numberId)!, exitRoute, lineStatus }]]) }
      let { facts } = run(from, overrideGate, { numberId, last4: '0134', reason: 'my test' }, world.context())
      for (const task of planOf(facts, numberId, catalog, TODAY)!.phases.flatMap(phase => phase.tasks)) {
        const isBefore = task.phase === 'cancel' && task.key !== taskKey && task.state !== 'done' && task.tickBy === 'tick'
        if (isBefore)
          ({ facts } = run(facts, tickTask, { numberId, taskKey: task.key, catalog }, world.context()))
      }
      const ticked = run(facts, tickTask, { numberId, taskKey, catalog }, world.context())
      expect(ticked.facts.numbers.get(numberId)?.lineStatus).toBe(ended)
      expect(ticked.outcome.changes.map(change => change.table)).toEqual(['ticks', 'numbers'])
      const unticked = run(ticked.facts, untickTask, { numberId, taskKey }, world.context())
      expect(unticked.facts.numbers.get(numberId)?.lineStatus).toBe(lineStatus)
      expect(planOf(unticked.facts, numberId, catalog, TODAY)?.hasLeft).toBe(false)
      const [tick] = [...ticked.facts.ticks.values()].filter(item => item.taskKey === taskKey)
      const old = { ...ticked.facts, ticks: new Map([[tick!.id, { ...tick!, lineStatusBefore: undefined }]]) }
      expect(run(old, untickTask, { numberId, taskKey }, world.context()).facts.numbers.get(numberId)?.lineStatus).toBe('active')
    }
  })

  it('takes the tick of the last step back with its files where the line lives again', () => {
    const checked = run(settled(), tickTask, { numberId, taskKey: 'cancel:privacy-check', catalog }, testWorld(57).context())
    const left = run(checked.facts, tickTask, { numberId, taskKey: 'cancel:cancel', catalog }, testWorld(58).context())
    const tick = [...left.facts.ticks.values()].find(item => item.taskKey === 'cancel:cancel')!
    const kept = run(left.facts, attachFile, { id: '11111111-1111-4111-8111-111111111111', ownerTable: 'ticks', ownerId: tick.id, name: 'proof.png', mediaType: 'image/png', size: 1, sha256: '0'.repeat(64) }, testWorld(59).context())
    const archived = run(followedUp(kept.facts), closeNumber, { numberId, catalog }, testWorld(61).context())
    const again = [run(kept.facts, setLineStatus, { numberId, status: 'active', catalog }, testWorld(62).context()), run(archived.facts, reopenNumber, { numberId, why: 'alive' }, testWorld(63).context())]
    for (const { facts } of again) {
      expect(facts.ticks.has(tick.id)).toBe(false)
      expect(facts.attachments.size).toBe(0)
      expect(planOf(facts, numberId, catalog, TODAY)).toMatchObject({ hasLeft: false, isClosed: false })
    }
  })

  it('takes no bare word for the balance: none is noted as a zero, where every page reads it', () => {
    expect(refusalOf(voice.facts, tickTask, { numberId, taskKey: 'pre-flight:balance', catalog })).toMatchObject({ refused: 'not-valid' })
    const noted = run(voice.facts, noteBalance, { numberId, balance: { typed: '0', currency: 'USD' } })
    expect(planOf(noted.facts, numberId, catalog, TODAY)?.gates.find(gate => gate.key === 'balance-known')?.state).toBe('passed')
  })

  it('leaves a line alone that a tick did not end', () => {
    const snoozed = run(settled(), snoozeTask, { numberId, taskKey: 'cancel:cancel', until: '2026-12-01', catalog }, testWorld(55).context())
    const cancelled = run(snoozed.facts, setLineStatus, { numberId, status: 'cancelled', catalog }, testWorld(56).context())
    expect(run(cancelled.facts, untickTask, { numberId, taskKey: 'cancel:cancel' }).facts.numbers.get(numberId)?.lineStatus).toBe('cancelled')
  })

  it('asks for the gate of the way out that was taken, not of the one that was planned', () => {
    const { facts } = nearlyDone()
    const number = facts.numbers.get(numberId)!
    const porting: Facts = { ...facts, numbers: new Map([[numberId, { ...number, exitRoute: 'port-out', lineStatus: 'porting' }]]) }
    expect(refusalOf(porting, setLineStatus, { numberId, status: 'cancelled', catalog })?.refused).toBe('gate-shut')
  })

  it('opens by an override with the last four digits and a reason, and shuts when that is withdrawn', () => {
    const { facts } = nearlyDone()
    const input = { numberId, last4: '0134', reason: 'The account is my own test' }
    expect(refusalOf(facts, overrideGate, { ...input, last4: '0187' })).toMatchObject({ refused: 'wrong-last4', field: 'last4' })
    expect(refusalOf(facts, overrideGate, { ...input, last4: '' })?.refused).toBe('wrong-last4')
    for (const reason of ['', ' \u200B\n'])
      expect(refusalOf(facts, overrideGate, { ...input, reason })).toMatchObject({ refused: 'reason-needed', field: 'reason' })
    for (const last4 of ['0134', ' #0134 ', '０１３４']) {
      const open = run(facts, overrideGate, { ...input, last4 })
      expect(planOf(open.facts, numberId, catalog, TODAY)).toMatchObject({ canCancel: true, isOverridden: true })
    }
    const open = run(facts, overrideGate, input)
    expect(open.outcome.event).toMatchObject({ kind: 'gate.overridden', params: { note: input.reason } })
    expect(refusalOf(open.facts, overrideGate, input)?.refused).toBe('already-so')
    expect(run(open.facts, setLineStatus, { numberId, status: 'cancelled', catalog }, testWorld(48).context()).outcome.event.kind).toBe('number.status-set')
    const shut = run(open.facts, untickTask, { numberId, taskKey: OVERRIDE_KEY })
    expect(shut.outcome.event.kind).toBe('gate.override-withdrawn')
    expect(planOf(shut.facts, numberId, catalog, TODAY)?.canCancel).toBe(false)
  })

  it('lets a loss be noted, for that is not the user\'s doing', () => {
    const { facts } = nearlyDone()
    const lost = run(facts, setLineStatus, { numberId, status: 'lapsed', catalog, isLost: true })
    expect(lost.outcome.event.kind).toBe('number.lost')
    expect(planOf(lost.facts, numberId, catalog, TODAY)?.isRescue).toBe(true)
    expect(refusalOf(lost.facts, closeNumber, { numberId, catalog })?.refused).toBe('gate-shut')
  })

  it('lets every other status be noted', () => {
    for (const status of ['suspended', 'in-arrears', 'frozen', 'porting', 'provider-retired'] as const)
      expect(run(voice.facts, setLineStatus, { numberId, status, catalog }).facts.numbers.get(numberId)?.lineStatus).toBe(status)
    expect(refusalOf(voice.facts, setLineStatus, { numberId, status: 'active', catalog })?.refused).toBe('already-so')
  })

  it('does not close a number while money is open', () => {
    const cancelled = run(settled(), setLineStatus, { numberId, status: 'cancelled', catalog }, testWorld(50).context())
    const asked = run(cancelled.facts, askRefund, { numberId, amount: { typed: '12.40', currency: 'USD' } }, testWorld(51).context())
    expect(refusalOf(asked.facts, closeNumber, { numberId, catalog })?.refused).toBe('money-open')
    const received = run(asked.facts, setClaimState, { claimId: asked.value, state: 'received' }, testWorld(52).context())
    const closed = run(followedUp(received.facts), closeNumber, { numberId, catalog }, testWorld(53).context())
    expect(refusalOf(closed.facts, closeNumber, { numberId, catalog })?.refused).toBe('already-so')
  })

  it('cannot be walked around by any sequence of actions', () => {
    fc.assert(fc.property(fc.constantFrom(voice.facts, nearlyDone().facts, settled()), fc.array(stepArb, { maxLength: 40 }), (start, steps) => {
      const world = testWorld(60)
      let facts = start
      for (const step of steps) {
        const outcome = takeStep(facts, step, world.context())
        if ('refused' in outcome)
          continue
        const next = applyChanges(facts, outcome.changes)
        for (const id of outcome.event.numberIds) {
          const was = planOf(facts, id, catalog, TODAY)
          const is = planOf(next, id, catalog, TODAY)
          if (!was || !is || was.hasLeft || !is.hasLeft || outcome.event.kind === 'number.lost' || outcome.event.kind === 'sample.loaded')
            continue
          const wasOpen = EXIT_ROUTES.some(exitRoute => planOf(facts, id, catalog, TODAY, { exitRoute })?.canCancel)
          expect(wasOpen, `${outcome.event.kind} ${JSON.stringify(outcome.event.params)}`).toBe(true)
        }
        facts = next
      }
    }), { numRuns: 150 })
  })
})

describe('ticking with the plan at hand', () => {
  it('refuses what is not there, done, waiting or done by a fact', () => {
    const ask = (taskKey: string) => refusalOf(voice.facts, tickTask, { numberId, taskKey, catalog })?.refused
    expect(ask('prepare:dance')).toBe('not-found')
    expect(ask('pre-flight:line')).toBe('already-so')
    expect(ask('prepare:choose-date')).toBe('not-valid')
    expect(ask('follow-up:line-is-dead')).toBe('wrong-state')
    expect(ask('prepare:confirm-rules')).toBeUndefined()
  })
})
