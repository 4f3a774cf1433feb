import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stretches } from '../../../../src/core/search/marks'

const marked = (text: string, marks: readonly string[]): string => stretches(text, marks).map(part => part.isMarked ? `[${part.text}]` : part.text).join('')

describe('stretches', () => {
  it.each([
    ['Gmail', ['gm'], '[Gm]ail'],
    ['Google / Gmail', ['gm'], 'Google / [Gm]ail'],
    ['+1 415-555-0134', ['0134'], '+1 415-555-[0134]'],
    ['+1 415-555-0134', ['5550134'], '+1 415-[555-0134]'],
    ['Café', ['cafe'], '[Café]'],
    ['支付宝', ['zfb'], '支付宝'],
    ['支付宝', ['付'], '支[付]宝'],
  ])('%s, looked for by %j', (text, marks, expected) => {
    expect(marked(text, marks)).toBe(expected)
  })

  it('loses nothing of the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, marks) => {
      expect(stretches(text, marks).map(part => part.text).join('')).toBe(text)
    }))
  })
})
