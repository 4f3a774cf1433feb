import type { DayNumber } from './day-number'
import type { Entry } from './entries'
import type { SafeOrder } from './safe-order'
import { dayNumber } from './day-number'

/** Days kept free between the last unbinding and the line's end: for checks, the refund and the cancelling itself. */
export const MARGIN_DAYS = 7
/** Bindings planned for a day, as long as the days suffice. */
const PER_DAY = 1
/** A moved binding is verified within this many days, while the old number can still help. */
const VERIFY_WITHIN_DAYS = 4

/** When the work must be done, in figures. */
export type Schedule = {
  readonly today: DayNumber
  /** Day the line ends, never before today; null = no such day is known. */
  readonly end: DayNumber | null
}

/** Days for which a service holds things up after the number was changed; 0 = it does not. */
export function restDays({ service }: Pick<Entry, 'service'>): number {
  return service?.cooldown?.isBlocking ? Math.ceil(service.cooldown.days) : 0
}

/** Moved within the days that its service names without holding anything up: what they mean stands in its note. */
export function isChangedLately({ movedOn, service }: Pick<Entry, 'movedOn' | 'service'>, today: DayNumber): boolean {
  const cooldown = service?.cooldown
  return cooldown !== undefined && cooldown !== null && !cooldown.isBlocking && movedOn !== null && dayNumber(movedOn) + cooldown.days > today
}

/** The day by which those days are over; only of what was moved and has a rest. */
export function restUntil({ movedOn, service }: Pick<Entry, 'movedOn' | 'service'>): DayNumber {
  return dayNumber(movedOn!) + Math.ceil(service!.cooldown!.days)
}

/** First day on which an account's rest after the change is over, or would be if it were changed today; 0 where there is no rest. */
export function restOverOn({ movedOn, service, isSettled }: Pick<Entry, 'movedOn' | 'service' | 'isSettled'>, today: DayNumber): DayNumber {
  const days = restDays({ service })
  if (days === 0 || (isSettled && movedOn === null))
    return 0
  return (movedOn === null ? today : dayNumber(movedOn)) + days
}

/** Last day for unbinding; null without an end. */
function lastUnbindDay({ today, end }: Schedule): DayNumber | null {
  return end === null ? null : Math.max(today, end - MARGIN_DAYS)
}

/** Do the bindings fit before the line's end at the planned pace? */
export function isTimeEnough(count: number, schedule: Schedule): boolean {
  const last = lastUnbindDay(schedule)
  return last === null || count <= (last - schedule.today + 1) * PER_DAY
}

/**
 * Due days of the unsettled bindings, in the order of accounts and, within one, of its bindings.
 *
 * - The user's own due day stands, also when it has passed.
 * - Else counted back from the line's end: the last one `MARGIN_DAYS` before it, one a day before that, in the order
 *   of urgency. Where they do not fit, they are spread evenly from today. Never before today.
 * - A blocking rest after the change (`cooldown`) is taken off the end, so that it is over while the old number lives.
 * - A moved binding is to be verified `VERIFY_WITHIN_DAYS` after the move, or after the service's rest; that day can pass.
 * - A guard is due no later than what it guards, unless the user gave it a day.
 * - In a rescue there is no end to count from: one a day from today, worst first.
 * - Without an end: null.
 */
export function bindingDueDays(order: SafeOrder, schedule: Schedule, isRescue: boolean): (DayNumber | null)[] {
  const due = slotsOf(order, schedule, isRescue)
  const last = isRescue ? null : lastUnbindDay(schedule)
  const caps = order.accounts.map(() => Number.POSITIVE_INFINITY)
  for (let place = order.accounts.length - 1; place >= 0; place--) {
    const { entries, first, guards } = order.accounts[place]!
    let earliest = Number.POSITIVE_INFINITY
    for (let index = 0; index < entries.length; index++) {
      const day = dueOf(entries[index]!, due[first + index]!, last, schedule.today, caps[place]!)
      due[first + index] = day
      earliest = Math.min(earliest, day ?? earliest)
    }
    for (const guard of guards)
      caps[guard] = Math.min(caps[guard]!, earliest)
  }
  return due
}

function dueOf(entry: Entry, slot: DayNumber | null, last: DayNumber | null, today: DayNumber, cap: number): DayNumber | null {
  if (entry.ownDue !== null)
    return entry.ownDue
  const rest = restDays(entry)
  let day = slot ?? Number.POSITIVE_INFINITY
  if (last !== null)
    day = Math.max(today, Math.min(day, last - rest))
  if (entry.state === 'moved' && entry.movedOn)
    day = Math.min(day, dayNumber(entry.movedOn) + Math.max(VERIFY_WITHIN_DAYS, rest + 1))
  day = Math.min(day, cap)
  return day === Number.POSITIVE_INFINITY ? null : day
}

/** Each binding's turn, before rests, moves and guards are looked at. */
function slotsOf({ accounts, byUrgency }: SafeOrder, schedule: Schedule, isRescue: boolean): (DayNumber | null)[] {
  const { today } = schedule
  const last = lastUnbindDay(schedule)
  const slots = accounts.flatMap<DayNumber | null>(account => account.entries.length === 1 ? null : account.entries.map(() => null))
  const count = slots.length
  if (last === null && !isRescue)
    return slots
  const isEnough = isTimeEnough(count, schedule)
  let turn = 0
  for (const place of byUrgency) {
    const { first, entries } = accounts[place]!
    for (let index = 0; index < entries.length; index++) {
      if (isRescue || last === null)
        slots[first + index] = today + Math.floor(turn / PER_DAY)
      else if (isEnough)
        slots[first + index] = last - Math.floor((count - 1 - turn) / PER_DAY)
      else
        slots[first + index] = today + Math.floor(turn * (last - today + 1) / count)
      turn++
    }
  }
  return slots
}
