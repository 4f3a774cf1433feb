import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeThrottle, waitAfter } from '../../../../src/main/vault/throttle'

it('grows as 0, 0, 1, 2, 4, 8 … 60 seconds', () => {
  expect(Array.from({ length: 12 }, (_, at) => waitAfter(at + 1) / 1_000)).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  expect(waitAfter(0)).toBe(0)
  expect(waitAfter(100_000)).toBe(60_000)
})

describe('makeThrottle', () => {
  function wrong(times: number) {
    const at = { clock: 1_000_000 }
    const throttle = makeThrottle(() => at.clock, waitAfter)
    for (let time = 0; time < times; time++)
      throttle.wrong()
    return { at, throttle }
  }

  it('counts down from the last wrong try', () => {
    const { at, throttle } = wrong(5)
    expect(throttle.waitMs()).toBe(4_000)
    at.clock += 3_999
    expect(throttle.waitMs()).toBe(1)
    at.clock += 1
    expect(throttle.waitMs()).toBe(0)
  })

  it('forgets at a right one', () => {
    const { throttle } = wrong(20)
    throttle.right()
    expect(throttle.waitMs()).toBe(0)
    throttle.wrong()
    expect(throttle.waitMs()).toBe(0)
  })

  it('never asks for more than its minute, wherever the clock was set to', () => {
    fc.assert(fc.property(fc.nat(50), fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (times, shift) => {
      const { at, throttle } = wrong(times)
      at.clock += shift
      const first = throttle.waitMs()
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first).toBeLessThanOrEqual(60_000)
      at.clock += 60_000
      expect(throttle.waitMs()).toBe(0)
    }))
  })
})
