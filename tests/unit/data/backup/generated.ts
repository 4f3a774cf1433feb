import type { Facts, Rows, TableName } from '../../../../src/core/records/tables'
import type { TimelineEvent } from '../../../../src/core/records/timeline-event'
import fc from 'fast-check'
import { addDays } from '../../../../src/core/lib/day'
import { cleanLine, cleanNote } from '../../../../src/core/lib/text'
import { CATEGORIES, IMPORTANCES, SECOND_FACTORS } from '../../../../src/core/records/account'
import { BINDING_STATES, ROLES } from '../../../../src/core/records/binding'
import { cancelChannels, exitRoutes, preconditions } from '../../../../src/core/catalog/provider-codes'
import { schemas } from '../../../../src/core/records/schemas'
import { TABLES } from '../../../../src/core/records/tables'

/** Rows of every table as a person could have written them, in any text and any order. */
const id = fc.uuid({ version: 4 })
const at = fc.integer({ min: 0, max: 8_640_000_000_000_000 })
const day = fc.integer({ min: 0, max: 80_000 }).map(days => addDays('1950-01-01', days))
const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const line = (max = 40) => words.map(text => cleanLine(text).slice(0, max)).filter(text => cleanLine(text) === text)
const note = fc.array(words, { maxLength: 3 }).map(parts => cleanNote(parts.join('\n')))
const text = (max = 40) => line(max).map(said => said || 'x').chain(en => fc.record({ en: fc.constant(en), zh: fc.constantFrom(en, null) }))
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const catalogId = fc.constantFrom('google', 'chase', 'wechat', 'ultra-mobile-paygo')
const money = fc.record({ amountMinor: fc.integer({ min: -1e12, max: 1e12 }), currency: fc.constantFrom('USD', 'GBP', 'CNY') })
const base = { id, createdAt: at, updatedAt: at }

const rows: { [T in TableName]: fc.Arbitrary<Rows[T]> } = {
  numbers: fc.record({
    ...base,
    e164: fc.integer({ min: 100_000, max: 99_999_999 }).map(digits => `+1${digits}`),
    label: line(),
    provider: orNull(fc.oneof(fc.record({ kind: fc.constant('catalog' as const), id: catalogId }), fc.record({ kind: fc.constant('own' as const), name: line() }))),
    country: orNull(fc.constantFrom('US', 'CN')),
    lineStatus: fc.constantFrom('active', 'frozen', 'ported-out'),
    exitRoute: fc.constantFrom('cancel', 'keep'),
    targetExitOn: orNull(day),
    activatedOn: orNull(day),
    paidThroughOn: orNull(day),
    lastActivityOn: orNull(day),
    keepAliveDays: orNull(fc.integer({ min: 1, max: 3650 })),
    recurringCost: orNull(fc.record({ money, period: fc.constantFrom('month', 'year'), isAutoRenewed: orNull(fc.boolean()) })),
    providerLogin: line(),
    simNote: line(),
    tags: fc.array(line(), { maxLength: 3 }),
    colour: fc.constantFrom('none', 'sea'),
    notes: note,
    isSample: fc.boolean(),
    closedAt: orNull(at),
  }),
  accounts: fc.record({
    ...base,
    service: fc.oneof(fc.record({ kind: fc.constant('catalog' as const), id: catalogId }), fc.record({ kind: fc.constant('own' as const), name: line(), category: fc.constantFrom(...CATEGORIES) })),
    login: line(),
    importance: orNull(fc.constantFrom(...IMPORTANCES)),
    guardedBy: fc.array(id, { maxLength: 3 }),
    secondFactors: orNull(fc.array(fc.constantFrom(...SECOND_FACTORS), { maxLength: 3 })),
    notes: note,
    isSample: fc.boolean(),
  }),
  bindings: fc.record({
    ...base,
    accountId: id,
    numberId: id,
    roles: fc.subarray([...ROLES]),
    state: fc.constantFrom(...BINDING_STATES),
    replacement: orNull(fc.oneof(fc.record({ kind: fc.constant('binding' as const), bindingId: id }), fc.record({ kind: fc.constantFrom('passkey', 'nothing') }))),
    movedOn: orNull(day),
    verifiedOn: orNull(day),
    waivedReason: note,
    dueOn: orNull(day),
    notes: note,
  }),
  ledgerEntries: fc.record({ ...base, numberId: id, day, kind: fc.constantFrom('top-up', 'charge'), amount: money, memo: note }),
  refundClaims: fc.record({ ...base, numberId: id, amount: money, askedOn: day, channel: line(), reference: line(), expectedBy: orNull(day), state: fc.constantFrom('asked', 'received'), followUps: fc.array(day, { maxLength: 3 }), notes: note }),
  contactLogs: fc.record({ ...base, numberId: id, at, channel: fc.constantFrom('phone', 'chat'), withRole: line(), reference: line(), outcome: note, callBackOn: orNull(day) }),
  ticks: fc.record({ ...base, numberId: id, taskKey: fc.constantFrom('prepare:confirm-rules', 'cancel:ask'), state: fc.constantFrom('done', 'snoozed'), at, note, snoozedUntil: orNull(day), lineStatusBefore: fc.constantFrom('active', 'frozen') }, { requiredKeys: ['id', 'createdAt', 'updatedAt', 'numberId', 'taskKey', 'state', 'at', 'note', 'snoozedUntil'] }) as fc.Arbitrary<Rows['ticks']>,
  attachments: fc.record({ ...base, ownerTable: fc.constantFrom('ticks', 'bindings'), ownerId: id, name: line(), mediaType: fc.constant('image/png'), size: fc.nat(), sha256: fc.constant('0'.repeat(64)) }),
  guides: fc.record({
    ...base,
    providerId: catalogId,
    entry: fc.record({
      name: text(80),
      kind: fc.constantFrom('mvno', 'other'),
      country: orNull(fc.constantFrom('US', 'CN')),
      channels: fc.subarray([...cancelChannels]),
      routes: fc.subarray([...exitRoutes]),
      page: orNull(fc.constant('https://example.com/leave')),
      phone: orNull(fc.constant('+18005550100')),
      hours: line(),
      steps: fc.array(fc.record({ kind: orNull(fc.constantFrom('call', 'wait')), text: text() }), { maxLength: 3 }),
      refund: fc.constantFrom('yes', 'partial', 'no', 'unknown'),
      refundHow: orNull(text()),
      refundDays: orNull(fc.nat(3660)),
      portOut: fc.constantFrom('yes', 'no', 'unknown'),
      portOutHow: orNull(text()),
      keepAliveRule: orNull(text()),
      keepAliveDays: orNull(fc.nat(3660)),
      preconditions: fc.subarray([...preconditions]),
      pitfalls: fc.array(text(), { maxLength: 3 }),
      afterCancel: orNull(text()),
      sources: fc.subarray(['https://example.com/a', 'https://example.org/b']),
      checkedOn: day,
    }),
    origin: fc.constantFrom('written', 'file'),
    shippedOn: orNull(day),
  }),
  ownServices: fc.record({
    ...base,
    serviceId: catalogId,
    entry: fc.record({
      name: text(80),
      category: fc.constantFrom('bank', 'other'),
      lossRisk: fc.constantFrom('critical', 'low'),
      domains: fc.subarray(['example.com', 'example.org']),
      aliases: fc.subarray(['corner', '街角']),
      page: orNull(fc.constant('https://example.com/phone')),
      roles: fc.subarray([...ROLES]),
      secondFactors: orNull(fc.subarray(['sms' as const, 'totp' as const])),
      needsOldNumber: fc.constantFrom('yes', 'no', 'unknown'),
      steps: fc.array(text(), { maxLength: 3 }),
      riskNote: orNull(text()),
      withoutOldNumber: orNull(text()),
      sources: fc.subarray(['https://example.com/a', 'https://example.org/b']),
      checkedOn: day,
    }),
    origin: fc.constantFrom('written', 'file'),
    shippedOn: orNull(day),
  }),
  settings: fc.record({ id: fc.constant('settings' as const), createdAt: at, updatedAt: at, language: orNull(fc.constantFrom('en', 'zh-CN')), theme: fc.constantFrom('system', 'dark'), isStarted: fc.boolean() }),
}

/** A record of up to a few rows in each table; every row passes its own check. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record(Object.fromEntries(TABLES.map(table => [table, fc.uniqueArray(rows[table] as fc.Arbitrary<{ id: string }>, { maxLength: table === 'settings' ? 1 : 5, selector: row => row.id })
  .filter(all => all.every(row => schemas[table].safeParse(row).success))
  .map(all => new Map(all.map(row => [row.id, row])))]))) as unknown as fc.Arbitrary<Facts>

/** A history of a few events. */
export const anyEvents: fc.Arbitrary<TimelineEvent[]> = fc.array(fc.record({
  id,
  at,
  kind: fc.constantFrom('binding.moved', 'number.added'),
  numberIds: fc.array(id, { maxLength: 2 }),
  params: fc.dictionary(fc.constantFrom('label', 'last4', 'n'), fc.oneof(line(), fc.integer(), fc.constant(null))),
  changes: fc.array(rows.accounts.map(row => ({ table: 'accounts' as const, id: row.id, before: null, after: row })), { maxLength: 2 }),
  mode: fc.constantFrom('do', 'undo'),
  ofEventId: orNull(id),
}), { maxLength: 4 }).map(events => events.map((event, index) => ({ ...event, seq: index + 1 }) as TimelineEvent))

/** Events as a record hands them out. */
export async function* stream<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}
export const noPause = async (): Promise<void> => undefined
