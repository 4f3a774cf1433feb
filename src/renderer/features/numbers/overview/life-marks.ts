import type { Day } from '../../../../core/lib/day'
import { daysBetween } from '../../../../core/lib/day'

/** The days of a number's life that are drawn; null = not known. */
export type LifeDays = { start: Day | null, today: Day, act: Day | null, loss: Day | null, target: Day | null }

/** Where today stands at the least and at the most, as a share of the line: what is ahead must stay readable. */
const LEAST_PAST = 0.18
const MOST_PAST = 0.62
/** Room after the last day. */
const AFTER = 0.06

/**
 * Place of each day on the line, 0 to 1. Past and future have a scale of their own, so that an old number
 * does not press the coming days together. A loss that has passed stands at today.
 */
export function lifePlaces({ start, today, act, loss, target }: LifeDays): Record<keyof LifeDays, number | null> {
  const days = (day: Day | null): number => day ? daysBetween(today, day) : 0
  const ahead = Math.max(1, ...[act, loss, target].map(days))
  const behind = Math.max(0, -days(start))
  const now = start ? Math.min(MOST_PAST, Math.max(LEAST_PAST, behind / (behind + ahead))) : 0
  const place = (day: Day | null): number | null => day === null ? null : now + Math.max(0, days(day)) / ahead * (1 - now - AFTER)
  return { start: start === null ? null : 0, today: now, act: place(act), loss: place(loss), target: place(target) }
}
