import { describe, expect, it } from 'vitest'
import { zoneTimes } from '../../../src/renderer/features/numbers/form/zone-times'
import { lifePlaces } from '../../../src/renderer/features/numbers/overview/life-marks'
import { bestSources } from '../../../src/renderer/features/numbers/parts/evidence'

const today = '2026-11-23'

describe('days of a number’s life on a line', () => {
  it('keeps the order of the days and stays on the line', () => {
    const { start, today: now, act, loss, target } = lifePlaces({ start: '2026-09-13', today, act: '2026-12-05', loss: '2026-12-12', target: '2026-12-15' })
    const places = [start, now, act, loss, target].map(place => place ?? -1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places.at(0)).toBe(0)
    expect(places.at(-1)).toBeLessThan(1)
  })

  it('does not let an old number press the coming days together', () => {
    expect(lifePlaces({ start: '2010-01-01', today, act: null, loss: '2026-11-24', target: null }).today).toBeLessThan(0.7)
  })

  it('puts a loss that has passed at today, and leaves out what is not known', () => {
    const places = lifePlaces({ start: null, today, act: null, loss: '2026-11-01', target: null })
    expect(places).toEqual({ start: null, today: 0, act: null, loss: 0, target: null })
  })
})

describe('clocks of a country', () => {
  const at = Date.UTC(2026, 10, 23, 4, 0)

  it('goes from west to east, one clock for each difference to UTC', () => {
    const clocks = zoneTimes(['America/Detroit', 'America/New_York', 'Pacific/Honolulu', 'America/Chicago'], at, 'en-GB')
    expect(clocks.map(({ zone, time }) => [zone, time])).toEqual([['Pacific/Honolulu', '18:00'], ['America/Chicago', '22:00'], ['America/New_York', '23:00']])
  })

  it('knows half hours', () => {
    expect(zoneTimes(['Asia/Kolkata'], at, 'zh-CN')).toMatchObject([{ time: '09:30', offset: 330 }])
  })
})

describe('the source that counts most', () => {
  const source = (url: string, kind: 'own' | 'third-party', isMirror = false) => ({ url, kind, isMirror, supports: [], pageDate: null })

  it('is the provider’s own page, then others’, then a copy; a page without https is no own page to link', () => {
    const [copy, other, own] = [source('https://a.example/x', 'third-party', true), source('https://b.example', 'third-party'), source('https://c.example', 'own')]
    expect(bestSources([copy, other, own])).toEqual([own])
    expect(bestSources([copy, other])).toEqual([other])
    expect(bestSources([copy])).toEqual([copy])
    expect(bestSources([])).toEqual([])
  })
})
