import type { Facts } from '../../../../src/core/records/tables'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { closeAccount } from '../../../../src/core/actions/close-account'
import { editBinding } from '../../../../src/core/actions/edit-binding'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { markBindingMoved } from '../../../../src/core/actions/mark-binding-moved'
import { markBindingMoving } from '../../../../src/core/actions/mark-binding-moving'
import { markBindingVerified } from '../../../../src/core/actions/mark-binding-verified'
import { removeBinding } from '../../../../src/core/actions/remove-binding'
import { restoreBinding } from '../../../../src/core/actions/restore-binding'
import { setGuards } from '../../../../src/core/actions/set-guards'
import { stepBindingBack } from '../../../../src/core/actions/step-binding-back'
import { waiveBinding } from '../../../../src/core/actions/waive-binding'
import { emptyFacts } from '../../../../src/core/records/facts'
import { asText, refusalOf, run, testWorld, TODAY } from './world'

const world = testWorld(11)
const chase = { kind: 'catalog', id: 'chase' } as const
const google = { kind: 'catalog', id: 'google' } as const
const first = run(emptyFacts(), addNumber, { e164: '+14155550134', label: 'Bank codes', activatedOn: '2025-01-01' }, world.context())
const second = run(first.facts, addNumber, { e164: '+16465550187' }, world.context())
const [numberId, otherId] = [first.value, second.value]
const logged = run(second.facts, logBinding, { numberId, service: chase, login: 'Mei@Example.com', roles: ['recovery', 'sms-2fa', 'recovery'] }, world.context())
const { bindingId, accountId } = logged.value

function stateOf(facts: Facts, id = bindingId) {
  const { state, movedOn, verifiedOn } = facts.bindings.get(id)!
  return [state, movedOn, verifiedOn]
}

describe('log-binding', () => {
  it('makes account and binding in one change, and names them as they are', () => {
    expect(logged.value.isNewAccount).toBe(true)
    expect(logged.facts.accounts.get(accountId)).toMatchObject({ service: chase, login: 'Mei@Example.com', importance: null, guardedBy: [] })
    expect(logged.facts.bindings.get(bindingId)).toMatchObject({ accountId, numberId, roles: ['sms-2fa', 'recovery'], state: 'bound' })
    expect(logged.outcome.event).toEqual({
      kind: 'binding.logged',
      numberIds: [numberId],
      params: { serviceId: 'chase', serviceName: null, login: 'Mei@Example.com', last4: '0134', label: 'Bank codes' },
    })
  })

  it('needs nothing but the service', () => {
    const { facts, value } = run(second.facts, logBinding, { numberId, service: chase })
    expect(facts.bindings.get(value.bindingId)).toMatchObject({ roles: [], dueOn: null })
    for (const service of [{ kind: 'own', name: ' \u200B ', category: 'other' }, { kind: 'catalog', id: '' }, { kind: 'catalog', id: 'Not An Id' }] as const)
      expect(refusalOf(second.facts, logBinding, { numberId, service })).toEqual({ refused: 'no-service', field: 'service' })
    expect(refusalOf(second.facts, logBinding, { numberId: 'gone', service: chase })).toEqual({ refused: 'not-found', field: 'numberId' })
  })

  it('finds the account of the same service and login on another number', () => {
    const { facts, value } = run(logged.facts, logBinding, { numberId: otherId, service: chase, login: ' mei@example.COM ' }, world.context())
    expect(value).toMatchObject({ accountId, isNewAccount: false })
    expect(facts.accounts).toBe(logged.facts.accounts)
    const own = run(facts, logBinding, { numberId, service: { kind: 'own', name: 'Chess  club', category: 'other' }, login: 'mei' }, world.context())
    expect(run(own.facts, logBinding, { numberId: otherId, service: { kind: 'own', name: 'chess club', category: 'gaming' }, login: 'mei' }, world.context()).value.isNewAccount).toBe(false)
  })

  it('keeps what was noted of a known account', () => {
    const noted = run(logged.facts, editBinding, { bindingId, importance: 'low', secondFactors: ['sms'] }, world.context())
    const gmail = run(noted.facts, logBinding, { numberId, service: google, login: 'mei' }, world.context())
    const guarded = run(gmail.facts, setGuards, { accountId, guardedBy: [gmail.value.accountId] }, world.context())
    const again = run(guarded.facts, logBinding, { numberId: otherId, service: chase, login: 'mei@example.com', importance: null, secondFactors: null, guardedBy: [] }, world.context())
    expect(again.facts.accounts.get(accountId)).toMatchObject({ importance: 'low', secondFactors: ['sms'], guardedBy: [gmail.value.accountId] })
    const said = run(guarded.facts, logBinding, { numberId: otherId, service: chase, login: 'mei@example.com', importance: 'critical' }, world.context())
    expect(said.facts.accounts.get(accountId)).toMatchObject({ importance: 'critical' })
  })

  it('refuses the same account on the same number, unless told to add it anyway', () => {
    const input = { numberId, service: chase, login: 'mei@example.com' }
    expect(refusalOf(logged.facts, logBinding, input)).toEqual({ refused: 'binding-exists', params: { bindingId, state: 'bound' } })
    const twice = run(logged.facts, logBinding, { ...input, addAnyway: true }, world.context())
    expect(twice.value).toMatchObject({ accountId, isNewAccount: false })
    const nameless = run(logged.facts, logBinding, { numberId, service: google }, world.context())
    expect(refusalOf(nameless.facts, logBinding, { numberId, service: google })?.refused).toBe('binding-exists')
    expect(run(nameless.facts, logBinding, { numberId, service: google, addAnyway: true }, world.context()).value.isNewAccount).toBe(true)
  })

  it('refuses an account of ten thousand characters and a day before the number was there', () => {
    expect(refusalOf(logged.facts, logBinding, { numberId, service: google, login: 'x'.repeat(10_000) })).toEqual({ refused: 'too-long', field: 'login', params: { max: 500, length: 10_000 } })
    expect(refusalOf(logged.facts, logBinding, { numberId, service: google, dueOn: '2024-12-31' })).toEqual({ refused: 'day-too-early', field: 'dueOn', params: { day: '2025-01-01' } })
    expect(refusalOf(logged.facts, logBinding, { numberId, service: google, dueOn: '2026-13-01' })).toEqual({ refused: 'day-unknown', field: 'dueOn' })
    expect(refusalOf(logged.facts, logBinding, { numberId, service: google, guardedBy: ['nobody'] })).toMatchObject({ refused: 'not-found', field: 'guardedBy' })
  })
})

describe('moving a binding', () => {
  it('goes bound, moving, moved, verified, and back the same way', () => {
    const moving = run(logged.facts, markBindingMoving, { bindingId }, world.context())
    const moved = run(moving.facts, markBindingMoved, { bindingId, replacement: { kind: 'passkey' } }, world.context())
    const verified = run(moved.facts, markBindingVerified, { bindingId }, world.context())
    expect([moving, moved, verified].map(({ facts }) => stateOf(facts))).toEqual([
      ['moving', null, null],
      ['moved', TODAY, null],
      ['verified', TODAY, TODAY],
    ])
    expect([moving, moved, verified].map(({ outcome }) => outcome.event.kind)).toEqual(['binding.moving', 'binding.moved', 'binding.verified'])
    expect(verified.outcome.event.params).toMatchObject({ serviceId: 'chase', from: 'moved', to: 'verified' })

    const back = run(verified.facts, stepBindingBack, { bindingId }, world.context())
    expect(stateOf(back.facts)).toEqual(['moved', TODAY, null])
    const start = run(back.facts, stepBindingBack, { bindingId }, world.context())
    expect(stateOf(start.facts)).toEqual(['bound', null, null])
    expect(start.facts.bindings.get(bindingId)?.replacement).toEqual({ kind: 'passkey' })
    expect(refusalOf(start.facts, stepBindingBack, { bindingId })?.refused).toBe('already-so')
  })

  it('unticking a plain tick leaves everything as it was, but for the moment', () => {
    const moved = run(logged.facts, markBindingMoved, { bindingId }, world.context())
    const back = run(moved.facts, stepBindingBack, { bindingId }, world.context())
    const { updatedAt, ...row } = back.facts.bindings.get(bindingId)!
    expect(logged.facts.bindings.get(bindingId)).toEqual({ ...row, updatedAt: expect.any(Number) })
    expect(updatedAt).toBeGreaterThan(0)
  })

  it('refuses steps out of turn', () => {
    expect(refusalOf(logged.facts, markBindingVerified, { bindingId })).toEqual({ refused: 'wrong-state', params: { state: 'bound' } })
    const moved = run(logged.facts, markBindingMoved, { bindingId }, world.context())
    expect(refusalOf(moved.facts, markBindingMoved, { bindingId })?.refused).toBe('already-so')
    expect(refusalOf(moved.facts, markBindingMoving, { bindingId })?.refused).toBe('wrong-state')
    for (const action of [markBindingMoved, markBindingMoving, markBindingVerified, stepBindingBack, closeAccount, restoreBinding, removeBinding])
      expect(refusalOf(moved.facts, action, { bindingId: 'gone' })?.refused).toBe('not-found')
  })

  it('takes days that can be', () => {
    const on = (movedOn: string) => refusalOf(logged.facts, markBindingMoved, { bindingId, movedOn })
    expect(on('2026-11-24')).toEqual({ refused: 'day-too-late', field: 'movedOn', params: { day: TODAY } })
    expect(on('2024-12-31')).toEqual({ refused: 'day-too-early', field: 'movedOn', params: { day: '2025-01-01' } })
    const moved = run(logged.facts, markBindingMoved, { bindingId, movedOn: '2026-11-16' }, world.context())
    expect(refusalOf(moved.facts, markBindingVerified, { bindingId, verifiedOn: '2026-11-15' })).toEqual({ refused: 'day-too-early', field: 'verifiedOn', params: { day: '2026-11-16' } })
  })

  it('takes another binding of the same account as the replacement, and nothing else', () => {
    const other = run(logged.facts, logBinding, { numberId: otherId, service: chase, login: 'mei@example.com' }, world.context())
    const foreign = run(other.facts, logBinding, { numberId: otherId, service: google }, world.context())
    const to = (id: string) => refusalOf(foreign.facts, markBindingMoved, { bindingId, replacement: { kind: 'binding', bindingId: id } })
    expect(to(other.value.bindingId)).toBeUndefined()
    expect(to(bindingId)).toEqual({ refused: 'not-valid', field: 'replacement' })
    expect(to(foreign.value.bindingId)).toEqual({ refused: 'not-valid', field: 'replacement' })
    expect(to('gone')).toEqual({ refused: 'not-found', field: 'replacement' })
  })
})

describe('the ends of a binding', () => {
  it('waives with a reason, and takes it back to where it stood', () => {
    for (const reason of ['', ' \n\u202E'])
      expect(refusalOf(logged.facts, waiveBinding, { bindingId, reason })).toEqual({ refused: 'reason-needed', field: 'reason' })
    expect(refusalOf(logged.facts, waiveBinding, { bindingId, reason: 'x'.repeat(10_001) })?.refused).toBe('too-long')
    const moved = run(logged.facts, markBindingMoved, { bindingId }, world.context())
    const waived = run(moved.facts, waiveBinding, { bindingId, reason: ' unused ' }, world.context())
    expect(waived.facts.bindings.get(bindingId)).toMatchObject({ state: 'waived', waivedReason: 'unused', movedOn: TODAY })
    expect(refusalOf(waived.facts, waiveBinding, { bindingId, reason: 'again' })?.refused).toBe('already-so')
    const restored = run(waived.facts, restoreBinding, { bindingId }, world.context())
    expect(restored.facts.bindings.get(bindingId)).toMatchObject({ state: 'moved', waivedReason: '' })
    expect(refusalOf(restored.facts, restoreBinding, { bindingId })?.refused).toBe('wrong-state')
  })

  it('closes an account on all its numbers', () => {
    const other = run(logged.facts, logBinding, { numberId: otherId, service: chase, login: 'mei@example.com' }, world.context())
    const closed = run(other.facts, closeAccount, { bindingId }, world.context())
    expect([...closed.facts.bindings.values()].map(binding => binding.state)).toEqual(['account-closed', 'account-closed'])
    expect(closed.outcome.event).toMatchObject({ kind: 'account.closed', numberIds: [numberId, otherId].sort(), params: { login: 'Mei@Example.com' } })
    expect(refusalOf(closed.facts, closeAccount, { bindingId })?.refused).toBe('already-so')
    expect(stateOf(run(closed.facts, restoreBinding, { bindingId }, world.context()).facts)).toEqual(['bound', null, null])
  })

  it('removes a binding, and its account where it was the last', () => {
    const other = run(logged.facts, logBinding, { numberId: otherId, service: chase, login: 'mei@example.com' }, world.context())
    const one = run(other.facts, removeBinding, { bindingId }, world.context())
    expect([one.facts.bindings.size, one.facts.accounts.size]).toEqual([1, 1])
    const none = run(one.facts, removeBinding, { bindingId: other.value.bindingId }, world.context())
    expect(asText(none.facts)).toBe(asText(second.facts))
  })
})

describe('edit-binding', () => {
  it('changes binding and account in one change', () => {
    const edited = run(logged.facts, editBinding, { bindingId, roles: ['contact', 'login-id'], dueOn: '2026-12-01', notes: 'n', importance: 'high', login: 'mei.tan', replacement: { kind: 'email' } }, world.context())
    expect(edited.facts.bindings.get(bindingId)).toMatchObject({ roles: ['login-id', 'contact'], dueOn: '2026-12-01', notes: 'n', replacement: { kind: 'email' }, state: 'bound' })
    expect(edited.facts.accounts.get(accountId)).toMatchObject({ importance: 'high', login: 'mei.tan' })
    expect(edited.outcome.event.params).toMatchObject({ login: 'Mei@Example.com' })
    expect(refusalOf(edited.facts, editBinding, { bindingId, login: 'mei.tan', dueOn: '2026-12-01' })).toEqual({ refused: 'already-so' })
    expect(run(edited.facts, editBinding, { bindingId, dueOn: null, replacement: null }, world.context()).facts.bindings.get(bindingId)).toMatchObject({ dueOn: null, replacement: null })
  })

  it('leaves the account alone when only the binding changes, and the other way round', () => {
    expect(run(logged.facts, editBinding, { bindingId, notes: 'n' }).facts.accounts).toBe(logged.facts.accounts)
    expect(run(logged.facts, editBinding, { bindingId, importance: 'low' }).facts.bindings).toBe(logged.facts.bindings)
  })

  it('refuses the login of another account of the service', () => {
    const other = run(logged.facts, logBinding, { numberId, service: chase, login: 'second' }, world.context())
    expect(refusalOf(other.facts, editBinding, { bindingId, login: 'SECOND' })).toEqual({ refused: 'account-exists', field: 'login', params: { accountId: other.value.accountId } })
    expect(refusalOf(other.facts, editBinding, { bindingId, login: 'mei@example.COM' })).toBeUndefined()
    expect(refusalOf(other.facts, editBinding, { bindingId, service: { kind: 'own', name: '', category: 'other' } })?.refused).toBe('no-service')
  })
})

describe('guards', () => {
  const gmail = run(logged.facts, logBinding, { numberId, service: google, login: 'mei' }, world.context())
  const wise = run(gmail.facts, logBinding, { numberId: otherId, service: { kind: 'catalog', id: 'wise' } }, world.context())
  const gmailId = gmail.value.accountId

  it('are set from either side', () => {
    const guards = run(wise.facts, setGuards, { accountId: gmailId, guards: [accountId, wise.value.accountId] }, world.context())
    expect([accountId, wise.value.accountId].map(id => guards.facts.accounts.get(id)?.guardedBy)).toEqual([[gmailId], [gmailId]])
    expect(guards.outcome.event).toMatchObject({ kind: 'account.guards-set', numberIds: [numberId, otherId].sort(), params: { serviceId: 'google' } })
    const fewer = run(guards.facts, setGuards, { accountId: gmailId, guards: [accountId] }, world.context())
    expect(fewer.facts.accounts.get(wise.value.accountId)?.guardedBy).toEqual([])
    const by = run(fewer.facts, setGuards, { accountId, guardedBy: [] }, world.context())
    expect(by.facts.accounts.get(accountId)?.guardedBy).toEqual([])
    expect(refusalOf(by.facts, setGuards, { accountId, guardedBy: [], guards: [] })?.refused).toBe('already-so')
  })

  it('may form a ring, but no account guards itself, and all must be there', () => {
    const one = run(wise.facts, setGuards, { accountId, guardedBy: [gmailId], guards: [gmailId] }, world.context())
    expect([accountId, gmailId].map(id => one.facts.accounts.get(id)?.guardedBy)).toEqual([[gmailId], [accountId]])
    expect(refusalOf(wise.facts, setGuards, { accountId, guardedBy: [accountId] })).toEqual({ refused: 'guards-itself', field: 'guardedBy' })
    expect(refusalOf(wise.facts, setGuards, { accountId, guards: [accountId] })).toEqual({ refused: 'guards-itself', field: 'guards' })
    expect(refusalOf(wise.facts, setGuards, { accountId, guardedBy: ['gone'] })).toEqual({ refused: 'not-found', field: 'guardedBy' })
    expect(refusalOf(wise.facts, setGuards, { accountId: 'gone' })).toEqual({ refused: 'not-found' })
  })

  it('can be edited together with the login', () => {
    const edited = run(wise.facts, editBinding, { bindingId, login: 'new', guardedBy: [gmailId] }, world.context())
    expect(edited.facts.accounts.get(accountId)).toMatchObject({ login: 'new', guardedBy: [gmailId] })
  })
})
