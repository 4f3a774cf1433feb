import catalogFacts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { EXIT_ROUTES } from '../../../../src/core/records/number'
import { ALL_CLEAR, facts, ledger, phase, task, tick, TODAY } from './kit'

const catalog = createCatalog(catalogFacts)

describe('the real catalogue', () => {
  it('gives every provider a plan with a next action on every route', () => {
    for (const provider of catalog.providers) {
      for (const exitRoute of EXIT_ROUTES) {
        const of = facts({ number: { exitRoute, provider: { kind: 'catalog', id: provider.id } }, lines: [{ n: 1, service: 'google' }, { n: 2, service: 'chase', guardedBy: [1] }], ledger: [ledger(210)] })
        const plan = derivePlan(of, provider, catalog, TODAY)
        expect(plan.nextTasks.length, `${provider.id} ${exitRoute}`).toBeGreaterThan(0)
        expect(plan.canCancel).toBe(false)
      }
    }
  })

  it('lets every provider be left once everything it asks for is done', () => {
    for (const provider of catalog.providers) {
      const needs = provider.preconditions.map(need => tick(`pre-flight:need:${need}`))
      const of = facts({ number: { provider: { kind: 'catalog', id: provider.id } }, ticks: [...ALL_CLEAR, 'pre-flight:store', 'cancel:privacy-check', 'cancel:ask-how', ...needs] })
      const plan = derivePlan(of, provider, catalog, TODAY)
      expect(plan.canCancel, provider.id).toBe(true)
      expect(task(plan, 'cancel:cancel').state, provider.id).toBe('open')
    }
  })

  it('leads to Google\'s own page, and puts Google before what it guards', () => {
    const of = facts({ lines: [{ n: 1, service: 'google' }, { n: 2, service: 'chase', guardedBy: [1] }] })
    const [first, second] = phase(derivePlan(of, catalog.provider('google-voice') ?? null, catalog, TODAY), 'unbind').tasks
    expect(first).toMatchObject({ link: 'https://myaccount.google.com/phone', binding: { serviceId: 'google', importance: 'critical' } })
    expect(second).toMatchObject({ state: 'waiting', binding: { serviceId: 'chase' } })
  })

  it('rests a US number as long as the rule says', () => {
    const of = facts({ number: { lineStatus: 'cancelled' }, ticks: [tick('cancel:cancel')] })
    expect(task(derivePlan(of, null, catalog, TODAY), 'aging-over').dueOn).toBe('2027-01-07')
  })
})
