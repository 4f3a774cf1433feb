import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILE_KINDS, fileKind, isPicture, kindOfMediaType, kindOfName, mediaTypeOf, untrueName } from '../../../../src/core/files/file-kind'
import { bytes, headers, onePixel } from './pictures'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const wide = (content: string): Uint8Array => bytes('\u00FF\u00FE', [...content].flatMap(letter => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))

describe('what a file is', () => {
  it.each([
    ['png', onePixel.png],
    ['gif', onePixel.gif],
    ['png', headers.png(10, 10)],
    ['jpeg', headers.jpeg(10, 10)],
    ['gif', headers.gif(10, 10)],
    ['webp', headers.webp(10, 10)],
    ['bmp', headers.bmp(10, 10)],
    ['pdf', text('%PDF-1.7\n')],
    ['pdf', bytes('\0\u0001some printer wrote this first\n%PDF-1.4\n')],
    ['svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['svg', text('\uFEFF\n<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE svg PUBLIC "x">\n<svg/>')],
    ['svg', text('<!-- one --><!-- two --><svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>')],
    ['svg', wide('<svg onload="alert(1)"/>')],
    ['text', text('')],
    ['text', text('Dear Mei,\nI said %PDF-1.7 and <svg> to them.')],
    ['text', text('BM sent me a letter that is long enough to hold a header')],
    ['text', text('你好，世界')],
    ['text', wide('你好')],
    ['text', bytes('\u00C4\u00E3\u00BA\u00C3')],
    ['text', text('<html><svg></svg></html>')],
    ['text', text('<!-- never closed')],
    ['text', text('<svgish>')],
    ['unknown', bytes('MZ\u0090\0\u0003')],
    ['unknown', bytes('PK\u0003\u0004')],
    ['unknown', bytes('RIFF\0\0\0\0WAVEfmt')],
  ] as const)('is %s by its content', (kind, content) => {
    expect(fileKind(content)).toBe(kind)
  })

  it('is told for any bytes, and for any beginning of what is known', () => {
    const known = fc.constantFrom(...Object.values(headers)).map(make => make(20, 20))
    const cut = fc.tuple(known, fc.nat(40), fc.uint8Array({ maxLength: 60 })).map(([head, length, rest]) => Uint8Array.from([...head.subarray(0, length), ...rest]))
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), cut), (content) => {
      expect(FILE_KINDS).toContain(fileKind(content))
    }), { seed: 5, numRuns: 2000 })
  })

  it('is text, or a drawing, whatever is written in it', () => {
    // eslint-disable-next-line no-control-regex -- they are what no text holds
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }).filter(content => !/[\0-\u0008\v\u000E-\u001A\u001C-\u001F]/.test(content)), (content) => {
      expect(['text', 'svg', 'pdf']).toContain(fileKind(text(content)))
    }), { seed: 5 })
  })
})

describe('what a name says', () => {
  it.each([
    ['scan.PDF', 'pdf'],
    ['截图.jpeg', 'jpeg'],
    ['a.b.txt', 'text'],
    ['letter.docx', null],
    ['png', null],
    ['', null],
  ] as const)('%s: %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind)
  })

  it('is told where the content is another, and only there', () => {
    expect(untrueName('scan.png', 'pdf')).toBe('png')
    expect(untrueName('invoice.pdf', 'unknown')).toBe('pdf')
    expect(untrueName('page.html', 'svg')).toBe(null)
    expect(untrueName('letter.docx', 'unknown')).toBe(null)
    fc.assert(fc.property(fc.string(), fc.constantFrom('png', 'jpg', 'pdf', 'svg', 'txt'), fc.constantFrom(...FILE_KINDS), (stem, ending, kind) => {
      const name = `${stem}.${ending}`
      const named = untrueName(name, kind)
      expect(named === null || named === kindOfName(name)).toBe(true)
      expect(named).not.toBe(kind)
    }), { seed: 5 })
  })
})

it('the type a file is kept under tells its kind again', () => {
  for (const kind of FILE_KINDS)
    expect(kindOfMediaType(mediaTypeOf(kind))).toBe(kind)
  expect(kindOfMediaType('text/csv')).toBe('text')
  expect(kindOfMediaType('')).toBe(null)
  expect(FILE_KINDS.filter(isPicture)).toEqual(['png', 'jpeg', 'gif', 'webp', 'bmp'])
})
