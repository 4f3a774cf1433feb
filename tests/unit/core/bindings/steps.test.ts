import { describe, expect, it } from 'vitest'
import { editBindings } from '../../../../src/core/actions/edit-bindings'
import { laneBeside, laneOf, LANES, stepTo } from '../../../../src/core/bindings/steps'
import { largeFacts } from '../../../../src/core/sample/large'
import { refusalOf, run, TODAY } from '../actions/world'

describe('steps on the board', () => {
  const facts = largeFacts({ numbers: 2, bindings: 200, today: TODAY, seed: 2 })

  it('lead where the board says, for every state, and the action takes them', () => {
    for (const binding of facts.bindings.values()) {
      const from = laneOf(binding.state)
      for (const to of LANES) {
        const step = from && stepTo(from, to)
        if (!step)
          continue
        const change = step === 'waived' ? { kind: step, reason: 'x' } as const : { kind: step }
        expect(laneOf(run(facts, editBindings, { bindingIds: [binding.id], change }).facts.bindings.get(binding.id)!.state)).toBe(to)
      }
    }
  })

  it('never leave an end, nor skip the test of the new way', () => {
    expect(LANES.map(to => stepTo('ended', to))).toEqual(LANES.map(() => null))
    expect(stepTo('bound', 'verified')).toBeNull()
    const [bound] = [...facts.bindings.values()].filter(({ state }) => state === 'bound')
    expect(refusalOf(facts, editBindings, { bindingIds: [bound!.id], change: { kind: 'verified' } })).toMatchObject({ refused: 'wrong-state' })
  })

  it('lead to the nearest column on a side', () => {
    expect(laneBeside('bound', 1)).toBe('moving')
    expect(laneBeside('moving', -1)).toBe('bound')
    expect(laneBeside('moved', -1)).toBe('bound')
    expect(laneBeside('verified', 1)).toBeNull()
    expect(laneBeside('bound', -1)).toBeNull()
  })
})
