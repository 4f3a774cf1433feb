import type { NumberFacts } from '../../../../src/core/records/facts'
import type { Line } from './kit'
import { describe, expect, it } from 'vitest'
import { deriveToday } from '../../../../src/core/plan/derive-today'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { CATALOG, facts, ledger, PLAYBOOK, SERVICES, TODAY } from './kit'

const NAMES = Object.keys(SERVICES)
const STATES = ['bound', 'bound', 'moving', 'moved', 'verified', 'waived'] as const

/** A number with so many bindings; every seventh account guards the next six. */
function crowd(count: number): NumberFacts {
  const lines = Array.from({ length: count }, (_, n): Line => ({
    n,
    service: NAMES[n % NAMES.length]!,
    state: STATES[n % STATES.length]!,
    movedOn: n % STATES.length === 3 ? '2026-11-16' : null,
    guardedBy: n % 7 === 0 ? [] : [n - n % 7],
  }))
  return facts({ number: { targetExitOn: '2026-12-15', lastActivityOn: '2026-09-13', keepAliveDays: 90 }, lines, ledger: [ledger(1240)] })
}

/** Fastest of several runs, in milliseconds: what the code costs, not what the machine was busy with. */
function fastest(run: () => unknown, times = 25): number {
  let best = Number.POSITIVE_INFINITY
  for (let count = 0; count < times; count++) {
    const from = performance.now()
    run()
    best = Math.min(best, performance.now() - from)
  }
  return best
}

const derive = (of: NumberFacts) => derivePlan(of, PLAYBOOK, CATALOG, TODAY)

describe('speed', () => {
  it('derives 1,000 bindings in 5 ms, and 10 times as many in at most 12 times that', () => {
    const small = crowd(1000)
    const large = crowd(10_000)
    const one = fastest(() => derive(small))
    const ten = fastest(() => derive(large), 10)
    if (process.env['SHOW_SPEED'])
      console.warn({ one, ten, ratio: ten / one })
    expect(one).toBeLessThan(5 * SLACK)
    expect(ten / one).toBeLessThan(12 * SLACK)
  })

  it('derives 200 numbers with 10,000 bindings in 60 ms, and the day from them', () => {
    const numbers = Array.from({ length: 200 }, () => crowd(50))
    const plans = numbers.map(derive)
    const all = fastest(() => numbers.map(derive), 10)
    const day = fastest(() => deriveToday(plans, TODAY), 10)
    if (process.env['SHOW_SPEED'])
      console.warn({ all, day })
    expect(all).toBeLessThan(60 * SLACK)
    expect(day).toBeLessThan(20 * SLACK)
  })

  it('stays linear where all bindings hang on two accounts, one the guard of the other', () => {
    const twins = (count: number): NumberFacts => {
      const of = facts({ lines: [{ n: 0, service: 'gmail' }, { n: 1, service: 'chase', guardedBy: [0] }] })
      const bindings = Array.from({ length: count }, (_, n) => ({ ...of.bindings[n % 2]!, id: `binding-${n}` }))
      return { ...of, bindings }
    }
    const small = twins(1000)
    const large = twins(10_000)
    expect(fastest(() => derive(large), 5) / fastest(() => derive(small), 15)).toBeLessThan(14 * SLACK)
  })
})

/** The bench measures on a quiet machine; here others run beside us, so the limits only catch what is far off. */
const SLACK = 3
