import type { DayNumber } from './day-number'
import type { Situation } from './situation'
import { dayNumber } from './day-number'
import { MARGIN_DAYS } from './due-days'

/** Due days of what is not a binding. Days before the line's end; all null where no end is known. */
export type Milestones = {
  readonly prepare: DayNumber | null
  readonly backUp: DayNumber | null
  readonly preFlight: DayNumber | null
  readonly refund: DayNumber | null
  readonly lastStep: DayNumber | null
}

/** Checks and the way of the balance come between the last unbinding and the last step. */
const PRE_FLIGHT_BEFORE = 5
const REFUND_BEFORE = 4
/** The last step is due on the target day, or this long before the line is lost. */
const LAST_STEP_BEFORE_LOSS = 2
/** Preparing takes a week before the unbinding is over, where there is no binding to count from. */
const PREPARE_BEFORE = 2 * MARGIN_DAYS

/**
 * Counts back from the line's end; what would lie before today is due today.
 * @param firstUnbind due day of the first unsettled binding: preparing comes a day before it
 */
export function milestonesOf({ end, todayNumber, number }: Situation, firstUnbind: DayNumber | null): Milestones {
  if (!end)
    return { prepare: null, backUp: null, preFlight: null, refund: null, lastStep: null }
  const before = (days: number): DayNumber => Math.max(todayNumber, end.day - days)
  return {
    prepare: firstUnbind === null ? before(PREPARE_BEFORE) : Math.max(todayNumber, Math.min(firstUnbind - 1, end.day)),
    backUp: before(MARGIN_DAYS),
    preFlight: before(PRE_FLIGHT_BEFORE),
    refund: before(REFUND_BEFORE),
    lastStep: end.why === 'target' && number.targetExitOn ? dayNumber(number.targetExitOn) : before(LAST_STEP_BEFORE_LOSS),
  }
}
