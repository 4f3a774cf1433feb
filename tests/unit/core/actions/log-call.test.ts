import type { Facts } from '../../../../src/core/records/tables'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { applyChanges, rowChanges, undoChanges } from '../../../../src/core/actions/apply'
import { askRefund } from '../../../../src/core/actions/ask-refund'
import { logCall } from '../../../../src/core/actions/log-call'
import { logContact } from '../../../../src/core/actions/log-contact'
import { overrideGate } from '../../../../src/core/actions/override-gate'
import { planOf } from '../../../../src/core/actions/rows/plan-of'
import { setClaimState } from '../../../../src/core/actions/set-claim-state'
import { tickTask } from '../../../../src/core/actions/tick-task'
import { emptyFacts } from '../../../../src/core/records/facts'
import { schemas } from '../../../../src/core/records/schemas'
import { catalog } from './random-steps'
import { asText, refusalOf, run, testWorld, TODAY } from './world'

const world = testWorld(300)
const start = run(emptyFacts(), addNumber, { e164: '+16465550187', country: 'US', provider: { kind: 'catalog', id: 'ultra-mobile-paygo' } }, world.context())
const numberId = start.value
const opened = run(start.facts, overrideGate, { numberId, last4: '0187', reason: 'Everything is written on paper' }, world.context()).facts
// Nobody signs in to make a call: the last step waits for the gate alone.
const ready = opened

const last = { numberId, channel: 'phone', taskKey: 'cancel:cancel', catalog } as const

function undone(after: Facts, changes: ReturnType<typeof rowChanges>): Facts {
  const back = undoChanges(after, { changes })
  if ('refused' in back)
    throw new Error(back.refused)
  expect(back.length).toBeGreaterThan(0)
  return applyChanges(after, back.map(({ table, id, after }) => after ? { table, put: after } as never : { table, remove: id }))
}

describe('a call that cancelled', () => {
  it('logs the contact, ticks the last step and ends the line, as one step of history', () => {
    const called = run(ready, logCall, { ...last, result: 'cancelled', reference: 'UM-48213', withRole: 'first line', effectiveOn: TODAY }, world.context())
    expect(called.outcome.event).toMatchObject({ kind: 'contact.ticked', numberIds: [numberId], params: { taskKey: 'cancel:cancel', taskKind: 'cancel-by-phone', reference: 'UM-48213', result: 'cancelled' } })
    expect(called.facts.contactLogs.get(called.value)).toMatchObject({ result: 'cancelled', effectiveOn: TODAY, callBackOn: null })
    expect(called.facts.numbers.get(numberId)?.lineStatus).toBe('cancelled')
    expect(planOf(called.facts, numberId, catalog, TODAY)?.hasLeft).toBe(true)
    expect(asText(undone(called.facts, rowChanges(ready, called.outcome.changes)))).toBe(asText(ready))
  })

  it('is refused whole while the gate is shut; the contact alone can be kept, and the line lives', () => {
    const before = asText(start.facts)
    expect(refusalOf(start.facts, logCall, { ...last, result: 'cancelled' })).toMatchObject({ refused: 'gate-shut', field: 'taskKey' })
    expect(asText(start.facts)).toBe(before)
    const alone = run(start.facts, logCall, { ...last, taskKey: null, result: 'cancelled', reference: 'UM-1' }, world.context())
    expect(alone.outcome.event.kind).toBe('contact.logged')
    expect(alone.facts.contactLogs.get(alone.value)?.result).toBe('cancelled')
    expect(alone.facts.numbers.get(numberId)?.lineStatus).toBe('active')
    expect(alone.facts.ticks.size).toBe(0)
  })

  it('waits for what the plan lets come first', () => {
    const added = run(emptyFacts(), addNumber, { e164: '+14155550134', country: 'US', provider: { kind: 'catalog', id: 'google-voice' } }, world.context())
    const voice = { ...last, numberId: added.value, channel: 'online', result: 'cancelled' } as const
    const open = run(added.facts, overrideGate, { numberId: added.value, last4: '0134', reason: 'Everything is written on paper' }, world.context()).facts
    expect(refusalOf(open, logCall, voice)).toMatchObject({ refused: 'wrong-state', field: 'taskKey' })
    const looked = run(open, tickTask, { numberId: added.value, taskKey: 'cancel:privacy-check', catalog }, world.context()).facts
    expect(run(looked, logCall, voice, world.context()).outcome.event.kind).toBe('contact.ticked')
  })

  it('takes the answer that money does not come back, as one step of history', () => {
    const money = { amountMinor: 650, currency: 'USD' }
    const told = run(start.facts, logCall, { numberId, channel: 'phone', result: 'refused', callBackOn: null, about: 'refund:balance:USD', noRefundOf: money, catalog }, world.context())
    expect(told.outcome.event).toMatchObject({ kind: 'contact.refused', params: { result: 'refused', ...money } })
    expect([...told.facts.refundClaims.values()]).toMatchObject([{ state: 'refused', amount: money }])
    expect(asText(undone(told.facts, rowChanges(start.facts, told.outcome.changes)))).toBe(asText(start.facts))
  })

  it('is what the result says: no other one ticks the last step', () => {
    for (const result of ['promised', 'refused', 'cut-off', 'no-answer', null, undefined] as const)
      expect(refusalOf(ready, logCall, { ...last, result: result ?? null })).toEqual({ refused: 'not-valid', field: 'result' })
  })

  it('does not hide a fault of the notes', () => {
    expect(refusalOf(ready, logCall, { ...last, result: 'cancelled', reference: 'x'.repeat(121) })).toMatchObject({ refused: 'too-long', field: 'reference' })
    expect(refusalOf(ready, logCall, { ...last, result: 'cancelled', effectiveOn: '2026-02-30' })).toMatchObject({ refused: 'day-unknown', field: 'effectiveOn' })
  })
})

describe('a call after a late refund', () => {
  const asked = run(start.facts, askRefund, { numberId, amount: { typed: '8.50', currency: 'USD' }, askedOn: '2026-11-03', expectedBy: '2026-11-17' }, world.context())
  const chase = { numberId, channel: 'phone', claimId: asked.value, catalog } as const

  it('counts as asked again, with the day that was promised', () => {
    const called = run(asked.facts, logCall, { ...chase, result: 'promised', effectiveOn: '2026-11-30' }, world.context())
    expect(called.outcome.event).toMatchObject({ kind: 'contact.chased', params: { amountMinor: 850, currency: 'USD' } })
    expect(called.facts.refundClaims.get(asked.value)).toMatchObject({ followUps: [TODAY], expectedBy: '2026-11-30' })
    expect(called.facts.contactLogs.get(called.value)?.callBackOn).toBe('2026-12-01')
  })

  it('is logged all the same when it was asked that day already', () => {
    const first = run(asked.facts, logCall, chase, world.context())
    const second = run(first.facts, logCall, { ...chase, reference: 'R2' }, world.context())
    expect(second.facts.contactLogs.size).toBe(2)
    expect(second.facts.refundClaims.get(asked.value)?.followUps).toEqual([TODAY])
    expect(second.outcome.event.kind).toBe('contact.logged')
  })

  it('is refused for a claim that is settled, or of another number', () => {
    const received = run(asked.facts, setClaimState, { claimId: asked.value, state: 'received' }, world.context()).facts
    expect(refusalOf(received, logCall, chase)).toMatchObject({ refused: 'wrong-state', field: 'claimId' })
    const other = run(asked.facts, addNumber, { e164: '+16465550188' }, world.context())
    expect(refusalOf(other.facts, logCall, { ...chase, numberId: other.value })).toEqual({ refused: 'not-found', field: 'claimId' })
  })
})

describe('the result of a contact', () => {
  it('suggests the day to call back, which can be changed and cleared', () => {
    const day = (input: object): unknown => {
      const logged = run(start.facts, logContact, { numberId, channel: 'phone', ...input }, world.context())
      return logged.facts.contactLogs.get(logged.value)?.callBackOn
    }
    expect(day({ result: 'refused' })).toBe('2026-11-24')
    expect(day({ result: 'promised', effectiveOn: '2026-11-27' })).toBe('2026-11-28')
    expect(day({ result: 'no-answer', callBackOn: '2026-12-09' })).toBe('2026-12-09')
    expect(day({ result: 'cut-off', callBackOn: null })).toBeNull()
    expect(day({ result: 'cancelled' })).toBeNull()
    expect(day({})).toBeNull()
  })

  it('is left out where it was not said, and rows from before it stay whole', () => {
    const logged = run(start.facts, logContact, { numberId, channel: 'phone', result: null, effectiveOn: null }, world.context())
    const row = logged.facts.contactLogs.get(logged.value)!
    expect(Object.keys(row)).not.toContain('result')
    expect(Object.keys(row)).not.toContain('effectiveOn')
    expect(schemas.contactLogs.safeParse(row).success).toBe(true)
    expect(schemas.contactLogs.safeParse({ ...row, result: 'promised', effectiveOn: '2026-12-01' }).success).toBe(true)
    for (const bad of [{ result: 'maybe' }, { effectiveOn: '2026-02-30' }, { pin: '1234' }])
      expect(schemas.contactLogs.safeParse({ ...row, ...bad }).success).toBe(false)
  })
})
