import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKind } from '../../../../src/core/files/file-kind'
import { isModest, pictureSize } from '../../../../src/core/files/picture-size'
import { bytes, headers, onePixel } from './pictures'

const side = fc.integer({ min: 1, max: 16_383 })

describe('how large a picture is', () => {
  it.each(Object.entries(headers))('is read from the header of %s, whatever the size', (_name, make) => {
    fc.assert(fc.property(side, side, (width, height) => {
      const content = make(width, height)
      expect(pictureSize(content, fileKind(content))).toEqual({ width, height })
    }), { seed: 5 })
  })

  it('is read from real pictures', () => {
    expect(pictureSize(onePixel.png, 'png')).toEqual({ width: 1, height: 1 })
    expect(pictureSize(onePixel.gif, 'gif')).toEqual({ width: 1, height: 1 })
  })

  it('is not known of what is cut off, and no bytes make it throw or hang', () => {
    for (const make of Object.values(headers)) {
      const whole = make(20, 20)
      for (let length = 0; length < whole.length; length++) {
        const size = pictureSize(whole.subarray(0, length), fileKind(whole))
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
      }
    }
    fc.assert(fc.property(fc.constantFrom(...Object.values(headers)), fc.uint8Array({ maxLength: 200 }), fc.nat(30), (make, noise, at) => {
      const content = Uint8Array.from([...make(9, 9).subarray(0, at), ...noise])
      for (const kind of ['png', 'jpeg', 'gif', 'webp', 'bmp'] as const) {
        const size = pictureSize(content, kind)
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
      }
    }), { seed: 5, numRuns: 2000 })
  })

  it('is not known of pictures without a side, and of what is no picture', () => {
    expect(pictureSize(headers.png(0, 10), 'png')).toBe(null)
    expect(pictureSize(bytes('\u00FF\u00D8\u00FF\u00DA\0\u0008abcdefghij'), 'jpeg')).toBe(null)
    expect(pictureSize(bytes('Dear Mei, this is a letter of no size'), 'text')).toBe(null)
  })
})

it('a bomb is told from a large screenshot', () => {
  expect(isModest({ width: 7680, height: 4320 })).toBe(true)
  expect(isModest({ width: 1440, height: 30_000 })).toBe(true)
  expect(isModest({ width: 100_000, height: 100_000 })).toBe(false)
  expect(isModest({ width: 4_294_967_295, height: 1 })).toBe(false)
})
