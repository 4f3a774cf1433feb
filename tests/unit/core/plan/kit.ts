import type { PlanCatalog, PlanService, Playbook } from '../../../../src/core/plan/knowledge'
import type { GateKey, TaskKind } from '../../../../src/core/plan/codes'
import type { Gate, Phase, PhaseKey, Plan, Task } from '../../../../src/core/plan/plan'
import type { Account } from '../../../../src/core/records/account'
import type { Binding } from '../../../../src/core/records/binding'
import type { ContactLog } from '../../../../src/core/records/contact-log'
import type { NumberFacts } from '../../../../src/core/records/facts'
import type { LedgerEntry } from '../../../../src/core/records/ledger-entry'
import type { PhoneNumber } from '../../../../src/core/records/number'
import type { RefundClaim } from '../../../../src/core/records/refund-claim'
import type { Tick } from '../../../../src/core/records/tick'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { accountDefaults } from '../../../../src/core/records/account'
import { bindingDefaults } from '../../../../src/core/records/binding'
import { numberDefaults } from '../../../../src/core/records/number'

/** Monday. */
export const TODAY = '2026-11-23'
export const NOW = Date.parse('2026-11-23T09:00:00Z')

export function id(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
}

const row = (count: number) => ({ id: id(count), createdAt: NOW, updatedAt: NOW })
const NUMBER_ID = id(1)

export function number(fields: Partial<PhoneNumber> = {}): PhoneNumber {
  return { ...row(1), ...numberDefaults, e164: '+14155550134', provider: { kind: 'catalog', id: 'google-voice' }, country: 'US', ...fields }
}

/** An account and its binding under one count: `a(1)` guards others as `accountId(1)`. */
export type Line = Partial<Binding> & { n: number, service?: string, guardedBy?: number[], importance?: Account['importance'] }

export const accountId = (n: number): string => id(1000 + n)
export const bindingId = (n: number): string => id(2000 + n)
export const unbind = (n: number): string => `unbind:${bindingId(n)}`

export function ledger(amountMinor: number, currency = 'USD', fields: Partial<LedgerEntry> = {}): LedgerEntry {
  return { ...row(5000 + amountMinor % 100), numberId: NUMBER_ID, day: TODAY, kind: 'top-up', amount: { amountMinor, currency }, memo: '', ...fields }
}

export function claim(amountMinor: number, fields: Partial<RefundClaim> = {}): RefundClaim {
  return { ...row(6001), numberId: NUMBER_ID, amount: { amountMinor, currency: 'USD' }, askedOn: '2026-11-03', channel: '', reference: '', expectedBy: null, state: 'asked', followUps: [], notes: '', ...fields }
}

export function contact(fields: Partial<ContactLog> = {}): ContactLog {
  return { ...row(7001), numberId: NUMBER_ID, at: NOW, channel: 'phone', withRole: '', reference: '', outcome: '', callBackOn: null, ...fields }
}

export function tick(taskKey: string, fields: Partial<Tick> = {}): Tick {
  return { ...row(8000), id: `tick-${taskKey}`, numberId: NUMBER_ID, taskKey, state: 'done', at: NOW, note: '', snoozedUntil: null, ...fields }
}

export function facts(given: {
  number?: Partial<PhoneNumber>
  lines?: Line[]
  ledger?: LedgerEntry[]
  claims?: RefundClaim[]
  contacts?: ContactLog[]
  ticks?: (string | Tick)[]
} = {}): NumberFacts {
  const accounts = new Map<string, Account>()
  const bindings: Binding[] = []
  for (const { n, service, guardedBy, importance, ...fields } of given.lines ?? []) {
    accounts.set(accountId(n), {
      ...row(1000 + n),
      ...accountDefaults,
      service: service ? { kind: 'catalog', id: service } : { kind: 'own', name: `Service ${String(n).padStart(3, '0')}`, category: 'other' },
      guardedBy: (guardedBy ?? []).map(accountId),
      importance: importance ?? null,
    })
    bindings.push({ ...row(2000 + n), ...bindingDefaults, accountId: accountId(n), numberId: NUMBER_ID, ...fields })
  }
  return {
    number: number(given.number),
    bindings,
    accounts,
    ledgerEntries: given.ledger ?? [],
    refundClaims: given.claims ?? [],
    contactLogs: given.contacts ?? [],
    ticks: (given.ticks ?? []).map(item => typeof item === 'string' ? tick(item) : item),
  }
}

export const PLAYBOOK: Playbook = {
  kind: 'carrier',
  status: 'active',
  checkedOn: '2026-11-20',
  isUnverified: false,
  preconditions: [],
  ownDomains: ['example.com'],
  cancel: { channels: ['online'], routes: ['cancel', 'port-out', 'let-expire'], url: 'https://example.com/cancel', stepKinds: ['unbind', 'back-up', 'delete-number'], stepLinks: {} },
  refund: { balanceRefundable: 'partial', typicalDays: 10, areBusinessDays: false },
  portOut: { isPossible: true },
  afterCancel: { graceDays: null },
}

export function playbook(fields: { [K in keyof Playbook]?: Playbook[K] extends unknown[] ? Playbook[K] : Playbook[K] extends object ? Partial<Playbook[K]> : Playbook[K] }): Playbook {
  return {
    ...PLAYBOOK,
    ...fields,
    cancel: { ...PLAYBOOK.cancel, ...fields.cancel },
    refund: { ...PLAYBOOK.refund, ...fields.refund },
    portOut: { ...PLAYBOOK.portOut, ...fields.portOut },
    afterCancel: { ...PLAYBOOK.afterCancel, ...fields.afterCancel },
  }
}

export function service(fields: Partial<PlanService> = {}): PlanService {
  return { name: { en: 'Service', zh: null }, category: 'other', lossRisk: 'medium', domains: [], changeUrl: null, needsOldNumber: false, cooldown: null, ...fields }
}

export const SERVICES: Record<string, PlanService> = {
  gmail: service({ name: { en: 'Gmail', zh: null }, category: 'email', lossRisk: 'critical', changeUrl: 'https://myaccount.google.com/phone', needsOldNumber: null }),
  chase: service({ name: { en: 'Chase', zh: null }, category: 'bank', lossRisk: 'critical', domains: ['chase.com'], needsOldNumber: true }),
  paypal: service({ name: { en: 'PayPal', zh: null }, category: 'payment', lossRisk: 'high' }),
  amazon: service({ name: { en: 'Amazon', zh: null }, category: 'shopping', lossRisk: 'medium' }),
  discord: service({ name: { en: 'Discord', zh: null }, category: 'social', lossRisk: 'low' }),
  slow: service({ name: { en: 'Slow', zh: null }, lossRisk: 'low', cooldown: { days: 6.5, isBlocking: true } }),
  fresh: service({ name: { en: 'Fresh', zh: null }, lossRisk: 'high', cooldown: { days: 7, isBlocking: false } }),
  phone: service({ name: { en: 'Desk phone', zh: null }, category: 'device', lossRisk: 'low' }),
}

const SERVICE_MAP = new Map(Object.entries(SERVICES))

export const CATALOG: PlanCatalog = {
  service: name => SERVICE_MAP.get(name),
  regulationsOf: country => country === 'US' ? [{ numbers: { minAgingDays: 45 } }] : [],
}

export function plan(of: NumberFacts, book: Playbook | null = PLAYBOOK, today = TODAY): Plan {
  return derivePlan(of, book, CATALOG, today)
}

export function phase(of: Plan, key: PhaseKey): Phase {
  return of.phases.find(item => item.key === key)!
}

export function tasks(of: Plan): Task[] {
  return of.phases.flatMap(item => item.tasks)
}

export function task(of: Plan, keyOrKind: string | TaskKind): Task {
  const found = tasks(of).find(item => item.key === keyOrKind || item.kind === keyOrKind)
  if (!found)
    throw new Error(`no task ${keyOrKind} among ${tasks(of).map(item => item.key).join(', ')}`)
  return found
}

export function gate(of: Plan, key: GateKey): Gate {
  const found = of.gates.find(item => item.key === key)
  if (!found)
    throw new Error(`no gate ${key} among ${of.gates.map(item => item.key).join(', ')}`)
  return found
}

/** Ticks and facts that open every gate of a cancel at `PLAYBOOK`, where bindings are settled and the balance is zero. */
export const ALL_CLEAR = ['prepare:confirm-login', 'prepare:list-bindings', 'back-up:provider-data', 'back-up:record', 'pre-flight:balance', 'pre-flight:renewal', 'pre-flight:no-port']
