import type { CancelChannel } from '../../catalog/provider'
import type { ContactLog } from '../../records/contact-log'
import type { TaskKind } from '../codes'
import type { Day } from '../../lib/day'
import type { Money } from '../../lib/money'
import type { Id } from '../../records/base'
import type { DayNumber } from '../day-number'
import type { Milestones } from '../milestones'
import type { Reason } from '../plan'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { addDays } from '../../lib/day'
import { isChangedLately, restUntil } from '../due-days'
import { claimExpectedBy, isOpenClaim } from '../balance'
import { isAboutMoney, lastContact } from '../contacts'
import { dayNumber, dayOfNumber } from '../day-number'
import { accountsOf } from '../entries'
import { dayOfMoment, dayOfTick, lastStepKey } from '../situation'
import { reason } from '../task-builder'
import { PORT_PAPERS_KEY, textToMove } from './pre-flight'

/** Channels from the one that asks least of a person to the one that asks most. */
const CHANNELS = ['online', 'app', 'chat', 'phone', 'email', 'store', 'post'] as const satisfies readonly CancelChannel[]

const BY_CHANNEL: Record<CancelChannel, TaskKind> = {
  online: 'cancel-online',
  app: 'cancel-in-app',
  chat: 'cancel-by-chat',
  phone: 'cancel-by-phone',
  email: 'cancel-by-email',
  store: 'cancel-in-store',
  post: 'cancel-by-post',
}

/** Channels on which somebody answers, and gives a reference. */
const WITH_PEOPLE: ReadonlySet<ContactLog['channel']> = new Set<ContactLog['channel']>(['phone', 'chat', 'email', 'store', 'post'])

const PRIVACY_KEY = 'cancel:privacy-check'
const START_PORT_KEY = 'cancel:start-port'

/**
 * Cancel: the last step of the route, behind the gates. A port-out never offers a cancel.
 * @param shut how many gates are still shut; 0 when they are open, by conditions or by hand
 */
export function cancelDrafts(situation: Situation, due: Milestones, shut: number): Draft[] {
  if (situation.route === 'keep' && !situation.hasLeft)
    return []
  if (situation.hasLeft)
    return leftDrafts(situation)
  const privacy: Draft = {
    key: PRIVACY_KEY,
    kind: 'privacy-check',
    params: { provider: situation.provider },
    due: due.lastStep,
    link: situation.playbook?.cancel.url ?? null,
  }
  const steps = situation.route === 'port-out' ? portDrafts(situation, due) : situation.route === 'let-expire' ? expireDrafts(situation, due) : providerDrafts(situation, due)
  const lastKey = lastStepKey(situation.route)
  return [
    ...isSignIn(situation) ? [privacy] : [],
    ...steps.map(draft => draft.key === lastKey ? withWarnings(situation, draft, shut) : draft),
  ]
}

/** Ways on which nobody signs in anywhere. */
const WITHOUT_SIGN_IN: ReadonlySet<CancelChannel> = new Set<CancelChannel>(['phone', 'email', 'store', 'post'])

/** Does the way out lead through a page that asks for the login? */
function isSignIn(situation: Situation): boolean {
  const channel = bestChannel(situation)
  return situation.route !== 'cancel' || situation.number.lineStatus === 'provider-retired' || channel === null || !WITHOUT_SIGN_IN.has(channel)
}

/** The last step with all that is to be known before it is taken. */
function withWarnings(situation: Situation, draft: Draft, shut: number): Draft {
  const wait = shut === 0 ? waitOf(situation) : null
  const left = accountsOf(situation.waived)
  return {
    ...draft,
    betterFrom: wait?.day ?? null,
    reasons: [
      ...gateReasons(situation, shut),
      wait && reason('better-from', { day: { day: wait.day }, money: wait.money && { money: wait.money }, accounts: wait.accounts.length > 0 ? { accounts: wait.accounts } : null }),
      ...awaitedReasons(situation),
      left.length > 0 ? reason('left-bound', { accounts: { accounts: left } }) : null,
      answerReason(situation),
      ...draft.reasons ?? [],
    ],
  }
}

/** What is under way at a line that could be cancelled, and the day by which it is over; null = nothing, or the line does not last that long. */
function waitOf(situation: Situation): { day: Day, money: Money | null, accounts: readonly Id[] } | null {
  const { facts, playbook, route, today, todayNumber, lost } = situation
  if (route !== 'cancel')
    return null
  const claims = facts.refundClaims.filter(isOpenClaim).flatMap((claim) => {
    const day = claimExpectedBy(claim, playbook)
    return day !== null && day > today ? [{ day, money: claim.amount }] : []
  })
  const money = claims.reduce<typeof claims[number] | null>((last, claim) => !last || claim.day > last.day ? claim : last, null)
  const lately = situation.withRest.filter(entry => isChangedLately(entry, todayNumber))
  const rest = lately.reduce((last, entry) => Math.max(last, restUntil(entry)), 0)
  const day = [money?.day ?? null, rest > 0 ? dayOfNumber(rest) : null].reduce<Day | null>((last, next) => next !== null && (last === null || next > last) ? next : last, null)
  if (day === null || (lost && day >= lost.day))
    return null
  return { day, money: money?.money ?? null, accounts: accountsOf(lately) }
}

/** Money that is still to come, on a day that nobody named or that has passed. */
function awaitedReasons({ facts, playbook, today }: Situation): Reason[] {
  return facts.refundClaims.filter(claim => isOpenClaim(claim) && (claimExpectedBy(claim, playbook) ?? today) <= today)
    .map(claim => reason('refund-awaited', { money: { money: claim.amount } }))
}

/** Why the last step may be taken, or not yet. */
function gateReasons({ override }: Situation, shut: number): Reason[] {
  if (shut > 0)
    return [reason('gates-shut', { count: shut })]
  return override === null ? [] : [reason('overridden', { reason: override })]
}

/** The channel of the guide that asks least; null = unknown. */
export function bestChannel(situation: Situation): CancelChannel | null {
  const known = CHANNELS.filter(channel => situation.playbook?.cancel.channels.includes(channel))
  const last = lastAnswer(situation)
  // Who was refused on one way tries another that asks no more of a person, where there is one.
  return (last?.result === 'refused' ? known.find(channel => channel !== last.channel && !FAR.has(channel)) : undefined) ?? known[0] ?? null
}

/** Ways that ask for a journey or weeks. */
const FAR: ReadonlySet<CancelChannel> = new Set<CancelChannel>(['store', 'post'])

/** The last contact about leaving that came to an answer; undefined = none did. What was said of money is no answer to that. */
function lastAnswer({ facts }: Situation): ContactLog | undefined {
  return lastContact(facts.contactLogs, contact => (contact.result === 'refused' || contact.result === 'promised') && !isAboutMoney(contact, facts.contactLogs))
}

/** What the provider said last about leaving: no, or yes from a day on. */
function answerReason(situation: Situation): Reason | null {
  const last = lastAnswer(situation)
  const day = last && dayOfMoment(last.at, situation.timeZone, situation.today)
  if (!last || !day)
    return null
  return last.result === 'refused'
    ? reason('refused-on', { day: { day }, channel: last.channel })
    : reason('promised-on', { day: { day }, from: last.effectiveOn ? { day: last.effectiveOn } : null })
}

function providerDrafts(situation: Situation, due: Milestones): Draft[] {
  const { provider, number, playbook, facts } = situation
  const channel = bestChannel(situation)
  const again = lastAnswer(situation)?.callBackOn ?? null
  const step = { params: { provider, channel }, due: again === null ? due.lastStep : dayNumber(again), link: playbook?.cancel.url ?? null }
  const key = lastStepKey('cancel')!
  if (number.lineStatus === 'provider-retired')
    return [{ ...step, key, kind: 'close-retired-account', after: [PRIVACY_KEY] }]
  if (!channel) {
    return [
      { ...step, key: 'cancel:ask-how', kind: 'ask-provider-how', reasons: [reason('provider-unknown', { provider })], noteAt: 'contacts' },
      { ...step, key, kind: 'cancel-as-told', after: [PRIVACY_KEY, 'cancel:ask-how'] },
      noteReference(situation, due),
    ]
  }
  const stac = textToMove(situation)?.giveUp
  return [
    { ...step, key, kind: BY_CHANNEL[channel], after: [PRIVACY_KEY], reasons: [stac ? reason('stac-instead', { code: stac }) : null] },
    ...WITH_PEOPLE.has(channel) || facts.contactLogs.length > 0 ? [noteReference(situation, due)] : [],
  ]
}

function noteReference({ facts, provider }: Situation, due: Milestones | null): Draft {
  return {
    key: 'cancel:note-reference',
    kind: 'note-reference',
    params: { provider },
    due: due?.lastStep ?? null,
    isDone: facts.contactLogs.some(contact => WITH_PEOPLE.has(contact.channel) && contact.reference !== ''),
    // It comes from the talk that ends the line.
    after: [lastStepKey('cancel')!],
    tickBy: 'fact',
    noteAt: 'contacts',
    isSkippable: true,
  }
}

function portDrafts(situation: Situation, due: Milestones): Draft[] {
  const { provider, number } = situation
  const hasStarted = number.lineStatus === 'porting'
  const until = codeHoldsUntil(situation)
  return [
    {
      key: START_PORT_KEY,
      kind: 'start-port',
      params: { provider, until: until === null ? null : { day: dayOfNumber(until) } },
      reasons: [until === null ? null : reason('pac-until', { day: { day: dayOfNumber(until) } }), reason('cancel-kills-port')],
      due: until === null ? due.lastStep : Math.min(until, due.lastStep ?? until),
      isDone: hasStarted,
      after: [PRIVACY_KEY],
    },
    { key: lastStepKey('port-out')!, kind: 'confirm-port', params: { provider }, due: due.lastStep, after: [START_PORT_KEY] },
  ]
}

/** Last day on which the code for moving holds that was fetched; null = none was, or it holds for ever. */
function codeHoldsUntil(situation: Situation): DayNumber | null {
  const days = textToMove(situation)?.days ?? null
  const tick = situation.ticks.get(PORT_PAPERS_KEY)
  const day = tick?.state === 'done' ? dayOfTick(tick, situation.timeZone, situation.today) : null
  return days === null || day === null ? null : dayNumber(day) + days
}

function expireDrafts({ provider, number, lifeline, lost, today }: Situation, due: Milestones): Draft[] {
  const cost = lifeline.cost && { money: lifeline.cost }
  return [
    {
      key: 'cancel:stop-paying',
      kind: 'stop-paying',
      params: { provider, cost },
      reasons: [number.recurringCost?.isAutoRenewed ? reason('renews-itself', { cost }) : null],
      due: due.lastStep,
      isDone: number.recurringCost?.isAutoRenewed === false,
      noteAt: 'number',
      after: [PRIVACY_KEY],
    },
    {
      key: lastStepKey('let-expire')!,
      kind: 'let-expire',
      params: { provider, day: lost && { day: lost.day } },
      reasons: [lost && lost.day > today ? reason('receives-until', { day: { day: addDays(lost.day, -1) } }) : null],
      due: lost && dayNumber(lost.day),
      after: ['cancel:stop-paying'],
    },
  ]
}

/** What stays of the phase once the number is left: the step that was done, and a reference that was never noted. */
function leftDrafts(situation: Situation): Draft[] {
  const { route, provider, isPorted, leftOn, playbook } = situation
  const channel = bestChannel(situation)
  const kind = doneKind(situation, channel)
  const wasCalled = !isPorted && kind !== 'let-expire' && leftOn !== null && channel !== null && WITH_PEOPLE.has(channel)
  return [
    { key: lastStepKey(route) ?? 'cancel:cancel', kind, params: { provider, channel, day: null, cost: null }, isDone: true, link: playbook?.cancel.url ?? null },
    ...wasCalled ? [noteReference(situation, null)] : [],
  ]
}

/** How the number was left, as far as the record tells. */
function doneKind({ number, route, isPorted }: Situation, channel: CancelChannel | null): TaskKind {
  if (isPorted)
    return 'confirm-port'
  if (number.lineStatus === 'provider-retired')
    return 'close-retired-account'
  if (number.lineStatus === 'lapsed' || route === 'let-expire')
    return 'let-expire'
  return channel ? BY_CHANNEL[channel] : 'cancel-as-told'
}
