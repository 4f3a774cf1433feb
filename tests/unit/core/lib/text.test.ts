import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanNote, hasInvisible, LINE_MAX, lineSchema, NOTE_MAX, noteSchema } from '../../../../src/core/lib/text'

const textArb = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u0301', 'e', '\u200B', '\u202E', '\uFEFF', '\u2028', '\uD83D', '\uDE00', '\u3000', '\u0000', '汉', '\u1100', '\u1161') }),
)

describe('one line', () => {
  it.each([
    ['  a   b  ', 'a b'],
    ['a\r\nb\tc', 'a b c'],
    ['a\u2028b\u2029c', 'a b c'],
    ['\uFEFFmei\u200B@example.com\u202C', 'mei@example.com'],
    ['a\u0000\u0007\u009Fb', 'ab'],
    ['\u2066x\u2069', 'x'],
    ['e\u0301', 'é'],
    ['e\u200B\u0301', 'é'],
    ['\u3000全角　空格', '全角 空格'],
    ['half \uD83D pair \uDE00', 'half pair'],
    ['👩\u200D💻 and نص', '👩\u200D💻 and نص'],
    ['', ''],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanLine(text)).toBe(clean)
  })

  it('is clean after one cleaning, and passes its schema', () => {
    fc.assert(fc.property(textArb, (text) => {
      const clean = cleanLine(text)
      expect(cleanLine(clean)).toBe(clean)
      expect(hasInvisible(clean)).toBe(false)
      expect(/[\n\r\t]/.test(clean)).toBe(false)
      expect(lineSchema(10_000).safeParse(clean).success).toBe(true)
    }), { numRuns: 1000 })
  })
})

describe('a note', () => {
  it('keeps its lines and tabs', () => {
    expect(cleanNote(' one\r\ntwo\rthree\u2028\tfour \u202E\u0000')).toBe('one\ntwo\nthree\n\tfour')
    expect(cleanNote('a\n\n  b')).toBe('a\n\n  b')
  })

  it('is clean after one cleaning, and passes its schema', () => {
    fc.assert(fc.property(textArb, (text) => {
      const clean = cleanNote(text)
      expect(cleanNote(clean)).toBe(clean)
      expect(noteSchema().safeParse(clean).success).toBe(true)
    }), { numRuns: 1000 })
  })
})

describe('what cannot be seen', () => {
  it('is told of, white space is not', () => {
    for (const text of ['a\u200Bb', '\u202Ea', 'a\u0000', 'a\uD83D'])
      expect(hasInvisible(text)).toBe(true)
    for (const text of ['a b', ' a ', 'a\nb', 'a\tb', '\uFEFFa', 'é', 'e\u0301', '😀', ''])
      expect(hasInvisible(text)).toBe(false)
  })

  it('gives the same answer when asked again', () => {
    expect([hasInvisible('a\u200Bb'), hasInvisible('a\u200Bb'), hasInvisible('ab')]).toEqual([true, true, false])
  })
})

describe('lengths', () => {
  it('are bounded, and text that is not clean is refused', () => {
    expect(lineSchema().safeParse('x'.repeat(LINE_MAX)).success).toBe(true)
    expect(lineSchema().safeParse('x'.repeat(LINE_MAX + 1)).success).toBe(false)
    expect(noteSchema().safeParse('x'.repeat(NOTE_MAX)).success).toBe(true)
    expect(noteSchema().safeParse('x'.repeat(NOTE_MAX + 1)).success).toBe(false)
    expect(lineSchema().safeParse(' a').success).toBe(false)
    expect(noteSchema().safeParse('a\r\nb').success).toBe(false)
  })
})
