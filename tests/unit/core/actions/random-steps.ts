import type { Action, Context, Outcome } from '../../../../src/core/actions/action'
import type { Attachment } from '../../../../src/core/records/attachment'
import type { Facts, TableName } from '../../../../src/core/records/tables'
import fc from 'fast-check'
import catalogFacts from 'virtual:catalog/facts'
import { addLedgerEntry } from '../../../../src/core/actions/add-ledger-entry'
import { addNumber } from '../../../../src/core/actions/add-number'
import { adoptGuide } from '../../../../src/core/actions/adopt-guide'
import { adoptService } from '../../../../src/core/actions/adopt-service'
import { askRefund } from '../../../../src/core/actions/ask-refund'
import { attachFile } from '../../../../src/core/actions/attach-file'
import { changeSettings } from '../../../../src/core/actions/change-settings'
import { closeAccount } from '../../../../src/core/actions/close-account'
import { closeNumber } from '../../../../src/core/actions/close-number'
import { dismissSuggestion } from '../../../../src/core/actions/dismiss-suggestion'
import { editBinding } from '../../../../src/core/actions/edit-binding'
import { editBindings } from '../../../../src/core/actions/edit-bindings'
import { editLedgerEntry } from '../../../../src/core/actions/edit-ledger-entry'
import { editNumber } from '../../../../src/core/actions/edit-number'
import { failTask } from '../../../../src/core/actions/fail-task'
import { followUpClaim } from '../../../../src/core/actions/follow-up-claim'
import { loadSample } from '../../../../src/core/actions/load-sample'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { logBindings } from '../../../../src/core/actions/log-bindings'
import { logCall } from '../../../../src/core/actions/log-call'
import { logContact } from '../../../../src/core/actions/log-contact'
import { markBindingMoved } from '../../../../src/core/actions/mark-binding-moved'
import { markBindingMoving } from '../../../../src/core/actions/mark-binding-moving'
import { markBindingVerified } from '../../../../src/core/actions/mark-binding-verified'
import { noteBalance } from '../../../../src/core/actions/note-balance'
import { noteTask } from '../../../../src/core/actions/note-task'
import { overrideGate } from '../../../../src/core/actions/override-gate'
import { removeBinding } from '../../../../src/core/actions/remove-binding'
import { removeFile } from '../../../../src/core/actions/remove-file'
import { removeLedgerEntry } from '../../../../src/core/actions/remove-ledger-entry'
import { removeGuide } from '../../../../src/core/actions/remove-guide'
import { removeNumber } from '../../../../src/core/actions/remove-number'
import { removeSample } from '../../../../src/core/actions/remove-sample'
import { removeService } from '../../../../src/core/actions/remove-service'
import { reopenNumber } from '../../../../src/core/actions/reopen-number'
import { restoreBinding } from '../../../../src/core/actions/restore-binding'
import { saveGuide } from '../../../../src/core/actions/save-guide'
import { saveService } from '../../../../src/core/actions/save-service'
import { setClaimState } from '../../../../src/core/actions/set-claim-state'
import { setGuards } from '../../../../src/core/actions/set-guards'
import { setLineStatus } from '../../../../src/core/actions/set-line-status'
import { skipTask } from '../../../../src/core/actions/skip-task'
import { snoozeTask } from '../../../../src/core/actions/snooze-task'
import { stepBindingBack } from '../../../../src/core/actions/step-binding-back'
import { tickTask } from '../../../../src/core/actions/tick-task'
import { untickTask } from '../../../../src/core/actions/untick-task'
import { waiveBinding } from '../../../../src/core/actions/waive-binding'
import { viewDefaults } from '../../../../src/core/bindings/view'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { blankEntry } from '../../../../src/core/catalog/own-guide'
import { blankService } from '../../../../src/core/catalog/own-service'
import { addDays } from '../../../../src/core/lib/day'
import { CATEGORIES } from '../../../../src/core/records/account'
import { ROLES } from '../../../../src/core/records/binding'
import { LEDGER_KINDS } from '../../../../src/core/records/ledger-entry'
import { CONTACT_RESULTS } from '../../../../src/core/records/contact-log'
import { EXIT_ROUTES, last4, LINE_STATUSES } from '../../../../src/core/records/number'
import { CLAIM_STATES } from '../../../../src/core/records/refund-claim'

export const catalog = createCatalog(catalogFacts)

/** Material for one step; what it means is decided against the facts as they then are. */
export type Step = { what: number, a: number, b: number, text: string }

const awkward = fc.constantFrom('', ' ', '\u202Eabc', 'a\u0000b', 'e\u200B\u0301', '汉字 mixed', '😀'.repeat(20), 'x'.repeat(600), '\uD83D', '2026-02-30', '2026-11-24', '1989-12-31')

export const stepArb: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(10_000),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), awkward),
})

type Runner = (facts: Facts, step: Step, context: Context) => Outcome<unknown>

/** Two calls, so that the compiler knows the input before it sees it made. */
function of<Input, Value>(action: Action<Input, Value>): (input: (at: Material) => Input) => Runner {
  return input => (facts, step, context) => action(facts, input(material(facts, step)), context)
}

type Material = Step & { id: (table: TableName, index?: number) => string, day: string, choose: <T>(items: readonly T[], index?: number) => T }

function material(facts: Facts, step: Step): Material {
  const choose = <T>(items: readonly T[], index = step.a): T => items[index % items.length]!
  return {
    ...step,
    choose,
    id: (table, index = step.a) => facts[table].size === 0 ? 'none' : choose([...facts[table].keys()].sort(), index),
    day: step.b % 10 === 0 ? step.text : addDays('2026-11-23', (step.b % 60) - 45),
  }
}

const SERVICES = ['google', 'chase', 'github', 'telegram', 'paypal'] as const
const TASKS = ['prepare:confirm-rules', 'prepare:confirm-login', 'prepare:list-bindings', 'follow-up:line-is-dead', 'back-up:provider-data', 'back-up:record', 'pre-flight:balance', 'pre-flight:renewal', 'pre-flight:no-port', 'cancel:privacy-check', 'cancel:cancel', 'cancel:confirm-port', 'cancel:let-expire', 'cancel:start-port', 'cancel:stop-paying', 'gate:override', 'unbind:x'] as const

/** A few bindings, one that is named twice and one that is not there among them. */
function some({ id, a, b }: Material): string[] {
  return [a, a, b, a + b].map(index => id('bindings', index)).concat('none')
}

function owner({ id, choose, b }: Material): { ownerTable: Attachment['ownerTable'], ownerId: string } {
  const ownerTable = choose(['ticks', 'contactLogs', 'refundClaims', 'bindings'] as const, b)
  return { ownerTable, ownerId: id(ownerTable) }
}

/** Every action, each with input made from the step. */
export const RUNNERS: readonly Runner[] = [
  of(addNumber)(m => ({ e164: `+1415555${String(100 + m.a % 100).padStart(4, '0')}`, label: m.text, activatedOn: m.b % 2 ? m.day : null, keepAliveDays: m.b % 7, tags: [m.text, 'a'], ...m.b % 3 === 0 && { balance: { amountMinor: m.a - 100, currency: 'USD' } } })),
  of(editNumber)(m => ({ numberId: m.id('numbers'), notes: m.text, targetExitOn: m.b % 3 ? m.day : null })),
  of(editNumber)(m => ({ numberId: m.id('numbers'), recurringCost: { money: { typed: '3.00', currency: 'USD' }, period: 'month', isAutoRenewed: null } })),
  of(removeNumber)(m => ({ numberId: m.id('numbers') })),
  of(logBinding)(m => ({ numberId: m.id('numbers'), service: { kind: 'catalog', id: m.choose(SERVICES, m.b) }, login: m.text, roles: [m.choose(ROLES)] })),
  of(logBinding)(m => ({ numberId: m.id('numbers'), service: { kind: 'catalog', id: m.choose(SERVICES, m.b) }, login: 'mei@example.com', addAnyway: m.b % 2 === 0, guardedBy: m.b % 3 ? [] : [m.id('accounts')] })),
  of(logBindings)(m => ({ rows: [m.text, 'mei@example.com', m.text].map(login => ({ numberId: m.id('numbers'), service: { kind: 'catalog', id: m.choose(SERVICES, m.b) }, login })) })),
  of(logBinding)(m => ({ numberId: m.id('numbers'), service: { kind: 'own', name: m.text, category: 'other' } })),
  of(editBinding)(m => ({ bindingId: m.id('bindings'), notes: m.text, login: m.b % 2 ? m.text : 'mei@example.com', guards: m.b % 3 ? [m.id('accounts', m.b)] : [] })),
  of(editBinding)(m => ({ bindingId: m.id('bindings'), replacement: { kind: 'binding', bindingId: m.id('bindings', m.b) } })),
  of(editBinding)(m => ({ bindingId: m.id('bindings'), importance: 'low', dueOn: m.day })),
  of(editBindings)(m => ({ bindingIds: some(m), change: { kind: m.choose(['moving', 'moved', 'verified', 'back', 'restored'] as const, m.b) } })),
  of(editBindings)(m => ({ bindingIds: some(m), change: { kind: 'moved', replacement: m.b % 2 ? { kind: 'other-number', numberId: m.id('numbers', m.b) } : { kind: 'binding', bindingId: m.id('bindings', m.b) } } })),
  of(editBindings)(m => ({ bindingIds: some(m), change: { kind: 'waived', reason: m.text } })),
  of(editBindings)(m => ({ bindingIds: some(m), change: { kind: 'due', dueOn: m.day } })),
  of(editBindings)(m => ({ bindingIds: some(m), change: { kind: 'roles', add: [m.choose(ROLES)], remove: [m.choose(ROLES, m.b)] } })),
  of(editBindings)(m => ({ bindingIds: some(m), change: { kind: 'replacement', replacement: m.b % 3 ? { kind: 'other-number', numberId: m.id('numbers', m.b) } : null } })),
  of(editBindings)(m => ({ bindingIds: some(m), change: { kind: 'number', numberId: m.id('numbers', m.b) } })),
  of(removeBinding)(m => ({ bindingId: m.id('bindings') })),
  of(markBindingMoving)(m => ({ bindingId: m.id('bindings') })),
  of(markBindingMoved)(m => ({ bindingId: m.id('bindings') })),
  of(markBindingMoved)(m => ({ bindingId: m.id('bindings'), replacement: { kind: 'passkey' }, movedOn: m.day })),
  of(markBindingVerified)(m => ({ bindingId: m.id('bindings') })),
  of(stepBindingBack)(m => ({ bindingId: m.id('bindings') })),
  of(waiveBinding)(m => ({ bindingId: m.id('bindings'), reason: m.text })),
  of(closeAccount)(m => ({ bindingId: m.id('bindings') })),
  of(restoreBinding)(m => ({ bindingId: m.id('bindings') })),
  of(setGuards)(m => ({ accountId: m.id('accounts'), guardedBy: [m.id('accounts', m.b)] })),
  of(tickTask)(m => ({ numberId: m.id('numbers'), taskKey: m.choose(TASKS, m.b), note: m.text, catalog })),
  of(untickTask)(m => ({ numberId: m.id('numbers'), taskKey: m.choose(TASKS, m.b) })),
  of(skipTask)(m => ({ numberId: m.id('numbers'), taskKey: m.choose(TASKS, m.b), reason: m.text, catalog })),
  of(snoozeTask)(m => ({ numberId: m.id('numbers'), taskKey: m.choose(TASKS, m.b), until: m.day, reason: m.text, catalog })),
  of(failTask)(m => ({ numberId: m.id('numbers'), taskKey: m.choose(TASKS, m.b), catalog, ...m.a % 2 && { note: m.text } })),
  of(noteTask)(m => ({ numberId: m.id('numbers'), taskKey: m.choose(TASKS, m.b), note: m.text, catalog })),
  of(tickTask)(m => ({ numberId: m.id('numbers'), taskKey: m.choose(TASKS, m.b), catalog })),
  of(setLineStatus)(m => ({ numberId: m.id('numbers'), status: m.choose(LINE_STATUSES, m.b), catalog })),
  of(setLineStatus)(m => ({ numberId: m.id('numbers'), status: m.choose(LINE_STATUSES, m.b), catalog, isLost: m.a % 5 === 0 })),
  of(closeNumber)(m => ({ numberId: m.id('numbers'), catalog })),
  of(reopenNumber)(m => ({ numberId: m.id('numbers'), why: m.choose(['alive', 'code', 'unfinished'] as const, m.b) })),
  of(editNumber)(m => ({ numberId: m.id('numbers'), exitRoute: m.choose(EXIT_ROUTES, m.b) })),
  (facts, step, context) => {
    const { id } = material(facts, step)
    const numberId = id('numbers')
    return overrideGate(facts, { numberId, last4: last4(facts.numbers.get(numberId)?.e164 ?? ''), reason: step.b % 4 === 0 ? step.text : 'my decision' }, context)
  },
  of(overrideGate)(m => ({ numberId: m.id('numbers'), last4: '0134', reason: m.text })),
  of(addLedgerEntry)(m => ({ numberId: m.id('numbers'), kind: m.choose(LEDGER_KINDS, m.b), amount: { amountMinor: m.a - 200, currency: m.choose(['USD', 'GBP']) }, day: m.day, memo: m.text })),
  of(editLedgerEntry)(m => ({ entryId: m.id('ledgerEntries'), kind: m.choose(LEDGER_KINDS, m.b), memo: m.text })),
  of(removeLedgerEntry)(m => ({ entryId: m.id('ledgerEntries') })),
  of(noteBalance)(m => ({ numberId: m.id('numbers'), balance: { typed: `${m.b}.${m.a % 100}`, currency: 'USD' } })),
  of(askRefund)(m => ({ numberId: m.id('numbers'), amount: { amountMinor: m.a, currency: 'USD' }, askedOn: m.day, reference: m.text, ...m.b % 4 === 0 && { answer: 'refused' as const } })),
  of(followUpClaim)(m => ({ claimId: m.id('refundClaims'), on: m.day })),
  of(setClaimState)(m => ({ claimId: m.id('refundClaims'), state: m.choose(CLAIM_STATES, m.b) })),
  of(logContact)(m => ({ numberId: m.id('numbers'), channel: 'phone', outcome: m.text, callBackOn: m.b % 2 ? m.day : null })),
  of(logCall)(m => ({ numberId: m.id('numbers'), channel: 'phone', outcome: m.text, about: m.choose(TASKS, m.a), result: m.choose(CONTACT_RESULTS, m.b), effectiveOn: m.b % 3 ? m.day : null, taskKey: m.a % 2 ? m.choose(TASKS, m.b) : null, claimId: m.a % 3 ? null : m.id('refundClaims'), catalog })),
  of(logCall)(m => ({ numberId: m.id('numbers'), channel: 'chat', result: 'cancelled', taskKey: 'cancel:cancel', catalog })),
  of(attachFile)(m => ({ id: `${String(m.a).padStart(8, '0')}-0000-4000-8000-${String(m.b).padStart(12, '0')}`, ...owner(m), name: m.text, mediaType: 'image/png', size: m.a, sha256: '0'.repeat(64) })),
  of(removeFile)(m => ({ attachmentId: m.id('attachments') })),
  of(editNumber)(m => ({ numberId: m.id('numbers'), provider: m.b % 2 ? { kind: 'own', name: m.choose(['Corner Phone', 'corner phone', 'Elsewhere']) } : { kind: 'catalog', id: 'google-voice' } })),
  of(saveGuide)(m => ({ target: m.b % 2 ? { ownName: m.choose(['Corner Phone', 'Elsewhere']) } : { providerId: 'google-voice' }, fields: { ...blankEntry(m.b % 3 ? 'Corner Phone' : m.text, m.day), steps: [{ kind: null, text: m.text }], page: m.a % 4 ? null : m.text }, catalog })),
  (facts, step, context) => {
    const { choose, text } = material(facts, step)
    const [guide] = facts.guides.size === 0 ? [] : [choose([...facts.guides.values()])]
    return saveGuide(facts, { target: { providerId: guide?.providerId ?? 'none' }, fields: { ...guide?.entry ?? blankEntry('x', context.today), afterCancel: text }, catalog }, context)
  },
  (facts, step, context) => {
    const { choose } = material(facts, step)
    return removeGuide(facts, { providerId: facts.guides.size === 0 ? 'none' : choose([...facts.guides.values()]).providerId, catalog }, context)
  },
  of(adoptGuide)(m => ({ target: { providerId: 'google-voice' }, entry: blankEntry('Google Voice', m.day), catalog })),
  of(saveService)(m => ({ target: m.b % 2 ? { ownName: m.choose(['Corner shop', 'Elsewhere']) } : { serviceId: m.choose(SERVICES) }, fields: { ...blankService(m.b % 3 ? 'Corner shop' : m.text, m.day), steps: [m.text], domains: [m.b % 4 ? 'example.com' : m.text] }, catalog })),
  (facts, step, context) => {
    const { choose } = material(facts, step)
    return removeService(facts, { serviceId: facts.ownServices.size === 0 ? 'none' : choose([...facts.ownServices.values()]).serviceId, catalog }, context)
  },
  of(adoptService)(m => ({ target: { serviceId: m.choose(SERVICES) }, entry: blankService('Chase', m.day), catalog })),
  of(dismissSuggestion)(m => m.b % 2 ? { numberId: m.id('numbers'), serviceId: m.b % 3 ? m.choose(SERVICES) : m.text } : { numberId: m.id('numbers'), category: m.choose(CATEGORIES) }),
  of(changeSettings)(m => ({ ...m.a % 2 && { bindingsView: { ...viewDefaults, group: m.b % 2 ? 'service' as const : null } }, theme: m.choose(['light', 'dark', 'system']), language: m.choose(['en', 'zh-CN'], m.b) })),
  of(loadSample)(m => ({ language: m.choose(['en', 'zh-CN']) })),
  of(removeSample)(() => undefined),
]

/** Makes one step; refused ones give the refusal. */
export function takeStep(facts: Facts, step: Step, context: Context): Outcome<unknown> {
  return RUNNERS[step.what % RUNNERS.length]!(facts, step, context)
}
