import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainFileName } from '../../../src/renderer/app/files/plain-file-name'
import { FILE_NAME } from '../../../src/shared/storage'

it.each([
  ['letter.pdf', 'letter.pdf'],
  ['聊天记录（全部）.zip', '聊天记录（全部）.zip'],
  ['..\\..\\a:b?.txt', '_.._a_b_.txt'],
  ['  .hidden', 'hidden'],
  ['', 'file'],
  ['...', 'file'],
  ['.pdf', 'pdf'],
  [`${'号'.repeat(200)}.png`, `${'号'.repeat(65)}.png`],
])('offers %j as %j', (name, plain) => {
  expect(plainFileName(name)).toBe(plain)
})

it('offers a name that every system takes, whatever it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
    const plain = plainFileName(name)
    expect(plain).toMatch(FILE_NAME)
    expect(Buffer.byteLength(plain)).toBeLessThanOrEqual(200)
    expect(plainFileName(plain)).toBe(plain)
  }))
})
