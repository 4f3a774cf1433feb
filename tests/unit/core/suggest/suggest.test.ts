import type { Suggestion } from '../../../../src/core/suggest/suggest'
import type { Facts } from '../../../../src/core/records/tables'
import fc from 'fast-check'
import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { applyChanges, applyRowChanges, rowChanges, undoChanges } from '../../../../src/core/actions/apply'
import { changeSettings } from '../../../../src/core/actions/change-settings'
import { dismissSuggestion } from '../../../../src/core/actions/dismiss-suggestion'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { emptyFacts, settingsOf } from '../../../../src/core/records/facts'
import { schemas } from '../../../../src/core/records/schemas'
import { MOST_SUGGESTED, suggest } from '../../../../src/core/suggest/suggest'
import { USUAL } from '../../../../src/core/suggest/usual'
import { refusalOf, run, testWorld } from '../actions/world'

const catalog = createCatalog(facts)
const { context } = testWorld()
const NUMBERS = ['+14155550134', '+447700900123', '+85261234567', '+8613800138000', '+61491570156'] as const

const COUNTRIES = ['US', 'GB', 'HK', 'CN', 'AU'] as const

function withNumber(e164: typeof NUMBERS[number] = NUMBERS[0], provider: Parameters<typeof addNumber>[1]['provider'] = null): { now: Facts, id: string } {
  const added = run(emptyFacts(), addNumber, { e164, provider, country: COUNTRIES[NUMBERS.indexOf(e164)]! }, context())
  return { now: added.facts, id: added.value }
}

const log = (now: Facts, numberId: string, id: string): Facts => run(now, logBinding, { numberId, service: { kind: 'catalog', id } }, context()).facts
const ids = (found: readonly Suggestion[]): string[] => found.flatMap(({ services }) => services.map(({ id }) => id))

/** What somebody does with suggestions, one after the other: takes or dismisses the nth, or its whole kind. */
const moves = fc.array(fc.record({ what: fc.constantFrom('log', 'dismiss', 'kind'), at: fc.nat(4) }), { maxLength: 30 })

function play(now: Facts, id: string, language: 'en' | 'zh-CN', steps: readonly { what: string, at: number }[], look: (now: Facts, found: readonly Suggestion[]) => void): Facts {
  for (const { what, at } of steps) {
    const found = suggest(now, id, catalog, language)
    look(now, found)
    const all = found.flatMap(({ category, services }) => services.map(service => ({ category, service })))
    const chosen = all[at % Math.max(1, all.length)]
    if (!chosen)
      break
    const { category, service } = chosen
    now = what === 'log' ? log(now, id, service.id) : run(now, dismissSuggestion, what === 'kind' ? { numberId: id, category } : { numberId: id, serviceId: service.id }, context()).facts
  }
  return now
}

describe('suggestions', () => {
  it('are only of services that the catalogue has, under their own category', () => {
    for (const [category, usual] of Object.entries(USUAL)) {
      for (const { id } of usual)
        expect(`${id} ${catalog.service(id)?.category}`).toBe(`${id} ${category}`)
    }
  })

  it('ask for the e-mail first where a bank hangs on the number', () => {
    const { now, id } = withNumber()
    expect(suggest(now, id, catalog, 'en')[0]?.category).toBe('messaging')
    const [first] = suggest(log(log(now, id, 'chase'), id, 'whatsapp'), id, catalog, 'en')
    expect(first?.category).toBe('email')
    expect(first?.services.map(service => service.id)).toEqual(['google', 'microsoft', 'yahoo'])
  })

  it('know the country of the number and the language of its reader', () => {
    const american = withNumber()
    expect(ids(suggest(log(american.now, american.id, 'whatsapp'), american.id, catalog, 'zh-CN'))).toEqual(['google', 'microsoft', 'qqmail', 'apple', 'huawei'])
    const british = withNumber(NUMBERS[1])
    const rest = ['whatsapp', 'google', 'apple', 'paypal'].reduce((now, service) => log(now, british.id, service), british.now)
    expect(suggest(rest, british.id, catalog, 'en').map(({ category }) => category)).toEqual(['bank', 'government'])
    expect(ids(suggest(rest, british.id, catalog, 'en'))).toEqual(['monzo', 'barclays', 'lloyds', 'govuk', 'hmrc'])
  })

  it('begin with the account at the provider itself', () => {
    const { now, id } = withNumber(NUMBERS[0], { kind: 'catalog', id: 't-mobile-prepaid' })
    const all = ['whatsapp', 'google'].reduce((record, service) => log(record, id, service), now)
    expect(ids(suggest(all, id, catalog, 'en'))[0]).toBe('tmobile')
  })

  it('never name what the user wrote down in words of their own', () => {
    const { now, id } = withNumber()
    const own = run(now, logBinding, { numberId: id, service: { kind: 'own', name: ' GMAIL ', category: 'other' } }, context()).facts
    expect(ids(suggest(own, id, catalog, 'en'))).not.toContain('google')
  })

  it('are five at most, never bound or dismissed, the same each time, and keep their order', () => {
    fc.assert(fc.property(fc.constantFrom(...NUMBERS), fc.constantFrom('en' as const, 'zh-CN' as const), moves, (e164, language, steps) => {
      const { now, id } = withNumber(e164)
      let before: string[] = []
      play(now, id, language, steps, (record, found) => {
        const all = ids(found)
        expect(all.length).toBeLessThanOrEqual(MOST_SUGGESTED)
        expect(new Set(all).size).toBe(all.length)
        expect(ids(suggest(record, id, catalog, language))).toEqual(all)
        const bound = [...record.accounts.values()].flatMap(({ service }) => service.kind === 'catalog' ? service.id : [])
        const dismissed = settingsOf(record).dismissedSuggestions?.[id] ?? { services: [], categories: [] }
        expect(all.filter(service => bound.includes(service) || dismissed.services.includes(service))).toEqual([])
        expect(found.filter(({ category }) => dismissed.categories.includes(category))).toEqual([])
        // Only the head of the kinds may turn once money hangs on the number.
        const both = (list: string[], other: string[]): string[] => list.filter(service => other.includes(service))
        const isTurned = found[0]?.category === 'email' || found[0]?.category === 'messaging'
        if (!isTurned)
          expect(both(all, before)).toEqual(both(before, all))
        before = all
        expect(schemas.settings.safeParse(settingsOf(record)).success).toBe(true)
      })
    }), { numRuns: 60, seed: 5 })
  })

  it('end when all are dismissed, one by one', () => {
    fc.assert(fc.property(fc.constantFrom(...NUMBERS), fc.constantFrom('en' as const, 'zh-CN' as const), fc.nat(4), (e164, language, at) => {
      const { now, id } = withNumber(e164)
      const end = play(now, id, language, Array.from({ length: 100 }, () => ({ what: 'dismiss', at })), () => undefined)
      expect(suggest(end, id, catalog, language)).toEqual([])
    }), { numRuns: 20, seed: 5 })
  })
})

describe('a dismissal', () => {
  const { now, id } = withNumber()

  it('is refused where there is nothing to dismiss it for, twice, and for what is no service', () => {
    const { facts: once } = run(now, dismissSuggestion, { numberId: id, serviceId: 'google' }, context())
    expect(refusalOf(once, dismissSuggestion, { numberId: id, serviceId: 'google' })).toEqual({ refused: 'already-so' })
    expect(refusalOf(now, dismissSuggestion, { numberId: 'none', serviceId: 'google' })).toEqual({ refused: 'not-found' })
    expect(refusalOf(now, dismissSuggestion, { numberId: id, serviceId: '<b>' })).toEqual({ refused: 'not-valid' })
    expect(refusalOf(now, dismissSuggestion, { numberId: id, category: '__proto__' as never })).toEqual({ refused: 'not-valid' })
  })

  it('can be undone although the theme was changed since, and the theme stays', () => {
    const { facts: once, outcome } = run(now, dismissSuggestion, { numberId: id, category: 'email' }, context())
    const event = { changes: rowChanges(now, outcome.changes) }
    const themed = applyChanges(once, run(once, changeSettings, { theme: 'dark' }, context()).outcome.changes)
    const undone = applyRowChanges(themed, undoChanges(themed, event) as never)
    expect(settingsOf(undone).theme).toBe('dark')
    expect(settingsOf(undone).dismissedSuggestions).toBeUndefined()
    expect(ids(suggest(undone, id, catalog, 'en'))).toContain('google')
  })

  it('holds for its number only', () => {
    const other = run(now, addNumber, { e164: '+14155550177' }, context())
    const { facts: once } = run(other.facts, dismissSuggestion, { numberId: id, category: 'messaging' }, context())
    expect(suggest(once, other.value, catalog, 'en')[0]?.category).toBe('messaging')
  })
})
