import examples from 'libphonenumber-js/examples.mobile.json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kit } from './kit'

function e164Of(text: string, country?: string): string {
  const parsed = kit.parse(text, country)
  return 'refused' in parsed ? parsed.why : parsed.e164
}

describe('a pasted number', () => {
  const BANK = '+14155550134'
  it.each([
    ['+1 415-555-0134'],
    ['+1 (415) 555-0134'],
    ['+1.415.555.0134'],
    ['+1 415 555 0134'],
    ['＋１（４１５）５５５－０１３４'],
    ['+1 415–555–0134'],
    ['+1\u00A0415\u00A0555\u00A00134'],
    ['\u202D+1 415-555-0134\u202C'],
    ['tel:+1-415-555-0134'],
    ['tel:+14155550134;ext=12'],
    ['001 415 555 0134'],
    ['00 1 415 555 0134'],
    ['我的号码：+1 (415) 555-0134'],
    ['我的号码：+1 (415) 555-0134，请保密'],
    ['号码+14155550134。'],
    ['My Google Voice number is +1 (415) 555-0134.'],
    ['<+14155550134>'],
    ['+1 415 555 0134 ext. 5'],
    ['+1 415 555 0134 x5'],
    ['+1 415 555 0134 转 801'],
    ['+1 415-555-0134\n'],
    ['+1 415-555-0134, +1 (415) 555-0134'],
  ])('%j is +1 415-555-0134', (text) => {
    expect(e164Of(text)).toBe(BANK)
  })

  it.each([
    ['415-555-0134', 'US', BANK],
    ['(415) 555-0134', 'US', BANK],
    ['1 415 555 0134', 'US', BANK],
    ['14155550134', undefined, BANK],
    ['07700 900123', 'GB', '+447700900123'],
    ['+44 (0)7700 900123', undefined, '+447700900123'],
    ['+44 (0) 7700 900 123', 'US', '+447700900123'],
    ['0044 7700 900123', 'US', '+447700900123'],
    ['011 44 7700 900123', 'US', '+447700900123'],
    ['01144 7400 123456', undefined, '+447400123456'],
    ['447400123456', undefined, '+447400123456'],
    ['5123 4567', 'HK', '+85251234567'],
    ['852 5123 4567', 'US', '+85251234567'],
    ['138 0013 8000', 'CN', '+8613800138000'],
    ['86 138-0013-8000', undefined, '+8613800138000'],
    ['手机 13800138000', 'CN', '+8613800138000'],
    ['+86 13800138000', 'US', '+8613800138000'],
  ])('%j in %s is %s', (text, country, e164) => {
    expect(e164Of(text, country)).toBe(e164)
  })

  it('knows the country, the type and what it assumed', () => {
    expect(kit.parse('415-555-0134', 'US')).toEqual({
      e164: '+14155550134',
      country: 'US',
      isPossible: true,
      isValid: true,
      isFictional: true,
      type: 'FIXED_LINE_OR_MOBILE',
      isCountryAssumed: true,
      hadExtension: false,
    })
    expect(kit.parse('+852 5123 4567 ext 3')).toMatchObject({ country: 'HK', type: 'MOBILE', isValid: true, isFictional: false, isCountryAssumed: false, hadExtension: true })
    expect(kit.parse('+86 138 0013 8000')).toMatchObject({ country: 'CN', type: 'MOBILE', isValid: true })
    expect(kit.parse('+44 7400 123456')).toMatchObject({ country: 'GB', type: 'MOBILE' })
    expect(kit.parse('+1 604 555 0134')).toMatchObject({ country: 'CA' })
  })

  it('takes fictional numbers, though the metadata knows no such range', () => {
    expect(kit.parse('+44 7700 900123')).toMatchObject({ e164: '+447700900123', country: 'GB', isValid: true, isFictional: true })
    expect(kit.parse('07700 900999', 'GB')).toMatchObject({ country: 'GB', isValid: true })
    expect(kit.parse('+1 212 555 0199')).toMatchObject({ country: 'US', isValid: true, isFictional: true })
  })

  it('takes a number that is possible but in no range known, and says so', () => {
    expect(kit.parse('+44 7700 901000')).toMatchObject({ e164: '+447700901000', country: null, isValid: false })
    expect(kit.parse('+86 123 4567 8901')).toMatchObject({ isValid: false })
  })

  it('reads the mobile example of every country', () => {
    for (const [country, national] of Object.entries(examples as Record<string, string>)) {
      const parsed = kit.parse(national, country)
      expect('refused' in parsed ? `${country}: ${parsed.why}` : parsed.isValid, country).toBe(true)
    }
  })
})

describe('what is not a number', () => {
  it.each([
    ['', undefined, 'empty'],
    ['   ', undefined, 'empty'],
    ['+', undefined, 'empty'],
    ['()-', undefined, 'empty'],
    ['12', 'US', 'too-short'],
    ['hello', undefined, 'letters'],
    ['没有号码', undefined, 'letters'],
    ['1-800-FLOWERS', 'US', 'letters'],
    ['+1 415 555 O134', undefined, 'letters'],
    ['4155550134abc', 'US', 'letters'],
    ['+1 415 555', undefined, 'too-short'],
    ['555-0134', 'US', 'too-short'],
    ['+1 415 555 01341', undefined, 'too-long'],
    ['+1234567890123456789', undefined, 'too-long'],
    ['415-555-0134', undefined, 'no-country'],
    ['07700 900123', undefined, 'no-country'],
    ['415-555-0134', 'XX', 'no-country'],
    ['+999 123 456 789', undefined, 'unknown-country'],
    ['+1 415 555 0134 / +1 646 555 0187', undefined, 'several'],
    ['+14155550134 or +16465550187', undefined, 'several'],
  ])('%j in %s: %s', (text, country, why) => {
    expect(kit.parse(text, country)).toEqual({ refused: 'not-a-phone-number', why })
  })

  it('refuses ten thousand characters at once', () => {
    for (const text of [`+1${'5'.repeat(10_000)}`, '1.'.repeat(50_000), `1${')'.repeat(100_000)}x`])
      expect(kit.parse(text)).toEqual({ refused: 'not-a-phone-number', why: 'too-long' })
  })

  it('never throws, and what it gives is E.164', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789()-. x#;转我aZ０＋／') }), fc.constantFrom(undefined, null, 'US', 'CN', 'GB', 'HK', 'XX', 'toString'), (text, country) => {
      const parsed = kit.parse(text, country)
      expect('refused' in parsed || /^\+[1-9]\d{5,14}$/.test(parsed.e164)).toBe(true)
    }), { numRuns: 500 })
  })
})
