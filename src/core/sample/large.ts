import type { Day } from '../lib/day'
import type { Account } from '../records/account'
import type { Binding, BindingState, Role } from '../records/binding'
import type { LedgerEntry } from '../records/ledger-entry'
import type { PhoneNumber } from '../records/number'
import type { RefundClaim } from '../records/refund-claim'
import type { Facts } from '../records/tables'
import type { Tick } from '../records/tick'
import { addDays } from '../lib/day'
import { accountDefaults } from '../records/account'
import { bindingDefaults } from '../records/binding'
import { emptyFacts } from '../records/facts'
import { numberDefaults } from '../records/number'
import { pick, seededIds, seededRandom } from './seed'

export type LargeOptions = {
  /** How many numbers, 1 to 3,000. */
  numbers: number
  /** How many bindings over all numbers. */
  bindings: number
  today: Day
  /** The same seed gives the same record. */
  seed?: number
}

const AREAS = [205, 212, 303, 305, 312, 404, 415, 503, 512, 602, 617, 646, 702, 713, 786, 808, 818, 917, 929, 972]
const PROVIDERS = ['google-voice', 'ultra-mobile-paygo', 'giffgaff-uk', 'textnow', 'hushed', 'tello', 'skype-number', 'red-pocket']
const SERVICES = ['google', 'microsoft', 'whatsapp', 'telegram', 'discord', 'facebook', 'instagram', 'x', 'linkedin', 'chase', 'bofa', 'citi', 'capitalone', 'hsbc', 'schwab', 'fidelity', 'paypal', 'wise', 'revolut', 'venmo', 'stripe', 'coinbase', 'binance', 'kraken', 'amazon', 'ebay', 'walmart', 'taobao', 'openai', 'github', 'cloudflare', 'aws', 'steam', 'uber', 'airbnb', 'booking', 'apple', 'netflix', 'wechat', 'alipay']
/** As a person half way out has them. */
const STATES: readonly BindingState[] = ['bound', 'bound', 'bound', 'bound', 'bound', 'moving', 'moved', 'moved', 'verified', 'verified', 'verified', 'verified', 'waived', 'account-closed', 'candidate', 'dismissed']
const ROLES: readonly (readonly Role[])[] = [['sms-2fa'], ['login-id', 'sms-2fa'], ['sms-2fa', 'recovery'], ['login-id', 'sms-2fa', 'recovery'], ['contact'], ['verification-only'], ['sms-2fa', 'recovery', 'contact']]

/** A seeded record of any size for benches and tests: fictional numbers, guards, money, ticks and mixed states. */
export function largeFacts({ numbers: numberCount, bindings: bindingCount, today, seed = 1 }: LargeOptions): Facts {
  if (numberCount < 1 || numberCount > AREAS.length * 100 + 1000)
    throw new RangeError('numbers: 1 to 3,000')
  const random = seededRandom(seed)
  const newId = seededIds(seed + 1)
  const within = (days: number): number => Math.floor(random() * days)
  const ago = (days: number): Day => addDays(today, -days)
  const madeAt = Date.parse(`${ago(400)}T09:00:00Z`)
  const row = () => ({ id: newId(), createdAt: madeAt, updatedAt: madeAt })

  const numbers = Array.from({ length: numberCount }, (_, index): PhoneNumber => {
    const e164 = fictionalNumber(index)
    const isBritish = e164.startsWith('+44')
    return {
      ...row(),
      ...numberDefaults,
      e164,
      label: `Line ${index + 1}`,
      provider: { kind: 'catalog', id: isBritish ? 'giffgaff-uk' : pick(random, PROVIDERS) },
      country: isBritish ? 'GB' : 'US',
      exitRoute: pick(random, ['cancel', 'cancel', 'cancel', 'port-out', 'let-expire', 'keep'] as const),
      targetExitOn: random() < 0.6 ? addDays(today, 5 + within(120)) : null,
      activatedOn: ago(500 + within(1500)),
      paidThroughOn: random() < 0.5 ? addDays(today, within(60) - 5) : null,
      lastActivityOn: ago(within(120)),
      keepAliveDays: random() < 0.5 ? pick(random, [30, 90, 180]) : null,
      recurringCost: random() < 0.7 ? { money: { amountMinor: 100 * within(12), currency: isBritish ? 'GBP' : 'USD' }, period: 'month', isAutoRenewed: pick(random, [true, false, null]) } : null,
      providerLogin: random() < 0.8 ? 'mei@example.com' : '',
    }
  })

  const accounts: Account[] = []
  const bindings: Binding[] = []
  const mailboxes: Account[] = []
  for (let index = 0; index < bindingCount; index++) {
    const isMailbox = index % 40 === 0
    const known = !isMailbox && accounts.length > 0 && random() < 0.05 ? pick(random, accounts) : undefined
    const account: Account = known ?? {
      ...row(),
      ...accountDefaults,
      service: isMailbox
        ? { kind: 'catalog', id: 'google' }
        : random() < 0.1
          ? { kind: 'own', name: `Club ${index}`, category: 'other' }
          : { kind: 'catalog', id: pick(random, SERVICES) },
      login: `user${index}@example.com`,
      importance: random() < 0.05 ? pick(random, ['critical', 'low'] as const) : null,
      guardedBy: !isMailbox && mailboxes.length > 0 && random() < 0.4 ? [pick(random, mailboxes).id] : [],
    }
    if (!known)
      accounts.push(account)
    if (isMailbox)
      mailboxes.push(account)
    bindings.push({ ...row(), ...bindingDefaults, ...bindingFields(random, today), accountId: account.id, numberId: numbers[index % numberCount]!.id })
  }

  const ledgerEntries = numbers.flatMap((number): LedgerEntry[] => {
    const currency = number.country === 'GB' ? 'GBP' : 'USD'
    const entry = (kind: LedgerEntry['kind'], amountMinor: number): LedgerEntry =>
      ({ ...row(), numberId: number.id, day: ago(within(300)), kind, amount: { amountMinor, currency }, memo: '' })
    return random() < 0.8 ? [entry('top-up', 1000 + 100 * within(20)), entry('usage', -1 * within(900)), entry('charge', -300)] : []
  })
  const refundClaims = numbers.filter(() => random() < 0.1).map((number): RefundClaim => ({
    ...row(),
    numberId: number.id,
    amount: { amountMinor: 100 + within(900), currency: number.country === 'GB' ? 'GBP' : 'USD' },
    askedOn: ago(within(60)),
    channel: 'online',
    reference: '',
    expectedBy: random() < 0.5 ? addDays(today, within(30) - 15) : null,
    state: 'asked',
    followUps: [],
    notes: '',
  }))
  const ticks = numbers.flatMap(number => ['prepare:confirm-rules', 'back-up:record', 'pre-flight:no-port'].filter(() => random() < 0.5).map((taskKey): Tick =>
    ({ ...row(), numberId: number.id, taskKey, state: 'done', at: madeAt, note: '', snoozedUntil: null })))

  return { ...emptyFacts(), numbers: table(numbers), accounts: table(accounts), bindings: table(bindings), ledgerEntries: table(ledgerEntries), refundClaims: table(refundClaims), ticks: table(ticks) }
}

function bindingFields(random: () => number, today: Day): Pick<Binding, 'roles' | 'state' | 'replacement' | 'movedOn' | 'verifiedOn' | 'waivedReason' | 'dueOn'> {
  const state = pick(random, STATES)
  const hasMoved = state === 'moved' || state === 'verified'
  const movedAgo = Math.floor(random() * 40)
  return {
    roles: [...pick(random, ROLES)],
    state,
    replacement: hasMoved ? { kind: pick(random, ['authenticator', 'passkey', 'other-number', 'email'] as const) } : null,
    movedOn: hasMoved ? addDays(today, -movedAgo) : null,
    verifiedOn: state === 'verified' ? addDays(today, -Math.floor(movedAgo / 2)) : null,
    waivedReason: state === 'waived' ? 'Not needed any more' : '',
    dueOn: state === 'bound' && random() < 0.3 ? addDays(today, Math.floor(random() * 60) - 5) : null,
  }
}

/** The index-th number of the ranges kept free for fiction: every third is British. */
function fictionalNumber(index: number): string {
  const round = Math.floor(index / 3)
  if (index % 3 === 2)
    return `+447700900${String(round).padStart(3, '0')}`
  const place = round * 2 + index % 3
  return `+1${AREAS[place % AREAS.length]}55501${String(Math.floor(place / AREAS.length)).padStart(2, '0')}`
}

function table<Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map(item => [item.id, item]))
}
