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

/** Fastest of several short runs of each, taken in turn, in milliseconds: what the code costs, not what the machine was busy with. */
function fastest(runs: readonly (() => unknown)[], rounds = 15): number[] {
  const best = runs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++) {
    runs.forEach((run, index) => {
      const from = performance.now()
      run()
      best[index] = Math.min(best[index]!, performance.now() - from)
    })
  }
  return best
}

/** How much longer four times as many take: 4 when growth is linear, 16 when it is quadratic. */
function growth(make: (count: number) => () => unknown): number {
  const [one, four] = fastest([make(250), make(1000)])
  return four! / one!
}

const derive = (of: NumberFacts) => derivePlan(of, PLAYBOOK, CATALOG, TODAY)

/** Halfway between linear and quadratic: other programs run beside the tests. The bench holds the real limits. */
const MOST_GROWTH = 10

describe('time', { timeout: 60_000 }, () => {
  it('grows with the bindings, not with their square', () => {
    expect(growth((count) => {
      const of = crowd(count)
      return () => derive(of)
    })).toBeLessThan(MOST_GROWTH)
  })

  it('does so where all bindings hang on two accounts, one the guard of the other', () => {
    expect(growth((count) => {
      const of = facts({ lines: [{ n: 0, service: 'gmail' }, { n: 1, service: 'chase', guardedBy: [0] }] })
      const twins = { ...of, bindings: Array.from({ length: count }, (_, n) => ({ ...of.bindings[n % 2]!, id: `binding-${n}` })) }
      return () => derive(twins)
    })).toBeLessThan(MOST_GROWTH)
  })

  it('does so for one long ring of guards, and for the day over many numbers', () => {
    expect(growth((count) => {
      const of = facts({ lines: Array.from({ length: count }, (_, n): Line => ({ n, guardedBy: [(n + 1) % count] })) })
      return () => derive(of)
    })).toBeLessThan(MOST_GROWTH)
    expect(growth((count) => {
      const plans = Array.from({ length: count / 50 }, () => derive(crowd(50)))
      return () => deriveToday(plans, TODAY)
    })).toBeLessThan(MOST_GROWTH)
  })
})
