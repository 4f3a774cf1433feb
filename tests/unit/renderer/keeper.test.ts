import type { PhoneNumber } from '../../../src/core/records/number'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyFacts } from '../../../src/core/records/facts'
import { keepSafe } from '../../../src/renderer/app/keeper'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestIdleCallback', (job: () => void) => job())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const made = { ok: false, reason: 'full' } as const

/** How often a snapshot was asked for and the duties were done, with a record of so many numbers at the start; `empty` = so often there was nothing to make one of. */
async function keep(numbers: number, empty = 0) {
  const asked = { snapshots: 0, duties: 0 }
  let change = (): void => undefined
  keepSafe({
    facts: () => ({ ...emptyFacts(), numbers: new Map(Array.from({ length: numbers }, (_, index) => [String(index), {} as PhoneNumber])) }),
    subscribe(listener) {
      change = listener
      return () => undefined
    },
    tidy: async () => void asked.duties++,
  }, {
    make: async () => {
      return asked.snapshots++ < empty ? null : made
    },
  })
  await vi.advanceTimersByTimeAsync(0)
  return { asked, change: () => change() }
}

it('asks for a snapshot at the start, and an hour after a change', async () => {
  const { asked, change } = await keep(1)
  expect(asked).toEqual({ snapshots: 1, duties: 1 })
  await vi.advanceTimersByTimeAsync(5 * HOUR)
  expect(asked.snapshots).toBe(1)
  change()
  await vi.advanceTimersByTimeAsync(HOUR - MINUTE)
  change()
  expect(asked.snapshots).toBe(1)
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(asked.snapshots).toBe(2)
  await vi.advanceTimersByTimeAsync(5 * HOUR)
  expect(asked.snapshots).toBe(2)
})

it('does not wait an hour for the very first entry', async () => {
  const { asked, change } = await keep(0)
  change()
  await vi.advanceTimersByTimeAsync(1.5 * MINUTE)
  expect(asked.snapshots).toBe(2)
  change()
  await vi.advanceTimersByTimeAsync(HOUR - MINUTE)
  expect(asked.snapshots).toBe(2)
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(asked.snapshots).toBe(3)
})

it('does not take a choice of language for the first entry', async () => {
  const { asked, change } = await keep(0, 2)
  change()
  await vi.advanceTimersByTimeAsync(1.5 * MINUTE)
  expect(asked.snapshots).toBe(2)
  change()
  await vi.advanceTimersByTimeAsync(1.5 * MINUTE)
  expect(asked.snapshots).toBe(3)
})

it('does the small duties when the user rests, not while changes follow one another', async () => {
  const { asked, change } = await keep(1)
  for (let index = 0; index < 10; index++) {
    change()
    await vi.advanceTimersByTimeAsync(3_000)
  }
  expect(asked.duties).toBe(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked.duties).toBe(2)
})
