import { expect, it } from 'vitest'
import { sheetText } from '../../../src/renderer/app/sheet-text'

it('keeps cells apart whatever is in them', async () => {
  expect(await sheetText([['a', 'b\tc', 'd "e"\nf'], ['', 'x']], 'tab')).toBe('a\t"b\tc"\t"d ""e""\nf"\n\tx')
  expect(await sheetText([['a', 'b,c'], ['d "e"', '']], 'comma')).toBe('\uFEFF"a","b,c"\r\n"d ""e""",""\r\n')
})

it('lets nothing be run as a formula, and leaves numbers as they are', async () => {
  expect(await sheetText([['=1+1', '+14155550134', '-cmd', '@mei']], 'tab')).toBe('"\'=1+1"\t+14155550134\t"\'-cmd"\t@mei')
})
