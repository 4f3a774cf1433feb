import { describe, expect, it } from 'vitest'
import { keyShortcut, keyText } from '../../../src/renderer/ui/key-text'
import { placeLabels } from '../../../src/renderer/ui/place-labels'
import { arcPath, progressParts } from '../../../src/renderer/ui/progress-parts'

describe('progress parts', () => {
  it('one part for each binding, in order, adding up to a turn', () => {
    const parts = progressParts({ verified: 2, letGo: 1, halfway: 0, bound: 1 })
    expect(parts.map(part => part.kind)).toEqual(['verified', 'verified', 'letGo', 'bound'])
    expect(parts[0]).toMatchObject({ from: 0, to: 0.25 })
    expect(parts.at(-1)?.to).toBeCloseTo(1)
  })

  it('many bindings: one part for each kind, as wide as its share', () => {
    const parts = progressParts({ verified: 50, letGo: 0, halfway: 25, bound: 25 })
    expect(parts).toHaveLength(3)
    expect(parts[0]?.to).toBeCloseTo(0.5)
  })

  it('none gives none', () => {
    expect(progressParts({ verified: 0, letGo: 0, halfway: 0, bound: 0 })).toEqual([])
  })

  it('a whole turn is two halves, since an arc cannot end where it began', () => {
    expect(arcPath({ from: 0, to: 1 }, 10, 8, 2).match(/A/g)).toHaveLength(2)
  })
})

describe('labels beside a line', () => {
  const overlap = (boxes: { at: number, width: number }[], total: number): boolean => {
    const places = placeLabels(boxes, total)
    return places.some((a, i) => places.some((b, j) => i < j && a.lane === b.lane && a.x < b.x + boxes[j]!.width && b.x < a.x + boxes[i]!.width))
  }

  it('stand at their marks where there is room', () => {
    expect(placeLabels([{ at: 100, width: 40 }, { at: 300, width: 40 }], 400)).toEqual([{ x: 80, lane: 0 }, { x: 280, lane: 0 }])
  })

  it('stay inside the line', () => {
    const places = placeLabels([{ at: 0, width: 80 }, { at: 400, width: 80 }], 400)
    expect(places.map(place => place.x)).toEqual([0, 320])
  })

  it('give way sideways while they still stand over their mark, else a lane further out', () => {
    expect(placeLabels([{ at: 100, width: 60 }, { at: 150, width: 60 }], 400)[1]).toEqual({ x: 142, lane: 0 })
    expect(placeLabels([{ at: 100, width: 60 }, { at: 101, width: 60 }], 400)[1]).toMatchObject({ lane: 1 })
  })

  it('never cover one another, however close the days', () => {
    for (let seed = 1; seed < 200; seed++) {
      const boxes = Array.from({ length: 6 }, (_, index) => ({ at: (seed * 37 * (index + 3)) % 600, width: 30 + (seed * 13 * (index + 1)) % 120 }))
      expect(overlap(boxes, 600)).toBe(false)
    }
  })
})

describe('keys', () => {
  it('are written as on the keyboard at hand', () => {
    expect(keyText('Ctrl Shift Z', false)).toBe('Ctrl Shift Z')
    expect(keyText('Ctrl Shift Z', true)).toBe('⌘⇧Z')
    expect(keyShortcut('Ctrl B', false)).toBe('Control+B')
    expect(keyShortcut('Ctrl B', true)).toBe('Meta+B')
  })
})
