import examples from 'libphonenumber-js/examples.mobile.json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPlain } from '../../../../src/core/phone/plain-format'
import { kit } from './kit'

const someE164 = Object.entries(examples as Record<string, string>).flatMap(([country, national]) => {
  const parsed = kit.parse(national, country)
  return 'refused' in parsed ? [] : [parsed.e164]
})

/** Digits after the country's code, at random. */
const e164Arb = fc.oneof(
  fc.constantFrom(...someE164),
  ...[['1', 10], ['44', 10], ['852', 8], ['86', 11], ['81', 10], ['49', 11], ['61', 9]].map(([code, length]) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: Number(length), maxLength: Number(length) }).map(digits => `+${code}${digits}`)),
)

describe('format', () => {
  it.each([
    ['+14155550134', '+1 415-555-0134'],
    ['+16465550187', '+1 646-555-0187'],
    ['+447700900123', '+44 7700 900123'],
    ['+442079460123', '+44 20 7946 0123'],
    ['+85251234567', '+852 5123 4567'],
    ['+8613800138000', '+86 138 0013 8000'],
    ['+819012345678', '+81 90 1234 5678'],
    ['+800123', '+800 123'],
    ['not a number', 'not a number'],
  ])('%s reads %s', (e164, text) => {
    expect(kit.format(e164)).toBe(text)
  })

  it('is read back as the same number', () => {
    fc.assert(fc.property(e164Arb, (e164) => {
      const parsed = kit.parse(e164)
      fc.pre(!('refused' in parsed))
      for (const text of [kit.format(parsed.e164), formatPlain(parsed.e164), `号码：${kit.format(parsed.e164)}。`, `tel:${kit.format(parsed.e164)}`])
        expect(kit.parse(text)).toMatchObject({ e164: parsed.e164 })
    }), { numRuns: 1000 })
  })

  it('groups without metadata as with it', () => {
    for (const e164 of [...someE164, '+14155550134', '+447700900123', '+85223456789']) {
      const plain = formatPlain(e164)
      if (plain !== e164 && !e164.startsWith('+1'))
        expect(plain).toBe(kit.format(e164))
    }
  })
})

describe('while typing', () => {
  it.each([
    ['415', 'US', '(415'],
    ['4155', 'US', '(415) 5'],
    ['4155550134', 'US', '(415) 555-0134'],
    ['+14155550134', undefined, '+1 415-555-0134'],
    ['+4477009', undefined, '+44 7700 9'],
    ['+447700900123', undefined, '+44 7700 900123'],
    ['＋１４１５', undefined, '+1 415'],
    ['我的号码', 'US', '我的号码'],
    ['tel:+1415', undefined, 'tel:+1415'],
    ['', 'US', ''],
    ['+', 'US', '+'],
  ])('%j in %s becomes %j', (text, country, shown) => {
    expect(kit.formatAsTyped(text, country)).toBe(shown)
  })

  it('keeps every digit', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789 -()') }), fc.constantFrom('US', 'GB', 'CN', undefined), (text, country) => {
      expect(kit.formatAsTyped(text, country).replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
    }), { numRuns: 500 })
  })
})
