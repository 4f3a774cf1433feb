import type { Action, Context } from '../../../../../src/core/actions/action'
import type { Knowledge } from '../../../../../src/core/actions/rows/plan-of'
import type { Playbook } from '../../../../../src/core/plan/knowledge'
import type { Task } from '../../../../../src/core/plan/plan'
import type { Facts } from '../../../../../src/core/records/tables'
import type { RowChange } from '../../../../../src/core/records/timeline-event'
import fc from 'fast-check'
import catalogFacts from 'virtual:catalog/facts'
import { addLedgerEntry } from '../../../../../src/core/actions/add-ledger-entry'
import { addNumber } from '../../../../../src/core/actions/add-number'
import { applyChanges, applyRowChanges, redoChanges, rowChanges, undoChanges } from '../../../../../src/core/actions/apply'
import { askRefund } from '../../../../../src/core/actions/ask-refund'
import { closeAccount } from '../../../../../src/core/actions/close-account'
import { closeNumber } from '../../../../../src/core/actions/close-number'
import { editBinding } from '../../../../../src/core/actions/edit-binding'
import { editNumber } from '../../../../../src/core/actions/edit-number'
import { failTask } from '../../../../../src/core/actions/fail-task'
import { followUpClaim } from '../../../../../src/core/actions/follow-up-claim'
import { logBinding } from '../../../../../src/core/actions/log-binding'
import { logContact } from '../../../../../src/core/actions/log-contact'
import { markBindingMoved } from '../../../../../src/core/actions/mark-binding-moved'
import { markBindingMoving } from '../../../../../src/core/actions/mark-binding-moving'
import { markBindingVerified } from '../../../../../src/core/actions/mark-binding-verified'
import { noteBalance } from '../../../../../src/core/actions/note-balance'
import { noteTask } from '../../../../../src/core/actions/note-task'
import { overrideGate } from '../../../../../src/core/actions/override-gate'
import { removeBinding } from '../../../../../src/core/actions/remove-binding'
import { reopenNumber } from '../../../../../src/core/actions/reopen-number'
import { restoreBinding } from '../../../../../src/core/actions/restore-binding'
import { setClaimState } from '../../../../../src/core/actions/set-claim-state'
import { setGuards } from '../../../../../src/core/actions/set-guards'
import { setLineStatus } from '../../../../../src/core/actions/set-line-status'
import { skipTask } from '../../../../../src/core/actions/skip-task'
import { snoozeTask } from '../../../../../src/core/actions/snooze-task'
import { stepBindingBack } from '../../../../../src/core/actions/step-binding-back'
import { tickTask } from '../../../../../src/core/actions/tick-task'
import { untickTask } from '../../../../../src/core/actions/untick-task'
import { waiveBinding } from '../../../../../src/core/actions/waive-binding'
import { createCatalog } from '../../../../../src/core/catalog/catalog'
import { cancelChannels, preconditions, providerKinds } from '../../../../../src/core/catalog/provider-codes'
import { addDays } from '../../../../../src/core/lib/day'
import { emptyFacts } from '../../../../../src/core/records/facts'
import { CONTACT_RESULTS } from '../../../../../src/core/records/contact-log'
import { LEDGER_KINDS } from '../../../../../src/core/records/ledger-entry'
import { EXIT_ROUTES, LINE_STATUSES } from '../../../../../src/core/records/number'
import { CLAIM_STATES } from '../../../../../src/core/records/refund-claim'
import { seededIds } from '../../../../../src/core/sample/seed'
import { OVERRIDE_KEY } from '../../../../../src/core/plan/situation'
import { isOver, moveFor, mustPlan, tasksOf } from './solve'

const shipped = createCatalog(catalogFacts)
const SERVICES = ['google', 'chase', 'binance', 'spdb', 'github', 'telegram', 'paypal', 'discord', 'amazon'] as const
const PROVIDERS = ['google-voice', 'ultra-mobile-paygo', 'giffgaff-uk', 'skype-number', 'hushed', 'callcentric', 'china-mobile-hk-prepaid', 'twilio'] as const
export const NUMBER = '+14155550134'

/** One throw of the dice; what it means is decided against the facts as they then are. */
export type Throw = { what: number, a: number, b: number }
export const throwArb: fc.Arbitrary<Throw> = fc.record({ what: fc.nat(999), a: fc.nat(9999), b: fc.nat(9999) })

/** Everything the machine holds. */
export type World = {
  facts: Facts
  today: string
  now: number
  newId: () => string
  /** Provider facts that a catalogue update changed. */
  updates: Map<string, Playbook>
  history: RowChange[][]
  undone: RowChange[][]
}

/** What a throw did, for the invariants. */
export type Done = {
  before: World
  /** `moved` = rows changed by an action; `turned` = undone or redone; `lost` = the line ended without the user. */
  how: 'moved' | 'turned' | 'lost' | 'time' | 'catalogue' | 'refused'
}

export function knowledge(world: World): Knowledge {
  return {
    service: shipped.service,
    regulationsOf: shipped.regulationsOf,
    provider: id => world.updates.get(id) ?? shipped.provider(id),
  }
}

export function contextOf(world: World): Context {
  world.now += 60_000
  return { now: world.now, today: world.today, newId: world.newId }
}

/** A number at a provider, or at one that nobody knows. */
export function begin(seed: number): { world: World, numberId: string } {
  const world: World = { facts: emptyFacts(), today: '2026-11-23', now: Date.parse('2026-11-23T08:00:00Z'), newId: seededIds(seed), updates: new Map(), history: [], undone: [] }
  const provider = seed % 9 === 8 ? { kind: 'own' as const, name: 'Corner Telecom' } : { kind: 'catalog' as const, id: PROVIDERS[seed % 9]! }
  const outcome = addNumber(world.facts, { e164: NUMBER, country: (['US', 'GB', 'AU', null] as const)[seed % 4]!, provider, exitRoute: EXIT_ROUTES[Math.floor(seed / 9) % 3]! }, contextOf(world))
  if ('refused' in outcome)
    throw new Error('a number cannot be added')
  world.facts = applyChanges(world.facts, outcome.changes)
  return { world, numberId: outcome.value }
}

const END_OF = { 'cancel': 'cancelled', 'port-out': 'ported-out', 'let-expire': 'lapsed' } as const

/** Every chance of the machine, each as often as its figure says. */
const CHANCES: readonly (readonly [number, (world: World, numberId: string, dice: Throw) => Done['how']])[] = [
  [300, doNext],
  [70, (world, id, dice) => act(world, logBinding, { numberId: id, service: { kind: 'catalog', id: choose(SERVICES, dice.a) }, login: `u${dice.b % 3}`, guardedBy: dice.b % 3 === 0 ? anyOf(world.facts.accounts, dice.b) : [] })],
  [15, (world, id, dice) => act(world, logBinding, { numberId: id, service: { kind: 'own', name: `Own ${dice.a % 4}`, category: choose(['bank', 'other', 'device', 'social'] as const, dice.b) } })],
  [30, (world, _, dice) => onBinding(world, dice, bindingId => act(world, markBindingMoved, { bindingId }))],
  [30, (world, _, dice) => onBinding(world, dice, bindingId => act(world, markBindingVerified, { bindingId }))],
  [20, (world, _, dice) => onBinding(world, dice, bindingId => act(world, markBindingMoving, { bindingId }))],
  [12, (world, _, dice) => onBinding(world, dice, bindingId => act(world, stepBindingBack, { bindingId }))],
  [12, (world, _, dice) => onBinding(world, dice, bindingId => act(world, waiveBinding, { bindingId, reason: 'mine to say' }))],
  [8, (world, _, dice) => onBinding(world, dice, bindingId => act(world, closeAccount, { bindingId }))],
  [12, (world, _, dice) => onBinding(world, dice, bindingId => act(world, restoreBinding, { bindingId }))],
  [10, (world, _, dice) => onBinding(world, dice, bindingId => act(world, removeBinding, { bindingId }))],
  [14, (world, _, dice) => onBinding(world, dice, bindingId => act(world, editBinding, { bindingId, importance: choose(['low', 'high', 'critical', null] as const, dice.b), dueOn: dice.b % 2 ? addDays(world.today, dice.b % 90) : null }))],
  [30, (world, _, dice) => {
    const [accountId] = anyOf(world.facts.accounts, dice.a)
    return accountId ? act(world, setGuards, { accountId, guardedBy: anyOf(world.facts.accounts, dice.b) }) : 'refused'
  }],
  [45, (world, id, dice) => onTask(world, id, dice, task => act(world, tickTask, { numberId: id, taskKey: task.key, catalog: knowledge(world) }))],
  [35, (world, id, dice) => {
    const ticks = [...world.facts.ticks.values()]
    return ticks.length > 0 ? act(world, untickTask, { numberId: id, taskKey: choose(ticks, dice.a).taskKey }) : 'refused'
  }],
  [25, (world, id, dice) => onTask(world, id, dice, task => act(world, skipTask, { numberId: id, taskKey: task.key, reason: 'not mine', catalog: knowledge(world) }))],
  [20, (world, id, dice) => onTask(world, id, dice, task => act(world, snoozeTask, { numberId: id, taskKey: task.key, until: addDays(world.today, 1 + dice.b % 20), catalog: knowledge(world) }))],
  [20, (world, id, dice) => onTask(world, id, dice, task => act(world, failTask, { numberId: id, taskKey: task.key, catalog: knowledge(world) }))],
  [12, (world, id, dice) => onTask(world, id, dice, task => act(world, noteTask, { numberId: id, taskKey: task.key, note: dice.b % 2 ? 'seen' : '', catalog: knowledge(world) }))],
  [20, (world, id, dice) => act(world, addLedgerEntry, { numberId: id, kind: choose(LEDGER_KINDS, dice.a), amount: { amountMinor: dice.b % 3000 - 800, currency: choose(['USD', 'GBP', 'JPY'], dice.a) }, day: world.today })],
  [18, (world, id, dice) => act(world, noteBalance, { numberId: id, balance: { amountMinor: dice.b % 4 === 0 ? dice.b % 900 - 300 : 0, currency: choose(['USD', 'GBP'], dice.a) } })],
  [18, (world, id, dice) => act(world, askRefund, { numberId: id, amount: { amountMinor: 1 + dice.b % 1500, currency: choose(['USD', 'GBP', 'JPY'], dice.a) }, ...dice.b % 5 === 0 && { answer: 'refused' as const } })],
  [18, (world, _, dice) => {
    const [claimId] = anyOf(world.facts.refundClaims, dice.a)
    return claimId ? act(world, setClaimState, { claimId, state: choose(CLAIM_STATES, dice.b) }) : 'refused'
  }],
  [8, (world, _, dice) => {
    const [claimId] = anyOf(world.facts.refundClaims, dice.a)
    return claimId ? act(world, followUpClaim, { claimId }) : 'refused'
  }],
  [10, (world, id, dice) => act(world, logContact, { numberId: id, channel: choose(['phone', 'chat', 'email'] as const, dice.a), reference: dice.a % 2 ? `R-${dice.a}` : '', about: choose(['cancel:cancel', 'refund:balance:USD', ''], dice.a), result: choose(CONTACT_RESULTS, dice.b), callBackOn: dice.b % 2 ? addDays(world.today, dice.b % 9) : null })],
  [30, (world, id, dice) => act(world, setLineStatus, { numberId: id, status: choose(LINE_STATUSES, dice.a), catalog: knowledge(world) })],
  // In a hurry: straight to the end of the way out.
  [60, (world, id) => {
    const route = world.facts.numbers.get(id)!.exitRoute
    return route === 'keep' ? 'refused' : act(world, setLineStatus, { numberId: id, status: END_OF[route], catalog: knowledge(world) })
  }],
  [4, (world, id, dice) => {
    const how = act(world, setLineStatus, { numberId: id, status: choose(['lapsed', 'cancelled'] as const, dice.a), catalog: knowledge(world), isLost: true })
    return how === 'moved' ? 'lost' : how
  }],
  [14, (world, id, dice) => act(world, editNumber, { numberId: id, exitRoute: choose(EXIT_ROUTES, dice.a), targetExitOn: dice.b % 3 ? addDays(world.today, dice.b % 120) : null })],
  [14, (world, id, dice) => act(world, editNumber, { numberId: id, paidThroughOn: dice.a % 3 ? addDays(world.today, dice.a % 200 - 30) : null, keepAliveDays: dice.b % 2 ? 30 + dice.b % 90 : null, lastActivityOn: addDays(world.today, -(dice.b % 60)) })],
  [10, (world, id, dice) => act(world, editNumber, { numberId: id, recurringCost: { money: { amountMinor: dice.a % 900, currency: 'USD' }, period: 'month', isAutoRenewed: choose([true, false, null], dice.b) } })],
  [5, (world, id, dice) => act(world, editNumber, { numberId: id, provider: dice.a % 5 === 0 ? null : { kind: 'catalog', id: choose(PROVIDERS, dice.b) } })],
  [6, (world, id) => act(world, overrideGate, { numberId: id, last4: NUMBER.slice(-4), reason: 'I know better' })],
  [14, (world, id) => act(world, untickTask, { numberId: id, taskKey: OVERRIDE_KEY })],
  [14, (world, id) => act(world, closeNumber, { numberId: id, catalog: knowledge(world) })],
  [14, (world, id, dice) => act(world, reopenNumber, { numberId: id, why: choose(['alive', 'code', 'unfinished'] as const, dice.a) })],
  [40, world => turn(world, 'undo')],
  [20, world => turn(world, 'redo')],
  [40, (world, _, dice) => {
    const days = dice.a % 5 === 0 ? dice.b % 400 : 1 + dice.b % 10
    world.today = addDays(world.today, days)
    world.now += days * 86_400_000
    return 'time'
  }],
  [14, (world, _, dice) => {
    world.updates.set(choose(PROVIDERS, dice.a), updated(shipped.provider(choose(PROVIDERS, dice.a))!, dice.b))
    return 'catalogue'
  }],
]
const ALL_CHANCES = CHANCES.reduce((sum, [weight]) => sum + weight, 0)

/** Plays one throw into the world. */
export function play(world: World, numberId: string, dice: Throw): Done {
  const before = { ...world, updates: new Map(world.updates), history: [...world.history], undone: [...world.undone] }
  let at = dice.what * 7919 % ALL_CHANCES
  const chance = CHANCES.find(([weight]) => (at -= weight) < 0)!
  return { before, how: chance[1](world, numberId, dice) }
}

function act<Input, Value>(world: World, action: Action<Input, Value>, input: Input): Done['how'] {
  return commit(world, action(world.facts, input, contextOf(world)))
}

function commit(world: World, outcome: ReturnType<Action<never, unknown>>): Done['how'] {
  if ('refused' in outcome)
    return 'refused'
  world.history.push(rowChanges(world.facts, outcome.changes))
  world.undone = []
  world.facts = applyChanges(world.facts, outcome.changes)
  return 'moved'
}

function turn(world: World, way: 'undo' | 'redo'): Done['how'] {
  const [from, to] = way === 'undo' ? [world.history, world.undone] : [world.undone, world.history]
  const changes = from.at(-1)
  const turned = changes && (way === 'undo' ? undoChanges(world.facts, { changes }) : redoChanges(world.facts, { changes }))
  if (!changes || !turned || 'refused' in turned)
    return 'refused'
  from.pop()
  to.push(changes)
  world.facts = applyRowChanges(world.facts, turned)
  return 'turned'
}

/** What the screen offers as next, mostly; so that the machine gets far, and not only lost. */
function doNext(world: World, numberId: string, dice: Throw): Done['how'] {
  const plan = mustPlan(world.facts, numberId, knowledge(world), world.today)
  const open = tasksOf(plan).filter(task => task.state === 'open')
  const task = dice.a % 4 === 0 ? open[dice.b % Math.max(1, open.length)] : plan.nextTasks[0]
  return task ? commit(world, moveFor(task, knowledge(world), world.today)(world.facts, contextOf(world))) : 'refused'
}

function onTask(world: World, numberId: string, dice: Throw, run: (task: Task) => Done['how']): Done['how'] {
  const tasks = tasksOf(mustPlan(world.facts, numberId, knowledge(world), world.today))
  const task = dice.b % 3 === 0 ? tasks[dice.a % Math.max(1, tasks.length)] : tasks.filter(item => !isOver(item))[dice.a % Math.max(1, tasks.filter(item => !isOver(item)).length)]
  return task ? run(task) : 'refused'
}

function onBinding(world: World, dice: Throw, run: (bindingId: string) => Done['how']): Done['how'] {
  const [id] = anyOf(world.facts.bindings, dice.a)
  return id ? run(id) : 'refused'
}

function anyOf(rows: ReadonlyMap<string, unknown>, index: number): string[] {
  const ids = [...rows.keys()].sort()
  return ids.length > 0 ? [ids[index % ids.length]!] : []
}

function choose<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length]!
}

/** The provider's facts as a later catalogue may have them. */
function updated(book: Playbook, seed: number): Playbook {
  return {
    ...book,
    kind: choose(providerKinds, seed),
    status: choose(['active', 'active', 'retired', 'unknown'] as const, Math.floor(seed / 3)),
    preconditions: preconditions.filter((_, index) => (seed >> (index % 12)) % 4 === 1),
    cancel: { ...book.cancel, channels: cancelChannels.filter((_, index) => (seed >> index) % 3 === 1) },
    refund: { ...book.refund, balanceRefundable: choose(['yes', 'partial', 'no', 'unknown'] as const, seed) },
    portOut: { isPossible: choose([true, false, null], seed) },
    afterCancel: { graceDays: choose([null, 30, 90], seed) },
  }
}
