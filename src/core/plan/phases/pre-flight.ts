import type { Precondition } from '../../catalog/provider'
import type { LineStatus } from '../../records/number'
import type { TaskKind } from '../codes'
import type { Milestones } from '../milestones'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { moneyOf } from '../balance'
import { reason } from '../task-builder'

export const LINE_KEY = 'pre-flight:line'
export const DEBT_KEY = 'pre-flight:debt'
export const BALANCE_KEY = 'pre-flight:balance'
export const RENEWAL_KEY = 'pre-flight:renewal'
export const NO_PORT_KEY = 'pre-flight:no-port'
const PORT_PAPERS_KEY = 'pre-flight:port-papers'

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
      due: due.preFlight,
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
    isDone: balance.length > 0,
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
      params: { provider, cost },
      reasons: [renewal === false ? null : renewal ? reason('renews-itself', { cost }) : reason('renewal-unknown')],
      due: due.preFlight,
      isDone: renewal === false,
      noteAt: 'number',
    })
  }
  drafts.push(...paperDrafts(situation, due.preFlight))
  if (asksPortWish(situation)) {
    drafts.push({
      key: NO_PORT_KEY,
      kind: 'confirm-no-port',
      params: { provider },
      reasons: [playbook?.preconditions.includes('port-before-cancel') ? reason('guide-asks', { provider }) : reason('cancel-kills-port')],
      due: due.preFlight,
    })
  }
  return drafts
}

/** Whether the number is wanted elsewhere is asked where it can be taken along, or where that is unknown. */
export function asksPortWish({ route, playbook, number }: Situation): boolean {
  return route === 'cancel' && number.lineStatus !== 'provider-retired' && playbook?.portOut.isPossible !== false
}

function paperDrafts({ route, number, playbook, provider }: Situation, due: Draft['due']): Draft[] {
  if (route === 'let-expire' || number.lineStatus === 'provider-retired')
    return []
  const drafts: Draft[] = []
  if (route === 'port-out') {
    drafts.push({
      key: PORT_PAPERS_KEY,
      kind: 'get-port-papers',
      params: { provider },
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
      reasons: [reason('guide-asks', { provider })],
      due: due ?? null,
      isSkippable: true,
    })
  }
  return drafts
}

/** Would take down the line that a port needs. */
const CANCEL_ONLY: ReadonlySet<Precondition> = new Set<Precondition>(['numbers-removed-first', 'subscription-cancelled-first'])
