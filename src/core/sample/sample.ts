import type { Day } from '../lib/day'
import type { Account } from '../records/account'
import type { Binding } from '../records/binding'
import type { PhoneNumber } from '../records/number'
import type { Language } from '../records/settings'
import type { Facts } from '../records/tables'
import type { SampleBinding } from './sample-bindings'
import { addDays } from '../lib/day'
import { accountDefaults } from '../records/account'
import { bindingDefaults } from '../records/binding'
import { emptyFacts } from '../records/facts'
import { numberDefaults } from '../records/number'
import { sampleBindings } from './sample-bindings'
import { sampleWords } from './sample-words'
import { seededIds } from './seed'

export type SampleOptions = {
  /** Language of labels and notes. */
  language: Language
  /** Whether the catalogue has an entry; what it lacks gets a name of its own. Left out = it has all. */
  catalogHas?: (kind: 'provider' | 'service', id: string) => boolean
}

/**
 * The record to look around in: three fictional numbers, 28 bindings, money, claims and ticks, with days counted from today.
 *
 * The same rows with the same ids each time. The numbers lie in ranges reserved for fiction.
 * @param today calendar day
 */
export function sampleFacts(today: Day, { language, catalogHas = () => true }: SampleOptions): Facts {
  const words = sampleWords[language]
  const newId = seededIds(0x5A3B1E)
  const ago = (days: number): Day => addDays(today, -days)
  const madeAt = Date.parse(`${ago(62)}T09:00:00Z`)
  /** @param later milliseconds: what lists show in the order it was added is added one after the other */
  const row = (later = 0) => ({ id: newId(), createdAt: madeAt + later, updatedAt: madeAt + later })
  const provider = (id: string, name: string): PhoneNumber['provider'] =>
    catalogHas('provider', id) ? { kind: 'catalog', id } : { kind: 'own', name }

  const numbers: Record<SampleBinding['number'], PhoneNumber> = {
    bankCodes: {
      ...row(),
      ...numberDefaults,
      e164: '+14155550134',
      label: words.bankCodes,
      provider: provider('google-voice', 'Google Voice'),
      country: 'US',
      targetExitOn: addDays(today, 22),
      activatedOn: ago(900),
      lastActivityOn: ago(71),
      keepAliveDays: 90,
      recurringCost: { money: { amountMinor: 0, currency: 'USD' }, period: 'month', isAutoRenewed: null },
      providerLogin: 'mei@example.com',
      colour: 'sea',
      isSample: true,
    },
    payGo: {
      ...row(1),
      ...numberDefaults,
      e164: '+16465550187',
      label: words.payGo,
      provider: provider('ultra-mobile-paygo', 'Ultra Mobile PayGo'),
      country: 'US',
      activatedOn: ago(389),
      targetExitOn: addDays(today, 37),
      paidThroughOn: today,
      lastActivityOn: ago(3),
      recurringCost: { money: { amountMinor: 300, currency: 'USD' }, period: '30-days', isAutoRenewed: false },
      providerLogin: 'mei@example.com',
      simNote: words.simInDrawer,
      colour: 'rope',
      isSample: true,
    },
    london: {
      ...row(2),
      ...numberDefaults,
      e164: '+447700900123',
      label: words.london,
      provider: provider('giffgaff-uk', 'giffgaff'),
      country: 'GB',
      lineStatus: 'cancelled',
      targetExitOn: ago(20),
      activatedOn: ago(170),
      lastActivityOn: ago(21),
      recurringCost: { money: { amountMinor: 0, currency: 'GBP' }, period: 'month', isAutoRenewed: false },
      providerLogin: 'mei@example.com',
      colour: 'moss',
      isSample: true,
    },
  }
  const { bankCodes, payGo, london } = numbers

  const accounts: Account[] = []
  const bindings: Binding[] = []
  for (const line of sampleBindings) {
    const account: Account = {
      ...row(),
      ...accountDefaults,
      service: catalogHas('service', line.service) ? { kind: 'catalog', id: line.service } : { kind: 'own', name: line.name, category: line.category },
      login: line.login,
      // Gmail comes first in the list.
      guardedBy: line.guardedByGmail && accounts[0] ? [accounts[0].id] : [],
      secondFactors: line.secondFactors ?? null,
      isSample: true,
    }
    accounts.push(account)
    bindings.push({
      ...row(),
      ...bindingDefaults,
      accountId: account.id,
      numberId: numbers[line.number].id,
      roles: [...line.roles],
      state: line.state,
      replacement: line.replacement ? { kind: line.replacement } : null,
      movedOn: line.movedAgo === undefined ? null : ago(line.movedAgo),
      verifiedOn: line.verifiedAgo === undefined ? null : ago(line.verifiedAgo),
      waivedReason: line.state === 'waived' ? words.leftSteam : '',
      dueOn: line.dueIn === undefined ? null : addDays(today, line.dueIn),
    })
  }

  const table = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map(item => [item.id, item]))
  const done = (number: PhoneNumber, taskKey: string, daysAgo: number, note = '') =>
    ({ ...row(), numberId: number.id, taskKey, state: 'done' as const, at: Date.parse(`${ago(daysAgo)}T10:00:00Z`), note, snoozedUntil: null })
  const entry = (number: PhoneNumber, daysAgo: number, kind: 'top-up' | 'charge' | 'usage', amountMinor: number, currency: string, memo: string) =>
    ({ ...row(), numberId: number.id, day: ago(daysAgo), kind, amount: { amountMinor, currency }, memo })

  return {
    ...emptyFacts(),
    numbers: table([bankCodes, payGo, london]),
    accounts: table(accounts),
    bindings: table(bindings),
    ledgerEntries: table([
      entry(bankCodes, 120, 'top-up', 2000, 'USD', words.gift),
      entry(bankCodes, 84, 'usage', -760, 'USD', words.calls),
      entry(payGo, 62, 'top-up', 1000, 'USD', words.gift),
      entry(payGo, 59, 'charge', -300, 'USD', words.plan),
      entry(payGo, 44, 'usage', -190, 'USD', words.calls),
      entry(payGo, 29, 'charge', -300, 'USD', words.plan),
      entry(london, 170, 'top-up', 1500, 'GBP', words.gift),
      entry(london, 60, 'usage', -650, 'GBP', words.calls),
    ]),
    refundClaims: table([{
      ...row(),
      numberId: london.id,
      amount: { amountMinor: 850, currency: 'GBP' },
      askedOn: ago(20),
      channel: 'online',
      reference: 'GG-20418',
      expectedBy: ago(6),
      state: 'asked' as const,
      followUps: [],
      notes: '',
    }]),
    contactLogs: table([{
      ...row(),
      numberId: london.id,
      at: Date.parse(`${ago(20)}T11:30:00Z`),
      channel: 'community' as const,
      withRole: words.firstLine,
      reference: 'GG-20418',
      outcome: words.chatted,
      callBackOn: null,
    }]),
    ticks: table([
      done(bankCodes, 'prepare:confirm-rules', 24),
      done(bankCodes, 'prepare:list-bindings', 22),
      done(bankCodes, 'back-up:record', 21, words.savedRecord),
      done(bankCodes, 'pre-flight:need:original-payment-method-valid', 21),
      done(bankCodes, 'pre-flight:no-port', 21),
      done(payGo, 'prepare:confirm-rules', 14),
      done(payGo, 'prepare:list-bindings', 13),
      done(payGo, 'back-up:provider-data', 12, words.savedTexts),
      done(payGo, 'back-up:record', 12, words.savedRecord),
      done(payGo, 'pre-flight:renewal', 1),
      done(payGo, 'pre-flight:no-port', 1),
      { ...done(payGo, 'refund:balance:USD', 2), state: 'snoozed' as const, snoozedUntil: addDays(today, 9) },
      done(london, 'cancel:privacy-check', 20),
      done(london, 'cancel:cancel', 20),
      done(london, 'follow-up:line-is-dead', 12),
      done(london, 'follow-up:access', 9),
      done(london, 'follow-up:confirm-deletion', 5),
    ]),
  }
}
