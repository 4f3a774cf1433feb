import type { TaskKind } from '../codes'
import type { Milestones } from '../milestones'
import type { Stake } from '../plan'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { fateOf, moneyOf } from '../balance'
import { reason } from '../task-builder'

export function balanceKey(currency: string): string {
  return `refund:balance:${currency}`
}

const BY_FATE = {
  'refundable': { kind: 'ask-refund', code: 'refundable', noteAt: 'claims' },
  'not-refundable': { kind: 'use-up-balance', code: 'not-refundable', noteAt: 'ledger' },
  'unknown': { kind: 'ask-refund-rule', code: 'refund-unknown', noteAt: 'claims' },
} as const satisfies Record<Exclude<Stake['fate'], 'asked'>, { kind: TaskKind, code: string, noteAt: Draft['noteAt'] }>

/**
 * Refund: one task for each currency with a balance, done when a claim covers it or the ledger is down to zero.
 * What the guide does not know is asked; what was refused, or does not come back, is used up, moved or written off.
 */
export function refundDrafts(situation: Situation, due: Milestones): Draft[] {
  const { route, hasLeft, balance, playbook, provider } = situation
  if (route === 'keep' && !hasLeft)
    return []
  const drafts = balance.filter(line => line.balanceMinor > 0).map((line): Draft => {
    const { kind, code, noteAt } = BY_FATE[fateOf(line, playbook)]
    const money = { money: moneyOf(line.currency, line.openMinor || line.balanceMinor) }
    return {
      key: balanceKey(line.currency),
      kind,
      params: { provider, money },
      reasons: [reason(code, { provider }), reason('balance-left', { money })],
      due: due.refund,
      isDone: line.openMinor === 0,
      tickBy: 'fact',
      noteAt,
    }
  })
  const isCardAsked = !hasLeft && !playbook?.preconditions.includes('original-payment-method-valid')
    && balance.some(line => line.balanceMinor > 0 && fateOf(line, playbook) === 'refundable')
  return isCardAsked ? [cardDraft(situation, due), ...drafts] : drafts
}

/** The money goes back the way it came: a card that has expired sends it nowhere. */
function cardDraft({ provider }: Situation, due: Milestones): Draft {
  return {
    key: 'refund:card',
    kind: 'check-refund-card',
    params: { provider },
    reasons: [reason('refund-to-card', { provider })],
    due: due.refund,
    isSkippable: true,
    failKind: 'arrange-refund-way',
  }
}
