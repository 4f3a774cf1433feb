import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { findRuntime } from '../../../scripts/runtime.mjs'
import { addFiles, folderWith } from './fixtures'

const day = 24 * 60 * 60 * 1000
const installed = { 'path.txt': 'electron', 'dist/electron': '', 'dist/version': '45.0.0' }
const refused = { isOk: false, out: '', err: 'TypeError: fetch failed\n    at somewhere' }

/** A Linux x64 machine on a closed network. */
function closedNetwork() {
  const cache = folderWith()
  const packageFolder = folderWith({ 'package.json': '{ "version": "45.0.0" }' })
  const said: string[] = []
  return {
    platform: 'linux',
    arch: 'x64',
    env: {} as NodeJS.ProcessEnv,
    packageFolder,
    cache,
    now: 1_000_000,
    isRetry: false,
    install: vi.fn((_folder: string) => refused),
    prepareFallback: vi.fn(async (folder: string) => join(folder, 'electron-25', 'electron')),
    said,
    say: (line: string) => void said.push(line),
  }
}

describe('choice of runtime', () => {
  it('takes the runtime of the electron package and fetches nothing', async () => {
    const world = closedNetwork()
    addFiles(world.packageFolder, installed)
    expect(await findRuntime(world)).toEqual({
      executable: join(world.packageFolder, 'dist', 'electron'),
      kind: 'normal',
      folder: join(world.packageFolder, 'dist'),
      version: '45.0.0',
    })
    expect(world.install).not.toHaveBeenCalled()
    expect(world.said).toEqual([])
  })

  it('fetches it at first use', async () => {
    const world = closedNetwork()
    world.install.mockImplementation((folder) => {
      addFiles(folder, installed)
      return { isOk: true, out: '', err: '' }
    })
    expect(await findRuntime(world)).toMatchObject({ kind: 'normal' })
    expect(world.prepareFallback).not.toHaveBeenCalled()
  })

  it('fetches anew where another version lies there', async () => {
    const world = closedNetwork()
    addFiles(world.packageFolder, { ...installed, 'dist/version': '44.0.0' })
    expect(await findRuntime(world)).toMatchObject({ kind: 'fallback' })
    expect(world.install).toHaveBeenCalledOnce()
  })

  it('does not trust a fetch that left nothing', async () => {
    const world = closedNetwork()
    world.install.mockReturnValue({ isOk: true, out: '', err: '' })
    expect(await findRuntime(world)).toMatchObject({ kind: 'fallback' })
  })

  it('falls back, and says what that is in one line', async () => {
    const world = closedNetwork()
    expect(await findRuntime(world)).toMatchObject({ kind: 'fallback', executable: join(world.cache, 'electron-25', 'electron'), version: '25.1.1' })
    expect(world.said.filter(line => line.includes('old runtime for development and tests only'))).toHaveLength(1)
  })

  it('remembers for a day that nothing can be fetched', async () => {
    const world = closedNetwork()
    await findRuntime(world)
    await findRuntime({ ...world, now: world.now + day - 1 })
    expect(world.install).toHaveBeenCalledTimes(1)
    await findRuntime({ ...world, now: world.now + day })
    expect(world.install).toHaveBeenCalledTimes(2)
  })

  it('tries again when asked to, and forgets the failure when that works', async () => {
    const world = closedNetwork()
    await findRuntime(world)
    await findRuntime({ ...world, isRetry: true })
    expect(world.install).toHaveBeenCalledTimes(2)
    world.install.mockImplementation((folder) => {
      addFiles(folder, installed)
      return { isOk: true, out: '', err: '' }
    })
    expect(await findRuntime({ ...world, isRetry: true })).toMatchObject({ kind: 'normal' })
    expect(existsSync(join(world.cache, 'electron-45.0.0-unreachable'))).toBe(false)
  })

  it('does not let a failure remembered from the future stand in the way', async () => {
    const world = closedNetwork()
    await findRuntime(world)
    await findRuntime({ ...world, now: world.now - 1 })
    expect(world.install).toHaveBeenCalledTimes(2)
  })

  it.each([['darwin', 'x64'], ['win32', 'x64'], ['linux', 'arm64']])('has no fallback on %s %s, and says what to do', async (platform, arch) => {
    const world = { ...closedNetwork(), platform, arch }
    await expect(findRuntime(world)).rejects.toThrow(/^Electron 45\.0\.0 could not be fetched: TypeError: fetch failed\n {2}- check the network.*\n {2}- or name an Electron/)
    await expect(findRuntime(world)).rejects.toThrow()
    expect(world.install).toHaveBeenCalledTimes(2)
    expect(world.prepareFallback).not.toHaveBeenCalled()
  })

  it('says in one error what to do where neither can be had', async () => {
    const world = closedNetwork()
    world.prepareFallback.mockRejectedValue(new Error('npm could not fetch it.'))
    await expect(findRuntime(world)).rejects.toThrow(/^There is no Electron to run the app with\. npm could not fetch it\.\n {2}- check the network.*UNTETHER_RETRY=1\n {2}- or name an Electron/)
  })

  it('asks for npm ci where the package is missing', async () => {
    await expect(findRuntime({ ...closedNetwork(), packageFolder: folderWith() })).rejects.toThrow(/npm ci/)
  })

  it('takes a person\'s own Electron before all others', async () => {
    const world = closedNetwork()
    addFiles(world.packageFolder, installed)
    const own = folderWith({ electron: '', version: 'v44.1.0\n' })
    const env = { UNTETHER_ELECTRON: join(own, 'electron') }
    expect(await findRuntime({ ...world, env })).toEqual({ executable: join(own, 'electron'), kind: 'own', folder: own, version: '44.1.0' })
  })

  it('refuses an own Electron that is not there', async () => {
    const env = { UNTETHER_ELECTRON: '/nowhere/electron' }
    await expect(findRuntime({ ...closedNetwork(), env })).rejects.toThrow(/\/nowhere\/electron, which is not there/)
  })
})
