import type { ContactLog } from '../../records/contact-log'
import type { DayNumber } from '../day-number'
import type { Reason } from '../plan'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { addMonths } from '../../lib/day'
import { claimDueDay, claimExpectedBy, isOpenClaim } from '../balance'
import { dayNumber, dayOfNumber } from '../day-number'
import { lastStepKey } from '../situation'
import { reason } from '../task-builder'
import { balanceKey, callBackKey, claimKey, unbindKey } from '../task-keys'

export const CLOSE_KEY = 'follow-up:close'

/** Days after leaving: a text to the old number, an answer on deletion, the statement of the month after. */
const LINE_DEAD_AFTER = 7
const DELETION_AFTER = 14
const ACCESS_AFTER = 14
const FORGOTTEN_AFTER = 30
const STATEMENT_AFTER = 35

/**
 * Follow up: the calls and refunds that are under way at any time, and, once the number is left, everything until it is
 * safely dead. Before that these wait for the last step, so that it is seen what is still to come.
 */
export function followUpDrafts(situation: Situation): Draft[] {
  const errands = [...refundDrafts(situation), ...callBackDrafts(situation)]
  if (situation.route === 'keep' && !situation.hasLeft)
    return errands
  const lastKey = lastStepKey(situation.route)
  const after = situation.hasLeft || !lastKey ? [] : [lastKey]
  const drafts = [...afterLeaving(situation, after), ...errands]
  return [
    ...drafts,
    {
      key: CLOSE_KEY,
      kind: 'close',
      after: [
        ...after,
        ...drafts.map(draft => draft.key),
        ...situation.balance.map(line => balanceKey(line.currency)),
        ...situation.isRescue ? situation.order.accounts.flatMap(account => account.entries.map(entry => unbindKey(entry.bindingId))) : [],
      ],
      isDone: situation.isClosed,
      tickBy: 'fact',
      noteAt: 'number',
    },
  ]
}

/**
 * How long the number rests before somebody else may get it; null = unknown.
 * The country's rule (US: 47 CFR 52.15(f)(1)(ii), 45 days; Australia: six months; mainland China: 90 days) comes before what
 * the provider's guide says.
 */
function restOf({ number, catalog, playbook, provider }: Situation): Rest | null {
  const rules = (number.country ? catalog.regulationsOf?.(number.country) : undefined) ?? []
  const figure = (name: string): number | undefined => rules.map(rule => rule.numbers[name]).find(item => typeof item === 'number')
  const days = figure('minAgingDays') ?? figure('minFreezeDays')
  if (days !== undefined)
    return { days, overOn: left => left + days, reason: reason('rests', { days }) }
  const months = figure('quarantineMonths')
  if (months !== undefined)
    return { days: null, overOn: left => dayNumber(addMonths(dayOfNumber(left), months)), reason: reason('rests-months', { months }) }
  const grace = playbook?.afterCancel.graceDays ?? null
  return grace === null ? null : { days: grace, overOn: left => left + grace, reason: reason('grace', { provider, days: grace }) }
}

type Rest = { readonly days: number | null, readonly overOn: (left: DayNumber) => DayNumber, readonly reason: Reason }

/** @param after the last step, while it is still to be done */
function afterLeaving(situation: Situation, after: readonly string[]): Draft[] {
  const { provider, leftOn, hasLeft, isPorted, route, number, todayNumber } = situation
  const left = leftOn === null ? null : dayNumber(leftOn)
  const later = (days: number): DayNumber | null => left === null ? null : left + days
  const why = leftOn === null ? null : reason('left-on', { day: { day: leftOn } })
  const hasAccounts = situation.entries.length > 0
  const isPort = isPorted || (!hasLeft && route === 'port-out')
  const rest = restOf(situation)
  const restOver = rest && left !== null ? rest.overOn(left) : null
  return [
    isPort
      ? { key: 'follow-up:codes-arrive', kind: 'codes-arrive', reasons: [why], due: later(1), isSkippable: true, after, failKind: 'codes-missing' }
      : { key: 'follow-up:line-is-dead', kind: 'line-is-dead', reasons: [why], due: later(LINE_DEAD_AFTER), isDone: number.lineStatus === 'lapsed', isSkippable: true, after, failKind: 'line-still-alive' },
    ...hasAccounts ? [{ key: 'follow-up:access', kind: 'access-works' as const, reasons: [reason('try-logins')], due: later(ACCESS_AFTER), isSkippable: true, after, failKind: 'regain-access' as const }] : [],
    ...isPort ? [] : [{ key: 'follow-up:no-forgotten', kind: 'no-forgotten' as const, reasons: [reason('forgotten-show')], due: later(FORGOTTEN_AFTER), isSkippable: true, after, failKind: 'log-forgotten' as const }],
    { key: 'follow-up:confirm-deletion', kind: 'confirm-deletion', params: { provider }, reasons: [why], due: later(DELETION_AFTER), isSkippable: true, after, failKind: 'ask-deletion-again' },
    { key: 'follow-up:no-more-charges', kind: 'no-more-charges', params: { provider }, reasons: [why], due: later(STATEMENT_AFTER), isSkippable: true, after, failKind: 'dispute-charge' },
    ...isPort
      ? []
      : [{
        key: 'follow-up:aging-over',
        kind: 'aging-over',
        params: { days: rest?.days ?? null },
        reasons: [rest?.reason ?? reason('rest-unknown'), why],
        due: restOver,
        isDone: restOver !== null && restOver <= todayNumber,
        after,
        isSkippable: true,
      } satisfies Draft],
  ]
}

/** Each claim until it ends: wait for the money, and ask again when it is late. */
function refundDrafts({ facts, playbook, provider, todayNumber }: Situation): Draft[] {
  // What was refused or written off does not arrive: the refund phase takes it up.
  return facts.refundClaims.filter(({ state }) => state !== 'refused' && state !== 'written-off').map((claim) => {
    const expected = claimExpectedBy(claim, playbook)
    const due = claimDueDay(claim, playbook)
    const isLate = due <= todayNumber && (expected === null || dayNumber(expected) < todayNumber)
    const money = { money: claim.amount }
    const lastAsked = claim.followUps.reduce<string | null>((last, day) => last && last > day ? last : day, null)
    return {
      key: claimKey(claim.id),
      kind: isLate ? 'chase-refund' : 'refund-arrived',
      params: { provider, money, day: { day: claim.askedOn } },
      reasons: [
        expected ? reason('expected-by', { day: { day: expected } }) : reason('no-day-named'),
        lastAsked ? reason('last-asked', { day: { day: lastAsked } }) : reason('asked-on', { money, day: { day: claim.askedOn } }),
      ],
      due,
      isDone: !isOpenClaim(claim),
      tickBy: 'fact',
      noteAt: 'claims',
    }
  })
}

/** A call back is agreed until it is ticked, or any later contact is noted. */
function callBackDrafts({ facts, provider }: Situation): Draft[] {
  const lastAt = facts.contactLogs.reduce((last, contact) => Math.max(last, contact.at), 0)
  return facts.contactLogs.filter(hasCallBack).map(contact => ({
    key: callBackKey(contact.id),
    kind: 'call-back',
    params: { provider, channel: contact.channel, reference: contact.reference },
    reasons: [reason('call-back-agreed', { reference: contact.reference })],
    due: dayNumber(contact.callBackOn),
    isDone: contact.at < lastAt,
    noteAt: 'contacts',
  }))
}

function hasCallBack(contact: ContactLog): contact is ContactLog & { callBackOn: string } {
  return contact.callBackOn !== null
}
