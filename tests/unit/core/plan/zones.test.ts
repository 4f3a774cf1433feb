import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween } from '../../../../src/core/lib/day'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { CATALOG, facts, PLAYBOOK, task, tick } from './kit'

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Apia', 'UTC'] as const
const HOUR = 3_600_000

/** Hours around each edge: clocks that jump, a day that is longer or shorter, leap days, years that end. */
const EDGES = [
  '2026-03-08T07:00:00Z', // New York springs forward
  '2026-11-01T06:00:00Z', // and falls back
  '2027-03-28T01:00:00Z', // London springs forward
  '2026-10-25T01:00:00Z', // and falls back
  '2028-02-29T00:00:00Z',
  '2028-02-29T23:59:59Z',
  '2027-02-28T23:00:00Z',
  '2026-12-31T23:59:59Z',
  '2027-01-01T00:00:00Z',
  '2100-02-28T12:00:00Z', // no leap year
].map(Date.parse)

/** The day by the platform's own calendar, a second opinion. */
function platformDay(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at)
  const part = (type: string): string => parts.find(item => item.type === type)!.value
  return `${part('year')}-${part('month')}-${part('day')}`
}

const moment = fc.oneof(
  fc.tuple(fc.constantFrom(...EDGES), fc.integer({ min: -30, max: 30 })).map(([at, hours]) => at + hours * HOUR),
  fc.integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2099-12-31T00:00:00Z') }),
)

describe.each(ZONES)('in %s', (timeZone) => {
  const left = (at: number, today: string) => derivePlan(
    facts({ number: { lineStatus: 'cancelled' }, ticks: [tick('cancel:cancel', { at })] }),
    PLAYBOOK,
    CATALOG,
    today,
    { timeZone },
  )

  it('takes the day on which the number was left from the user\'s own clock', () => {
    fc.assert(fc.property(moment, fc.nat(400), (at, later) => {
      const day = platformDay(at, timeZone)
      expect(dayOf(at, timeZone)).toBe(day)
      expect(left(at, addDays(day, later)).leftOn).toBe(day)
    }))
  })

  it('counts what follows in calendar days, whatever the clocks do in between', () => {
    fc.assert(fc.property(moment, (at) => {
      const day = platformDay(at, timeZone)
      const plan = left(at, day)
      expect(daysBetween(day, task(plan, 'line-is-dead').dueOn!)).toBe(7)
      expect(daysBetween(day, task(plan, 'no-more-charges').dueOn!)).toBe(35)
      expect(daysBetween(day, task(plan, 'aging-over').dueOn!)).toBe(45)
    }))
  })

  it('lets a number rest until the day, not an hour less and not an hour more', () => {
    fc.assert(fc.property(moment, (at) => {
      const day = platformDay(at, timeZone)
      expect(task(left(at, addDays(day, 44)), 'aging-over').state).toBe('open')
      expect(task(left(at, addDays(day, 45)), 'aging-over').state).toBe('done')
    }))
  })
})

describe('the calendar', () => {
  it('has each day once, leap days and year ends included', () => {
    for (let day = '2027-12-01', count = 0; count < 500; day = addDays(day, 1), count++) {
      expect(daysBetween('2027-12-01', day)).toBe(count)
      expect(addDays(day, -count)).toBe('2027-12-01')
    }
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
    expect(addMonths('2028-02-29', -12)).toBe('2027-02-28')
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
  })

  it('counts back from a leap day and over a year end', () => {
    const plan = (end: string, today: string) => derivePlan(facts({ number: { paidThroughOn: addDays(end, -1) }, lines: [{ n: 1 }] }), PLAYBOOK, CATALOG, today)
    expect(task(plan('2028-03-07', '2028-01-10'), 'move-binding').dueOn).toBe('2028-02-29')
    expect(task(plan('2027-01-05', '2026-11-23'), 'move-binding').dueOn).toBe('2026-12-29')
    expect(task(plan('2027-01-05', '2027-01-04'), 'move-binding')).toMatchObject({ dueOn: '2027-01-04', urgency: 'today' })
  })

  it('calls a guide stale a year after it was checked, on a leap day too', () => {
    const guide = (checkedOn: string, today: string) => task(derivePlan(facts(), { ...PLAYBOOK, checkedOn }, CATALOG, today), 'confirm-rules').reasons[0]?.code
    expect(guide('2028-02-29', '2029-02-28')).toBe('guide-checked')
    expect(guide('2028-02-29', '2029-03-01')).toBe('guide-stale')
    expect(guide('2028-02-28', '2029-03-01')).toBe('guide-stale')
    expect(guide('2026-11-22', '2027-11-23')).toBe('guide-stale')
    expect(guide('2026-11-23', '2027-11-23')).toBe('guide-checked')
  })
})
