import type { ServiceFields } from '../../../../src/core/actions/checks/service-checks'
import type { Facts } from '../../../../src/core/records/tables'
import facts from 'virtual:catalog/facts'
import guides from 'virtual:catalog/guides'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { adoptService } from '../../../../src/core/actions/adopt-service'
import { applyRowChanges, rowChanges, undoChanges } from '../../../../src/core/actions/apply'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { removeService } from '../../../../src/core/actions/remove-service'
import { saveService } from '../../../../src/core/actions/save-service'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { asService, blankService, isShippedServiceNewer, ownServiceEntries, ownServiceOf, serviceEntryOf } from '../../../../src/core/catalog/own-service'
import { searchServices } from '../../../../src/core/catalog/search'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { emptyFacts, factsOfNumber } from '../../../../src/core/records/facts'
import { schemas } from '../../../../src/core/records/schemas'
import { asText, refusalOf, run, testWorld, TODAY } from './world'

const catalog = createCatalog(facts)
const { context } = testWorld()
const chase = serviceEntryOf(catalog.service('chase')!, guides.services['chase']!)
const blank = (fields: Partial<ServiceFields> = {}): ServiceFields => ({ ...blankService('Corner Shop', TODAY), ...fields })
const onTop = (now: Facts) => createCatalog(facts, ownServiceEntries(now.ownServices.values(), catalog))

/** A number with accounts at services that only the user knows. */
function withAccounts(...names: string[]): { now: Facts, numberId: string } {
  const added = run(emptyFacts(), addNumber, { e164: '+14155550134' }, context())
  return { now: names.reduce((now, name, at) => run(now, logBinding, { numberId: added.value, service: { kind: 'own', name, category: 'shopping' }, login: `mei${at}@example.com` }, context()).facts, added.facts), numberId: added.value }
}

describe('a service that only the user knows', () => {
  it('gets an id, and every account with that name comes along in one event, which is undone to the last byte', () => {
    const { now, numberId } = withAccounts('Corner Shop', 'corner shop', 'Other')
    const { facts: after, value: id, outcome } = run(now, saveService, { target: { ownName: 'Corner Shop' }, fields: blank({ category: 'shopping', lossRisk: 'low' }), catalog }, context())
    expect(id).toMatch(/^own-[0-9a-f]{12}$/)
    expect([...after.accounts.values()].map(({ service }) => service.kind)).toEqual(['catalog', 'catalog', 'own'])
    expect(outcome.event).toMatchObject({ kind: 'service.saved', numberIds: [numberId], params: { serviceName: 'Corner Shop', serviceId: id } })
    expect(schemas.ownServices.safeParse(ownServiceOf(after.ownServices, id)).success).toBe(true)
    const undo = undoChanges(after, { changes: rowChanges(now, outcome.changes) })
    expect(asText(applyRowChanges(after, undo as never))).toBe(asText(now))
  })

  it('leaves the accounts its name and kind when it is removed', () => {
    const { now } = withAccounts('Corner Shop')
    const { facts: saved, value: serviceId } = run(now, saveService, { target: { ownName: 'Corner Shop' }, fields: blank({ category: 'payment' }), catalog }, context())
    const { facts: after } = run(saved, removeService, { serviceId, catalog }, context())
    expect([...after.accounts.values()].map(({ service }) => service)).toEqual([{ kind: 'own', name: 'Corner Shop', category: 'payment' }])
    expect(after.ownServices.size).toBe(0)
  })

  it('is found by both names, its other names and its sites', () => {
    const { facts: now, value: id } = run(emptyFacts(), saveService, { target: { ownName: '' }, fields: blank({ name: { en: 'Corner Shop', zh: '街角小店' }, aliases: ['cshop'], domains: ['https://www.corner.example.com/login'] }), catalog }, context())
    const known = onTop(now)
    for (const typed of ['corner shop', '街角', 'cshop', 'corner.example.com'])
      expect(searchServices(known, typed)[0]?.id, typed).toBe(id)
    expect(ownServiceOf(now.ownServices, id)?.entry.domains).toEqual(['corner.example.com'])
  })
})

describe('a correction', () => {
  const correct = (fields: Partial<ServiceFields>) => run(emptyFacts(), saveService, { target: { serviceId: 'chase' }, fields: { ...chase, ...fields }, catalog }, context())

  it('keeps both languages of what was left, its sources too, and notes the day of the shipped entry', () => {
    const { facts: now } = correct({ riskNote: ' Ask\u202E at the\ncounter ', sources: ['https://example.com/a'] })
    const own = ownServiceOf(now.ownServices, 'chase')!
    expect(own.entry).toEqual({ ...chase, riskNote: { en: 'Ask at the counter', zh: 'Ask at the counter' }, sources: ['https://example.com/a'] })
    expect(own.shippedOn).toBe(catalog.service('chase')!.checkedOn)
    expect(isShippedServiceNewer(own, { checkedOn: '2099-01-01' })).toBe(true)
    const shaped = asService(own, { facts: catalog.shippedService('chase'), words: guides.services['chase']! })
    expect(shaped.sources[0]).toMatchObject({ url: 'https://example.com/a', kind: 'third-party', supports: ['riskNote'] })
    expect(shaped.sources.slice(1).flatMap(({ supports }) => supports)).not.toContain('riskNote')
    expect(shaped.icon).toBe(catalog.service('chase')!.icon)
  })

  it('counts in the plan, and no longer once it is taken away', () => {
    const { now, numberId } = withAccounts()
    const logged = run(now, logBinding, { numberId, service: { kind: 'catalog', id: 'chase' } }, context()).facts
    const { facts: corrected } = run(logged, saveService, { target: { serviceId: 'chase' }, fields: { ...chase, lossRisk: 'low', page: 'https://example.com/phone' }, catalog }, context())
    const task = (record: Facts) => derivePlan(factsOfNumber(record, numberId)!, null, onTop(record), TODAY).phases.flatMap(phase => phase.tasks).find(({ binding }) => binding)
    expect(task(corrected)).toMatchObject({ binding: { importance: 'low' }, link: 'https://example.com/phone' })
    const { facts: back } = run(corrected, removeService, { serviceId: 'chase', catalog }, context())
    expect(task(back)).toMatchObject({ binding: { importance: 'critical' } })
    expect(asText(back)).toBe(asText(logged))
  })

  it('of a file says so, and is the user\'s once they save it', () => {
    const { facts: now, outcome } = run(emptyFacts(), adoptService, { target: { serviceId: 'chase' }, entry: { ...chase, sources: ['https://chase.com/a'] }, catalog }, context())
    const own = ownServiceOf(now.ownServices, 'chase')!
    expect(own.origin).toBe('file')
    expect(outcome.event.kind).toBe('service.adopted')
    expect(asService(own, { facts: catalog.service('chase') }).sources[0]).toMatchObject({ kind: 'third-party' })
    expect(ownServiceOf(run(now, saveService, { target: { serviceId: 'chase' }, fields: chase, catalog }, context()).facts.ownServices, 'chase')?.origin).toBe('written')
  })

  it('saved again unchanged is refused', () => {
    const { facts: now } = correct({ lossRisk: 'low' })
    expect(refusalOf(now, saveService, { target: { serviceId: 'chase' }, fields: { ...chase, lossRisk: 'low' }, catalog })).toEqual({ refused: 'already-so' })
  })
})

describe('a service is refused', () => {
  const refusal = (fields: Partial<ServiceFields>) => refusalOf(emptyFacts(), saveService, { target: { ownName: '' }, fields: blank(fields), catalog })

  it.each<[string, Partial<ServiceFields>, object]>([
    ['with a name of spaces', { name: { en: ' \u200B ', zh: '\u3000' } }, { refused: 'name-needed', field: 'name' }],
    ['with a name of marks that stand on nothing', { name: { en: '\u0301\u0308', zh: null } }, { refused: 'name-needed', field: 'name' }],
    ['with a name that is too long', { name: { en: 'x'.repeat(81), zh: null } }, { refused: 'too-long', field: 'name' }],
    ['with a Chinese name that is too long', { name: { en: 'x', zh: '字'.repeat(81) } }, { refused: 'too-long', field: 'nameZh' }],
    ['with a site that is none', { domains: ['example.com', 'not a site'] }, { refused: 'not-a-domain', field: 'domains.1' }],
    ['with a page that is not https', { page: 'http://example.com' }, { refused: 'not-a-link', field: 'page' }],
    ['with a page that runs script', { page: 'javascript:alert(1)' }, { refused: 'not-a-link', field: 'page' }],
    ['with a source that is not https', { sources: ['https://example.com/a', 'http://example.com/b'] }, { refused: 'not-a-link', field: 'sources.1' }],
    ['with a step that is too long', { steps: ['ok', 'x'.repeat(1001)] }, { refused: 'too-long', field: 'steps.1' }],
    ['with too many names', { aliases: Array.from({ length: 31 }, (_, at) => `n${at}`) }, { refused: 'too-many', field: 'aliases' }],
    ['on a day to come', { checkedOn: '2026-11-24' }, { refused: 'day-too-late', field: 'checkedOn' }],
  ])('%s', (_, fields, expected) => {
    expect(refusal(fields)).toMatchObject(expected)
  })

  it('where it is nowhere', () => {
    expect(refusalOf(emptyFacts(), saveService, { target: { serviceId: 'nobody' }, fields: blank(), catalog })).toEqual({ refused: 'not-found' })
    expect(refusalOf(emptyFacts(), removeService, { serviceId: 'chase', catalog })).toEqual({ refused: 'not-found' })
  })
})

it('a name of emoji is kept, and one in Chinese alone stands in both languages', () => {
  const saved = (name: { en: string, zh: string | null }) => [...run(emptyFacts(), saveService, { target: { ownName: '' }, fields: blank({ name }), catalog }, context()).facts.ownServices.values()][0]!.entry.name
  expect(saved({ en: '😀👩‍👧', zh: '' })).toEqual({ en: '😀👩‍👧', zh: null })
  expect(saved({ en: ' ', zh: '街角' })).toEqual({ en: '街角', zh: '街角' })
})
