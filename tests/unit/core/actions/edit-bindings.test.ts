import type { Facts } from '../../../../src/core/records/tables'
import type { BindingsChange } from '../../../../src/core/actions/edit-bindings'
import { describe, expect, it } from 'vitest'
import { applyRowChanges, rowChanges, undoChanges } from '../../../../src/core/actions/apply'
import { editBindings } from '../../../../src/core/actions/edit-bindings'
import { snoozeTask } from '../../../../src/core/actions/snooze-task'
import { unbindKey } from '../../../../src/core/plan/task-keys'
import { largeFacts } from '../../../../src/core/sample/large'
import { catalog } from './random-steps'
import { refusalOf, run, testWorld, TODAY } from './world'

const facts = largeFacts({ numbers: 4, bindings: 400, today: TODAY, seed: 7 })
const all = [...facts.bindings.keys()]
const inState = (state: string): string[] => all.filter(id => facts.bindings.get(id)?.state === state)
const edit = (change: BindingsChange, bindingIds = all, of: Facts = facts) => run(of, editBindings, { bindingIds, change }, testWorld(3).context())

describe('editing many bindings', () => {
  it('marks what can be moved and tells why the rest was left', () => {
    const { facts: after, value, outcome } = edit({ kind: 'moved', replacement: { kind: 'passkey' } })
    const able = inState('bound').length + inState('moving').length
    expect(value.changed).toBe(able)
    expect(value.left).toEqual([
      { refused: 'already-so', count: inState('moved').length + inState('verified').length },
      { refused: 'wrong-state', count: all.length - able - inState('moved').length - inState('verified').length },
    ])
    expect([...after.bindings.values()].filter(({ movedOn, state }) => state === 'moved' && movedOn === TODAY).length).toBeGreaterThanOrEqual(able)
    expect(outcome.event).toMatchObject({ kind: 'bindings.moved', params: { count: able, left: all.length - able, why: 'already-so wrong-state' } })
    expect(outcome.event.numberIds).toHaveLength(4)
  })

  it('is one step back, whatever was done', () => {
    const target = [...facts.numbers.keys()][0]!
    for (const change of [{ kind: 'moving' }, { kind: 'verified' }, { kind: 'back' }, { kind: 'restored' }, { kind: 'waived', reason: 'Not needed' }, { kind: 'due', dueOn: '2026-12-01' }, { kind: 'roles', add: ['contact'], remove: ['sms-2fa'] }, { kind: 'replacement', replacement: { kind: 'other-number', numberId: target } }, { kind: 'number', numberId: target }] satisfies BindingsChange[]) {
      const { facts: after, outcome } = edit(change)
      const back = undoChanges(after, { changes: rowChanges(facts, outcome.changes) })
      expect(Array.isArray(back), change.kind).toBe(true)
      expect(applyRowChanges(after, back as never).bindings, change.kind).toEqual(facts.bindings)
    }
  })

  it('tells of a single one as of one, and names each only once', () => {
    const [bound] = inState('bound')
    const { value, outcome } = edit({ kind: 'moved' }, [bound!, bound!, 'none'])
    expect(value).toEqual({ changed: 1, left: [{ refused: 'not-found', count: 1 }] })
    expect(outcome.event.kind).toBe('binding.moved')
    expect(outcome.event.params).toHaveProperty('login')
  })

  it('is refused where nothing can be changed, for a reason that was not given, and for a day that is none', () => {
    expect(refusalOf(facts, editBindings, { bindingIds: inState('verified'), change: { kind: 'moved' } })).toEqual({ refused: 'already-so' })
    expect(refusalOf(facts, editBindings, { bindingIds: [], change: { kind: 'moved' } })).toEqual({ refused: 'not-found' })
    expect(refusalOf(facts, editBindings, { bindingIds: all, change: { kind: 'waived', reason: '  ' } })).toEqual({ refused: 'reason-needed', field: 'reason' })
    expect(refusalOf(facts, editBindings, { bindingIds: all, change: { kind: 'due', dueOn: '2026-02-30' } })).toEqual({ refused: 'day-unknown', field: 'dueOn' })
    expect(refusalOf(facts, editBindings, { bindingIds: all, change: { kind: 'number', numberId: 'none' } })).toMatchObject({ refused: 'not-found', field: 'numberId' })
  })

  it('adds and takes roles away and leaves the others', () => {
    const { facts: after } = edit({ kind: 'roles', add: ['contact'], remove: ['sms-2fa'] })
    for (const [id, { roles }] of facts.bindings)
      expect(after.bindings.get(id)?.roles).toEqual(['login-id', 'recovery', 'contact', 'verification-only'].filter(role => role === 'contact' || roles.includes(role as 'recovery')))
  })

  it('never puts a number in its own place', () => {
    const [numberId] = [...facts.numbers.keys()]
    const { facts: after, value } = edit({ kind: 'replacement', replacement: { kind: 'other-number', numberId: numberId! } })
    expect(value.left).toEqual([{ refused: 'not-valid', count: 100 }])
    expect([...after.bindings.values()].some(binding => binding.numberId === numberId && binding.replacement?.kind === 'other-number' && binding.replacement.numberId === numberId)).toBe(false)
  })

  it('puts bindings on another number with what was said of their tasks, and no account there twice', () => {
    const [from, to] = [...facts.numbers.values()].filter(({ exitRoute }) => exitRoute === 'cancel').map(({ id }) => id)
    const moving = [...facts.bindings.values()].find(({ state, numberId }) => state === 'bound' && numberId === from)!
    const snoozed = run(facts, snoozeTask, { numberId: from!, taskKey: unbindKey(moving.id), until: '2026-12-01', reason: 'later', catalog })
    const { facts: after, value } = edit({ kind: 'number', numberId: to! }, all, snoozed.facts)
    expect(value.left.map(({ refused }) => refused)).toContain('already-so')
    expect([...after.ticks.values()].find(({ taskKey }) => taskKey === unbindKey(moving.id))?.numberId).toBe(to)
    const there = [...after.bindings.values()].filter(({ numberId, state }) => numberId === to && state !== 'dismissed' && state !== 'removed')
    const before = [...facts.bindings.values()].filter(({ numberId, state }) => numberId === to && state !== 'dismissed' && state !== 'removed')
    const twice = (of: typeof there): number => of.length - new Set(of.map(({ accountId }) => accountId)).size
    expect(twice(there)).toBe(twice(before))
  })
})
