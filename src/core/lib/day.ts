import { fromAbsolute, parseDate, toCalendarDate } from '@internationalized/date'
import * as z from 'zod/mini'

/** A calendar day in the user's zone, `YYYY-MM-DD`. Compares rightly as text. */
export type Day = string

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text names a day that exists (leap days included), from 1900 to 2199. */
export function isDay(text: string): text is Day {
  if (!SHAPE.test(text) || text < '1900-01-01' || text > '2199-12-31')
    return false
  try {
    return parseDate(text).toString() === text
  }
  catch {
    return false
  }
}

/** Schema of a stored day. */
export const daySchema = z.string().check(z.refine(isDay, 'not-a-day'))

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return parseDate(day).add({ days: count }).toString()
}

/** The same day `count` months later, held to the month's end (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, count: number): Day {
  return parseDate(day).add({ months: count }).toString()
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return parseDate(to).toDate('UTC').getTime() / DAY_MS - parseDate(from).toDate('UTC').getTime() / DAY_MS
}

const DAY_MS = 86_400_000

/** The earliest of the given days; null when none is given. */
export function earliest(...days: (Day | null | undefined)[]): Day | null {
  return days.reduce<Day | null>((first, day) => day && (!first || day < first) ? day : first, null)
}

/**
 * The calendar day of an instant in a zone.
 * @param at epoch milliseconds
 * @param timeZone IANA name, e.g. `Asia/Shanghai`
 */
export function dayOf(at: number, timeZone: string): Day {
  return toCalendarDate(fromAbsolute(at, timeZone)).toString()
}
