import { describe, expect, it } from 'vitest'
import { firstTask, isAllPutOff, taskAfter } from '../../../../src/core/plan/next'
import { ALL_CLEAR, claim, facts, ledger, plan, tick } from './kit'

const number = { exitRoute: 'cancel', targetExitOn: '2026-12-14', providerLogin: 'me' } as const
const done = [...ALL_CLEAR, 'prepare:confirm-rules', 'prepare:choose-date'].filter(key => key !== 'back-up:provider-data')
const putOff = tick('back-up:provider-data', { state: 'snoozed', snoozedUntil: '2026-11-24' })
/** Money that was asked for: it is waited for on the far side of the gate, and open all the same. */
const asked = { ledger: [ledger(420)], claims: [claim(420, { expectedBy: '2026-12-03' })] }

describe('where a plan leads on', () => {
  it('stays in the phase while something is open there', () => {
    const of = plan(facts({ number, lines: [{ n: 1 }, { n: 2 }], ticks: [putOff] }))
    expect(taskAfter(of, 'unbind')?.phase).toBe('unbind')
    expect(taskAfter(of, 'back-up')?.key).toBe('back-up:record')
    expect(isAllPutOff(of)).toBe(false)
  })

  it('goes to what is open elsewhere before it comes back to what was put off', () => {
    const of = plan(facts({ number, ticks: [putOff, ...done.filter(key => key !== 'pre-flight:no-port')] }))
    expect(taskAfter(of, 'back-up')?.key).toBe('pre-flight:no-port')
  })

  it('never leads past a shut gate: what was put off before it comes first', () => {
    const of = plan(facts({ number, ...asked, ticks: [putOff, 'refund:card', ...done] }))
    expect(of.nextTasks[0]?.phase).toBe('follow-up')
    expect(taskAfter(of, 'refund')?.key).toBe('back-up:provider-data')
    expect(firstTask(of)?.key).toBe('back-up:provider-data')
    expect(isAllPutOff(of)).toBe(true)
  })

  it('once the number is left, what follows is all there is', () => {
    const of = plan(facts({ number: { ...number, lineStatus: 'cancelled' }, ...asked }))
    expect(taskAfter(of, 'cancel')?.phase).toBe('follow-up')
    expect(isAllPutOff(of)).toBe(false)
  })
})
