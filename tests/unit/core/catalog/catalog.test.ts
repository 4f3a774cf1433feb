import type { Provider } from '../../../../src/core/catalog/provider'
import type { Service } from '../../../../src/core/catalog/service'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'

const dir = resolve(import.meta.dirname, '../../../../resources/catalog')
const read = <Entry>(file: string) => JSON.parse(readFileSync(resolve(dir, file), 'utf8')) as Entry
const chase = read<Service>('services/chase.json')
const googleVoice = read<Provider>('providers/google-voice.json')

describe('createCatalog', () => {
  const catalog = createCatalog(facts)

  it('looks up by id', () => {
    expect(catalog.provider('google-voice')?.name.en).toBe('Google Voice')
    expect(catalog.service('chase')?.category).toBe('bank')
    expect(catalog.provider('chase')).toBeUndefined()
    expect(catalog.service('constructor')).toBeUndefined()
  })

  it('knows the rules of a country', () => {
    expect(catalog.regulationsOf('US')).toHaveLength(7)
    expect(catalog.regulationsOf('US').find(({ id }) => id === 'us-number-aging-minimum')?.numbers['minAgingDays']).toBe(45)
    expect(catalog.regulationsOf('XX')).toEqual([])
  })

  it('lets a correction stand in for the shipped entry, in its place', () => {
    const corrected = createCatalog(facts, [{ kind: 'service', entry: { ...chase, lossRisk: 'low' } }])
    expect(corrected.service('chase')?.lossRisk).toBe('low')
    expect(corrected.services.map(({ id }) => id)).toEqual(catalog.services.map(({ id }) => id))
    expect(corrected.isOwn('service', 'chase')).toBe(true)
    expect(corrected.isOwn('provider', 'chase')).toBe(false)
    expect(catalog.service('chase')?.lossRisk).toBe('critical')
  })

  it('keeps the pinyin of a correction while its Chinese name is the same', () => {
    const { searchKeys } = catalog.provider('google-voice') ?? {}
    expect(searchKeys).toContain('ggyy')
    expect(createCatalog(facts, [{ kind: 'provider', entry: googleVoice }]).provider('google-voice')?.searchKeys).toEqual(searchKeys)
    const renamed = { ...googleVoice, name: { en: 'Google Voice', zh: '改名' } }
    expect(createCatalog(facts, [{ kind: 'provider', entry: renamed }]).provider('google-voice')?.searchKeys).toEqual([])
  })

  it('takes entries of the user\'s own', () => {
    const own = createCatalog(facts, [{ kind: 'provider', entry: { ...googleVoice, id: 'corner-shop-sim', isUnverified: true, sources: [] } }])
    expect(own.providers).toHaveLength(catalog.providers.length + 1)
    expect(own.provider('corner-shop-sim')?.isUnverified).toBe(true)
  })
})
