import type { BindingState, Role } from '../../../../src/core/records/binding'
import type { Account } from '../../../../src/core/records/account'
import type { Facts } from '../../../../src/core/records/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whatIfItDied } from '../../../../src/core/lockout/what-if'
import { importanceOf, isCounted, isSettled } from '../../../../src/core/plan/settled'
import { accountId, anyRecord, catalog, numberId, record } from '../web/kit'

const ask = (facts: Facts, n = 0) => whatIfItDied(facts, numberId(n), catalog)!
const ids = (rows: readonly { accountId: string }[]) => rows.map(row => row.accountId)
function one(roles: readonly Role[], { state, secondFactors }: { state?: BindingState, secondFactors?: Account['secondFactors'] } = {}) {
  return ask(record({ accounts: [{ secondFactors: secondFactors ?? null }], bindings: [{ account: 0, number: 0, roles, state: state ?? 'bound' }] }))
}
const verdict = (answer: ReturnType<typeof ask>) => (['shut', 'through', 'unknown', 'safe'] as const).find(list => answer[list].length > 0)

describe('what if a number died today', () => {
  it('shuts what takes its codes here and has no other way noted', () => {
    expect(verdict(one(['sms-2fa']))).toBe('shut')
    expect(one(['sms-2fa']).shut[0]?.reasons).toEqual(['codes-here-none-noted'])
    expect(one(['sms-2fa'], { secondFactors: ['sms'] }).shut[0]?.reasons).toEqual(['codes-only-here'])
    expect(verdict(one(['sms-2fa'], { secondFactors: ['sms', 'authenticator'] }))).toBe('safe')
  })

  it('says unknown where nobody noted enough, never no', () => {
    expect(verdict(one([]))).toBe('unknown')
    expect(verdict(one(['login-id']))).toBe('unknown')
  })

  it('does not trust a new way that was never tried', () => {
    const moved = ask(record({ accounts: [{ importance: 'critical', secondFactors: ['authenticator'] }], bindings: [{ account: 0, number: 0, state: 'moved' }] }))
    expect(moved.unknown[0]?.reasons).toEqual(['moved-not-tried'])
  })

  it('goes by the service where the number is only the name to sign in with', () => {
    const facts = record({ accounts: [{ service: 'wechat' }], bindings: [{ account: 0, number: 0, roles: ['login-id'] }] })
    const answer = (needsOldNumber: boolean | null) => whatIfItDied(facts, numberId(0), { service: () => ({ name: { en: 'WeChat', zh: '微信' }, category: 'messaging', lossRisk: 'critical', domains: [], changeUrl: null, needsOldNumber, cooldown: null }) })!
    expect([true, false, null].map(needs => verdict(answer(needs)))).toEqual(['shut', 'safe', 'unknown'])
    expect(answer(true).shut[0]).toMatchObject({ movesWithoutOld: false, importance: 'critical', category: 'messaging' })
  })

  it('leaves open what another living line serves as well', () => {
    const facts = record({ numbers: 2, accounts: [{}], bindings: [{ account: 0, number: 0 }, { account: 0, number: 1 }] })
    expect(ask(facts).safe[0]?.reasons).toEqual(['other-number'])
    const dead = { ...facts, numbers: new Map(facts.numbers).set(numberId(1), { ...facts.numbers.get(numberId(1))!, lineStatus: 'cancelled' as const }) }
    expect(verdict(ask(dead))).toBe('shut')
  })

  it('shuts those behind a shut guard, also in a chain, but not where another guard stays open', () => {
    const answer = ask(record({ accounts: [{}, { guardedBy: [0] }, { guardedBy: [1] }, { guardedBy: [0, 4] }, {}], bindings: [{ account: 0, number: 0 }] }))
    expect(ids(answer.shut)).toEqual([accountId(0)])
    expect(ids(answer.through).sort()).toEqual([accountId(1), accountId(2)])
    expect(answer.through.find(row => row.accountId === accountId(2))?.guards).toEqual([accountId(1)])
  })

  it('leaves open, behind a shut guard, what can still be signed in to, and passes over what was only suggested', () => {
    const answer = ask(record({
      accounts: [{}, { guardedBy: [0], secondFactors: ['authenticator'] }, { guardedBy: [0] }, { guardedBy: [0] }],
      bindings: [
        { account: 0, number: 0, roles: ['sms-2fa'] },
        { account: 1, number: 0, roles: ['sms-2fa'] },
        { account: 2, number: 0, state: 'candidate' },
        { account: 3, number: 0, state: 'dismissed' },
      ],
    }))
    expect(ids(answer.shut)).toEqual([accountId(0)])
    expect(ids(answer.safe)).toEqual([accountId(1)])
    expect(ids(answer.through)).toEqual([])
  })

  it('ends in a ring of guards, and shuts nobody in it unless something outside does', () => {
    const ring = (extra: readonly number[]) => record({ accounts: [{ guardedBy: [1, ...extra] }, { guardedBy: [0] }, {}], bindings: [{ account: 2, number: 0 }] })
    expect(ask(ring([])).through).toEqual([])
    expect(ask(ring([2])).through).toEqual([])
  })

  it('counts money, the worst account first', () => {
    const facts = record({ accounts: [{ importance: 'low' }, { importance: 'critical' }], bindings: [{ account: 0, number: 0 }, { account: 1, number: 0 }] })
    const bank = { ...facts.accounts.get(accountId(0))!, service: { kind: 'own' as const, name: 'Bank', category: 'bank' as const } }
    const answer = ask({ ...facts, accounts: new Map(facts.accounts).set(bank.id, bank) })
    expect([...answer.money]).toEqual([['bank', 1]])
    expect(ids(answer.shut)).toEqual([accountId(1), accountId(0)])
  })

  it('knows whom a stranger could follow in: texts alone, or not known to be more', () => {
    const exposed = (roles: readonly Role[], secondFactors: Account['secondFactors'] = null, state: BindingState = 'bound') => one(roles, { secondFactors, state }).exposed.map(({ isSure, reasons }) => [isSure, reasons[0]])[0]
    expect(exposed(['recovery', 'sms-2fa'])).toEqual([true, 'reset-by-text'])
    expect(exposed(['login-id', 'sms-2fa'])).toEqual([true, 'sign-in-by-text'])
    expect(exposed(['recovery'])).toEqual([false, 'reset-maybe'])
    expect(exposed(['recovery'], ['none'])).toEqual([true, 'reset-by-text'])
    expect(exposed(['recovery', 'sms-2fa'], ['passkey'])).toEqual([false, 'reset-despite-factor'])
    expect(exposed(['login-id'], ['passkey'])).toBeUndefined()
    expect(exposed(['sms-2fa'])).toBeUndefined()
    expect(exposed([])).toEqual([false, 'takeover-unknown'])
    expect(exposed(['recovery', 'sms-2fa'], null, 'waived')).toEqual([true, 'reset-by-text'])
    expect(exposed(['recovery', 'sms-2fa'], null, 'verified')).toBeUndefined()
  })

  it('has no answer for a number that is not there', () => {
    expect(whatIfItDied(record({ accounts: [], bindings: [] }), 'nobody', catalog)).toBeNull()
  })

  it('claims nobody who does not hang on the number, himself or through guards, and none twice', () => {
    fc.assert(fc.property(anyRecord, (facts) => {
      for (const id of facts.numbers.keys()) {
        const answer = whatIfItDied(facts, id, catalog)!
        const direct = new Set([...facts.bindings.values()].filter(binding => binding.numberId === id && isCounted(binding) && !isSettled(binding, importanceOf(facts.accounts.get(binding.accountId)!, undefined))).map(binding => binding.accountId))
        const reach = new Set(direct)
        for (let size = -1; size !== reach.size;) {
          size = reach.size
          for (const account of facts.accounts.values()) {
            if (account.guardedBy.some(guard => reach.has(guard)))
              reach.add(account.id)
          }
        }
        for (const row of [...answer.shut, ...answer.unknown, ...answer.safe])
          expect(direct.has(row.accountId)).toBe(true)
        for (const row of answer.through)
          expect(reach.has(row.accountId) && row.guards.every(guard => [...answer.shut, ...answer.through].some(other => other.accountId === guard))).toBe(true)
        const all = ids([...answer.shut, ...answer.through, ...answer.unknown, ...answer.safe])
        expect(new Set(all).size).toBe(all.length)
        expect([...direct].every(accountId => all.includes(accountId))).toBe(true)
      }
    }), { seed: 9, numRuns: 300 })
  })

  it('never has one more victim for one binding less on the number', () => {
    fc.assert(fc.property(anyRecord, fc.nat(), (facts, pick) => {
      // A closed account is nobody's victim, and the note of that is no line that could go.
      const here = [...facts.bindings.values()].filter(binding => binding.numberId === numberId(0) && binding.state !== 'account-closed')
      const gone = here[pick % Math.max(1, here.length)]
      if (!gone || !facts.numbers.has(numberId(0)))
        return
      const less = { ...facts, bindings: new Map([...facts.bindings].filter(([id]) => id !== gone.id)) }
      const [was, is] = [ask(facts), ask(less)].map(({ shut, through }) => ids([...shut, ...through]))
      expect(is!.filter(id => !was!.includes(id) && id !== gone.accountId)).toEqual([])
    }), { seed: 10, numRuns: 400 })
  })
})
