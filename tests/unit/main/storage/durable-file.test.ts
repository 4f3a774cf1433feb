import { Buffer } from 'node:buffer'
import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BESIDE, diskAnswerOf, flushFolder, writeWhole, writeWholeAsync } from '../../../../src/main/durable-file'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-durable-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([
  ['writeWhole', async (file: string, bytes: Uint8Array | string) => writeWhole(file, bytes)],
  ['writeWholeAsync', writeWholeAsync],
])('%s', (_, write) => {
  it('writes a new file and replaces an old one, and leaves nothing beside it', async () => {
    const file = join(folder, 'a')
    await write(file, 'old and longer')
    await write(file, Buffer.from([0, 255, 7]))

    expect([...readFileSync(file)]).toEqual([0, 255, 7])
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it.skipIf(process.platform === 'win32')('writes for this user\'s eyes only', async () => {
    await write(join(folder, 'a'), 'mine')

    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')('does not write through a link', async () => {
    writeFileSync(join(folder, 'elsewhere'), 'untouched')
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'a'))
    await write(join(folder, 'a'), 'new')

    expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('untouched')
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new')
  })

  it.skipIf(process.platform === 'win32')('flushes the bytes before the name, and the name before it answers', async () => {
    const steps: string[] = []
    const handle = await open(join(folder, 'other'), 'w')
    const prototype = Object.getPrototypeOf(handle) as typeof handle
    await handle.close()
    const { sync } = prototype
    const { fsyncSync, renameSync } = fs
    vi.spyOn(prototype, 'sync').mockImplementation(function (this: typeof handle) {
      steps.push('flush')
      return sync.call(this)
    })
    vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
      steps.push(fs.fstatSync(descriptor).isDirectory() ? 'flush folder' : 'flush')
      fsyncSync(descriptor)
    })
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      steps.push('rename')
      renameSync(from, to)
    })
    syncBuiltinESMExports()
    await write(join(folder, 'a'), 'x')

    expect(steps).toEqual(['flush', 'rename', 'flush folder'])
  })

  it('throws and leaves nothing when it cannot rename', async () => {
    mkdirSync(join(folder, 'a', 'in the way'), { recursive: true })

    await expect(write(join(folder, 'a'), 'x')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('throws where there is no folder', async () => {
    await expect(write(join(folder, 'gone', 'a'), 'x')).rejects.toThrow('ENOENT')
  })
})

it('knows what it leaves behind by its name', () => {
  expect(BESIDE.test('a.0123456789abcdef.new')).toBe(true)
  expect(['a.new', 'a.0123456789abcde.new', 'a.0123456789abcdef.new.b'].some(name => BESIDE.test(name))).toBe(false)
})

it('flushes a folder, and says when there is none', () => {
  expect(() => flushFolder(folder)).not.toThrow()
  if (process.platform !== 'win32')
    expect(() => flushFolder(join(folder, 'gone'))).toThrow('ENOENT')
})

it('tells a full disk from other faults', () => {
  const fault = (code: string): Error => Object.assign(new Error(code), { code })

  expect(['ENOSPC', 'EDQUOT'].map(fault).map(diskAnswerOf)).toEqual(['full', 'full'])
  expect(['EIO', 'EROFS', 'EACCES'].map(fault).map(diskAnswerOf)).toEqual(['failed', 'failed', 'failed'])
  expect([undefined, null, 'ENOSPC', { code: 'ENOSPC' }].map(diskAnswerOf)).toEqual(['failed', 'failed', 'failed', 'failed'])
})
