import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../src/core/lib/day'
import { dayNumber, dayOfNumber } from '../../../../src/core/plan/day-number'

describe('days as figures', () => {
  it('counts from the first of January 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2000-02-29')).toBe(11_016)
    expect(dayOfNumber(-1)).toBe('1969-12-31')
  })

  it('agrees with the calendar over all days that are allowed, leap days and year ends included', () => {
    const first = dayNumber('1900-01-01')
    let day = '1900-01-01'
    for (let count = first; day < '2199-12-31'; count += 97) {
      expect(dayOfNumber(count)).toBe(day)
      expect(dayNumber(day)).toBe(count)
      day = addDays(day, 97)
    }
    fc.assert(fc.property(fc.integer({ min: first, max: dayNumber('2199-12-31') }), (count) => {
      expect(dayNumber(dayOfNumber(count))).toBe(count)
    }))
  })
})
