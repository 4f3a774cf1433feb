import type { TaskKind } from '../codes'
import type { DayNumber } from '../day-number'
import type { Playbook } from '../knowledge'
import type { Milestones } from '../milestones'
import type { Reason, Stake } from '../plan'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { fateOf, moneyOf, refundDays } from '../balance'
import { lastContact } from '../contacts'
import { providerPage } from '../pages'
import { dayOfMoment } from '../situation'
import { reason } from '../task-builder'
import { balanceKey } from '../task-keys'

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
  const days = refundDays(playbook)
  const drafts = balance.filter(line => line.balanceMinor > 0).map((line): Draft => {
    const { kind, code, noteAt } = BY_FATE[fateOf(line, playbook)]
    const money = { money: moneyOf(line.currency, line.openMinor || line.balanceMinor) }
    return {
      key: balanceKey(line.currency),
      kind,
      params: { provider, money },
      reasons: [
        toldReason(situation, line.currency),
        reason(line.isRefused ? 'refund-refused' : code, { provider }),
        reason('balance-left', { money }),
        kind === 'ask-refund' && days !== null ? reason('refund-takes', { days }) : null,
      ],
      due: refundDay(situation, due),
      isDone: line.openMinor === 0,
      tickBy: 'fact',
      noteAt,
      link: refundPage(playbook, kind === 'use-up-balance' ? 'use-balance' : 'ask-refund'),
    }
  })
  const isCardAsked = !hasLeft && !playbook?.preconditions.includes('original-payment-method-valid')
    && balance.some(line => line.balanceMinor > 0 && fateOf(line, playbook) === 'refundable')
  return isCardAsked ? [cardDraft(situation, due), ...drafts] : drafts
}

/** What the provider answered last when it was asked about this money. */
function toldReason({ facts, timeZone, today }: Situation, currency: string): Reason | null {
  const last = lastContact(facts.contactLogs, contact => contact.about === balanceKey(currency))
  const day = last && dayOfMoment(last.at, timeZone, today)
  return last && day ? reason('asked-by-contact', { day: { day }, channel: last.channel, outcome: last.outcome }) : null
}

/** Only where the guide knows that it is done there: elsewhere somebody has to be asked. */
function refundPage(playbook: Playbook | null, step: 'use-balance' | 'ask-refund'): string | null {
  return playbook?.cancel.stepKinds.includes(step) ? providerPage(playbook, step) : null
}

/** The money goes back the way it came: a card that has expired sends it nowhere. */
function cardDraft({ provider }: Situation, due: Milestones): Draft {
  return {
    key: 'refund:card',
    kind: 'check-refund-card',
    params: { provider },
    reasons: [reason('refund-to-card')],
    due: due.refund,
    isSkippable: true,
    failKind: 'arrange-refund-way',
  }
}

/** Early enough for the money to come while the account still answers, where the guide says how long it takes. */
function refundDay({ playbook, todayNumber }: Situation, due: Milestones): DayNumber | null {
  const days = refundDays(playbook)
  if (due.refund === null || due.lastStep === null || days === null || playbook?.refund.balanceRefundable === 'no')
    return due.refund
  return Math.max(todayNumber, Math.min(due.refund, due.lastStep - days))
}
