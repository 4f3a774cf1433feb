import type { AddNumber } from '../../../../src/core/actions/add-number'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { askRefund } from '../../../../src/core/actions/ask-refund'
import { editNumber } from '../../../../src/core/actions/edit-number'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { logContact } from '../../../../src/core/actions/log-contact'
import { markBindingMoved } from '../../../../src/core/actions/mark-binding-moved'
import { noteBalance } from '../../../../src/core/actions/note-balance'
import { removeNumber } from '../../../../src/core/actions/remove-number'
import { tickTask } from '../../../../src/core/actions/tick-task'
import { emptyFacts } from '../../../../src/core/records/facts'
import { catalog } from './random-steps'
import { asText, NOW, refusalOf, run, testWorld, TODAY } from './world'

const e164 = '+14155550134'
const start = run(emptyFacts(), addNumber, { e164, label: 'Bank codes', activatedOn: '2024-06-01' })
const numberId = start.value

function refused(input: Omit<AddNumber, 'e164'>) {
  return refusalOf(emptyFacts(), addNumber, { e164, ...input })
}

describe('add-number', () => {
  it('records a number with its id, moment and defaults', () => {
    const { facts, value, outcome } = run(emptyFacts(), addNumber, { e164 })
    expect(facts.numbers.get(value)).toMatchObject({ e164, lineStatus: 'active', exitRoute: 'cancel', isSample: false, closedAt: null })
    expect(facts.numbers.get(value)!.createdAt).toBeGreaterThan(NOW)
    expect(outcome.event).toEqual({ kind: 'number.added', numberIds: [value], params: { last4: '0134', label: '' } })
  })

  it('opens the ledger in the same change where a balance is told, or refuses both', () => {
    const { facts, value, outcome } = run(emptyFacts(), addNumber, { e164, balance: { typed: '4.20', currency: 'USD' } })
    expect([...facts.ledgerEntries.values()]).toMatchObject([{ numberId: value, kind: 'adjustment', amount: { amountMinor: 420, currency: 'USD' } }])
    expect(outcome.event.kind).toBe('number.added')
    expect(refused({ balance: { typed: 'much', currency: 'USD' } })).toEqual({ refused: 'amount-unknown', field: 'balance' })
  })

  it('cleans what is typed', () => {
    const { facts, value } = run(emptyFacts(), addNumber, {
      e164,
      label: ' \u202EBank\u0000  codes\n',
      notes: 'one\r\ntwo\u200B ',
      provider: { kind: 'own', name: '  My\tTelco ' },
      tags: [' a ', '', 'a', 'b'],
      targetExitOn: ' 2026-12-15 ',
      paidThroughOn: '',
      recurringCost: { money: { typed: '$3', currency: 'usd' }, period: '30-days', isAutoRenewed: null },
    })
    expect(facts.numbers.get(value)).toMatchObject({
      label: 'Bank codes',
      notes: 'one\ntwo',
      provider: { kind: 'own', name: 'My Telco' },
      tags: ['a', 'b'],
      targetExitOn: '2026-12-15',
      paidThroughOn: null,
      recurringCost: { money: { amountMinor: 300, currency: 'USD' }, period: '30-days', isAutoRenewed: null },
    })
  })

  it('refuses what is no number, and one that is there', () => {
    for (const bad of ['', '4155550134', '+0155550134', '+1', '+1 415 555 0134', `+1${'5'.repeat(20)}`])
      expect(refusalOf(emptyFacts(), addNumber, { e164: bad })).toEqual({ refused: 'not-a-phone-number', field: 'e164' })
    expect(refusalOf(start.facts, addNumber, { e164 })).toEqual({ refused: 'number-exists', field: 'e164', params: { numberId, label: 'Bank codes' } })
  })

  it('refuses texts that are too long and names the field', () => {
    expect(refused({ label: 'x'.repeat(81) })).toEqual({ refused: 'too-long', field: 'label', params: { max: 80, length: 81 } })
    expect(refused({ providerLogin: 'x'.repeat(10_000) })).toEqual({ refused: 'too-long', field: 'providerLogin', params: { max: 500, length: 10_000 } })
    expect(refused({ notes: 'x'.repeat(10_001) })).toMatchObject({ refused: 'too-long', field: 'notes' })
    expect(refused({ provider: { kind: 'own', name: 'x'.repeat(121) } })).toMatchObject({ refused: 'too-long', field: 'provider' })
    expect(refused({ tags: ['x'.repeat(41)] })).toMatchObject({ refused: 'too-long', field: 'tags' })
    expect(refused({ tags: Array.from({ length: 21 }, (_, index) => `t${index}`) })).toEqual({ refused: 'too-many', field: 'tags', params: { max: 20 } })
    expect(refused({ label: ` ${'x'.repeat(80)}\u200B` })).toBeUndefined()
  })

  it('refuses days that cannot be', () => {
    expect(refused({ paidThroughOn: '2026-02-29' })).toEqual({ refused: 'day-unknown', field: 'paidThroughOn' })
    expect(refused({ activatedOn: 'soon' })).toEqual({ refused: 'day-unknown', field: 'activatedOn' })
    expect(refused({ activatedOn: '1989-12-31' })).toEqual({ refused: 'day-too-early', field: 'activatedOn', params: { day: '1990-01-01' } })
    expect(refused({ activatedOn: '2026-11-24' })).toEqual({ refused: 'day-too-late', field: 'activatedOn', params: { day: TODAY } })
    expect(refused({ lastActivityOn: '2026-11-24' })).toEqual({ refused: 'day-too-late', field: 'lastActivityOn', params: { day: TODAY } })
    expect(refused({ targetExitOn: '2026-11-22' })).toEqual({ refused: 'day-too-early', field: 'targetExitOn', params: { day: TODAY } })
    expect(refused({ activatedOn: '2026-05-01', paidThroughOn: '2026-04-30' })).toEqual({ refused: 'day-too-early', field: 'paidThroughOn', params: { day: '2026-05-01' } })
    expect(refused({ activatedOn: '2026-05-01', lastActivityOn: '2026-04-30' })).toMatchObject({ refused: 'day-too-early', field: 'lastActivityOn' })
    expect(refused({ activatedOn: TODAY, targetExitOn: TODAY, paidThroughOn: TODAY, lastActivityOn: TODAY })).toBeUndefined()
  })

  it('refuses rules and costs that cannot be', () => {
    for (const keepAliveDays of [0, -1, 1.5, 3651, Number.NaN])
      expect(refused({ keepAliveDays })).toMatchObject({ refused: 'not-valid', field: 'keepAliveDays' })
    for (const typed of ['abc', '-3', '3.001', '1e99'])
      expect(refused({ recurringCost: { money: { typed, currency: 'USD' }, period: 'month', isAutoRenewed: true } })).toEqual({ refused: 'amount-unknown', field: 'recurringCost' })
    expect(refused({ country: 'usa' })).toMatchObject({ refused: 'not-valid', field: 'country' })
  })
})

describe('edit-number', () => {
  it('changes only what is given', () => {
    const { facts } = run(start.facts, editNumber, { numberId, notes: 'note', exitRoute: 'port-out' })
    expect(facts.numbers.get(numberId)).toEqual({ ...start.facts.numbers.get(numberId)!, notes: 'note', exitRoute: 'port-out', updatedAt: facts.numbers.get(numberId)!.updatedAt })
    expect(facts.numbers.get(numberId)!.updatedAt).toBeGreaterThan(start.facts.numbers.get(numberId)!.createdAt - 1)
  })

  it('refuses what changes nothing, and a number that is not there', () => {
    expect(refusalOf(start.facts, editNumber, { numberId, label: ' Bank  codes ' })).toEqual({ refused: 'already-so' })
    expect(refusalOf(start.facts, editNumber, { numberId })).toEqual({ refused: 'already-so' })
    expect(refusalOf(start.facts, editNumber, { numberId: 'gone' })).toEqual({ refused: 'not-found' })
  })

  it('refuses the number of another', () => {
    const { facts } = run(start.facts, addNumber, { e164: '+16465550187' }, testWorld(2).context())
    expect(refusalOf(facts, editNumber, { numberId, e164: '+16465550187' })?.refused).toBe('number-exists')
  })

  it('lets a target that has passed stay, but sets none in the past', () => {
    const { facts } = run(start.facts, editNumber, { numberId, targetExitOn: TODAY })
    const later = { ...testWorld(3).context(), today: '2026-12-24' }
    expect(refusalOf(facts, editNumber, { numberId, targetExitOn: TODAY, label: 'New' }, later)).toBeUndefined()
    expect(refusalOf(facts, editNumber, { numberId, targetExitOn: '2026-12-01' }, later)?.refused).toBe('day-too-early')
  })

  it('blames the day that was given', () => {
    const { facts } = run(start.facts, editNumber, { numberId, lastActivityOn: '2026-09-13' })
    expect(refusalOf(facts, editNumber, { numberId, activatedOn: '2026-10-01' })).toEqual({ refused: 'day-too-late', field: 'activatedOn', params: { day: '2026-09-13' } })
    expect(refusalOf(facts, editNumber, { numberId, lastActivityOn: '2024-01-01' })).toEqual({ refused: 'day-too-early', field: 'lastActivityOn', params: { day: '2024-06-01' } })
  })
})

describe('remove-number', () => {
  it('takes all away that hangs on it, and nothing else', () => {
    const other = run(start.facts, addNumber, { e164: '+16465550187' }, testWorld(2).context())
    const world = testWorld(4)
    let facts = other.facts
    const before = asText(facts)
    const gmail = run(facts, logBinding, { numberId, service: { kind: 'catalog', id: 'google' }, login: 'mei' }, world.context())
    facts = run(gmail.facts, noteBalance, { numberId, balance: { typed: '12.40', currency: 'USD' } }, world.context()).facts
    facts = run(facts, askRefund, { numberId, amount: { typed: '1', currency: 'USD' } }, world.context()).facts
    facts = run(facts, logContact, { numberId, channel: 'phone' }, world.context()).facts
    facts = run(facts, tickTask, { numberId, taskKey: 'prepare:confirm-rules', catalog }, world.context()).facts
    const claim = [...facts.refundClaims.values()][0]!
    const file = { id: world.context().newId(), createdAt: NOW, updatedAt: NOW, ownerTable: 'refundClaims' as const, ownerId: claim.id, name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) }
    facts = { ...facts, attachments: new Map([[file.id, file]]) }
    const removed = run(facts, removeNumber, { numberId })
    expect(removed.outcome.event).toEqual({ kind: 'number.removed', numberIds: [numberId], params: { last4: '0134', label: 'Bank codes' } })
    expect(asText(removed.facts)).toBe(asText(run(other.facts, removeNumber, { numberId }).facts))
    expect(removed.facts.accounts.size + removed.facts.attachments.size).toBe(0)
    expect(asText(other.facts)).toBe(before)
  })

  it('keeps an account that guards one on another number, and one that hangs there too', () => {
    const world = testWorld(5)
    const other = run(start.facts, addNumber, { e164: '+16465550187' }, world.context())
    const google = { kind: 'catalog', id: 'google' } as const
    const guard = run(other.facts, logBinding, { numberId, service: google, login: 'guard' }, world.context())
    const both = run(guard.facts, logBinding, { numberId, service: google, login: 'both' }, world.context())
    const lonely = run(both.facts, logBinding, { numberId, service: google, login: 'lonely', guardedBy: [guard.value.accountId] }, world.context())
    const moved = run(lonely.facts, logBinding, { numberId: other.value, service: google, login: 'both' }, world.context())
    const bank = run(moved.facts, logBinding, { numberId: other.value, service: { kind: 'catalog', id: 'chase' }, guardedBy: [guard.value.accountId] }, world.context())
    const replaced = run(bank.facts, markBindingMoved, { bindingId: moved.value.bindingId, replacement: { kind: 'binding', bindingId: both.value.bindingId } }, world.context())
    const { facts } = run(replaced.facts, removeNumber, { numberId })
    expect([...facts.accounts.values()].map(account => account.login).sort()).toEqual(['', 'both', 'guard'])
    expect(facts.accounts.get(bank.value.accountId)?.guardedBy).toEqual([guard.value.accountId])
    expect(facts.bindings.get(moved.value.bindingId)?.replacement).toEqual({ kind: 'other-number' })
    // So does one that names the number itself.
    const named = run(bank.facts, markBindingMoved, { bindingId: moved.value.bindingId, replacement: { kind: 'other-number', numberId } }, world.context())
    expect(run(named.facts, removeNumber, { numberId }).facts.bindings.get(moved.value.bindingId)?.replacement).toEqual({ kind: 'other-number' })
    expect(refusalOf(bank.facts, markBindingMoved, { bindingId: moved.value.bindingId, replacement: { kind: 'other-number', numberId: other.value } })).toMatchObject({ refused: 'not-valid' })
    const none = run(facts, removeNumber, { numberId: other.value })
    expect(none.facts.accounts.size).toBe(0)
  })
})
