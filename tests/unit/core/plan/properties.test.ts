import type { Plan, Task } from '../../../../src/core/plan/plan'
import type { NumberFacts } from '../../../../src/core/records/facts'
import type { Tick } from '../../../../src/core/records/tick'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cancelChannels, preconditions } from '../../../../src/core/catalog/provider-codes'
import { addDays } from '../../../../src/core/lib/day'
import { DEADLINE_KINDS, GATE_KEYS, REASON_CODES, TASK_KINDS, WARNING_CODES } from '../../../../src/core/plan/codes'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { deriveToday } from '../../../../src/core/plan/derive-today'
import { PHASES } from '../../../../src/core/plan/plan'
import { IMPORTANCES } from '../../../../src/core/records/account'
import { BINDING_STATES } from '../../../../src/core/records/binding'
import { EXIT_ROUTES, LINE_STATUSES } from '../../../../src/core/records/number'
import { CLAIM_STATES } from '../../../../src/core/records/refund-claim'
import { ALL_CLEAR, CATALOG, claim, contact, facts, id, ledger, NOW, playbook, SERVICES, tick, TODAY, unbind } from './kit'

const day = fc.integer({ min: -400, max: 400 }).map(count => addDays(TODAY, count))
const maybeDay = fc.option(day)
const currency = fc.constantFrom('USD', 'GBP', 'JPY')

const line = fc.record({
  service: fc.constantFrom(...Object.keys(SERVICES), 'not-in-the-catalogue', ''),
  state: fc.constantFrom(...BINDING_STATES),
  movedOn: maybeDay,
  dueOn: fc.option(day, { freq: 4 }),
  importance: fc.option(fc.constantFrom(...IMPORTANCES), { freq: 2 }),
  guardedBy: fc.array(fc.nat(6), { maxLength: 3 }),
}, { requiredKeys: ['state'] })

const KEYS = [
  'prepare:confirm-rules',
  'prepare:choose-date',
  'prepare:confirm-login',
  'prepare:keep-alive',
  'back-up:provider-data',
  'back-up:record',
  'pre-flight:balance',
  'pre-flight:renewal',
  'pre-flight:no-port',
  'pre-flight:port-papers',
  'pre-flight:need:account-pin',
  'cancel:privacy-check',
  'cancel:ask-how',
  'cancel:cancel',
  'cancel:start-port',
  'cancel:confirm-port',
  'cancel:stop-paying',
  'cancel:let-expire',
  'follow-up:line-is-dead',
  'follow-up:confirm-deletion',
  'follow-up:no-more-charges',
  'follow-up:aging-over',
  'follow-up:close',
  'gate:override',
  'no:such-task',
  unbind(0),
]

const ticks = fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: KEYS.length }).chain(keys => fc.tuple(...keys.map(key => fc.record({
  state: fc.constantFrom<Tick['state'][]>('done', 'done', 'done', 'skipped', 'snoozed'),
  note: fc.constantFrom('', 'because'),
  snoozedUntil: maybeDay,
  at: fc.integer({ min: 0, max: NOW * 2 }),
}).map(fields => tick(key, fields)))))

const anyFacts: fc.Arbitrary<NumberFacts> = fc.record({
  number: fc.record({
    lineStatus: fc.constantFrom('active', 'active', ...LINE_STATUSES),
    exitRoute: fc.constantFrom('cancel', ...EXIT_ROUTES),
    targetExitOn: maybeDay,
    activatedOn: maybeDay,
    paidThroughOn: maybeDay,
    lastActivityOn: maybeDay,
    keepAliveDays: fc.option(fc.integer({ min: 1, max: 400 })),
    recurringCost: fc.option(fc.record({
      money: fc.record({ amountMinor: fc.nat(1000), currency }),
      period: fc.constant('month' as const),
      isAutoRenewed: fc.constantFrom(true, false, null),
    })),
    providerLogin: fc.constantFrom('', 'me'),
    closedAt: fc.option(fc.constant(NOW), { freq: 1 }),
    country: fc.constantFrom('US', 'GB', null),
  }),
  lines: fc.array(line, { maxLength: 12 }).map(list => list.map((item, n) => ({ n, ...item, service: item.service ?? '' }))),
  ledger: fc.array(fc.record({ minor: fc.integer({ min: -500, max: 2000 }), currency }).map(item => ledger(item.minor, item.currency)), { maxLength: 4 }),
  claims: fc.array(fc.record({ minor: fc.nat(2000), currency, state: fc.constantFrom(...CLAIM_STATES), askedOn: day, expectedBy: maybeDay, followUps: fc.array(day, { maxLength: 3 }) }), { maxLength: 3 })
    .map(list => list.map(({ minor, currency, ...fields }, n) => claim(minor, { id: id(6000 + n), amount: { amountMinor: minor, currency }, ...fields }))),
  contacts: fc.array(fc.record({ callBackOn: maybeDay, at: fc.nat(NOW), reference: fc.constantFrom('', 'A-17') }), { maxLength: 3 })
    .map(list => list.map((fields, n) => contact({ id: id(7000 + n), ...fields }))),
  ticks,
}).map(facts)

/** Facts at which most conditions are met, so that the gate opens often enough for one more to matter. */
const nearlyReady: fc.Arbitrary<NumberFacts> = fc.record({ from: anyFacts, isSettled: often(), isLive: often(), isPaid: often() }).map(({ from, isSettled, isLive, isPaid }) => ({
  ...from,
  number: { ...from.number, exitRoute: 'cancel', closedAt: null, lineStatus: isLive ? 'active' : from.number.lineStatus },
  bindings: isSettled ? from.bindings.map(item => ({ ...item, state: 'verified' })) : from.bindings,
  ledgerEntries: isPaid ? [] : from.ledgerEntries,
  ticks: [...ALL_CLEAR, ...preconditions.map(need => `pre-flight:need:${need}`)].map(key => tick(key)),
}))

function often(): fc.Arbitrary<boolean> {
  return fc.constantFrom(true, true, true, false)
}

const anyPlaybook = fc.option(fc.record({
  preconditions: fc.array(fc.constantFrom(...preconditions), { maxLength: 6 }),
  cancel: fc.record({
    channels: fc.uniqueArray(fc.constantFrom(...cancelChannels), { maxLength: 3 }),
    routes: fc.uniqueArray(fc.constantFrom('cancel' as const, 'port-out' as const, 'let-expire' as const), { maxLength: 3 }),
  }),
  refund: fc.record({
    balanceRefundable: fc.constantFrom('yes' as const, 'partial' as const, 'no' as const, 'unknown' as const),
    typicalDays: fc.option(fc.nat(60)),
    areBusinessDays: fc.boolean(),
  }),
  portOut: fc.record({ isPossible: fc.constantFrom(true, false, null) }),
  afterCancel: fc.record({ graceDays: fc.option(fc.nat(180)) }),
}).map(playbook), { freq: 5 })

const derive = (of: NumberFacts, book: Parameters<typeof derivePlan>[1]): Plan => derivePlan(of, book, CATALOG, TODAY)
const all = (of: Plan): Task[] => of.phases.flatMap(phase => phase.tasks)
const isOver = (task: Task): boolean => task.state === 'done' || task.state === 'skipped'

/** The same cases on every run; set RUNS and SEED to look further. */
const RUNS = Number(process.env['RUNS'] ?? 200)
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261123), numRuns: RUNS })

/** Checks something of every plan that can be. */
function always(check: (of: Plan, from: NumberFacts, book: Parameters<typeof derivePlan>[1]) => void): void {
  fc.assert(fc.property(anyFacts, anyPlaybook, (from, book) => check(derive(from, book), from, book)))
}

describe('every plan', { timeout: 120_000 }, () => {
  it('is the same for the same facts, in whatever order the rows lie', () => {
    always((of, from, book) => {
      expect(derive(structuredClone(from), book)).toEqual(of)
      const turned = derive({ ...from, bindings: [...from.bindings].reverse(), ticks: [...from.ticks].reverse() }, book)
      expect(turned.phases).toEqual(of.phases)
      expect(turned.guardCycles).toEqual(of.guardCycles)
    })
  })

  it('names each task once, under a key of its phase', () => {
    always((of) => {
      const keys = all(of).map(task => task.key)
      expect(new Set(keys).size).toBe(keys.length)
      for (const task of all(of))
        expect(task.key.startsWith(`${task.phase}:`), task.key).toBe(true)
      expect(of.phases.map(phase => phase.key)).toEqual([...PHASES])
    })
  })

  it('speaks only in codes that have words', () => {
    always((of) => {
      for (const task of all(of)) {
        expect(TASK_KINDS).toContain(task.kind)
        for (const reason of task.reasons)
          expect(REASON_CODES).toContain(reason.code)
      }
      for (const item of of.warnings)
        expect(WARNING_CODES).toContain(item.code)
      for (const item of of.gates)
        expect(GATE_KEYS).toContain(item.key)
      for (const item of of.deadlines)
        expect(DEADLINE_KINDS).toContain(item.kind)
    })
  })

  it('lets every shut gate, every waiting task and every warning name a task that is there and not done', () => {
    always((of) => {
      const tasks = new Map(all(of).map(task => [task.key, task]))
      for (const gate of of.gates) {
        const isOpen = gate.state === 'passed' || gate.state === 'skipped'
        expect(gate.opensBy === null, gate.key).toBe(isOpen)
        if (gate.opensBy !== null)
          expect(isOver(tasks.get(gate.opensBy)!), gate.opensBy).toBe(false)
      }
      for (const task of tasks.values()) {
        expect(task.state === 'waiting' ? task.waitsFor.length > 0 : true).toBe(true)
        for (const key of task.waitsFor)
          expect(isOver(tasks.get(key)!), `${task.key} waits for ${key}`).toBe(false)
      }
      for (const { taskKey } of of.warnings) {
        if (taskKey !== null)
          expect(tasks.has(taskKey), taskKey).toBe(true)
      }
    })
  })

  it('has a next action unless it is closed', () => {
    always((of) => {
      expect(of.nextTasks.length > 0).toBe(!of.isClosed)
      expect(of.currentPhase === null).toBe(of.isClosed)
      for (const task of of.nextTasks)
        expect(['open', 'snoozed']).toContain(task.state)
    })
  })

  it('never leads in a circle: what waits can always be reached from something open', () => {
    always((of) => {
      const tasks = all(of)
      const place = new Map(tasks.map((task, index) => [task.key, index]))
      for (const task of tasks) {
        for (const key of task.waitsFor)
          expect(place.get(key)!, `${task.key} after ${key}`).toBeLessThan(place.get(task.key)!)
      }
    })
  })

  it('puts no unsettled account before its guard, unless the two are in a ring that it reports', () => {
    always((of, from) => {
      const order = of.phases[2]!.tasks.filter(task => !isOver(task))
      const first = new Map<string, number>()
      order.forEach((task, index) => first.has(task.binding!.accountId) || first.set(task.binding!.accountId, index))
      for (const [accountId, place] of first) {
        for (const guard of from.accounts.get(accountId)!.guardedBy) {
          const isRing = of.guardCycles.some(ring => ring.includes(guard) && ring.includes(accountId))
          if (!isRing && first.has(guard) && guard !== accountId)
            expect(first.get(guard)!).toBeLessThan(place)
        }
      }
    })
  })

  it('lists every binding that counts once, wherever anything is to be unbound', () => {
    always((of, from) => {
      const tasks = of.phases[2]!.tasks
      const counted = from.bindings.filter(item => item.state !== 'candidate' && item.state !== 'dismissed').map(item => item.id)
      if (tasks.length > 0 && !of.isClosed)
        expect(tasks.map(item => item.binding!.id).sort()).toEqual(counted.sort())
      else if (!of.isClosed && of.route === 'cancel' && !of.hasLeft)
        expect(counted).toEqual([])
    })
  })

  it('calls an unbinding late only for a day of the user\'s own, a move not verified, or what it guards', () => {
    always((of) => {
      const unbinding = of.phases[2]!.tasks
      for (const item of unbinding.filter(task => task.urgency === 'late')) {
        const isOwn = item.reasons.some(reason => reason.code === 'own-due-day' || reason.code === 'not-verified')
        const charges = unbinding.filter(task => task.waitsFor.includes(item.key))
        expect(isOwn || charges.some(task => task.urgency === 'late'), item.key).toBe(true)
      }
    })
  })

  it('opens only when every condition is met or an override with a reason is there', () => {
    let opened = 0
    fc.assert(fc.property(fc.oneof(anyFacts, nearlyReady), anyPlaybook, (from, book) => {
      const of = derive(from, book)
      const override = from.ticks.find(item => item.taskKey === 'gate:override' && item.state === 'done' && item.note !== '')
      expect(of.isOverridden).toBe(override !== undefined)
      if (of.canCancel && !override) {
        opened++
        for (const gate of of.gates)
          expect(['passed', 'skipped']).toContain(gate.state)
        if (of.route === 'cancel' || of.route === 'let-expire')
          expect(of.settled).toBe(of.bindings)
        expect(of.balance.every(money => money.amountMinor >= 0)).toBe(true)
        expect(of.atStake.every(part => part.fate === 'asked')).toBe(true)
        if (of.route === 'cancel')
          expect(['active', 'provider-retired']).toContain(from.number.lineStatus)
      }
      if (!of.canCancel && !of.hasLeft && !of.isClosed && from.number.lineStatus !== 'porting') {
        for (const item of of.phases[5]!.tasks)
          expect(item.state, item.key).not.toBe('open')
      }
      if (of.hasLeft || of.isClosed || (of.route === 'keep' && from.number.lineStatus !== 'provider-retired'))
        expect(of.canCancel).toBe(false)
    }), { numRuns: 3 * RUNS })
    expect(opened).toBeGreaterThan(RUNS / 4)
  })

  it('never offers a cancel on a port-out', () => {
    always((of, from) => {
      if (from.number.exitRoute === 'port-out' && !of.hasLeft && from.number.lineStatus !== 'provider-retired')
        expect(of.phases[5]!.tasks.map(task => task.key)).not.toContain('cancel:cancel')
    })
  })

  it('dates nothing before today without calling it late', () => {
    always((of) => {
      for (const task of all(of))
        expect(task.dueOn !== null && task.dueOn < TODAY, task.key).toBe(task.urgency === 'late')
    })
  })

  it('is the same again after a tick was set and taken back', () => {
    fc.assert(fc.property(anyFacts, anyPlaybook, fc.constantFrom(...KEYS), (from, book, key) => {
      const without = { ...from, ticks: from.ticks.filter(item => item.taskKey !== key) }
      const before = derive(without, book)
      const ticked = { ...without, ticks: [...without.ticks, tick(key, { note: 'because' })] }
      derive(ticked, book)
      expect(derive({ ...ticked, ticks: ticked.ticks.slice(0, -1) }, book)).toEqual(before)
    }))
  })

  it('loses no tick when the guide changes: what was done stays done or is no longer asked', () => {
    fc.assert(fc.property(anyFacts, anyPlaybook, anyPlaybook, (from, before, after) => {
      const then = new Map(all(derive(from, before)).filter(task => task.tickBy === 'tick' && isOver(task)).map(task => [task.key, task]))
      for (const task of all(derive(from, after))) {
        if (then.has(task.key) && task.key !== 'follow-up:aging-over')
          expect(isOver(task), task.key).toBe(true)
      }
    }))
  })

  it('counts its bindings, its phases and its money rightly', () => {
    always((of, from) => {
      expect(of.bindings).toBe(from.bindings.filter(item => item.state !== 'candidate' && item.state !== 'dismissed').length)
      expect(of.ring.verified + of.ring.ended).toBe(of.settled)
      expect(of.ring.verified + of.ring.ended + of.ring.halfWay + of.ring.bound).toBe(of.bindings)
      for (const phase of of.phases) {
        expect(phase.done).toBe(phase.tasks.filter(isOver).length)
        expect(phase.total).toBe(phase.tasks.length)
        if (phase.state === 'done')
          expect(phase.done).toBe(phase.total)
      }
      for (const part of of.atStake)
        expect(Number.isSafeInteger(part.money.amountMinor)).toBe(true)
    })
  })

  it('finds its place in the day once', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyFacts, anyPlaybook), { maxLength: 4 }), (numbers) => {
      const plans = numbers.map(([from, book], n) => derive({ ...from, number: { ...from.number, id: id(100 + n) } }, book))
      const today = deriveToday(plans, TODAY)
      const listed = [...today.late, ...today.todayAndTomorrow, ...today.nextSevenDays, ...today.later]
      expect(new Set(listed).size).toBe(listed.length)
      expect(listed).not.toContain(today.next)
      expect(today.next !== null).toBe(plans.some(item => !item.isClosed))
      for (const task of listed)
        expect(task.urgency === 'late' && task.state !== 'snoozed').toBe(today.late.includes(task))
    }))
  })
})
