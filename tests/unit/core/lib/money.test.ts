import * as currencies from 'dinero.js/currencies'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, moneySchema, parseAmount, sumByCurrency } from '../../../../src/core/lib/money'

describe('decimals of a currency', () => {
  it.each([['USD', 2], ['GBP', 2], ['CNY', 2], ['HKD', 2], ['JPY', 0], ['KRW', 0], ['KWD', 3], ['BHD', 3], ['MGA', 2], ['MRU', 2], ['XYZ', 2], ['', 2], ['toString', 2]])('%s has %i', (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals)
  })

  it('does not ask the runtime, which rounds some that have decimals', () => {
    expect(['COP', 'HUF', 'IDR', 'PKR'].map(decimalsOf)).toEqual([2, 2, 2, 2])
  })
})

describe('an amount as typed', () => {
  it.each([
    ['2.10', 'USD', 210],
    ['2,10', 'USD', 210],
    ['2.1', 'USD', 210],
    ['2', 'USD', 200],
    ['0', 'USD', 0],
    ['-0', 'USD', 0],
    ['.5', 'USD', 50],
    ['5.', 'USD', 500],
    ['1,234.50', 'USD', 123_450],
    ['1.234,50', 'EUR', 123_450],
    ['1,234', 'USD', 123_400],
    ['1,234,567', 'USD', 123_456_700],
    ['1.234.567', 'EUR', 123_456_700],
    ['1 234,50', 'EUR', 123_450],
    ['1\u00A0234.50', 'USD', 123_450],
    ['1’234.50', 'CHF', 123_450],
    ['$3', 'USD', 300],
    ['$ 3.00', 'USD', 300],
    ['3$', 'USD', 300],
    ['US$3', 'USD', 300],
    ['HK$30', 'HKD', 3000],
    ['£8.50', 'GBP', 850],
    ['￥３００', 'CNY', 30_000],
    ['300元', 'CNY', 30_000],
    ['300 円', 'JPY', 300],
    ['¥300', 'JPY', 300],
    ['¥300.00', 'JPY', 300],
    ['USD 3', 'USD', 300],
    ['3 usd', 'USD', 300],
    ['-4', 'USD', -400],
    ['−4.20', 'USD', -420],
    ['-$4', 'USD', -400],
    ['$-4', 'USD', -400],
    ['1.234', 'KWD', 1234],
    ['1,234.567', 'KWD', 1_234_567],
    ['1.234,567', 'KWD', 1_234_567],
    ['2.1', 'KWD', 2100],
    ['0,123', 'KWD', 123],
    ['10000000000', 'USD', 1e12],
  ])('%j in %s is %i', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toBe(minor)
  })

  it.each([
    ['', 'USD'],
    ['-', 'USD'],
    ['.', 'USD'],
    ['$', 'USD'],
    ['abc', 'USD'],
    ['1e5', 'USD'],
    ['0x10', 'USD'],
    ['NaN', 'USD'],
    ['Infinity', 'USD'],
    ['1.005', 'USD'],
    ['1.234', 'USD'],
    ['1.000', 'USD'],
    ['0.123', 'USD'],
    ['1,234,50', 'USD'],
    ['1.234.50', 'USD'],
    ['1,234.567', 'USD'],
    ['12,34,567', 'USD'],
    ['1,2345', 'USD'],
    ['--4', 'USD'],
    ['4-', 'USD'],
    ['1.5', 'JPY'],
    ['1.234', 'JPY'],
    ['1,234', 'KWD'],
    ['1.2345', 'KWD'],
    ['10000000000.01', 'USD'],
    ['9'.repeat(400), 'USD'],
    ['3 dollars', 'USD'],
    ['12 34 x', 'USD'],
  ])('%j in %s is none', (text, currency) => {
    expect(parseAmount(text, currency)).toBeNull()
  })

  it('reads what is written with the currency\'s decimals, in any of 166 currencies', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...Object.keys(currencies)), fc.constantFrom('', '$', '￥'), (minor, currency, sign) => {
      const decimals = decimalsOf(currency)
      const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
      const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)]
      const minus = minor < 0 ? '-' : ''
      expect(parseAmount(`${minus}${sign}${whole}${decimals ? `.${fraction}` : ''}`, currency)).toBe(minor)
      if (decimals !== 3 || whole.length < 4)
        expect(parseAmount(`${sign}${minus}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals ? `.${fraction}` : ''}`, currency)).toBe(minor)
    }), { numRuns: 500 })
  })

  it('never throws and gives whole minor units or null', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789.,-$¥ '), maxLength: 16 })), fc.constantFrom('USD', 'JPY', 'KWD'), (text, currency) => {
      const minor = parseAmount(text, currency)
      expect(minor === null || moneySchema.safeParse({ amountMinor: minor, currency }).success).toBe(true)
    }), { numRuns: 500 })
  })
})

describe('sums', () => {
  it('are for each currency apart, zero kept, sorted', () => {
    expect(sumByCurrency([{ amountMinor: 5, currency: 'USD' }, { amountMinor: 7, currency: 'GBP' }, { amountMinor: -5, currency: 'USD' }])).toEqual([{ amountMinor: 7, currency: 'GBP' }, { amountMinor: 0, currency: 'USD' }])
    expect(sumByCurrency([])).toEqual([])
  })
})
