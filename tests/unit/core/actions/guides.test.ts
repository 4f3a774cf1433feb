import type { GuideFields } from '../../../../src/core/actions/checks/guide-checks'
import type { Facts } from '../../../../src/core/records/tables'
import facts from 'virtual:catalog/facts'
import guides from 'virtual:catalog/guides'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { adoptGuide } from '../../../../src/core/actions/adopt-guide'
import { applyRowChanges, rowChanges, undoChanges } from '../../../../src/core/actions/apply'
import { closeNumber } from '../../../../src/core/actions/close-number'
import { removeGuide } from '../../../../src/core/actions/remove-guide'
import { saveGuide } from '../../../../src/core/actions/save-guide'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { blankEntry, entryOf, guideOf, ownEntries } from '../../../../src/core/catalog/own-guide'
import { derivePlan } from '../../../../src/core/plan/derive-plan'
import { emptyFacts, factsOfNumber } from '../../../../src/core/records/facts'
import { schemas } from '../../../../src/core/records/schemas'
import { asText, refusalOf, run, testWorld, TODAY } from './world'

const catalog = createCatalog(facts)
const { context } = testWorld()
const google = entryOf(catalog.provider('google-voice')!, guides.providers['google-voice']!)
const blank = (fields: Partial<GuideFields> = {}): GuideFields => ({ ...blankEntry('Corner Phone', TODAY), ...fields })

function withNumbers(...providers: Parameters<typeof addNumber>[1]['provider'][]): { facts: Facts, ids: string[] } {
  let now = emptyFacts()
  const ids = providers.map((provider, index) => {
    const added = run(now, addNumber, { e164: `+1415555010${index}`, provider }, context())
    now = added.facts
    return added.value
  })
  return { facts: now, ids }
}

function written(fields: Partial<GuideFields> = {}) {
  const before = withNumbers({ kind: 'own', name: 'Corner Phone' }, { kind: 'own', name: 'corner phone' }, { kind: 'own', name: 'Other' })
  return { before, ...run(before.facts, saveGuide, { target: { ownName: 'Corner Phone' }, fields: blank(fields), catalog }, context()) }
}

describe('a guide to a provider that only the user knows', () => {
  it('gives the provider an id, and every number with that name comes along in one event', () => {
    const { before, facts: now, value: id, outcome } = written()
    expect(id).toMatch(/^own-[0-9a-f]{12}$/)
    expect(before.ids.map(number => now.numbers.get(number)!.provider)).toEqual([{ kind: 'catalog', id }, { kind: 'catalog', id }, { kind: 'own', name: 'Other' }])
    expect(outcome.event).toMatchObject({ kind: 'guide.saved', numberIds: before.ids.slice(0, 2).sort(), params: { name: 'Corner Phone' } })
    expect(guideOf(now.guides, id)).toMatchObject({ origin: 'written', shippedOn: null })
    expect(schemas.guides.safeParse(guideOf(now.guides, id)).success).toBe(true)
  })

  it('is undone in one step, to the last byte', () => {
    const { before, facts: now, outcome } = written()
    const undo = undoChanges(now, { changes: rowChanges(before.facts, outcome.changes) })
    expect(asText(applyRowChanges(now, undo as never))).toBe(asText(before.facts))
  })

  it('leaves the numbers the name when it is removed', () => {
    const { before, facts: now, value: id } = written({ name: 'Corner Phone (shop)' })
    const { facts: after } = run(now, removeGuide, { providerId: id, catalog }, context())
    expect(after.guides.size).toBe(0)
    expect(after.numbers.get(before.ids[0]!)!.provider).toEqual({ kind: 'own', name: 'Corner Phone (shop)' })
  })

  it('without a single step still gives a plan, and actions behind the gate know it', () => {
    const { before, facts: now, value: id } = written()
    const own = createCatalog(facts, ownEntries(now.guides.values(), catalog))
    const plan = derivePlan(factsOfNumber(now, before.ids[0]!)!, own.provider(id)!, own, TODAY)
    expect(plan.phases.flatMap(phase => phase.tasks).map(task => task.kind)).toEqual(expect.arrayContaining(['confirm-rules', 'ask-provider-how']))
    expect(refusalOf(now, closeNumber, { numberId: before.ids[0]!, catalog: own })).toEqual({ refused: 'line-alive' })
  })

  it('is the only one: saved again, it is changed', () => {
    const { facts: now, value: id } = written()
    const again = run(now, saveGuide, { target: { providerId: id }, fields: blank({ steps: [{ kind: null, text: 'Call' }] }), catalog }, context())
    expect(again.facts.guides.size).toBe(1)
    expect(guideOf(again.facts.guides, id)?.entry.steps).toEqual([{ kind: null, text: { en: 'Call', zh: 'Call' } }])
    expect(refusalOf(again.facts, saveGuide, { target: { providerId: id }, fields: blank({ steps: [{ kind: null, text: 'Call' }] }), catalog })).toEqual({ refused: 'already-so' })
  })
})

describe('a correction', () => {
  it('keeps both languages of what was left, and notes the day of the shipped guide', () => {
    const { facts: now } = run(emptyFacts(), saveGuide, { target: { providerId: 'google-voice' }, fields: { ...google, afterCancel: 'Gone\u202E at\nonce ' }, catalog }, context())
    const guide = guideOf(now.guides, 'google-voice')!
    expect(guide.entry).toEqual({ ...google, afterCancel: { en: 'Gone at once', zh: 'Gone at once' } })
    expect(guide.shippedOn).toBe(catalog.provider('google-voice')!.checkedOn)
  })

  it('goes away without touching the numbers', () => {
    const { facts: numbers, ids } = withNumbers({ kind: 'catalog', id: 'google-voice' })
    const { facts: now } = run(numbers, saveGuide, { target: { providerId: 'google-voice' }, fields: { ...google, phone: '611' }, catalog }, context())
    const { facts: after, outcome } = run(now, removeGuide, { providerId: 'google-voice', catalog }, context())
    expect(asText(after)).toBe(asText(numbers))
    expect(outcome.event.numberIds).toEqual(ids)
  })
})

it('a guide from a file says so, and is the user\'s once they save it', () => {
  const { facts: now, outcome } = run(emptyFacts(), adoptGuide, { target: { providerId: 'google-voice' }, entry: google, catalog }, context())
  expect(guideOf(now.guides, 'google-voice')?.origin).toBe('file')
  expect(outcome.event.kind).toBe('guide.adopted')
  expect(guideOf(run(now, saveGuide, { target: { providerId: 'google-voice' }, fields: google, catalog }, context()).facts.guides, 'google-voice')?.origin).toBe('written')
})

describe('a guide is refused', () => {
  const refusal = (fields: Partial<GuideFields>) => refusalOf(emptyFacts(), saveGuide, { target: { providerId: 'google-voice' }, fields: blank(fields), catalog })

  it.each<[string, Partial<GuideFields>, object]>([
    ['without a name', { name: ' \u200B' }, { refused: 'name-needed', field: 'name' }],
    ['with a name that is too long', { name: 'x'.repeat(81) }, { refused: 'too-long', field: 'name' }],
    ['with a page that is not https', { page: 'http://example.com' }, { refused: 'not-a-link', field: 'page' }],
    ['with a page that runs script', { page: 'javascript:alert(1)' }, { refused: 'not-a-link', field: 'page' }],
    ['with a login in a link', { sources: ['https://example.com/a', 'https://me:secret@example.com'] }, { refused: 'not-a-link', field: 'sources.1' }],
    ['with words to dial', { phone: 'call me' }, { refused: 'not-to-dial', field: 'phone' }],
    ['with half a day', { refundDays: 1.5 }, { refused: 'not-days', field: 'refundDays' }],
    ['with text for days', { keepAliveDays: Number.NaN }, { refused: 'not-days', field: 'keepAliveDays' }],
    ['with a step that is too long', { steps: [{ kind: null, text: 'ok' }, { kind: null, text: 'x'.repeat(1001) }] }, { refused: 'too-long', field: 'steps.1' }],
    ['with too many steps', { steps: Array.from({ length: 31 }, () => ({ kind: null, text: 'x' })) }, { refused: 'too-many', field: 'steps' }],
    ['on a day that does not exist', { checkedOn: '2026-02-30' }, { refused: 'day-unknown', field: 'checkedOn' }],
    ['on a day to come', { checkedOn: '2026-11-24' }, { refused: 'day-too-late', field: 'checkedOn' }],
  ])('%s', (_, fields, expected) => {
    expect(refusal(fields)).toMatchObject(expected)
  })

  it('for a provider that is nowhere', () => {
    expect(refusalOf(emptyFacts(), saveGuide, { target: { providerId: 'nobody' }, fields: blank(), catalog })).toEqual({ refused: 'not-found' })
    expect(refusalOf(emptyFacts(), removeGuide, { providerId: 'google-voice', catalog })).toEqual({ refused: 'not-found' })
  })
})

it('blank lines are left out, and a number to dial may be written with spaces', () => {
  const { facts: now } = run(emptyFacts(), saveGuide, { target: { providerId: 'google-voice' }, fields: blank({ phone: ' +1 (800) 555-0100 ', steps: [{ kind: 'call', text: '  ' }, { kind: 'call', text: 'Call' }], pitfalls: ['', 'Mind'], sources: ['', 'https://example.com/a', 'https://example.com/a'] }), catalog }, context())
  expect(guideOf(now.guides, 'google-voice')?.entry).toMatchObject({ phone: '+1800555-0100', steps: [{ kind: 'call' }], pitfalls: [{ en: 'Mind' }], sources: ['https://example.com/a'] })
})
