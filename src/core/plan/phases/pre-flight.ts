import type { Precondition } from '../../catalog/provider'
import type { Id } from '../../records/base'
import type { LineStatus } from '../../records/number'
import type { TaskKind } from '../codes'
import type { Playbook } from '../knowledge'
import type { Milestones } from '../milestones'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { moneyOf } from '../balance'
import { dayOfNumber } from '../day-number'
import { restDays, restOverOn } from '../due-days'
import { compareText } from '../entries'
import { providerPage } from '../pages'
import { reason } from '../task-builder'
import { isUnbinding } from './unbind'

export const LINE_KEY = 'pre-flight:line'
export const DEBT_KEY = 'pre-flight:debt'
export const BALANCE_KEY = 'pre-flight:balance'
export const RENEWAL_KEY = 'pre-flight:renewal'
export const NO_PORT_KEY = 'pre-flight:no-port'
export const STORE_KEY = 'pre-flight:store'
export const PORT_PAPERS_KEY = 'pre-flight:port-papers'

/** Key of the wait for the rest that a service keeps after the change. */
function cooldownKey(bindingId: Id): string {
  return `pre-flight:cooldown:${bindingId}`
}

export function isCooldown({ key }: { readonly key: string }): boolean {
  return key.startsWith('pre-flight:cooldown:')
}

/** Preconditions of a guide that are ticked one by one. The rest are checks of their own: line active, no debt, no port. */
const NEEDS = {
  'account-owner': 'need-account-owner',
  'account-pin': 'need-account-pin',
  'admin-role': 'need-admin-role',
  'email-access': 'need-email-access',
  'emergency-address-removed': 'need-emergency-address-removed',
  'group-members-removed': 'need-group-members-removed',
  'identity-check': 'need-identity-check',
  'identity-document': 'need-identity-document',
  'notice-period': 'need-notice-period',
  'numbers-removed-first': 'need-numbers-removed-first',
  'original-payment-method-valid': 'need-original-payment-method-valid',
  'outside-billing-window': 'need-outside-billing-window',
  'paid-plan': 'need-paid-plan',
  'payment-card-on-file': 'need-payment-card-on-file',
  'port-lock-off': 'need-port-lock-off',
  'sim-in-hand': 'need-sim-in-hand',
  'sms-access': 'need-sms-access',
  'stored-value-remaining': 'need-stored-value-remaining',
  'subscription-cancelled-first': 'need-subscription-cancelled-first',
  'account-active': null,
  'no-arrears': null,
  'port-before-cancel': null,
} as const satisfies Record<Precondition, TaskKind | null>

/** What a need asks for once it was found not to be met. */
const NEED_FAILS: Partial<Record<Precondition, TaskKind>> = {
  'account-owner': 'reach-account-owner',
  'account-pin': 'reset-account-pin',
  'admin-role': 'reach-account-owner',
  'email-access': 'recover-email',
  'identity-check': 'get-identity-document',
  'identity-document': 'get-identity-document',
  'original-payment-method-valid': 'arrange-refund-way',
  'payment-card-on-file': 'add-payment-card',
  'sim-in-hand': 'replace-sim',
  'sms-access': 'restore-texts',
}

/** Way out of each state of the line that shuts the gate; null = nothing is in the way. */
const LINE_KINDS: Record<LineStatus, TaskKind | null> = {
  'active': null,
  'suspended': 'reactivate-line',
  'frozen': 'unfreeze-line',
  'in-arrears': 'pay-arrears',
  'porting': 'finish-port',
  'cancelled': null,
  'ported-out': null,
  'lapsed': null,
  'provider-retired': null,
}

/** Does the line have to be up for the route's last step? Not to let it expire, and not where the provider gave up. */
export function needsLine({ route, number }: Situation): boolean {
  return route !== 'let-expire' && number.lineStatus !== 'provider-retired'
}

/** Pre-flight: each check that the last step needs, with its way out. Which ones there are depends on the route. */
export function preFlightDrafts(situation: Situation, due: Milestones): Draft[] {
  const { route, hasLeft, number, provider, balance, isBalanceKnown, lifeline, playbook } = situation
  if (hasLeft || route === 'keep')
    return []
  const lineKind = LINE_KINDS[number.lineStatus]
  const isPortUnderWay = number.lineStatus === 'porting' && route === 'port-out'
  const debts = balance.filter(line => line.balanceMinor < 0)
  const renewal = number.recurringCost?.isAutoRenewed ?? null
  const drafts: Draft[] = []

  if (needsLine(situation) || number.lineStatus === 'porting') {
    drafts.push({
      key: LINE_KEY,
      kind: lineKind && !isPortUnderWay ? lineKind : 'check-line',
      params: { provider, status: number.lineStatus },
      reasons: [lineKind === null ? null : reason(lineKind === 'finish-port' ? 'cancel-kills-port' : 'line-status', { status: number.lineStatus })],
      // A line that is down may get no codes: it is set right before the accounts that need one.
      due: lineKind !== null && lineKind !== 'finish-port' && situation.unsettled.length > 0 ? situation.todayNumber : due.preFlight,
      isDone: lineKind === null || isPortUnderWay,
      tickBy: 'fact',
      noteAt: 'number',
    })
  }
  drafts.push({
    key: BALANCE_KEY,
    kind: 'note-balance',
    params: { provider },
    reasons: [isBalanceKnown ? null : reason('balance-unknown')],
    due: due.preFlight,
    isDone: isBalanceKnown,
    tickBy: 'fact',
    noteAt: 'ledger',
  })
  if (debts.length > 0) {
    const money = { money: moneyOf(debts[0]!.currency, -debts[0]!.balanceMinor) }
    drafts.push({
      key: DEBT_KEY,
      kind: 'pay-debt',
      params: { provider, money },
      reasons: [reason('debt', { money })],
      due: due.preFlight,
      tickBy: 'fact',
      noteAt: 'ledger',
    })
  }
  if (route === 'cancel') {
    const cost = lifeline.cost && { money: lifeline.cost }
    drafts.push({
      key: RENEWAL_KEY,
      kind: renewal ? 'turn-off-renewal' : 'check-renewal',
      link: providerPage(playbook, 'turn-off-renewal'),
      params: { provider, cost },
      reasons: [renewal === false ? null : renewal ? reason('renews-itself', { cost }) : reason('renewal-unknown')],
      due: due.preFlight,
      isDone: renewal === false,
      noteAt: 'number',
      ...renewal === null && { failKind: 'turn-off-renewal' as const },
    })
  }
  if (asksStore(situation)) {
    drafts.push({
      key: STORE_KEY,
      kind: 'check-store-subscription',
      params: { provider },
      reasons: [reason('store-charges', { provider })],
      due: due.preFlight,
      failKind: 'cancel-store-subscription',
    })
  }
  if (playbook && WITH_DEVICES.has(playbook.kind) && number.lineStatus !== 'provider-retired') {
    drafts.push({
      key: 'pre-flight:devices',
      kind: 'check-devices',
      params: { provider },
      reasons: [reason('devices-linked')],
      due: due.preFlight,
      isSkippable: true,
    })
  }
  drafts.push(...cooldownDrafts(situation))
  drafts.push(...paperDrafts(situation, due.preFlight))
  if (asksPortWish(situation)) {
    drafts.push({
      key: NO_PORT_KEY,
      kind: 'confirm-no-port',
      params: { provider },
      reasons: [playbook?.preconditions.includes('port-before-cancel') ? reason('guide-asks', { provider }) : reason('too-late-to-port')],
      due: due.preFlight,
    })
  }
  return drafts
}

/** Numbers of these live in apps, desk phones and forwarding. */
const WITH_DEVICES: ReadonlySet<Playbook['kind']> = new Set<Playbook['kind']>(['voip', 'second-number-app', 'cpaas'])

/** A subscription in an app store outlives the account. Where the guide asks for it to be cancelled, that is a need of its own. */
function asksStore({ route, playbook }: Situation): boolean {
  return (route === 'cancel' || route === 'let-expire') && playbook !== null
    && (playbook.kind === 'second-number-app' || playbook.cancel.channels.includes('app'))
    && !playbook.preconditions.includes('subscription-cancelled-first')
}

/** After a change some services hold things up for days, and may ask for a code on the old number meanwhile: it lives until they are over. */
function cooldownDrafts(situation: Situation): Draft[] {
  if (!isUnbinding(situation))
    return []
  const { withRest, todayNumber } = situation
  const resting = withRest.filter(entry => entry.movedOn !== null && restOverOn(entry, todayNumber) > 0)
  return resting.sort((a, b) => compareText(a.bindingId, b.bindingId)).map((entry) => {
    const over = restOverOn(entry, todayNumber)
    return {
      key: cooldownKey(entry.bindingId),
      kind: 'wait-cooldown',
      params: { ...entry.params, day: { day: dayOfNumber(over) } },
      reasons: [reason('cooldown-runs', { day: { day: entry.movedOn! }, days: restDays(entry) })],
      due: over,
      isDone: over <= todayNumber,
      link: entry.service?.changeUrl ?? null,
    }
  })
}

/** Whether the number is wanted elsewhere is asked where it can be taken along, or where that is unknown. */
export function asksPortWish({ route, playbook, number }: Situation): boolean {
  return route === 'cancel' && number.lineStatus !== 'provider-retired' && playbook?.portOut.isPossible !== false
}

function paperDrafts(situation: Situation, due: Draft['due']): Draft[] {
  const { route, number, playbook, provider } = situation
  if (route === 'let-expire' || number.lineStatus === 'provider-retired')
    return []
  const drafts: Draft[] = []
  if (route === 'port-out') {
    const pac = textToMove(situation)
    drafts.push({
      key: PORT_PAPERS_KEY,
      kind: pac ? 'get-pac' : 'get-port-papers',
      params: { provider, code: pac?.keep ?? null },
      reasons: [pac ? reason('pac-by-text', { code: pac.keep, days: pac.days }) : null],
      due: due ?? null,
      isDone: number.lineStatus === 'porting',
      isSkippable: true,
    })
  }
  for (const need of new Set(playbook?.preconditions)) {
    const kind = NEEDS[need]
    if (kind === null || (need === 'port-lock-off' && route !== 'port-out') || (route === 'port-out' && CANCEL_ONLY.has(need)))
      continue
    drafts.push({
      key: `pre-flight:need:${need}`,
      kind,
      params: { provider },
      reasons: [need === 'original-payment-method-valid' ? reason('refund-to-card') : reason('guide-asks', { provider })],
      due: due ?? null,
      isSkippable: true,
      ...NEED_FAILS[need] && { failKind: NEED_FAILS[need] },
    })
  }
  return drafts
}

/** Where a free text to a short code is how a mobile line is left: the codes to keep and to give up the number, and the days a code holds. */
export function textToMove({ number, catalog, playbook }: Situation): { keep: string, giveUp: string | null, days: number | null } | null {
  if (playbook?.kind !== 'carrier' && playbook?.kind !== 'mvno')
    return null
  const rules = number.country ? catalog.regulationsOf?.(number.country) : undefined
  const found = rules?.find(rule => typeof rule.numbers['pacShortcode'] === 'string')?.numbers
  if (!found)
    return null
  const { pacShortcode, stacShortcode, codeValidDays } = found
  return { keep: String(pacShortcode), giveUp: typeof stacShortcode === 'string' ? stacShortcode : null, days: typeof codeValidDays === 'number' ? codeValidDays : null }
}

/** Would take down the line that a port needs. */
const CANCEL_ONLY: ReadonlySet<Precondition> = new Set<Precondition>(['numbers-removed-first', 'subscription-cancelled-first'])
