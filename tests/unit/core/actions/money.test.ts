import type { Facts } from '../../../../src/core/records/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLedgerEntry } from '../../../../src/core/actions/add-ledger-entry'
import { addNumber } from '../../../../src/core/actions/add-number'
import { askRefund } from '../../../../src/core/actions/ask-refund'
import { editLedgerEntry } from '../../../../src/core/actions/edit-ledger-entry'
import { followUpClaim } from '../../../../src/core/actions/follow-up-claim'
import { logContact } from '../../../../src/core/actions/log-contact'
import { noteBalance } from '../../../../src/core/actions/note-balance'
import { removeLedgerEntry } from '../../../../src/core/actions/remove-ledger-entry'
import { setClaimState } from '../../../../src/core/actions/set-claim-state'
import { sumByCurrency } from '../../../../src/core/lib/money'
import { emptyFacts } from '../../../../src/core/records/facts'
import { asText, refusalOf, run, testWorld, TODAY } from './world'

const world = testWorld(31)
const start = run(emptyFacts(), addNumber, { e164: '+14155550134' }, world.context())
const numberId = start.value

function balance(facts: Facts): unknown {
  return sumByCurrency([...facts.ledgerEntries.values()].map(entry => entry.amount)).map(({ amountMinor, currency }) => `${amountMinor} ${currency}`)
}

describe('the ledger', () => {
  it('gives each kind its sign, and leaves the user\'s where the kind has none', () => {
    const signs = (['top-up', 'charge', 'usage', 'refund', 'write-off', 'transfer', 'adjustment'] as const).map(kind =>
      ['3', '-3'].map((typed) => {
        const { facts, value } = run(start.facts, addLedgerEntry, { numberId, kind, amount: { typed, currency: 'USD' } })
        return facts.ledgerEntries.get(value)!.amount.amountMinor
      }))
    expect(signs).toEqual([[300, 300], [-300, -300], [-300, -300], [-300, -300], [-300, -300], [300, -300], [300, -300]])
  })

  it('corrects and removes an entry', () => {
    const added = run(start.facts, addLedgerEntry, { numberId, kind: 'top-up', amount: { typed: '10', currency: 'USD' }, day: '2026-11-01', memo: ' card ' }, world.context())
    expect(added.outcome.event).toMatchObject({ kind: 'ledger.added', params: { kind: 'top-up', day: '2026-11-01', amountMinor: 1000, currency: 'USD', last4: '0134' } })
    const edited = run(added.facts, editLedgerEntry, { entryId: added.value, kind: 'charge', memo: 'plan' }, world.context())
    expect(edited.facts.ledgerEntries.get(added.value)).toMatchObject({ kind: 'charge', amount: { amountMinor: -1000 }, memo: 'plan', day: '2026-11-01' })
    expect(refusalOf(edited.facts, editLedgerEntry, { entryId: added.value, memo: 'plan' })?.refused).toBe('already-so')
    expect(refusalOf(edited.facts, editLedgerEntry, { entryId: added.value, amount: { typed: 'x', currency: 'USD' } })).toMatchObject({ refused: 'amount-unknown', field: 'amount' })
    expect(asText(run(edited.facts, removeLedgerEntry, { entryId: added.value }, world.context()).facts)).toBe(asText(start.facts))
  })

  it('refuses what cannot be', () => {
    const add = (input: object) => refusalOf(start.facts, addLedgerEntry, { numberId, kind: 'top-up', amount: { typed: '1', currency: 'USD' }, ...input })
    expect(add({ amount: { typed: '0', currency: 'USD' } })).toEqual({ refused: 'amount-unknown', field: 'amount' })
    expect(add({ amount: { typed: '1.5', currency: 'JPY' } })).toEqual({ refused: 'amount-unknown', field: 'amount' })
    expect(add({ amount: { amountMinor: 1.5, currency: 'USD' } })).toEqual({ refused: 'amount-unknown', field: 'amount' })
    expect(add({ amount: { amountMinor: 1, currency: 'dollars' } })).toEqual({ refused: 'amount-unknown', field: 'amount' })
    expect(add({ day: '2026-11-24' })).toEqual({ refused: 'day-too-late', field: 'day', params: { day: TODAY } })
    expect(add({ day: '1980-01-01' })).toMatchObject({ refused: 'day-too-early', field: 'day' })
    expect(add({ memo: 'x'.repeat(10_001) })).toMatchObject({ refused: 'too-long', field: 'memo' })
    expect(add({ numberId: 'gone' })).toEqual({ refused: 'not-found' })
    for (const action of [removeLedgerEntry, editLedgerEntry])
      expect(refusalOf(start.facts, action, { entryId: 'gone' })).toEqual({ refused: 'not-found' })
  })
})

describe('note-balance', () => {
  it('is an adjustment by what differs, each currency apart', () => {
    const one = run(start.facts, noteBalance, { numberId, balance: { typed: '12.40', currency: 'USD' } }, world.context())
    const two = run(one.facts, noteBalance, { numberId, balance: { typed: '$2.10', currency: 'USD' } }, world.context())
    const three = run(two.facts, noteBalance, { numberId, balance: { typed: '8.50', currency: 'GBP' } }, world.context())
    expect([...three.facts.ledgerEntries.values()].map(({ kind, amount }) => [kind, amount.amountMinor, amount.currency])).toEqual([['adjustment', 1240, 'USD'], ['adjustment', -1030, 'USD'], ['adjustment', 850, 'GBP']])
    expect(balance(three.facts)).toEqual(['850 GBP', '210 USD'])
    expect(three.outcome.event).toMatchObject({ kind: 'balance.noted', params: { amountMinor: 850, currency: 'GBP' } })
  })

  it('keeps that an empty balance was looked at, once a day', () => {
    const zero = run(start.facts, noteBalance, { numberId, balance: { typed: '0', currency: 'USD' } }, world.context())
    expect([...zero.facts.ledgerEntries.values()]).toMatchObject([{ kind: 'adjustment', amount: { amountMinor: 0 } }])
    expect(refusalOf(zero.facts, noteBalance, { numberId, balance: { typed: '0', currency: 'USD' } })).toEqual({ refused: 'already-so' })
    expect(refusalOf(zero.facts, noteBalance, { numberId, balance: { typed: '0', currency: 'USD' } }, { ...world.context(), today: '2026-11-24' })).toBeUndefined()
  })

  it('takes a debt, and refuses what is no amount or lies ahead', () => {
    expect(balance(run(start.facts, noteBalance, { numberId, balance: { typed: '-4', currency: 'USD' } }).facts)).toEqual(['-400 USD'])
    expect(refusalOf(start.facts, noteBalance, { numberId, balance: { typed: 'much', currency: 'USD' } })).toEqual({ refused: 'amount-unknown', field: 'balance' })
    expect(refusalOf(start.facts, noteBalance, { numberId, balance: { typed: '1', currency: 'USD' }, day: '2026-12-01' })).toMatchObject({ refused: 'day-too-late', field: 'day' })
    expect(refusalOf(start.facts, noteBalance, { numberId: 'gone', balance: { typed: '1', currency: 'USD' } })?.refused).toBe('not-found')
    const much = run(start.facts, noteBalance, { numberId, balance: { amountMinor: 1e12, currency: 'USD' } }, world.context())
    expect(refusalOf(much.facts, noteBalance, { numberId, balance: { amountMinor: -1, currency: 'USD' } })).toEqual({ refused: 'amount-unknown', field: 'balance' })
  })

  it('always makes the running balance what the provider shows', () => {
    const moneyArb = fc.record({ amountMinor: fc.integer({ min: -1e9, max: 1e9 }), currency: fc.constantFrom('USD', 'GBP', 'JPY') })
    fc.assert(fc.property(fc.array(moneyArb, { minLength: 1, maxLength: 12 }), (shown) => {
      let { facts } = start
      for (const money of shown) {
        const outcome = noteBalance(facts, { numberId, balance: money }, world.context())
        if (!('refused' in outcome))
          ({ facts } = run(facts, noteBalance, { numberId, balance: money }, world.context()))
        expect(balance(facts)).toContain(`${money.amountMinor} ${money.currency}`)
      }
    }))
  })
})

describe('claims', () => {
  const asked = run(start.facts, askRefund, { numberId, amount: { typed: '8.50', currency: 'GBP' }, askedOn: '2026-11-03', channel: 'online', reference: ' GG-1 ', expectedBy: '2026-11-17' }, world.context())
  const claimId = asked.value

  it('are asked, followed up and ended', () => {
    expect(asked.facts.refundClaims.get(claimId)).toMatchObject({ amount: { amountMinor: 850, currency: 'GBP' }, state: 'asked', reference: 'GG-1', followUps: [] })
    const once = run(asked.facts, followUpClaim, { claimId }, world.context())
    const twice = run(once.facts, followUpClaim, { claimId, on: '2026-11-10', expectedBy: '2026-11-30' }, world.context())
    expect(twice.facts.refundClaims.get(claimId)).toMatchObject({ followUps: ['2026-11-10', TODAY], expectedBy: '2026-11-30' })
    expect(refusalOf(twice.facts, followUpClaim, { claimId })?.refused).toBe('already-so')
    expect(run(twice.facts, followUpClaim, { claimId, expectedBy: '2026-12-05' }, world.context()).facts.refundClaims.get(claimId)).toMatchObject({ followUps: ['2026-11-10', TODAY], expectedBy: '2026-12-05' })
    const received = run(twice.facts, setClaimState, { claimId, state: 'received', notes: 'came' }, world.context())
    expect(received.outcome.event).toMatchObject({ kind: 'claim.state-set', params: { from: 'asked', to: 'received', amountMinor: 850 } })
    expect(refusalOf(received.facts, followUpClaim, { claimId })).toEqual({ refused: 'wrong-state', params: { state: 'received' } })
    expect(refusalOf(received.facts, setClaimState, { claimId, state: 'received' })?.refused).toBe('already-so')
    expect(run(received.facts, setClaimState, { claimId, state: 'asked' }, world.context()).facts.refundClaims.get(claimId)?.state).toBe('asked')
  })

  it('are noted as refused at once where that was the answer', () => {
    const told = run(start.facts, askRefund, { numberId, amount: { typed: '6.50', currency: 'USD' }, answer: 'refused' }, world.context())
    expect(told.facts.refundClaims.get(told.value)).toMatchObject({ amount: { amountMinor: 650, currency: 'USD' }, state: 'refused', askedOn: TODAY })
    expect(told.outcome.event.kind).toBe('claim.refused')
  })

  it('take what was received from the balance, once', () => {
    const noted = run(asked.facts, noteBalance, { numberId, balance: { typed: '8.50', currency: 'GBP' } }, world.context())
    const received = run(noted.facts, setClaimState, { claimId, state: 'received' }, world.context())
    expect(balance(received.facts)).toEqual(['0 GBP'])
    expect([...received.facts.ledgerEntries.values()].at(-1)).toMatchObject({ kind: 'refund', amount: { amountMinor: -850, currency: 'GBP' }, day: TODAY, memo: 'GG-1' })
    const back = run(received.facts, setClaimState, { claimId, state: 'asked' }, world.context())
    const again = run(back.facts, setClaimState, { claimId, state: 'received' }, world.context())
    expect(balance(again.facts)).toEqual(['0 GBP'])
    const entered = run(noted.facts, addLedgerEntry, { numberId, kind: 'refund', amount: { typed: '8.50', currency: 'GBP' }, day: '2026-11-20' }, world.context())
    expect(run(entered.facts, setClaimState, { claimId, state: 'received' }, world.context()).outcome.changes).toHaveLength(1)
    expect(run(asked.facts, setClaimState, { claimId, state: 'received' }, world.context()).outcome.changes).toHaveLength(1)
  })

  it('refuse what cannot be', () => {
    const ask = (input: object) => refusalOf(start.facts, askRefund, { numberId, amount: { typed: '1', currency: 'USD' }, ...input })
    for (const typed of ['0', '-1', ''])
      expect(ask({ amount: { typed, currency: 'USD' } })).toEqual({ refused: 'amount-unknown', field: 'amount' })
    expect(ask({ askedOn: '2026-11-24' })).toMatchObject({ refused: 'day-too-late', field: 'askedOn' })
    expect(ask({ askedOn: '2026-11-10', expectedBy: '2026-11-09' })).toEqual({ refused: 'day-too-early', field: 'expectedBy', params: { day: '2026-11-10' } })
    expect(ask({ expectedBy: '2026-11-22' })).toMatchObject({ refused: 'day-too-early', field: 'expectedBy' })
    expect(ask({ reference: 'x'.repeat(121) })).toMatchObject({ refused: 'too-long', field: 'reference' })
    expect(ask({ numberId: 'gone' })?.refused).toBe('not-found')
    expect(refusalOf(asked.facts, followUpClaim, { claimId, on: '2026-11-02' })).toEqual({ refused: 'day-too-early', field: 'on', params: { day: '2026-11-03' } })
    expect(refusalOf(asked.facts, setClaimState, { claimId, state: 'promised', expectedBy: '2026-11-02' })).toMatchObject({ refused: 'day-too-early', field: 'expectedBy' })
    expect(refusalOf(asked.facts, setClaimState, { claimId: 'gone', state: 'asked' })?.refused).toBe('not-found')
    expect(refusalOf(asked.facts, followUpClaim, { claimId: 'gone' })?.refused).toBe('not-found')
  })

  it('take a hundred follow-ups and more, but not without end', () => {
    const claim = asked.facts.refundClaims.get(claimId)!
    const full: Facts = { ...asked.facts, refundClaims: new Map([[claimId, { ...claim, followUps: Array.from({ length: 200 }, () => '2026-11-04') }]]) }
    expect(refusalOf(full, followUpClaim, { claimId })).toEqual({ refused: 'too-many', field: 'on', params: { max: 200 } })
  })
})

describe('log-contact', () => {
  it('notes a contact, now or before', () => {
    const context = world.context()
    const logged = run(start.facts, logContact, { numberId, channel: 'phone', withRole: ' first line ', reference: 'R1', outcome: 'said yes', callBackOn: '2026-11-30', about: 'refund:balance:USD' }, context)
    expect(logged.facts.contactLogs.get(logged.value)).toMatchObject({ at: context.now, withRole: 'first line', callBackOn: '2026-11-30', about: 'refund:balance:USD' })
    expect(logged.outcome.event).toMatchObject({ kind: 'contact.logged', params: { channel: 'phone', reference: 'R1' } })
    // A key is the app's own words: empty it is none, and figures in it are no secret.
    const ofCard = 'follow-up:call-back:41111111-1111-4111-8111-111111111111'
    const about = (key: string): string | undefined => {
      const { facts, value } = run(start.facts, logContact, { numberId, channel: 'phone', about: key }, world.context())
      return facts.contactLogs.get(value)?.about
    }
    expect([about(ofCard), about('')]).toEqual([ofCard, undefined])
    const earlier = run(start.facts, logContact, { numberId, channel: 'chat', at: 1_000 }, context)
    expect(earlier.facts.contactLogs.get(earlier.value)?.at).toBe(1_000)
  })

  it('refuses what cannot be', () => {
    const log = (input: object) => refusalOf(start.facts, logContact, { numberId, channel: 'phone', ...input })
    expect(log({ at: Date.parse('2030-01-01') })).toEqual({ refused: 'day-too-late', field: 'at', params: { day: TODAY } })
    for (const at of [-1, 1.5, Number.NaN])
      expect(log({ at })).toEqual({ refused: 'day-unknown', field: 'at' })
    expect(log({ callBackOn: '2026-11-22' })).toEqual({ refused: 'day-too-early', field: 'callBackOn', params: { day: TODAY } })
    expect(log({ outcome: 'x'.repeat(10_001) })).toMatchObject({ refused: 'too-long', field: 'outcome' })
    expect(log({ numberId: 'gone' })?.refused).toBe('not-found')
  })
})
