import type { Service } from '../../../../src/core/catalog/service'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { folded, searchProviders, searchServices } from '../../../../src/core/catalog/search'

const catalog = createCatalog(facts)
const services = (query: string, limit?: number) => searchServices(catalog, query, limit).map(({ id }) => id)
const providers = (query: string, limit?: number) => searchProviders(catalog, query, limit).map(({ id }) => id)

describe('searchServices', () => {
  it.each([
    ['chase', 'chase'],
    ['ＣＨＡＳＥ', 'chase'],
    ['支付宝', 'alipay'],
    ['zfb', 'alipay'],
    ['zhifubao', 'alipay'],
    ['花呗', 'alipay'],
    ['huabei', 'alipay'],
    ['zsyh', 'cmb'],
    ['zhaoshangyinhang', 'cmb'],
    ['zhaohang', 'cmb'],
    ['jiaohang', 'bocom'],
    ['gongshang', 'icbc'],
    ['wx', 'wechat'],
    ['google', 'google'],
    ['gmail', 'google'],
    ['x', 'x'],
    ['twitter', 'x'],
    ['td', 'td'],
    ['qq', 'qq'],
    ['https://secure.chase.com/web/auth', 'chase'],
    ['www.bankofamerica.com', 'bofa'],
    ['bank of am', 'bofa'],
    ['银行 招商', 'cmb'],
  ])('finds for %s first %s', (query, id) => {
    expect(services(query)[0]).toBe(id)
  })

  it('puts worse losses first among equal matches, then the name', () => {
    const found = searchServices(catalog, 'bank', 50)
    expect(found.length).toBeGreaterThan(5)
    expect(services('')[0]).toBe(services('', 400)[0])
    const all = searchServices(catalog, '', 400)
    expect(all).toHaveLength(280)
    expect(all[0]?.lossRisk).toBe('critical')
    expect(all.at(-1)?.lossRisk).toBe('low')
  })

  it('finds nothing where nothing fits, and is not upset by odd input', () => {
    for (const query of ['qqqqqq', '###', '\\', '(', '.com', '\u202E', 'https://', '%', 'a'.repeat(10_000)])
      expect(() => services(query), query).not.toThrow()
    expect(services('zzzzzz')).toEqual([])
    expect(services('###')).toEqual([])
  })

  it('keeps to the limit', () => {
    expect(services('a', 3)).toHaveLength(3)
    expect(services('', 0)).toEqual([])
  })

  it('does not mind case or width', () => {
    fc.assert(fc.property(fc.constantFrom(...facts.services), ({ name }) => {
      const wide = name.en.replace(/[\x21-\x7E]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xFEE0))
      expect(services(name.en.toUpperCase())).toEqual(services(name.en))
      expect(services(wide)).toEqual(services(name.en))
    }))
  })

  it('finds every service by its name, its Chinese name, each alias and each domain', () => {
    for (const { id, name, aliases, domains } of facts.services) {
      for (const query of [name.en, name.zh ?? name.en, ...aliases, ...domains])
        expect(services(query, 400), query).toContain(id)
    }
  })

  it('gives the same answer every time, whatever was asked before', () => {
    fc.assert(fc.property(fc.string({ maxLength: 8 }), (query) => {
      expect(services(query, 20)).toEqual(searchServices(createCatalog(facts), query, 20).map(({ id }) => id))
    }), { numRuns: 30 })
  })

  it('shows more as the limit grows, in the same order', () => {
    fc.assert(fc.property(fc.constantFrom('a', 'ba', 'yh', '中', 'com', 'pay'), fc.nat(30), (query, limit) => {
      expect(services(query, limit)).toEqual(services(query, 400).slice(0, limit))
    }))
  })

  it('finds what the user has added', () => {
    const chase = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../resources/catalog/services/chase.json'), 'utf8')) as Service
    const own = createCatalog(facts, [{ kind: 'service', entry: { ...chase, id: 'village-bank', name: { en: 'Village Bank', zh: '村银行' }, domains: [], aliases: [] } }])
    expect(searchServices(own, 'village')[0]?.id).toBe('village-bank')
    expect(searchServices(own, '村')[0]?.id).toBe('village-bank')
  })
})

describe('searchProviders', () => {
  it.each([
    ['google voice', 'google-voice'],
    ['gv', 'google-voice'],
    ['ggyy', 'google-voice'],
    ['谷歌语音', 'google-voice'],
    ['ultra', 'ultra-mobile-paygo'],
    ['giff', 'giffgaff-uk'],
    ['tmobile', 't-mobile-prepaid'],
    ['letian', 'rakuten-mobile-jp'],
    ['ltyd', 'rakuten-mobile-jp'],
    ['zgyd', 'china-mobile-cn'],
    ['wodafeng', 'vodafone-uk-payg'],
    ['保号', 'china-telecom-cn'],
    ['skype', 'skype-number'],
    ['ultramobile.com', 'ultra-mobile-paygo'],
    ['移动 香港', 'china-mobile-hk-prepaid'],
  ])('finds for %s first %s', (query, id) => {
    expect(providers(query)[0]).toBe(id)
  })

  it('finds every provider by its names', () => {
    for (const { id, name } of facts.providers) {
      expect(providers(name.en, 200), name.en).toContain(id)
      if (name.zh !== null)
        expect(providers(name.zh, 200), name.zh).toContain(id)
    }
  })
})

describe('folded', () => {
  it('is its own fold', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(folded(folded(text))).toBe(folded(text))
    }))
  })
})
