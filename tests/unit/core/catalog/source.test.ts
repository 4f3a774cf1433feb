import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOf, isHostWithin, isKindProven, isLinkable, sourceHost, sourceKinds } from '../../../../src/core/catalog/source'

const own = { url: 'https://support.google.com/voice/answer/1', kind: 'own', isMirror: false } as const

describe('isLinkable', () => {
  it('lets own and authorities\' pages through', () => {
    expect(isLinkable(own)).toBe(true)
    expect(isLinkable({ ...own, url: 'https://www.fcc.gov/x', kind: 'authority' })).toBe(true)
  })

  it('refuses third parties, mirrors and http', () => {
    expect(isLinkable({ ...own, kind: 'third-party' })).toBe(false)
    expect(isLinkable({ ...own, isMirror: true })).toBe(false)
    expect(isLinkable({ ...own, url: 'http://support.google.com/' })).toBe(false)
    expect(isLinkable({ ...own, url: 'javascript:alert(1)' })).toBe(false)
    expect(isLinkable({ ...own, url: 'https://user@evil.example/' })).toBe(false)
  })

  it('never links a third party or a mirror, whatever the address', () => {
    fc.assert(fc.property(fc.webUrl(), fc.constantFrom(...sourceKinds), fc.boolean(), (url, kind, isMirror) => {
      if (isLinkable({ url, kind, isMirror })) {
        expect(kind).not.toBe('third-party')
        expect(isMirror).toBe(false)
        expect(url.startsWith('https://')).toBe(true)
      }
    }))
  })
})

describe('hosts', () => {
  it('are read from the address', () => {
    expect(sourceHost({ url: 'https://WWW.Example.co.uk/a?b#c' })).toBe('www.example.co.uk')
    expect(hostOf('https://example.com:8080/')).toBe('example.com')
    expect(hostOf('https://real.example@evil.example/')).toBe('')
    expect(hostOf('ftp://example.com')).toBe('')
  })

  it('agree with the platform\'s parser', () => {
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(hostOf(url)).toBe(new URL(url).hostname)
    }))
  })

  it('belong to a domain or stand below it, and a lookalike does not', () => {
    expect(isHostWithin('google.com', ['google.com'])).toBe(true)
    expect(isHostWithin('voice.google.com', ['google.com'])).toBe(true)
    expect(isHostWithin('evilgoogle.com', ['google.com'])).toBe(false)
    expect(isHostWithin('google.com.evil.example', ['google.com'])).toBe(false)
  })
})

describe('isKindProven', () => {
  it('asks own for an own domain and an authority for the list', () => {
    expect(isKindProven(own, ['google.com'])).toBe(true)
    expect(isKindProven(own, ['example.com'])).toBe(false)
    expect(isKindProven({ url: 'https://www.ofcom.org.example/', kind: 'authority' }, [])).toBe(false)
    expect(isKindProven({ url: 'https://www.ofca.gov.hk/en/', kind: 'authority' }, [])).toBe(true)
    expect(isKindProven({ url: 'https://anything.example/', kind: 'third-party' }, [])).toBe(true)
  })
})
