import type { Action } from '../../../../src/core/actions/action'
import type { Facts } from '../../../../src/core/records/tables'
import { describe, expect, it } from 'vitest'
import { addLedgerEntry } from '../../../../src/core/actions/add-ledger-entry'
import { addNumber } from '../../../../src/core/actions/add-number'
import { applyChanges } from '../../../../src/core/actions/apply'
import { askRefund } from '../../../../src/core/actions/ask-refund'
import { editBinding } from '../../../../src/core/actions/edit-binding'
import { editNumber } from '../../../../src/core/actions/edit-number'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { logContact } from '../../../../src/core/actions/log-contact'
import { overrideGate } from '../../../../src/core/actions/override-gate'
import { waiveBinding } from '../../../../src/core/actions/waive-binding'
import { emptyFacts } from '../../../../src/core/records/facts'

const CARD = '4111 1111 1111 1111'
let ids = 0
const world = (insisted?: readonly string[]) => ({ now: 1_000, today: '2026-11-23', newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`, ...insisted && { insisted } })

function done<Input, Value>(facts: Facts, action: Action<Input, Value>, input: Input, insisted?: readonly string[]): { facts: Facts, value: Value } {
  const outcome = action(facts, input, world(insisted))
  if ('refused' in outcome)
    throw new Error(outcome.refused)
  return { facts: applyChanges(facts, outcome.changes), value: outcome.value }
}

/** A number with one binding. */
function start() {
  const number = done(emptyFacts(), addNumber, { e164: '+14155550134' })
  const binding = done(number.facts, logBinding, { numberId: number.value, service: { kind: 'catalog', id: 'chase' }, login: 'me@mail.example' })
  return { facts: binding.facts, numberId: number.value, ...binding.value }
}

describe('texts that look like secrets', () => {
  it('are refused in every field of words, by their kind alone', () => {
    const { facts, numberId, bindingId } = start()
    const context = world()
    const outcomes = [
      [editNumber(facts, { numberId, label: CARD }, context), 'label'],
      [editNumber(facts, { numberId, notes: CARD }, context), 'notes'],
      [editNumber(facts, { numberId, simNote: `eSIM ${CARD}` }, context), 'simNote'],
      [editNumber(facts, { numberId, providerLogin: CARD }, context), 'providerLogin'],
      [editNumber(facts, { numberId, tags: ['bank', CARD] }, context), 'tags'],
      [editNumber(facts, { numberId, provider: { kind: 'own', name: CARD } }, context), 'provider'],
      [editBinding(facts, { bindingId, notes: CARD }, context), 'notes'],
      [editBinding(facts, { bindingId, login: CARD }, context), 'login'],
      [logBinding(facts, { numberId, service: { kind: 'own', name: CARD, category: 'other' } }, context), 'service'],
      [addLedgerEntry(facts, { numberId, kind: 'charge', amount: { amountMinor: 100, currency: 'USD' }, memo: CARD }, context), 'memo'],
      [askRefund(facts, { numberId, amount: { amountMinor: 100, currency: 'USD' }, reference: CARD }, context), 'reference'],
      [logContact(facts, { numberId, channel: 'phone', outcome: CARD }, context), 'outcome'],
      [waiveBinding(facts, { bindingId, reason: CARD }, context), 'reason'],
      [overrideGate(facts, { numberId, last4: '0134', reason: CARD }, context), 'reason'],
    ] as const
    for (const [outcome, field] of outcomes)
      expect(outcome).toEqual({ refused: 'looks-secret', field, params: { kind: 'card' } })
  })

  it('are kept where the user insists on them, also a part of what was typed, and on nothing else', () => {
    const { facts, numberId } = start()
    const other = '078-05-1120'
    expect(done(facts, editNumber, { numberId, notes: CARD }, [CARD]).facts.numbers.get(numberId)?.notes).toBe(CARD)
    expect(done(facts, editNumber, { numberId, label: CARD }, [`note  ${CARD} `]).facts.numbers.get(numberId)?.label).toBe(CARD)
    expect(editNumber(facts, { numberId, notes: other }, world([CARD]))).toMatchObject({ refused: 'looks-secret', params: { kind: 'document' } })
  })

  it('are not judged again once they are kept', () => {
    const from = start()
    const kept = done(from.facts, editBinding, { bindingId: from.bindingId, notes: CARD }, [CARD]).facts
    expect(done(kept, editBinding, { bindingId: from.bindingId, login: 'other@mail.example', notes: CARD }).facts.bindings.get(from.bindingId)?.notes).toBe(CARD)
    expect(editBinding(kept, { bindingId: from.bindingId, notes: `${CARD} and PIN 4821` }, world())).toMatchObject({ refused: 'looks-secret' })
  })
})
