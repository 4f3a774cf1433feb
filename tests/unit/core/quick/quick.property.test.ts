import type { QuickBinding } from '../../../../src/core/quick/format-line'
import fc from 'fast-check'
import catalogFacts from 'virtual:catalog/facts'
import { expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { addDays } from '../../../../src/core/lib/day'
import { cleanLine, cleanNote } from '../../../../src/core/lib/text'
import { formatLine } from '../../../../src/core/quick/format-line'
import { parseLine } from '../../../../src/core/quick/parse-line'
import { CATEGORY_WORDS, DUE_WORDS, IMPORTANCE_WORDS, ROLE_WORDS } from '../../../../src/core/quick/vocabulary'
import { CATEGORIES, IMPORTANCES } from '../../../../src/core/records/account'
import { ROLES } from '../../../../src/core/records/binding'

const catalog = createCatalog(catalogFacts)
const TODAY = '2026-11-23'
const numbers = [
  { id: 'a', e164: '+14155550134', label: 'Bank codes' },
  { id: 'b', e164: '+16465550134', label: '' },
  { id: 'c', e164: '+447700900123', label: '伦敦 trip' },
  { id: 'd', e164: '+85255501', label: '0134' },
]
const world = { catalog, numbers, today: TODAY }
const languages = ['en', 'zh-CN'] as const

const vocabulary = [ROLE_WORDS, IMPORTANCE_WORDS, CATEGORY_WORDS].flatMap(words => Object.values(words).flatMap(({ en, zh }) => [...en, ...zh]))
const names = catalog.services.flatMap(({ name, aliases, domains, searchKeys }) => [name.en, name.zh ?? '', ...aliases, ...domains, ...searchKeys]).filter(name => name !== '')
/** Pieces that mean something, pieces that nearly do, and anything at all. */
const piece = fc.oneof(
  fc.constantFrom(...vocabulary),
  fc.constantFrom(...vocabulary).map(word => `!${word}`),
  fc.constantFrom(...names),
  fc.constantFrom('me@mail.com', '@mei', 'wxid', '+14155550134', '#0134', '#0123', '#', '#伦敦', '(bank)', '（银行）', '//', '///', '\\n', 'note:', '备注：', '"', '“', '”', '，', ',', ';', '12/1', '12月1日前', '2026-12-01', 'tomorrow', '💳', 'e\u0301', '\u200B', '\u3000'),
  fc.constantFrom(...DUE_WORDS),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const line = fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', '', '  ', '，', ', ')), { maxLength: 14 }).map(pieces => pieces.flat().join(''))

it('loses nothing that was typed: each piece lies in one part, and what is in no field is in the note', () => {
  fc.assert(fc.property(line, (text) => {
    const entry = parseLine(text, world)
    let at = 0
    for (const { start, end } of entry.parts) {
      expect(start).toBeGreaterThanOrEqual(at)
      expect(text.slice(at, start)).toMatch(/^[\s，、；,;]*$/)
      at = end
    }
    expect(text.slice(at)).toMatch(/^[\s，、；,;]*$/)

    const said = (kind: string) => entry.parts.filter(part => part.kind === kind).map(({ start, end }) => text.slice(start, end))
    for (const piece of said('note').filter(piece => !/^(?:\/\/|note[:：]|备注[：:])/i.test(piece)))
      expect(entry.notes).toContain(piece)
    expect(said('login').length > 0).toBe(entry.login !== '')
    expect(said('service').length > 0).toBe(entry.service !== null)
    expect(said('role').length).toBe(entry.roles.length)
    expect(said('number').length > 0).toBe(entry.numberId !== null || entry.severalNumbers.length > 0)
    expect(said('importance').length > 0).toBe(entry.importance !== null)
    expect(said('due').length > 0).toBe(entry.dueOn !== null)
    if (entry.service?.kind === 'own')
      expect(said('service')[0]!.replaceAll('\\', '')).toContain(entry.service.name.split(' ')[0]!.replaceAll('\\', ''))
  }), { seed: 5, numRuns: 4000 })
})

it('keeps what stands behind the note mark as it is', () => {
  fc.assert(fc.property(line.filter(text => !/\/\/|note[:：]|备注[：:]/i.test(text)), fc.string({ unit: 'grapheme', maxLength: 40 }).filter(note => !note.trim().startsWith('/')), (before, note) => {
    expect(parseLine(`${before} // ${note}`, world).notes.endsWith(note.trim())).toBe(true)
  }), { seed: 5, numRuns: 1000 })
})

const words = fc.oneof(piece, line, fc.string({ unit: 'grapheme', maxLength: 30 }))
const binding: fc.Arbitrary<QuickBinding> = fc.record({
  service: fc.oneof(
    fc.constantFrom(...catalog.services).map(({ id }) => ({ kind: 'catalog' as const, id })),
    fc.record({ kind: fc.constant('own' as const), name: words.map(text => cleanLine(text).slice(0, 60).trim()).filter(name => cleanLine(name) === name && name !== ''), category: fc.constantFrom(...CATEGORIES) }),
  ),
  login: words.map(text => cleanLine(text)),
  numberId: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
  roles: fc.subarray([...ROLES]),
  importance: fc.constantFrom(null, ...IMPORTANCES),
  dueOn: fc.oneof(fc.constant(null), fc.integer({ min: -400, max: 900 }).map(days => addDays(TODAY, days))),
  notes: fc.array(words, { maxLength: 3 }).map(lines => cleanNote(lines.join('\n'))),
})

it.each(languages)('gives back the binding that was written as a line (%s)', (language) => {
  fc.assert(fc.property(binding, (given) => {
    const { service, login, numberId, roles, importance, dueOn, notes } = parseLine(formatLine(given, world, language), world)
    expect({ service, login, numberId, roles, importance, dueOn, notes }).toEqual(given)
  }), { seed: 7, numRuns: 3000 })
})

it('writes every service of the catalogue so that it is found again', () => {
  const missed = languages.flatMap(language => catalog.services.filter(({ id }) => {
    const entry = parseLine(formatLine({ service: { kind: 'catalog', id }, login: 'me@mail.com', numberId: null, roles: [], importance: null, dueOn: null, notes: '' }, world, language), world)
    return entry.service?.kind !== 'catalog' || entry.service.id !== id || entry.login !== 'me@mail.com'
  }).map(({ id }) => `${language} ${id}`))
  expect(missed).toEqual([])
})
