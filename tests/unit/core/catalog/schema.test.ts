import type { Service } from '../../../../src/core/catalog/service'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasNestedQuantifier, isSafePattern } from '../../../../src/core/catalog/patterns'
import { providerSchema } from '../../../../src/core/catalog/provider'
import { serviceSchema } from '../../../../src/core/catalog/service'
import { idSchema, line, linkSchema, textIn } from '../../../../src/core/catalog/text'

const service = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../resources/catalog/services/chase.json'), 'utf8')) as Service

/** Path of the first complaint, or `ok`. */
function complaint(value: unknown, schema = serviceSchema): string {
  const result = schema.safeParse(value)
  return result.success ? 'ok' : (result.error.issues[0]?.path ?? []).join('.')
}

describe('an entry a user adds or corrects', () => {
  it('passes when nothing is wrong', () => {
    expect(complaint(service)).toBe('ok')
  })

  it('may have no unknown field, at any depth', () => {
    expect(serviceSchema.safeParse({ ...service, password: 'x' }).success).toBe(false)
    expect(serviceSchema.safeParse({ ...service, name: { ...service.name, fr: 'x' } }).success).toBe(false)
  })

  it('may have no text that is too long, empty, padded or with unseen characters', () => {
    for (const en of ['x'.repeat(81), '', ' x', 'x\u0000', 'x\ny', 'x\u202Ey'])
      expect(complaint({ ...service, name: { en, zh: null } }), JSON.stringify(en)).toBe('name.en')
  })

  it('must be unverified exactly when it has no source', () => {
    expect(complaint({ ...service, sources: [] })).toBe('isUnverified')
    expect(complaint({ ...service, isUnverified: true })).toBe('isUnverified')
    expect(complaint({ ...service, isUnverified: true, sources: [] })).toBe('ok')
  })

  it('may have no expression that can hang', () => {
    expect(complaint({ ...service, sms: { ...service.sms, bodyPatterns: ['(a+)+b'] } })).toBe('sms.bodyPatterns.0')
  })

  it('may not be in one country and in several', () => {
    const provider = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../resources/catalog/providers/google-voice.json'), 'utf8')) as object
    const result = providerSchema.safeParse({ ...provider, country: 'US', isMultiCountry: true })
    expect(result.error?.issues[0]?.path).toEqual(['isMultiCountry'])
  })
})

describe('links', () => {
  it('are https with a plain host', () => {
    for (const link of ['https://chase.com', 'https://www.chase.com/a/b?c=d#e'])
      expect(linkSchema.safeParse(link).success, link).toBe(true)
    for (const link of ['http://chase.com', 'javascript:alert(1)', 'https://chase.com:8443/', 'https://chase.com@evil.example/', 'https://localhost/', 'https://chase.com/a b', 'https://chase.com\\evil', 'https://chаse.com/', `https://chase.com/${'x'.repeat(300)}`])
      expect(linkSchema.safeParse(link).success, link).toBe(false)
  })

  it('that pass are read by the platform\'s parser as https on the same host', () => {
    fc.assert(fc.property(fc.string(), fc.webUrl(), (tail, url) => {
      const link = url.replace(/^http:/, 'https:') + tail
      if (linkSchema.safeParse(link).success) {
        expect(new URL(link).protocol).toBe('https:')
        expect(new URL(link).username).toBe('')
      }
    }))
  })
})

describe('text', () => {
  it('never lets a control character through', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      if (line(100).safeParse(text).success)
        expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
    }))
  })

  it('falls back to English', () => {
    expect(textIn({ en: 'wait', zh: '等待' }, 'zh')).toBe('等待')
    expect(textIn({ en: 'wait', zh: null }, 'zh')).toBe('wait')
  })

  it('ids are kebab-case', () => {
    for (const id of ['google-voice', '3hk', '800-com'])
      expect(idSchema.safeParse(id).success, id).toBe(true)
    for (const id of ['', '-a', 'a-', 'a--b', 'A', 'a_b', '../a', 'ä'])
      expect(idSchema.safeParse(id).success, id).toBe(false)
  })
})

describe('isSafePattern', () => {
  it('passes plain expressions and refuses repeated groups that can match in several ways', () => {
    for (const pattern of ['\\bChase\\b', '[【\\[]微信[】\\]]', '(?:code|pin):? \\d{4,8}', 'a(?:b)?c+', '(?:ab){2}', '\\(a+\\)+', '[(a+)]+'])
      expect(isSafePattern(pattern), pattern).toBe(true)
    for (const pattern of ['(a+)+', '(?:a*)*', '((a+))+', '(a|a)*', '(?:a?b?){5,}', '(?<x>\\d+)+', '(?:a{1,5}){2,9}', '(', '', '\\p{Nope}'])
      expect(isSafePattern(pattern), pattern).toBe(false)
  })

  it('reads any expression to its end', () => {
    fc.assert(fc.property(fc.string(), (pattern) => {
      expect(typeof hasNestedQuantifier(pattern)).toBe('boolean')
    }))
  })
})
