import type { FilesContext } from '../../../src/main/calls/files-calls'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { filesCalls } from '../../../src/main/calls/files-calls'
import { MAX_BACKUP_BYTES } from '../../../src/shared/storage'

const folder = mkdtempSync(join(tmpdir(), 'untether-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function calls(context: Partial<FilesContext>) {
  return filesCalls({ chooseSave: async () => null, chooseOpen: async () => null, ...context })
}
const open = (path: string | null) => calls({ chooseOpen: async () => path })['files:open'].does()
const save = (path: string | null, bytes: Uint8Array) => calls({ chooseSave: async () => path })['files:save'].does('untether.json', bytes)

describe('files:save', () => {
  it('writes the file whole, only for its owner, in place of one that was there', async () => {
    const path = join(folder, 'a.untether')
    writeFileSync(path, 'old and much longer than the new one')
    expect(await save(path, Uint8Array.of(1, 2, 3))).toEqual({ state: 'saved', path })
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    expect(readdirSync(folder).filter(name => name.endsWith('.new'))).toEqual([])
  })

  it('cancelled, or not to be written: says so and leaves nothing', async () => {
    expect(await save(null, Uint8Array.of(1))).toEqual({ state: 'cancelled' })
    const path = join(folder, 'nowhere', 'a.untether')
    expect(await save(path, Uint8Array.of(1))).toEqual({ state: 'failed' })
    expect(existsSync(path)).toBe(false)
  })

  it.each(['../a', 'a/b', 'a\\b', '', '.hidden', `${'a'.repeat(256)}`, 'a\nb'])('takes no name like %j', (name) => {
    expect(calls({})['files:save'].takes([name, Uint8Array.of(1)])).toBeNull()
  })

  it('takes bytes alone', () => {
    const { takes } = calls({})['files:save']
    expect(takes(['a.json', 'text'])).toBeNull()
    expect(takes(['a.json', Uint8Array.of(1), '/etc/passwd'])).toBeNull()
    expect(takes(['untether-2026-11-23.json', Uint8Array.of(1)])).not.toBeNull()
  })
})

describe('files:open', () => {
  it('reads what was chosen, and names it without its folder', async () => {
    const path = join(folder, 'b.untether')
    writeFileSync(path, Uint8Array.of(4, 5))
    expect(await open(path)).toEqual({ state: 'opened', file: { name: 'b.untether', bytes: Uint8Array.of(4, 5) } })
    expect(await open(null)).toEqual({ state: 'cancelled' })
  })

  it('refuses by size before it reads', async () => {
    const path = join(folder, 'large')
    writeFileSync(path, '')
    truncateSync(path, MAX_BACKUP_BYTES + 1)
    const start = performance.now()
    expect(await open(path)).toEqual({ state: 'too-large' })
    expect(performance.now() - start).toBeLessThan(200)
    rmSync(path)
  })

  it('gives up on what is no file', async () => {
    expect(await open(join(folder, 'gone'))).toEqual({ state: 'failed' })
    expect(await open(folder)).toEqual({ state: 'failed' })
  })

  it.skipIf(process.platform === 'win32')('does not wait on a pipe that nobody writes to', async () => {
    const path = join(folder, 'pipe')
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path])
    expect(await open(path)).toEqual({ state: 'failed' })
  }, 5_000)
})
