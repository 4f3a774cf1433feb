import type { Language } from '../../../../src/core/records/settings'
import type { Task } from '../../../../src/core/plan/plan'
import type { Facts } from '../../../../src/core/records/tables'
import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { planOf } from '../../../../src/core/actions/rows/plan-of'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { deriveToday } from '../../../../src/core/plan/derive-today'
import { schemas } from '../../../../src/core/records/schemas'
import { LANGUAGES } from '../../../../src/core/records/settings'
import { TABLES } from '../../../../src/core/records/tables'
import { isFictional } from '../../../../src/core/phone/fictional'
import { DEMO_DAY, sampleFacts } from '../../../fixtures/demo'

const catalog = createCatalog(facts)
const catalogHas = (kind: 'provider' | 'service', id: string): boolean => catalog[kind](id) !== undefined
const sample = sampleFacts(DEMO_DAY, { language: 'en', catalogHas })
const plans = [...sample.numbers.values()].map(number => planOf(sample, number.id, catalog, DEMO_DAY)!)
const [bankCodes, payGo, london] = plans as [typeof plans[0], typeof plans[0], typeof plans[0]]

function expectValid(record: Facts): void {
  for (const table of TABLES) {
    for (const [id, row] of record[table]) {
      expect(schemas[table].safeParse(row).error, table).toBeUndefined()
      expect(row.id).toBe(id)
    }
  }
}

function serviceOf(task: Task | null): string | undefined {
  const account = task?.binding ? sample.accounts.get(task.binding.accountId) : undefined
  return account?.service.kind === 'catalog' ? account.service.id : account?.service.name
}

describe('the sample', () => {
  it('passes every schema in both languages, on any day', () => {
    for (const language of LANGUAGES) {
      for (const today of ['2026-11-23', '2024-02-29', '2027-01-01', '2026-03-29'])
        expectValid(sampleFacts(today, { language }))
    }
  })

  it('is the same each time, ids included', () => {
    expect(sampleFacts(DEMO_DAY, { language: 'en', catalogHas })).toEqual(sample)
    const ids = TABLES.flatMap(table => [...sample[table].keys()])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has only fictional numbers, all marked as sample', () => {
    expect([...sample.numbers.values()].map(number => number.e164)).toEqual(['+14155550134', '+16465550187', '+447700900123'])
    for (const number of sample.numbers.values())
      expect(isFictional(number.e164) && number.isSample).toBe(true)
    expect([...sample.accounts.values()].every(account => account.isSample)).toBe(true)
  })

  it('knows every provider and service of the catalogue', () => {
    expect([...sample.numbers.values()].map(number => number.provider?.kind)).toEqual(['catalog', 'catalog', 'catalog'])
    expect([...sample.accounts.values()].filter(account => account.service.kind === 'own')).toEqual([])
  })

  it('gives what the catalogue lacks a name of its own', () => {
    const bare = sampleFacts(DEMO_DAY, { language: 'en', catalogHas: () => false })
    expectValid(bare)
    expect([...bare.numbers.values()].map(number => number.provider)).toContainEqual({ kind: 'own', name: 'giffgaff' })
    expect([...bare.accounts.values()].map(account => account.service)).toContainEqual({ kind: 'own', name: 'Chase', category: 'bank' })
  })

  it.each<[Language, string[]]>([
    ['en', ['Bank codes', 'PayGo SIM', 'London trip']],
    ['zh-CN', ['银行验证码', '保号卡', '伦敦旅行']],
  ])('has its labels in %s', (language, labels) => {
    expect([...sampleFacts(DEMO_DAY, { language }).numbers.values()].map(number => number.label)).toEqual(labels)
  })

  it('has 28 bindings, 15 not settled, three to verify', () => {
    expect(plans.map(plan => [plan.settled, plan.bindings])).toEqual([[5, 14], [3, 9], [5, 5]])
    const counted = plans.flatMap(plan => plan.phases).flatMap(phase => phase.tasks).filter(task => task.kind === 'verify-binding' && task.state !== 'done')
    expect(counted.map(serviceOf)).toEqual(['google', 'paypal', 'google'])
  })

  it('begins with Gmail, three days late, which opens four', () => {
    const { next } = deriveToday(plans, DEMO_DAY)
    expect([next?.kind, serviceOf(next), next?.dueOn, next?.binding?.opens.length]).toEqual(['verify-binding', 'google', '2026-11-20', 4])
  })

  it('shows the day of the pictures', () => {
    const today = deriveToday(plans, DEMO_DAY)
    expect(today.late.map(task => [task.kind, task.dueOn])).toEqual([['chase-refund', '2026-11-17']])
    expect(today.todayAndTomorrow.map(task => [task.kind, serviceOf(task)])).toEqual([['top-up', undefined], ['verify-binding', 'paypal']])
    expect(today.nextSevenDays.map(task => serviceOf(task) ?? task.kind)).toEqual(['chase', 'whatsapp', 'telegram', 'amazon', 'ask-refund'])
    expect(bankCodes.lostOn).toMatchObject({ day: '2026-12-12' })
    expect(payGo.lostOn).toMatchObject({ day: '2026-11-24' })
    expect(london.hasLeft).toBe(true)
    expect(bankCodes.warnings.map(warning => warning.code)).toContain('target-after-loss')
  })

  it('has money at stake: $14.50 and £8.50 asked back, six days late', () => {
    const { moneyAtStake } = deriveToday(plans, DEMO_DAY)
    expect(moneyAtStake.map(({ money }) => money)).toEqual([{ amountMinor: 850, currency: 'GBP' }, { amountMinor: 1450, currency: 'USD' }])
    expect(moneyAtStake[0]?.parts[0]).toMatchObject({ fate: 'asked', daysLate: 6 })
    expect(moneyAtStake[1]?.parts.map(part => [part.money.amountMinor, part.fate])).toEqual([[1240, 'refundable'], [210, 'unknown']])
  })

  it('has no tick that its plan does not know', () => {
    for (const tick of sample.ticks.values()) {
      const plan = plans.find(({ numberId }) => numberId === tick.numberId)!
      const keys = plan.phases.flatMap(phase => phase.tasks).map(task => task.key)
      expect(plan.hasLeft || keys.includes(tick.taskKey), tick.taskKey).toBe(true)
    }
  })
})
