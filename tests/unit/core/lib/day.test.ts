import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, earliest, isDay } from '../../../../src/core/lib/day'

const dayArb = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))

describe('a day', () => {
  it('exists or does not', () => {
    for (const day of ['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-11-23'])
      expect(isDay(day)).toBe(true)
    for (const day of ['2026-02-29', '1900-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '1899-12-31', '2200-01-01', '26-11-23', '2026-11-23T00:00', ' 2026-11-23', '', '２０２６-11-23', '2026/11/23'])
      expect(isDay(day), day).toBe(false)
  })

  it('any text is one or is not, without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-'), maxLength: 12 })), (text) => {
      expect(typeof isDay(text)).toBe('boolean')
    }))
    fc.assert(fc.property(dayArb, isDay))
  })
})

describe('reckoning', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-03-29', -1, '2026-03-28'],
    ['2026-09-13', 90, '2026-12-12'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i days is %s', (day, count, then) => {
    expect(addDays(day, count)).toBe(then)
    expect(daysBetween(day, then)).toBe(count)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-23', 3, '2027-02-23'],
  ])('%s and %i months is %s', (day, count, then) => {
    expect(addMonths(day, count)).toBe(then)
  })

  it('goes there and back', () => {
    fc.assert(fc.property(dayArb, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
      const then = addDays(day, count)
      expect(daysBetween(day, then)).toBe(count)
      expect(addDays(then, -count)).toBe(day)
    }))
    fc.assert(fc.property(dayArb, dayArb, (a, b) => {
      expect(addDays(a, daysBetween(a, b))).toBe(b)
      expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
    }))
  })

  it('finds the earliest', () => {
    expect(earliest('2026-11-23', null, '2026-01-01', undefined)).toBe('2026-01-01')
    expect(earliest(null, undefined)).toBeNull()
    expect(earliest()).toBeNull()
  })
})

describe('the day of an instant', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', 'Asia/Shanghai', '2026-11-22'],
    ['2026-11-22T16:00:00Z', 'Asia/Shanghai', '2026-11-23'],
    ['2026-11-23T04:59:59Z', 'America/New_York', '2026-11-22'],
    ['2026-11-23T05:00:00Z', 'America/New_York', '2026-11-23'],
    // Clocks go forward on 8 March and back on 1 November.
    ['2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
    ['2026-03-08T05:00:00Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
    ['2026-11-01T03:59:59Z', 'America/New_York', '2026-10-31'],
    ['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    ['2026-11-02T05:00:00Z', 'America/New_York', '2026-11-02'],
    // Samoa had no 30 December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['2024-02-29T12:00:00Z', 'UTC', '2024-02-29'],
    ['1970-01-01T00:00:00Z', 'America/New_York', '1969-12-31'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayOf(Date.parse(instant), zone)).toBe(day)
  })

  it('is what the runtime\'s own calendar says', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: Date.parse('2100-01-01') }), fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Europe/London', 'Asia/Kathmandu', 'UTC'), (at, timeZone) => {
      expect(dayOf(at, timeZone)).toBe(new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at))
    }))
  })
})
