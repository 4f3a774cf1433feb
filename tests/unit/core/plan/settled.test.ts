import { describe, expect, it } from 'vitest'
import { ringLeft, ringPartOf, ringParts } from '../../../../src/core/plan/ring'
import { importanceOf, isSettled } from '../../../../src/core/plan/settled'
import { BINDING_STATES } from '../../../../src/core/records/binding'
import { facts, plan } from './kit'

describe('importance', () => {
  const own = { kind: 'own', name: 'My bank', category: 'bank' } as const

  it('is the user\'s word, else the catalogue\'s, else the category\'s', () => {
    expect(importanceOf({ importance: 'low', service: own }, { lossRisk: 'critical' })).toBe('low')
    expect(importanceOf({ importance: null, service: { kind: 'catalog', id: 'x' } }, { lossRisk: 'medium' })).toBe('medium')
    expect(importanceOf({ importance: null, service: own }, undefined)).toBe('critical')
  })

  it('takes an entry that went missing for high', () => {
    expect(importanceOf({ importance: null, service: { kind: 'catalog', id: 'gone' } }, undefined)).toBe('high')
  })
})

describe('settled and the ring', () => {
  it('agree: what is verified or ended is settled, and nothing else', () => {
    for (const importance of ['critical', 'high', 'medium', 'low'] as const) {
      for (const state of BINDING_STATES) {
        const part = ringPartOf({ state }, importance)
        expect(isSettled({ state }, importance), `${state} ${importance}`).toBe(part === 'verified' || part === 'ended')
      }
    }
  })

  it('draws one part for each binding, in order', () => {
    const { ring } = plan(facts({ lines: [
      { n: 1, state: 'bound' },
      { n: 2, state: 'moved', importance: 'high' },
      { n: 3, state: 'removed' },
      { n: 4, state: 'moved', importance: 'low' },
      { n: 5, state: 'moving' },
      { n: 6, state: 'dismissed' },
    ] }))
    expect(ringParts(ring)).toEqual(['verified', 'ended', 'half-way', 'half-way', 'bound'])
    expect(ringLeft(ring)).toBe(3)
  })

  it('turns on a kept number too, whose plan unbinds nothing', () => {
    expect(plan(facts({ number: { exitRoute: 'keep' }, lines: [{ n: 1 }, { n: 2, state: 'verified' }] }))).toMatchObject({ settled: 1, bindings: 2, ring: { bound: 1, verified: 1 } })
  })
})
