import type { Plan } from '../../../../src/core/plan/plan'
import type { ExitRoute, LineStatus, PhoneNumber } from '../../../../src/core/records/number'
import type { World } from './machine/machine'
import { describe, expect, it } from 'vitest'
import catalogFacts from 'virtual:catalog/facts'
import { addNumber } from '../../../../src/core/actions/add-number'
import { applyChanges } from '../../../../src/core/actions/apply'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { noteBalance } from '../../../../src/core/actions/note-balance'
import { setLineStatus } from '../../../../src/core/actions/set-line-status'
import { emptyFacts } from '../../../../src/core/records/facts'
import { seededIds } from '../../../../src/core/sample/seed'
import { contextOf, knowledge, NUMBER } from './machine/machine'
import { moveFor, mustPlan } from './machine/solve'

const MOST_MOVES = 120

/** A number with three accounts, one of which guards another and one rests a day after the change, and money on it. */
function number(provider: PhoneNumber['provider'], exitRoute: ExitRoute, lineStatus: LineStatus = 'active'): { world: World, numberId: string } {
  const world: World = { facts: emptyFacts(), today: '2026-11-23', now: Date.parse('2026-11-23T08:00:00Z'), newId: seededIds(7), updates: new Map(), history: [], undone: [] }
  const keep = (outcome: { changes: Parameters<typeof applyChanges>[1], value: unknown } | { refused: string }): unknown => {
    if ('refused' in outcome)
      throw new Error(outcome.refused)
    world.facts = applyChanges(world.facts, outcome.changes)
    return outcome.value
  }
  const numberId = keep(addNumber(world.facts, { e164: NUMBER, country: 'US', provider, exitRoute, paidThroughOn: '2027-01-20' }, contextOf(world))) as string
  const { accountId } = keep(logBinding(world.facts, { numberId, service: { kind: 'catalog', id: 'google' } }, contextOf(world))) as { accountId: string }
  keep(logBinding(world.facts, { numberId, service: { kind: 'catalog', id: 'chase' }, guardedBy: [accountId] }, contextOf(world)))
  keep(logBinding(world.facts, { numberId, service: { kind: 'catalog', id: 'binance' } }, contextOf(world)))
  keep(noteBalance(world.facts, { numberId, balance: { amountMinor: 210, currency: 'USD' } }, contextOf(world)))
  if (lineStatus !== 'active')
    keep(setLineStatus(world.facts, { numberId, status: lineStatus, catalog: knowledge(world), isLost: true }, contextOf(world)))
  return { world, numberId }
}

/** Does what the plan says next, and lets time pass where it says so, until the number is closed; every step taken. */
function follow({ world, numberId }: { world: World, numberId: string }): { plan: Plan, kinds: string[] } {
  const kinds: string[] = []
  for (let count = 0; count < MOST_MOVES; count++) {
    const plan = mustPlan(world.facts, numberId, knowledge(world), world.today)
    const next = plan.nextTasks[0]
    if (!next)
      return { plan, kinds }
    if (next.dueOn !== null && next.dueOn > world.today && next.phase === 'follow-up') {
      world.now += (Date.parse(next.dueOn) - Date.parse(world.today))
      world.today = next.dueOn
      continue
    }
    const outcome = moveFor(next, knowledge(world), world.today)(world.facts, contextOf(world))
    if ('refused' in outcome)
      throw new Error(`${next.key} is refused: ${JSON.stringify(outcome)}`)
    kinds.push(next.kind)
    world.facts = applyChanges(world.facts, outcome.changes)
  }
  throw new Error(`not closed after ${MOST_MOVES} steps: ${kinds.join(', ')}`)
}

const ENDS: Record<Exclude<ExitRoute, 'keep'>, LineStatus> = { 'cancel': 'cancelled', 'port-out': 'ported-out', 'let-expire': 'lapsed' }

describe('who does what comes next, one thing after the other', () => {
  for (const route of ['cancel', 'port-out', 'let-expire'] as const) {
    it(`is led out of every provider of the catalogue, and out of an unknown one, by ${route}`, () => {
      for (const provider of [...catalogFacts.providers.map(({ id }) => ({ kind: 'catalog' as const, id })), { kind: 'own' as const, name: 'Corner Telecom' }, null]) {
        const start = number(provider, route)
        const { plan, kinds } = follow(start)
        const name = provider?.kind === 'catalog' ? provider.id : 'unknown'
        expect(plan.isClosed, name).toBe(true)
        expect(start.world.facts.numbers.get(start.numberId)?.lineStatus, name).toBe(ENDS[route])
        expect(kinds.at(-1), name).toBe('close')
        if (route !== 'port-out')
          expect(kinds.filter(kind => kind === 'move-binding').length, name).toBe(3)
        // Money is asked for, used up or written off before the last step, never after.
        const last = kinds.findIndex(kind => kind.startsWith('cancel-') || kind === 'let-expire' || kind === 'confirm-port')
        const money = kinds.findIndex(kind => kind === 'ask-refund' || kind === 'use-up-balance' || kind === 'ask-refund-rule')
        expect(money >= 0 && money < last, name).toBe(true)
      }
    })
  }

  it('is led from every state of the line that stops a cancellation', () => {
    for (const [status, wayOut] of [['suspended', 'reactivate-line'], ['frozen', 'unfreeze-line'], ['in-arrears', 'pay-arrears'], ['porting', 'finish-port']] as const) {
      const { plan, kinds } = follow(number({ kind: 'catalog', id: 'tello' }, 'cancel', status))
      expect(plan.isClosed, status).toBe(true)
      expect(kinds, status).toContain(wayOut)
    }
  })

  it('is led through a rescue, worst account first, where the number is lost already', () => {
    const { plan, kinds } = follow(number({ kind: 'catalog', id: 'ultra-mobile-paygo' }, 'cancel', 'lapsed'))
    expect(plan.isClosed).toBe(true)
    expect(kinds.slice(0, 1)).toEqual(['rescue-binding'])
    expect(kinds.filter(kind => kind === 'rescue-binding').length).toBe(3)
  })

  it('is led out of a provider that gave up', () => {
    const alive = follow(number({ kind: 'catalog', id: 'skype-number' }, 'cancel'))
    expect(alive.kinds).toContain('check-retired')
    const gone = number({ kind: 'catalog', id: 'skype-number' }, 'cancel', 'provider-retired')
    const { plan, kinds } = follow(gone)
    expect(plan.isClosed).toBe(true)
    expect(kinds).toContain('close-retired-account')
  })
})
