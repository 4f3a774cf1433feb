import type { Day } from '../lib/day'
import type { Money } from '../lib/money'
import type { Id } from '../records/base'
import type { Deadline, Plan, Stake, Task } from './plan'
import { addDays } from '../lib/day'
import { sumByCurrency } from '../lib/money'
import { dayNumber } from './day-number'
import { compareDays, turnOf } from './next'
import { PHASES } from './plan'

/** Days that the list of deadlines looks ahead. */
const DEADLINE_DAYS = 30
/** Days after today that count as near; what is due by then is `soon` in the plan as well. */
const NEAR_DAYS = 7

/** Money at stake in one currency; currencies are never added to each other. */
export type MoneyAtStake = { readonly money: Money, readonly parts: readonly Stake[] }

/** The home screen: what to do over all numbers. No task is in two lists. */
export type Today = {
  /** The next action; null where nothing is to be done at all. */
  readonly next: Task | null
  readonly late: readonly Task[]
  readonly todayAndTomorrow: readonly Task[]
  /** After tomorrow, until seven days from today. */
  readonly nextSevenDays: readonly Task[]
  /** After that, or without a day; behind them what was put off, the first to wake first. */
  readonly later: readonly Task[]
  /** From today on, for `DEADLINE_DAYS`. */
  readonly deadlines: readonly Deadline[]
  /** By currency code. */
  readonly moneyAtStake: readonly MoneyAtStake[]
}

/**
 * Draws one day from all plans.
 *
 * Next: late before today's before soon before the rest, and what has time at a number that is kept behind all of it; among equals without a day the number whose last step can be taken, then the earlier phase, then the one that opens more
 * accounts, then the earlier day, then the plan that comes first. The lists hold what can be done now, and beside it
 * the dated tasks that wait only for another one (a guarded account), so that the week is seen whole. What was put off is
 * listed under later whatever its day, so that nothing is out of sight.
 */
export function deriveToday(plans: readonly Plan[], today: Day): Today {
  const ready = new Set(plans.filter(plan => plan.canCancel).map(plan => plan.numberId))
  const kept = new Set(plans.filter(plan => plan.route === 'keep' && !plan.hasLeft).map(plan => plan.numberId))
  const next = plans.flatMap(plan => plan.nextTasks[0] ?? []).reduce<Task | null>((best, task) => !best || compareNext(task, best, ready, kept) < 0 ? task : best, null)
  const tomorrow = addDays(today, 1)
  const lastNear = addDays(today, NEAR_DAYS)
  const lists = { late: [] as Task[], todayAndTomorrow: [] as Task[], nextSevenDays: [] as Task[], later: [] as Task[] }

  for (const plan of plans) {
    for (const task of listedTasks(plan)) {
      if (task !== next)
        lists[task.state === 'snoozed' ? 'later' : listOf(task.dueOn, today, tomorrow, lastNear)].push(task)
    }
  }
  for (const list of Object.values(lists))
    list.sort((a, b) => Number(a.state === 'snoozed') - Number(b.state === 'snoozed') || compareDays(a.snoozedUntil, b.snoozedUntil) || compareDays(a.dueOn, b.dueOn) || (a.dueOn === null ? Number(ready.has(b.numberId)) - Number(ready.has(a.numberId)) : 0))

  const lastDay = addDays(today, DEADLINE_DAYS)
  return {
    next,
    ...lists,
    deadlines: plans.flatMap(plan => plan.deadlines.filter(({ day }) => day >= today && day <= lastDay)).sort((a, b) => compareDays(a.day, b.day)),
    moneyAtStake: moneyAtStake(plans),
  }
}

/** In the order of the plan: what can be done, what was put off, and the unbinding that waits for its guard. */
function listedTasks(plan: Plan): Task[] {
  if (plan.isClosed)
    return []
  return plan.phases.flatMap(phase => phase.tasks).filter(task =>
    task.state === 'open' || task.state === 'snoozed' || (task.state === 'waiting' && task.phase === 'unbind' && task.dueOn !== null))
}

function listOf(due: Day | null, today: Day, tomorrow: Day, lastNear: Day): 'late' | 'todayAndTomorrow' | 'nextSevenDays' | 'later' {
  if (due === null || due > lastNear)
    return 'later'
  return due < today ? 'late' : due <= tomorrow ? 'todayAndTomorrow' : 'nextSevenDays'
}

/** Below 0 when `a` comes first. */
function compareNext(a: Task, b: Task, ready: ReadonlySet<Id>, kept: ReadonlySet<Id>): number {
  return nextRank(a, kept) - nextRank(b, kept)
    || (a.dueOn === null && b.dueOn === null ? Number(ready.has(b.numberId)) - Number(ready.has(a.numberId)) : 0)
    || PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase)
    || (b.binding?.opens.length ?? 0) - (a.binding?.opens.length ?? 0)
    || compareDays(a.dueOn, b.dueOn)
}

/** What has time at a number that is kept comes after everything that leads out of one. */
const KEPT_RANK = 8

/** The turn within a plan, with what is due soon before what has time; snoozed ones last, the first to wake before the others. */
function nextRank(task: Task, kept: ReadonlySet<Id>): number {
  if (task.state === 'snoozed')
    return 100 + (task.snoozedUntil ? dayNumber(task.snoozedUntil) : 0)
  return task.urgency === 'later' && kept.has(task.numberId) ? KEPT_RANK : turnOf(task) * 2 + (task.urgency === 'later' ? 1 : 0)
}

function moneyAtStake(plans: readonly Plan[]): MoneyAtStake[] {
  const parts = plans.flatMap(plan => plan.atStake)
  const byCurrency = new Map<string, Stake[]>()
  for (const part of parts) {
    const group = byCurrency.get(part.money.currency)
    if (group)
      group.push(part)
    else
      byCurrency.set(part.money.currency, [part])
  }
  return sumByCurrency(parts.map(part => part.money)).map(money => ({ money, parts: byCurrency.get(money.currency) ?? [] }))
}
