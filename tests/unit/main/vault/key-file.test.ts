import type { KeySlot } from '../../../../src/shared/vault'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeOpenSlot } from '../../../../src/main/vault/automatic-slot'
import { dropAside, keepAside, KEY_COPY, KEY_FILE, readBack, readKeyFile, writeKeyFile } from '../../../../src/main/vault/key-file'
import { fakeWorld } from './vault-world'

let folder: string
let slots: KeySlot[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-keys-'))
  slots = [makeOpenSlot(new Uint8Array(32).fill(7), fakeWorld(folder))]
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const text = (name: string): string => readFileSync(at(name), 'utf8')
function writeBoth(): string {
  expect(writeKeyFile(folder, KEY_FILE, slots)).toBe(true)
  expect(writeKeyFile(folder, KEY_COPY, slots)).toBe(true)
  return text(KEY_FILE)
}

describe('readKeyFile', () => {
  it('reads what was written, which only its owner may read', () => {
    writeBoth()
    expect(readKeyFile(folder)).toEqual({ state: 'read', slots })
    expect(readdirSync(folder).sort()).toEqual([KEY_COPY, KEY_FILE])
    expect(JSON.parse(text(KEY_FILE))).toMatchObject({ format: 'untether-keys', version: 1, slots })
    expect(statSync(at(KEY_FILE)).mode & 0o077).toBe(0)
  })

  it('tells nothing from damage', () => {
    expect(readKeyFile(folder)).toEqual({ state: 'none' })
    writeFileSync(at(KEY_COPY), '')
    expect(readKeyFile(folder)).toEqual({ state: 'damaged' })
    rmSync(at(KEY_COPY))
    mkdirSync(at(KEY_FILE))
    expect(readKeyFile(folder)).toEqual({ state: 'damaged' })
  })

  it('uses the copy, and heals, when the file was cut off anywhere', () => {
    const whole = writeBoth()
    // The newline at the end is no loss.
    for (let length = 0; length < whole.length - 1; length++) {
      writeFileSync(at(KEY_FILE), whole.slice(0, length))
      expect(readKeyFile(folder), `cut at ${length}`).toEqual({ state: 'read', slots })
      expect(text(KEY_FILE)).toBe(whole)
    }
  })

  it('uses the copy, and heals, when one byte of the file was changed', () => {
    const whole = writeBoth()
    for (let byte = 0; byte < whole.length; byte++) {
      const rotten = readFileSync(at(KEY_COPY))
      rotten[byte]! ^= 1
      writeFileSync(at(KEY_FILE), rotten)
      const reading = readKeyFile(folder)
      // A version that was not ours may be a later one: that alone is never healed over.
      if (reading.state === 'newer')
        expect(rotten.toString()).toMatch(/"version": [2-9]/)
      else
        expect(reading, `byte ${byte}`).toEqual({ state: 'read', slots })
    }
  })

  it('heals a copy that is gone, damaged or old', () => {
    const whole = writeBoth()
    for (const spoil of [() => rmSync(at(KEY_COPY)), () => writeFileSync(at(KEY_COPY), '{'), () => writeKeyFile(folder, KEY_COPY, [{ ...slots[0]!, id: randomUUID() }])]) {
      spoil()
      expect(readKeyFile(folder)).toEqual({ state: 'read', slots })
      expect(text(KEY_COPY)).toBe(whole)
    }
  })

  it('heals a file that is gone', () => {
    const whole = writeBoth()
    rmSync(at(KEY_FILE))
    expect(readKeyFile(folder)).toEqual({ state: 'read', slots })
    expect(text(KEY_FILE)).toBe(whole)
  })

  it('leaves two damaged files as they are', () => {
    writeFileSync(at(KEY_FILE), 'one')
    writeFileSync(at(KEY_COPY), 'two')
    expect(readKeyFile(folder)).toEqual({ state: 'damaged' })
    expect([text(KEY_FILE), text(KEY_COPY)]).toEqual(['one', 'two'])
  })

  it('leaves a file of a later version alone, even beside a copy it could read', () => {
    writeBoth()
    const later = JSON.stringify({ format: 'untether-keys', version: 2, boxes: [] })
    writeFileSync(at(KEY_FILE), later)
    expect(readKeyFile(folder)).toEqual({ state: 'newer' })
    expect(text(KEY_FILE)).toBe(later)
    rmSync(at(KEY_FILE))
    writeFileSync(at(KEY_COPY), later)
    expect(readKeyFile(folder)).toEqual({ state: 'newer' })
  })

  it.each([
    ['another format', { format: 'keys' }],
    ['version 0', { version: 0 }],
    ['version "1"', { version: '1' }],
    ['no slots', { slots: [] }],
    ['a field too many', { more: true }],
    ['a wrong checksum', { checksum: '0'.repeat(64) }],
  ])('takes %s for damage', (_, change) => {
    const whole = JSON.parse(writeBoth()) as object
    rmSync(at(KEY_COPY))
    writeFileSync(at(KEY_FILE), JSON.stringify({ ...whole, ...change }))
    expect(readKeyFile(folder)).toEqual({ state: 'damaged' })
  })
})

describe('writeKeyFile', () => {
  it('keeps the old file when it cannot write, and says so', () => {
    const whole = writeBoth()
    // Where a folder stands in the way nothing can be renamed to.
    mkdirSync(at('in-the-way'))
    mkdirSync(join(folder, 'in-the-way', KEY_FILE))
    expect(writeKeyFile(at('in-the-way'), KEY_FILE, slots)).toBe(false)
    expect(writeKeyFile(at('gone'), KEY_FILE, slots)).toBe(false)
    expect(existsSync(at('gone'))).toBe(false)
    expect(readdirSync(at('in-the-way'))).toEqual([KEY_FILE])
    expect(text(KEY_FILE)).toBe(whole)
  })

  it('writes nothing that it would not read', () => {
    expect(writeKeyFile(folder, KEY_FILE, [])).toBe(false)
    expect(writeKeyFile(folder, KEY_FILE, [{ ...slots[0]!, id: 'no uuid' }])).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it('can be read back', () => {
    expect(readBack(folder, KEY_FILE)).toBeNull()
    writeKeyFile(folder, KEY_FILE, slots)
    expect(readBack(folder, KEY_FILE)).toEqual(slots)
    expect(readBack(folder, KEY_COPY)).toBeNull()
  })
})

describe('keepAside and dropAside', () => {
  it('keep what lies there under other names, byte for byte', () => {
    writeFileSync(at(KEY_FILE), 'one')
    writeFileSync(at(KEY_COPY), 'two')
    expect(keepAside(folder, () => 'a1')).toBe(true)
    expect([text(KEY_FILE), text('keys.aside-a1.json'), text('keys.copy.aside-a1.json')]).toEqual(['one', 'one', 'two'])
  })

  it('say so when something cannot be kept', () => {
    mkdirSync(at(KEY_FILE))
    expect(keepAside(folder, () => 'a1')).toBe(false)
  })

  it('drop that, and what interrupted writes left, and nothing else', () => {
    writeBoth()
    keepAside(folder, randomUUID)
    for (const name of ['keys.json.0123456789abcdef.new', 'keys.copy.json.0123456789abcdef.new', 'keys.aside-a1.json.0123456789abcdef.new', 'shell.json.0123456789abcdef.new', 'keys.txt'])
      writeFileSync(at(name), '')
    dropAside(folder)
    expect(readdirSync(folder).sort()).toEqual([KEY_COPY, KEY_FILE, 'keys.txt', 'shell.json.0123456789abcdef.new'].sort())
    expect(() => dropAside(at('gone'))).not.toThrow()
  })
})
