import { expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { logBindings } from '../../../../src/core/actions/log-bindings'
import { emptyFacts } from '../../../../src/core/records/facts'
import { refusalOf, run, testWorld } from './world'

const world = testWorld(31)
const chase = { kind: 'catalog', id: 'chase' } as const
const shop = { kind: 'own', name: 'Corner shop', category: 'shopping' } as const
const { facts, value: numberId } = run(emptyFacts(), addNumber, { e164: '+14155550134' }, world.context())

it('logs many as one change: accounts once, what is there or cannot be kept is told by its row', () => {
  const before = run(facts, logBinding, { numberId, service: chase, login: 'mei@example.com' }, world.context())
  const { facts: after, outcome, value } = run(before.facts, logBindings, {
    rows: [
      { numberId, service: chase, login: 'Mei@Example.com' },
      { numberId, service: shop, login: 'mei', roles: ['sms-2fa'], importance: 'low', dueOn: '2027-01-01', notes: 'blue card' },
      { numberId, service: shop, login: 'mei' },
      { numberId, service: { kind: 'own', name: '   ', category: 'other' } },
      { numberId: 'gone', service: chase },
      { numberId, service: chase, dueOn: 'some day' },
    ],
  }, world.context())

  expect(value.existing).toEqual([0, 2])
  expect(value.refused.map(({ row, why }) => [row, why.refused])).toEqual([[3, 'no-service'], [4, 'not-found'], [5, 'day-unknown']])
  expect(value.bindingIds).toHaveLength(1)
  const binding = after.bindings.get(value.bindingIds[0]!)!
  expect(binding).toMatchObject({ numberId, state: 'bound', roles: ['sms-2fa'], dueOn: '2027-01-01', notes: 'blue card' })
  expect(after.accounts.get(binding.accountId)).toMatchObject({ service: shop, login: 'mei', importance: 'low' })
  expect(after.accounts.size).toBe(2)
  expect(outcome.event).toEqual({ kind: 'bindings.logged', numberIds: [numberId], params: { count: 1 } })
})

it('is refused where nothing is new, with the first reason there is', () => {
  expect(refusalOf(facts, logBindings, { rows: [] }, world.context())).toMatchObject({ refused: 'already-so' })
  expect(refusalOf(facts, logBindings, { rows: [{ numberId, service: chase, login: 'password: hunter2' }] }, world.context())).toMatchObject({ refused: 'looks-secret' })
})

it('says the same of one row as logging it alone does', () => {
  const row = { numberId, service: chase, login: 'mei@example.com', roles: ['recovery'] as const, importance: 'high' as const }
  const [alone, among] = [logBinding(facts, row, testWorld(5).context()), logBindings(facts, { rows: [row] }, testWorld(5).context())]
  expect('changes' in among && among.changes).toEqual('changes' in alone && alone.changes)
})
