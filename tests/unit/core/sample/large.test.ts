import { describe, expect, it } from 'vitest'
import { schemas } from '../../../../src/core/records/schemas'
import { TABLES } from '../../../../src/core/records/tables'
import { isFictional } from '../../../../src/core/phone/fictional'
import { DEMO_DAY, largeFacts } from '../../../fixtures/demo'

describe('a large record', () => {
  it('has as many numbers and bindings as asked for, every row valid, no loose ends', () => {
    const facts = largeFacts({ numbers: 20, bindings: 1000, today: DEMO_DAY })
    expect([facts.numbers.size, facts.bindings.size]).toEqual([20, 1000])
    for (const table of TABLES) {
      for (const row of facts[table].values())
        expect(schemas[table].safeParse(row).error, table).toBeUndefined()
    }
    for (const binding of facts.bindings.values())
      expect(facts.accounts.has(binding.accountId) && facts.numbers.has(binding.numberId)).toBe(true)
    for (const account of facts.accounts.values())
      expect(account.guardedBy.every(id => facts.accounts.has(id) && id !== account.id)).toBe(true)
  })

  it('is the same for the same seed, and another for another', () => {
    const of = (seed: number) => [...largeFacts({ numbers: 3, bindings: 50, today: DEMO_DAY, seed }).bindings.values()]
    expect(of(7)).toEqual(of(7))
    expect(of(7)).not.toEqual(of(8))
  })

  it('has only fictional numbers, each once, up to 3,000', () => {
    const numbers = [...largeFacts({ numbers: 3000, bindings: 0, today: DEMO_DAY }).numbers.values()].map(number => number.e164)
    expect(new Set(numbers).size).toBe(3000)
    expect(numbers.filter(e164 => !isFictional(e164))).toEqual([])
    expect(() => largeFacts({ numbers: 3001, bindings: 0, today: DEMO_DAY })).toThrow(RangeError)
    expect(() => largeFacts({ numbers: 0, bindings: 0, today: DEMO_DAY })).toThrow(RangeError)
  })
})
