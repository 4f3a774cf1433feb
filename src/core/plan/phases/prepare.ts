import type { DayNumber } from '../day-number'
import type { Milestones } from '../milestones'
import type { Reason } from '../plan'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { addMonths } from '../../lib/day'
import { dayNumber, dayOfNumber } from '../day-number'
import { MARGIN_DAYS, restOverOn } from '../due-days'
import { providerPage } from '../pages'
import { reason } from '../task-builder'
import { isUnbinding } from './unbind'

/** A line is kept alive this many days before it may be lost, so that a text that fails can be sent again. */
const KEEP_ALIVE_BEFORE_DAYS = 7
/** A payment can be refused, or take a day to count. */
const TOP_UP_BEFORE_DAYS = 3

export const KEEP_ALIVE_KEY = 'prepare:keep-alive'
export const TOP_UP_KEY = 'prepare:top-up'
export const CHOOSE_DATE_KEY = 'prepare:choose-date'
export const CHECK_LINE_KEY = 'prepare:check-line'
export const LOGIN_KEY = 'prepare:confirm-login'
export const LIST_KEY = 'prepare:list-bindings'
export const RETIRED_KEY = 'prepare:check-retired'

/** Prepare: know the rules, choose the day, know who can sign in, and keep the line alive as long as it is needed. */
export function prepareDrafts(situation: Situation, due: Milestones): Draft[] {
  const { hasLeft, route, playbook, provider, number } = situation
  if (hasLeft)
    return []
  return [
    // A number that is kept needs no way out.
    ...route === 'keep'
      ? []
      : [{
          key: 'prepare:confirm-rules',
          kind: playbook ? 'confirm-rules' as const : 'ask-provider-rules' as const,
          params: { provider },
          reasons: [guideReason(situation)],
          due: due.prepare,
          isSkippable: true,
        }],
    ...route === 'cancel' || route === 'port-out' ? [chooseDate(situation, due)] : [],
    {
      key: LOGIN_KEY,
      kind: 'confirm-login',
      link: providerPage(playbook),
      params: { provider },
      due: due.prepare,
      isDone: number.providerLogin !== '',
      noteAt: 'number',
      isSkippable: true,
      failKind: 'recover-login',
    },
    ...isUnbinding(situation) ? [listBindings(situation, due)] : [],
    ...isGivenUp(situation) ? [checkRetired(situation)] : [],
    ...aliveDrafts(situation),
  ]
}

/** What was never logged is never unbound: it is asked once whether that is all. */
function listBindings({ entries }: Situation, due: Milestones): Draft {
  return {
    key: LIST_KEY,
    kind: 'list-bindings',
    params: { count: entries.length },
    reasons: [entries.length === 0 ? reason('nothing-logged') : reason('may-be-forgotten', { count: entries.length })],
    due: due.prepare,
  }
}

/** Its provider gave up such numbers, yet this one is noted as active. */
export function isGivenUp({ playbook, number, hasLeft }: Situation): boolean {
  return playbook?.status === 'retired' && number.lineStatus === 'active' && !hasLeft
}

function checkRetired({ provider, todayNumber }: Situation): Draft {
  return { key: RETIRED_KEY, kind: 'check-retired', params: { provider }, reasons: [reason('provider-gave-up', { provider })], due: todayNumber, noteAt: 'number' }
}

/** How well the guide is founded: unknown provider, no source, older than 12 months, or checked on a day. */
function guideReason({ playbook, provider, today }: Situation): Reason {
  if (!playbook)
    return reason('provider-unknown', { provider })
  const day = { day: playbook.checkedOn }
  if (playbook.isUnverified)
    return reason('guide-unverified', { provider })
  return reason(playbook.checkedOn < addMonths(today, -12) ? 'guide-stale' : 'guide-checked', { provider, day })
}

function chooseDate({ number, today, lost }: Situation, due: Milestones): Draft {
  const target = number.targetExitOn
  if (target && target < today) {
    return {
      key: CHOOSE_DATE_KEY,
      kind: 'choose-new-date',
      reasons: [reason('target-passed', { day: { day: target } })],
      due: dayNumber(target),
      tickBy: 'fact',
      noteAt: 'number',
      isSkippable: true,
    }
  }
  return {
    key: CHOOSE_DATE_KEY,
    kind: 'choose-date',
    reasons: [
      target ? null : reason('no-target'),
      target && lost && lost.day < target ? reason('target-later', { day: { day: target } }) : null,
    ],
    due: due.prepare,
    isDone: target !== null,
    tickBy: 'fact',
    noteAt: 'number',
    isSkippable: true,
  }
}

/** Until when the line has to live for the work that is left; null = it may end when it likes. */
function neededUntil(situation: Situation): DayNumber | null {
  const { route, number, today, todayNumber, unsettled } = situation
  if (route === 'keep')
    return Number.POSITIVE_INFINITY
  const rest = isUnbinding(situation) ? situation.withRest.reduce((last, entry) => Math.max(last, restOverOn(entry, todayNumber)), 0) : 0
  const work = Math.max(rest, todayNumber + MARGIN_DAYS + (route === 'port-out' ? MARGIN_DAYS : unsettled.length))
  if (route === 'let-expire')
    return unsettled.length > 0 ? work : null
  return number.targetExitOn && number.targetExitOn >= today ? dayNumber(number.targetExitOn) : work
}

/** What buys time: a text where use counts, a top-up where payment does; a look at the line where its day has passed. */
function aliveDrafts(situation: Situation): Draft[] {
  const { lifeline, lost, number, provider, today, todayNumber, route } = situation
  const until = neededUntil(situation)
  if (until === null)
    return []
  if (lost && lost.day < today) {
    return [{
      key: CHECK_LINE_KEY,
      kind: 'check-line-alive',
      params: { provider, why: lost.why },
      reasons: [reason('may-be-lost-since', { day: { day: lost.day } })],
      due: dayNumber(lost.day),
      tickBy: 'fact',
      noteAt: 'number',
    }]
  }
  const drafts: Draft[] = []
  if (lifeline.unpaidOn && dayNumber(lifeline.unpaidOn) <= until) {
    const day = dayNumber(lifeline.unpaidOn)
    const cost = lifeline.cost && { money: lifeline.cost }
    const balance = lifeline.funds && { money: lifeline.funds }
    const isCovered = lifeline.cost !== null && lifeline.funds !== null && lifeline.cost.amountMinor > 0 && lifeline.funds.amountMinor >= lifeline.cost.amountMinor
    drafts.push({
      key: TOP_UP_KEY,
      // Where the wallet holds enough there is nothing to pay, only to see that it was taken.
      kind: isCovered ? 'note-renewal' : 'top-up',
      params: { provider, day: { day: lifeline.unpaidOn }, cost, balance },
      reasons: [reason('lost-unless-paid', { day: { day: lifeline.unpaidOn }, cost, balance })],
      due: Math.max(todayNumber, isCovered ? day : day - TOP_UP_BEFORE_DAYS),
      tickBy: 'fact',
      noteAt: 'number',
    })
  }
  if (lifeline.unusedOn && dayNumber(lifeline.unusedOn) <= until) {
    const due = keepAliveDay(dayNumber(lifeline.unusedOn), todayNumber)
    drafts.push({
      key: KEEP_ALIVE_KEY,
      kind: 'keep-alive',
      params: { provider, by: { day: dayOfNumber(due) }, lost: { day: lifeline.unusedOn }, days: number.keepAliveDays },
      reasons: [reason('lost-unless-used', { provider, day: { day: lifeline.unusedOn } })],
      due,
      tickBy: 'fact',
      noteAt: 'number',
    })
  }
  if (route === 'keep' && drafts.length === 0) {
    drafts.push({
      key: KEEP_ALIVE_KEY,
      kind: 'keep-alive',
      params: { provider, by: null, lost: null, days: number.keepAliveDays },
      tickBy: 'fact',
      noteAt: 'number',
    })
  }
  return drafts
}

/** Day by which the line is used: `KEEP_ALIVE_BEFORE_DAYS` before it may be lost, or today. */
export function keepAliveDay(lost: DayNumber, today: DayNumber): DayNumber {
  return Math.max(today, lost - KEEP_ALIVE_BEFORE_DAYS)
}
