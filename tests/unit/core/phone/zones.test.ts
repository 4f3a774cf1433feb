import { afterEach, describe, expect, it, vi } from 'vitest'
import { zonesOf } from '../../../../src/core/phone/zones'

afterEach(() => vi.restoreAllMocks())

describe('zones of a country', () => {
  it('knows one or several', () => {
    expect(zonesOf('GB')).toEqual({ kind: 'single', zone: 'Europe/London' })
    expect(zonesOf('HK')).toEqual({ kind: 'single', zone: 'Asia/Hong_Kong' })
    expect(zonesOf('US')).toMatchObject({ kind: 'several', zones: expect.arrayContaining(['America/New_York', 'Pacific/Honolulu']) })
  })

  it('knows none for what is no country', () => {
    for (const country of [null, '', 'us', 'XK', 'U', '001'])
      expect(zonesOf(country)).toBeNull()
  })

  it('asks the newer method where there is one, and gives null where there is neither', () => {
    class Newer { getTimeZones = (): string[] => ['Europe/Paris'] }
    class Neither {}
    const locale = vi.spyOn(Intl, 'Locale')
    locale.mockImplementation(Newer as never)
    expect(zonesOf('FR')).toEqual({ kind: 'single', zone: 'Europe/Paris' })
    locale.mockImplementation(Neither as never)
    expect(zonesOf('FR')).toBeNull()
  })
})
