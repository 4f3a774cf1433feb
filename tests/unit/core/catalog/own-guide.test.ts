import type { Guide } from '../../../../src/core/records/guide'
import facts from 'virtual:catalog/facts'
import guides from 'virtual:catalog/guides'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { asProvider, blankEntry, changedClaims, entryOf, isShippedNewer, ownEntries } from '../../../../src/core/catalog/own-guide'
import { providerSchema } from '../../../../src/core/catalog/provider'
import { searchProviders } from '../../../../src/core/catalog/search'
import { providerFacts, providerGuide } from '../../../../src/core/catalog/tiers'
import { isLinkable } from '../../../../src/core/catalog/source'

const catalog = createCatalog(facts)
const shipped = catalog.provider('google-voice')!
const words = guides.providers['google-voice']!
const entry = entryOf(shipped, words)
const guide = (fields: Partial<Guide> = {}): Guide => ({ id: 'x', createdAt: 1, updatedAt: 1, providerId: 'google-voice', entry, origin: 'written', shippedOn: shipped.checkedOn, ...fields })
const own = (fields: Partial<Guide['entry']> = {}): Guide => guide({ providerId: 'own-1', shippedOn: null, entry: { ...blankEntry('Corner Phone', '2026-11-23'), ...fields } })

describe('the user\'s guide in the catalogue\'s shape', () => {
  it('every shipped guide comes back from the editor as it went in', () => {
    for (const provider of facts.providers) {
      const text = guides.providers[provider.id]!
      const made = asProvider({ providerId: provider.id, entry: entryOf(provider, text), origin: 'written' }, { facts: provider, words: text })
      expect(providerSchema.safeParse(made).error?.issues).toBeUndefined()
      const { confidence: _one, ...back } = providerFacts(made, provider.searchKeys)
      const { confidence: _other, ...before } = provider
      expect(back).toEqual(before)
      expect(providerGuide(made)).toEqual(text)
    }
  })

  it('a blank one is a provider that passes the same check', () => {
    expect(providerSchema.safeParse(asProvider(own(), { facts: undefined })).success).toBe(true)
    expect(asProvider(own(), { facts: undefined })).toMatchObject({ isUnverified: true, sources: [], ownDomains: [], portOut: { isPossible: null } })
  })

  it('keeps the shipped sources of what was left, and gives what was changed to the user\'s', () => {
    const changed = { ...entry, refundHow: { en: 'Ask', zh: 'Ask' }, sources: ['https://forum.example.org/a'] }
    expect(changedClaims(changed, entry)).toEqual(['refund'])
    const { sources } = asProvider(guide({ entry: changed }), { facts: shipped, words })
    expect(sources.filter(source => source.supports.includes('refund')).map(({ url }) => url)).toEqual(['https://forum.example.org/a'])
    expect(sources.some(source => source.supports.includes('keepAlive'))).toBe(true)
  })

  it('a page from a file is never called the provider\'s own, nor linked', () => {
    const fields = { page: 'https://phish.example.com/leave', sources: ['https://phish.example.com/a'] }
    const file = asProvider({ ...own(fields), origin: 'file' }, { facts: undefined })
    expect(file.ownDomains).toEqual([])
    expect(file.sources.some(isLinkable)).toBe(false)
    const written = asProvider(own(fields), { facts: undefined })
    expect(written.ownDomains).toEqual(['phish.example.com'])
    expect(written.sources.every(isLinkable)).toBe(true)
    expect(asProvider(guide({ entry: { ...entry, ...fields } }), { facts: shipped, words }).ownDomains).toEqual(shipped.ownDomains)
  })

  it('offers the user\'s number with its hours, and not the one that was taken away', () => {
    const att = facts.providers.find(provider => provider.cancel.phone !== null && guides.providers[provider.id]!.support.some(({ channel }) => channel === 'phone'))!
    const text = guides.providers[att.id]!
    const made = asProvider({ providerId: att.id, origin: 'written', entry: { ...entryOf(att, text), phone: '611', hours: '9 to 5' } }, { facts: att, words: text })
    expect(made.support[0]).toEqual({ channel: 'phone', value: '611 · 9 to 5', url: null })
    const digits = (value: string): string => value.replace(/\D/g, '')
    expect(made.support.slice(1).map(({ value }) => digits(value))).not.toContain(digits(att.cancel.phone!))
  })
})

describe('a catalogue update', () => {
  const correction = guide({ entry: { ...entry, keepAliveDays: 7 } })
  const later = createCatalog({ ...facts, providers: facts.providers.map(provider => provider.id === 'google-voice' ? { ...provider, checkedOn: '2027-01-02', keepAlive: { ...provider.keepAlive, inactivityDays: 30 } } : provider) })

  it('keeps the correction, and says that the shipped guide is newer', () => {
    const updated = createCatalog(later, ownEntries([correction], later))
    expect(updated.provider('google-voice')?.keepAlive.inactivityDays).toBe(7)
    expect(updated.shippedProvider('google-voice')?.keepAlive.inactivityDays).toBe(30)
    expect(isShippedNewer(correction, updated.shippedProvider('google-voice'))).toBe(true)
    expect(isShippedNewer(correction, catalog.shippedProvider('google-voice'))).toBe(false)
  })

  it('that lets a provider go leaves the correction as a guide of the user\'s own', () => {
    const without = createCatalog({ ...facts, providers: facts.providers.filter(({ id }) => id !== 'google-voice') })
    const updated = createCatalog(without, ownEntries([correction], without))
    expect(updated.provider('google-voice')?.name.en).toBe('Google Voice')
    expect(isShippedNewer(correction, updated.shippedProvider('google-voice'))).toBe(false)
  })
})

it('is found by its name beside the shipped ones, which stay where they are', () => {
  const layered = createCatalog(catalog, ownEntries([own()], catalog))
  expect(searchProviders(layered, 'corner').map(({ id }) => id)).toEqual(['own-1'])
  expect(searchProviders(catalog, 'corner')).toEqual([])
  expect(layered.services).toBe(catalog.services)
  expect(layered.isOwn('provider', 'own-1')).toBe(true)
})
