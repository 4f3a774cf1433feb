import type { Binding, BindingState, Role } from '../../../../src/core/records/binding'
import type { Account, Importance } from '../../../../src/core/records/account'
import type { PhoneNumber } from '../../../../src/core/records/number'
import type { Facts } from '../../../../src/core/records/tables'
import type { LayoutOptions } from '../../../../src/core/web/layout'
import fc from 'fast-check'
import { accountDefaults } from '../../../../src/core/records/account'
import { BINDING_STATES, bindingDefaults, ROLES } from '../../../../src/core/records/binding'
import { emptyFacts } from '../../../../src/core/records/facts'
import { numberDefaults } from '../../../../src/core/records/number'

export const numberId = (n: number): string => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`
export const accountId = (n: number): string => `00000000-0000-4000-8000-00000002${String(n).padStart(4, '0')}`
export const bindingId = (n: number): string => `00000000-0000-4000-8000-00000003${String(n).padStart(4, '0')}`

export type AccountLine = { name?: string, importance?: Importance | null, guardedBy?: readonly number[], secondFactors?: Account['secondFactors'], service?: string }
export type BindingLine = { account: number, number: number, state?: BindingState, roles?: readonly Role[] }

/** A small record: numbers, accounts by their place, bindings. */
export function record({ numbers = 1, accounts, bindings }: { numbers?: number, accounts: readonly AccountLine[], bindings: readonly BindingLine[] }): Facts {
  const at = { createdAt: 0, updatedAt: 0 }
  const numberRows = Array.from({ length: numbers }, (_, n): PhoneNumber => ({ ...at, ...numberDefaults, id: numberId(n), e164: `+141555501${String(n).padStart(2, '0')}`, createdAt: n }))
  const accountRows = accounts.map(({ name = 'Club', importance = null, guardedBy = [], secondFactors = null, service }, n): Account => ({
    ...at,
    ...accountDefaults,
    id: accountId(n),
    service: service ? { kind: 'catalog', id: service } : { kind: 'own', name, category: 'other' },
    login: `user${n}@example.com`,
    importance,
    guardedBy: guardedBy.map(accountId),
    secondFactors,
  }))
  const bindingRows = bindings.map(({ account, number, state = 'bound', roles = ['sms-2fa'] }, n): Binding => ({ ...at, ...bindingDefaults, id: bindingId(n), accountId: accountId(account), numberId: numberId(number), state, roles: [...roles] }))
  return {
    ...emptyFacts(),
    numbers: new Map(numberRows.map(row => [row.id, row])),
    accounts: new Map(accountRows.map(row => [row.id, row])),
    bindings: new Map(bindingRows.map(row => [row.id, row])),
  }
}

/** Any record of up to four numbers and 60 accounts: guards in rings, accounts on several numbers, on one that is gone, on none. */
export const anyRecord: fc.Arbitrary<Facts> = fc.integer({ min: 1, max: 60 }).chain(count => fc.record({
  numbers: fc.integer({ min: 0, max: 4 }),
  accounts: fc.array(fc.record({
    name: fc.constantFrom('Club', 'Gym', '健身房', 'Bank'),
    importance: fc.constantFrom(null, 'critical', 'high', 'medium', 'low'),
    guardedBy: fc.array(fc.nat({ max: count }), { maxLength: 3 }),
    secondFactors: fc.constantFrom<Account['secondFactors']>(null, ['authenticator'], ['sms'], ['none']),
  }), { minLength: count, maxLength: count }),
  bindings: fc.array(fc.record({
    account: fc.nat({ max: count - 1 }),
    number: fc.nat({ max: 4 }),
    state: fc.constantFrom(...BINDING_STATES),
    roles: fc.subarray([...ROLES]),
  }), { maxLength: 90 }),
})).map(record)

export const catalog = { service: () => undefined }

export function options(more: Partial<LayoutOptions> = {}): LayoutOptions {
  return { numberRows: 2.4, ringRows: 0.7, captionRows: 1, isFolding: true, unfolded: new Set(), kept: new Set(), ...more }
}
