import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRecoveryCode, parseRecoveryCode } from '../../../../src/main/vault/recovery-code'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(bytes => makeRecoveryCode(() => Uint8Array.from(bytes)))

/** Places of letters, not of dashes. */
const place = fc.integer({ min: 0, max: 35 }).map(at => at + Math.floor(at / 4))

describe('makeRecoveryCode', () => {
  it('is nine groups of four without letters that look alike', () => {
    fc.assert(fc.property(code, (code) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){8}$/)
    }))
  })

  it('holds all 160 bits and no more', () => {
    expect(makeRecoveryCode(bytes => new Uint8Array(bytes).fill(0))).toMatch(/^(?:0000-){8}/)
    expect(makeRecoveryCode(bytes => new Uint8Array(bytes).fill(255))).toMatch(/^(?:ZZZZ-){8}/)
    const asked: number[] = []
    makeRecoveryCode((bytes) => {
      asked.push(bytes)
      return randomBytes(bytes)
    })
    expect(asked).toEqual([20])
  })

  it('clears the bits it was made of', () => {
    const bytes = Uint8Array.from(randomBytes(20))
    makeRecoveryCode(() => bytes)
    expect(bytes.every(byte => byte === 0)).toBe(true)
  })
})

describe('parseRecoveryCode', () => {
  it('reads what was written', () => {
    fc.assert(fc.property(code, (code) => {
      expect(parseRecoveryCode(code)).toBe(code)
    }))
  })

  it('forgives how it was typed', () => {
    fc.assert(fc.property(code, fc.constantFrom('', ' ', '\n', '–', ' - '), (code, between) => {
      const typed = code.toLowerCase().replaceAll('-', between)
      expect(parseRecoveryCode(` ${typed}\t`)).toBe(code)
      expect(parseRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
      expect(parseRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'I'))).toBe(code)
    }))
  })

  it('reads the wide letters of Chinese keyboards', () => {
    fc.assert(fc.property(code, (code) => {
      expect(parseRecoveryCode(code.replace(/[0-9A-Z]/g, letter => String.fromCodePoint(letter.codePointAt(0)! + 0xFEE0)))).toBe(code)
    }))
  })

  it('notices any wrong character', () => {
    fc.assert(fc.property(code, place, fc.constantFrom(...ALPHABET), (code, at, letter) => {
      fc.pre(code[at] !== letter)
      expect(parseRecoveryCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeNull()
    }), { numRuns: 2_000 })
  })

  it('notices any two neighbours that changed places', () => {
    fc.assert(fc.property(code, fc.integer({ min: 0, max: 34 }), (code, at) => {
      const letters = code.replaceAll('-', '')
      const [one, other] = [letters[at]!, letters[at + 1]!]
      fc.pre(one !== other)
      expect(parseRecoveryCode(letters.slice(0, at) + other + one + letters.slice(at + 2))).toBeNull()
    }), { numRuns: 2_000 })
  })

  it('notices what is missing, too much or no code at all', () => {
    fc.assert(fc.property(code, place, (code, at) => {
      expect(parseRecoveryCode(code.slice(0, at) + code.slice(at + 1))).toBeNull()
      expect(parseRecoveryCode(code.slice(0, at) + code[at]! + code.slice(at))).toBeNull()
      expect(parseRecoveryCode(`${code.slice(0, at)}U${code.slice(at + 1)}`)).toBeNull()
    }))
    expect(['', 'correct horse battery staple', '0'.repeat(36), 'ß'.repeat(18), 'ı'.repeat(36)].map(parseRecoveryCode)).toEqual([null, null, null, null, null])
  })

  it('throws at nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseRecoveryCode(text)).toBeNull()
    }))
  })
})
