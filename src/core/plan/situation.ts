import type { Day } from '../lib/day'
import type { NumberFacts } from '../records/facts'
import type { ExitRoute, LineStatus, PhoneNumber } from '../records/number'
import type { Tick } from '../records/tick'
import type { BalanceLine } from './balance'
import type { DayNumber } from './day-number'
import type { Entry } from './entries'
import type { PlanCatalog, PlanOptions, Playbook } from './knowledge'
import type { Lifeline } from './lifeline'
import type { Loss, Param } from './plan'
import type { Ring } from './ring'
import type { SafeOrder } from './safe-order'
import { dayOf, isDay } from '../lib/day'
import { EXIT_ROUTES } from '../records/number'
import { balanceLines } from './balance'
import { dayNumber } from './day-number'
import { readEntries } from './entries'
import { lifelineOf } from './lifeline'
import { safeOrder } from './safe-order'

/** Key under which an override of the gates is kept among the ticks. */
export const OVERRIDE_KEY = 'gate:override'

/** What is read from the facts once, before any task is made. */
export type Situation = {
  readonly facts: NumberFacts
  readonly number: PhoneNumber
  readonly playbook: Playbook | null
  /** The provider as words need it. */
  readonly provider: Param
  readonly catalog: PlanCatalog
  readonly ticks: ReadonlyMap<string, Tick>
  readonly today: Day
  readonly todayNumber: DayNumber
  /** IANA zone in which moments become days. */
  readonly timeZone: string
  /** The way out that the plan follows: the user's, but what a retired provider took away cannot be kept or ported. */
  readonly route: ExitRoute
  readonly hasLeft: boolean
  readonly leftOn: Day | null
  /** The number lives on at another provider, and so do its bindings. */
  readonly isPorted: boolean
  readonly isRescue: boolean
  readonly isClosed: boolean
  /** Reason of a recorded override; null = none. */
  readonly override: string | null
  readonly lifeline: Lifeline
  /** null once the number is left. */
  readonly lost: Loss | null
  /** Line's end for schedules: the target or the loss, whichever comes first; today where the line may be lost already. */
  readonly end: { readonly day: DayNumber, readonly why: 'target' | Loss['why'] } | null
  readonly balance: readonly BalanceLine[]
  /** The ledger has an entry, or the user said that there is no balance. */
  readonly isBalanceKnown: boolean
  readonly entries: readonly Entry[]
  /** Those whose service names a rest after the change; few, however many there are. */
  readonly withRest: readonly Entry[]
  /** Those that stay on the number by the user's decision. */
  readonly waived: readonly Entry[]
  readonly unsettled: readonly Entry[]
  readonly ring: Ring
  readonly order: SafeOrder
}

/** Line statuses after which there is nothing left to cancel. */
const LEFT: ReadonlySet<LineStatus> = new Set<LineStatus>(['cancelled', 'ported-out', 'lapsed'])

/** Key of the step by which each route leaves the number. It does not depend on the playbook. */
export function lastStepKey(route: ExitRoute): string | null {
  return route === 'keep' ? null : `cancel:${route === 'port-out' ? 'confirm-port' : route}`
}

/** Keys of the steps that end a line: a tick on one of them says that the number was left. */
const LAST_STEPS: ReadonlySet<string | null> = new Set(EXIT_ROUTES.map(lastStepKey))

/** Is this the key of a step that ends a line, on any way out? */
export function isLastStep(key: string): boolean {
  return LAST_STEPS.has(key)
}

export function readSituation(facts: NumberFacts, playbook: Playbook | null, catalog: PlanCatalog, today: Day, options: PlanOptions): Situation {
  const { number } = facts
  const { timeZone = 'UTC' } = options
  const todayNumber = dayNumber(today)
  const ticks = latestTicks(facts.ticks)

  const isGone = number.lineStatus === 'provider-retired' && (!number.paidThroughOn || number.paidThroughOn < today)
  const route = number.lineStatus === 'provider-retired' && (isGone || number.exitRoute === 'keep') ? 'cancel' : number.exitRoute
  const lastKey = lastStepKey(route)
  const lastTick = lastKey ? ticks.get(lastKey) : undefined
  const isTicked = lastTick?.state === 'done'
  const hasLeft = LEFT.has(number.lineStatus) || isTicked
  const isPorted = number.lineStatus === 'ported-out' || (isTicked && route === 'port-out' && !LEFT.has(number.lineStatus))

  const { entries, withRest, waived, ring } = readEntries(facts, catalog)
  const unsettled = entries.filter(entry => !entry.isSettled)
  const isRescue = unsettled.length > 0 && (hasLeft ? !isPorted : isGone)

  const balance = balanceLines(facts)
  const lifeline = lifelineOf(number, balance)
  const lost = hasLeft ? null : lifeline.lost
  const override = ticks.get(OVERRIDE_KEY)

  return {
    facts,
    number,
    playbook,
    provider: { provider: number.provider },
    catalog,
    ticks,
    today,
    todayNumber,
    timeZone,
    route,
    hasLeft,
    leftOn: isTicked ? dayOfTick(lastTick, timeZone, today) : null,
    isPorted,
    isRescue,
    isClosed: number.closedAt !== null,
    override: override?.state === 'done' && override.note !== '' ? override.note : null,
    lifeline,
    lost,
    end: hasLeft ? null : endOf(number.targetExitOn, lost, today),
    balance,
    isBalanceKnown: balance.length > 0 || ticks.get('pre-flight:balance')?.state === 'done',
    entries,
    withRest,
    waived,
    unsettled,
    ring,
    order: safeOrder(unsettled, isRescue),
  }
}

/** At most one tick is kept for a key; should there be more, the latest counts. */
function latestTicks(ticks: readonly Tick[]): Map<string, Tick> {
  const latest = new Map<string, Tick>()
  for (const tick of ticks) {
    const known = latest.get(tick.taskKey)
    if (!known || tick.at > known.at || (tick.at === known.at && tick.id > known.id))
      latest.set(tick.taskKey, tick)
  }
  return latest
}

/** Day of a tick in the user's zone; never later than today, since what was done is past. null where the moment is beyond the calendar. */
export function dayOfTick(tick: Tick, timeZone: string, today: Day): Day | null {
  return dayOfMoment(tick.at, timeZone, today)
}

/** The same of any moment, epoch milliseconds. */
export function dayOfMoment(at: number, timeZone: string, today: Day): Day | null {
  const day = dayOf(at, timeZone)
  return isDay(day) ? (day > today ? today : day) : null
}

/** A target that has passed says nothing about the line any more; a loss day that has passed says that every day counts. */
function endOf(target: Day | null, lost: Loss | null, today: Day): Situation['end'] {
  if (lost && lost.day < today)
    return { day: dayNumber(today), why: lost.why }
  if (target && target >= today && (!lost || target <= lost.day))
    return { day: dayNumber(target), why: 'target' }
  return lost && { day: dayNumber(lost.day), why: lost.why }
}
