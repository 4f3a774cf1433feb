import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MIN_SIZE, placeWindow } from '../../../src/main/window-place'

const main = { x: 0, y: 24, width: 1_920, height: 1_056 }
const right = { x: 1_920, y: 0, width: 1_280, height: 1_024 }
const place = { x: 100, y: 100, width: 1_100, height: 700, isMaximized: false }

it('centres a window of the usual size the first time', () => {
  expect(placeWindow(null, [main])).toEqual({ width: 1_280, height: 800 })
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1_024, height: 700 }])).toEqual({ width: 1_024, height: 700 })
})

it('opens where it was, on any display', () => {
  expect(placeWindow(place, [main, right])).toEqual({ x: 100, y: 100, width: 1_100, height: 700 })
  expect(placeWindow({ ...place, x: 2_000 }, [main, right])).toEqual({ x: 2_000, y: 100, width: 1_100, height: 700 })
})

it('comes back when its display is gone', () => {
  expect(placeWindow({ ...place, x: 2_000 }, [main])).toEqual({ width: 1_100, height: 700 })
  expect(placeWindow({ ...place, y: -300 }, [main])).toEqual({ width: 1_100, height: 700 })
})

it('always leaves the title bar within reach', () => {
  const pixels = fc.integer({ min: -100_000, max: 100_000 })
  const size = fc.integer({ min: 1, max: 100_000 })
  const area = fc.record({ x: pixels, y: pixels, width: fc.integer({ min: 640, max: 8_000 }), height: fc.integer({ min: 480, max: 8_000 }) })
  fc.assert(fc.property(fc.record({ x: pixels, y: pixels, width: size, height: size, isMaximized: fc.boolean() }), fc.array(area, { minLength: 1, maxLength: 4 }), (saved, areas) => {
    const { x, y, width, height } = placeWindow(saved, areas)
    expect(width).toBeGreaterThanOrEqual(MIN_SIZE.width)
    expect(height).toBeGreaterThanOrEqual(MIN_SIZE.height)
    if (x !== undefined && y !== undefined)
      expect(areas.some(display => y >= display.y && y < display.y + display.height && x < display.x + display.width && x + Math.max(width, saved.width) > display.x)).toBe(true)
  }))
})
