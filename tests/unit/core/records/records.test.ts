import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../../../../src/core/actions/action'
import { EVENT_KINDS } from '../../../../src/core/actions/event-kinds'
import { accountDefaults } from '../../../../src/core/records/account'
import { bindingDefaults } from '../../../../src/core/records/binding'
import { byNumber, emptyFacts, factsOfNumber, settingsOf } from '../../../../src/core/records/facts'
import { last4, numberDefaults } from '../../../../src/core/records/number'
import { schemas } from '../../../../src/core/records/schemas'
import { settingsDefaults } from '../../../../src/core/records/settings'
import { TABLES } from '../../../../src/core/records/tables'
import { timelineEventSchema } from '../../../../src/core/records/timeline-event'
import { seededIds, seededRandom } from '../../../../src/core/sample/seed'
import { DEMO_DAY, largeFacts } from '../../../fixtures/demo'

const id = '00000000-0000-4000-8000-000000000001'
const base = { id, createdAt: 1, updatedAt: 1 }

describe('schemas', () => {
  it('there is one for each table', () => {
    expect(Object.keys(schemas)).toEqual([...TABLES])
  })

  it('take the defaults', () => {
    expect(schemas.numbers.safeParse({ ...base, ...numberDefaults, e164: '+14155550134' }).success).toBe(true)
    expect(schemas.accounts.safeParse({ ...base, ...accountDefaults, service: { kind: 'catalog', id: 'chase' } }).success).toBe(true)
    expect(schemas.bindings.safeParse({ ...base, ...bindingDefaults, accountId: id, numberId: id }).success).toBe(true)
    expect(schemas.settings.safeParse(settingsDefaults).success).toBe(true)
  })

  it('refuse what does not belong', () => {
    const number = { ...base, ...numberDefaults, e164: '+14155550134' }
    for (const bad of [{ e164: '4155550134' }, { label: ' x' }, { label: 'x'.repeat(81) }, { country: 'us' }, { targetExitOn: '2026-02-30' }, { keepAliveDays: 0 }, { id: 'x' }, { pin: '1234' }, { lineStatus: 'gone' }])
      expect(schemas.numbers.safeParse({ ...number, ...bad }).success, JSON.stringify(bad)).toBe(false)
  })
})

describe('events', () => {
  it('have kinds that the schema takes, each once, and refusals likewise', () => {
    const event = { id, seq: 1, at: 1, numberIds: [], params: {}, changes: [], mode: 'do', ofEventId: null }
    for (const kind of EVENT_KINDS)
      expect(timelineEventSchema.safeParse({ ...event, kind }).success, kind).toBe(true)
    expect(new Set(EVENT_KINDS).size).toBe(EVENT_KINDS.length)
    expect(new Set(REFUSALS).size).toBe(REFUSALS.length)
  })
})

describe('facts', () => {
  const facts = largeFacts({ numbers: 4, bindings: 30, today: DEMO_DAY })

  it('are empty at first', () => {
    expect(TABLES.map(table => emptyFacts()[table].size)).toEqual(TABLES.map(() => 0))
    expect(settingsOf(emptyFacts())).toBe(settingsDefaults)
  })

  it('are grouped by number, once for a table as it stands', () => {
    const groups = byNumber(facts.bindings)
    expect([...groups.values()].reduce((sum, group) => sum + group.length, 0)).toBe(30)
    expect(byNumber(facts.bindings)).toBe(groups)
    expect(byNumber(new Map(facts.bindings))).not.toBe(groups)
  })

  it('are gathered for one number', () => {
    const [numberId] = [...facts.numbers.keys()]
    const of = factsOfNumber(facts, numberId!)!
    for (const rows of [of.bindings, of.ledgerEntries, of.refundClaims, of.contactLogs, of.ticks])
      expect(rows.every(row => row.numberId === numberId)).toBe(true)
    expect(of.bindings.length).toBeGreaterThan(0)
    expect(factsOfNumber(facts, 'gone')).toBeNull()
  })

  it('name a number by its last four digits', () => {
    expect(last4('+14155550134')).toBe('0134')
  })
})

describe('seeded chance', () => {
  it('is the same for the same seed, spread over 0 to 1', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 1000 }, random)
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    const mean = draw(3).reduce((sum, value) => sum + value, 0) / 1000
    expect(mean).toBeGreaterThan(0.45)
    expect(mean).toBeLessThan(0.55)
    expect(draw(4).every(value => value >= 0 && value < 1)).toBe(true)
  })

  it('makes ids that are UUIDs, each once', () => {
    const newId = seededIds(1)
    const ids = Array.from({ length: 10_000 }, newId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(item => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(item))).toBe(true)
  })
})
