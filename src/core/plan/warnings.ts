import type { Task, Warning } from './plan'
import type { Situation } from './situation'
import { daysBetween } from '../lib/day'
import { dayNumber, dayOfNumber } from './day-number'
import { isChangedLately, isTimeEnough, restDays, restOverOn } from './due-days'
import { accountsOf } from './entries'
import { isUnbindKey, unbindKey } from './task-keys'
import { CHECK_LINE_KEY, CHOOSE_DATE_KEY, isGivenUp, KEEP_ALIVE_KEY, keepAliveDay, RETIRED_KEY, TOP_UP_KEY } from './phases/prepare'
import { isUnbinding } from './phases/unbind'

/**
 * What will go wrong if nothing is done, worst first; each names the task that mends it, where there is one.
 * @param prepare tasks of that phase, not all of which are always there; those of bindings always are while they are unbound
 */
export function warningsOf(situation: Situation, prepare: readonly Task[]): Warning[] {
  const { number, provider, isRescue, isClosed, unsettled, override, hasLeft, playbook } = situation
  if (isClosed)
    return []
  const warnings: Warning[] = []
  const warn = (code: Warning['code'], params: Warning['params'], taskKey: string | null = null): void => {
    const isThere = (taskKey !== null && isUnbindKey(taskKey)) || prepare.some(task => task.key === taskKey)
    warnings.push({ code, params, taskKey: isThere ? taskKey : null })
  }

  if (isRescue)
    warn('line-gone', { count: unsettled.length }, unbindKey(situation.order.accounts[0]!.entries[0]!.bindingId))
  if (!hasLeft) {
    if (number.lineStatus === 'provider-retired' || isGivenUp(situation))
      warn('provider-retired', { provider }, RETIRED_KEY)
    timeWarnings(situation, warn)
    const { route } = situation
    if (playbook && ((route !== 'keep' && playbook.cancel.routes.length > 0 && !playbook.cancel.routes.includes(route)) || (route === 'port-out' && playbook.portOut.isPossible === false)))
      warn('route-not-in-guide', { route, provider })
  }
  if (isUnbinding(situation)) {
    for (const ring of situation.order.rings) {
      const first = situation.order.accounts.find(account => account.accountId === ring[0])
      warn('guard-ring', { accounts: { accounts: ring } }, first ? unbindKey(first.entries[0]!.bindingId) : null)
    }
  }
  if (override !== null)
    warn('overridden', { reason: override })
  return warnings
}

const NO_WAY = { by: null, buys: null }

/** Line, target and work against one another. */
function timeWarnings(situation: Situation, warn: (code: Warning['code'], params: Warning['params'], taskKey?: string | null) => void): void {
  const { lost, number, today, todayNumber, end, unsettled, lifeline } = situation
  const target = number.targetExitOn
  if (lost && lost.day < today)
    warn('may-be-lost', { day: { day: lost.day }, why: lost.why }, CHECK_LINE_KEY)
  if (target && target < today && situation.route !== 'keep')
    warn('target-passed', { day: { day: target } }, CHOOSE_DATE_KEY)

  const buysTime = lost?.why === 'inactivity' && lost.day >= today
  const way = buysTime
    ? { by: { day: dayOfNumber(keepAliveDay(dayNumber(lost.day), todayNumber)) }, buys: number.keepAliveDays }
    : NO_WAY
  const mend = lost?.why === 'paid-through' ? TOP_UP_KEY : KEEP_ALIVE_KEY
  if (lost && target && lost.day >= today && lost.day < target && (situation.route === 'cancel' || situation.route === 'port-out'))
    warn('target-after-loss', { target: { day: target }, lost: { day: lost.day }, days: daysBetween(lost.day, target), why: lost.why, ...way }, mend)
  if (lifeline.isRenewalUncovered && lifeline.unpaidOn && lifeline.cost && lifeline.funds)
    warn('renewal-not-covered', { cost: { money: lifeline.cost }, balance: { money: lifeline.funds }, day: { day: lifeline.unpaidOn } }, TOP_UP_KEY)
  if (end && !situation.isRescue && isUnbinding(situation) && unsettled.length > 0 && !isTimeEnough(unsettled.length, { today: todayNumber, end: end.day }))
    warn('too-little-time', { count: unsettled.length, day: { day: dayOfNumber(end.day) }, days: end.day - todayNumber, why: end.why, ...end.why === 'inactivity' ? way : NO_WAY }, end.why === 'target' ? CHOOSE_DATE_KEY : mend)
  const resting = end && !situation.isRescue && isUnbinding(situation) ? situation.withRest.filter(entry => !entry.isSettled && restOverOn(entry, todayNumber) > end.day) : []
  if (end && resting.length > 0) {
    const days = resting.reduce((most, entry) => Math.max(most, restDays(entry)), 0)
    warn('cooldown-past-end', { accounts: { accounts: accountsOf(resting) }, day: { day: dayOfNumber(end.day) }, days }, unbindKey(resting[0]!.bindingId))
  }
  const lately = isUnbinding(situation) ? situation.withRest.filter(entry => isChangedLately(entry, todayNumber)) : []
  if (lately.length > 0) {
    const days = lately.reduce((most, entry) => Math.max(most, entry.service!.cooldown!.days), 0)
    warn('changed-lately', { accounts: { accounts: accountsOf(lately) }, days: Math.ceil(days) }, unbindKey(lately[0]!.bindingId))
  }
}
