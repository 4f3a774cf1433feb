import type { RunningPacked, Said, Trial } from './packed'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newProfile } from './app'
import { ARCHIVE, EXECUTABLE, OPEN_TO_TEST, pack, packedFolder, pageOf, removeTrials, runPacked, startPacked, trial } from './packed'
import { addNumber, beginWithNumber, keyboardHand, mouseHand, openNumber, PATIENTLY, pictureOfFailure, sidebar, storedRows, user, VOICE } from './screens'

/** What a second start says when it is the app itself. */
const RUNS_ALREADY = 'Untether is already running'

/** What Node says when its debugger opens, or would if its usual port were free. */
const INSPECTOR = /Debugger listening|Starting inspector on/

/** Whether the page came up and opened its record. */
function hasRecord(profile: string): boolean {
  return existsSync(join(profile, 'IndexedDB'))
}

let packing = ''

/** Only here does the app run as it was packed; elsewhere it would have to be signed first. */
describe.runIf(process.platform === 'linux')('the packed app', () => {
  beforeAll(async () => {
    removeTrials()
    packing = await pack()
  }, 240_000)

  afterAll(removeTrials)

  describe('as it lies on the disk', () => {
    it('has the fuses of a release', async () => {
      const { version, ...wire } = await getCurrentFuseWire(join(packedFolder, EXECUTABLE))
      const fuses = Object.fromEntries(Object.entries(wire).map(([fuse, state]) => [FuseV1Options[Number(fuse)] ?? fuse, String.fromCharCode(Number(state))]))

      expect(fuses).toMatchObject({
        RunAsNode: '0',
        EnableCookieEncryption: '1',
        EnableNodeOptionsEnvironmentVariable: '0',
        EnableNodeCliInspectArguments: '0',
        EnableEmbeddedAsarIntegrityValidation: '0',
        OnlyLoadAppFromAsar: '1',
        LoadBrowserProcessSpecificV8Snapshot: '0',
      })
      expect(version).toBe('1')
      // Electron has it since 29.
      const lacking = [...packing.matchAll(/Electron (\d+)\.\S+ has no fuse (\w+)/g)].map(([, major, fuse]) => ({ isOld: Number(major) < 29, fuse }))
      expect(lacking).toEqual('GrantFileProtocolExtraPrivileges' in fuses ? [] : [{ isOld: true, fuse: 'GrantFileProtocolExtraPrivileges' }])
      expect(fuses['GrantFileProtocolExtraPrivileges'] ?? '0').toBe('0')
    })

    it('holds what was built, and nothing else', () => {
      const files = listPackage(join(packedFolder, ARCHIVE), { isPack: false }).filter(path => extname(path) !== '').map(path => path.slice(1))

      expect(readdirSync(join(packedFolder, 'resources')).sort()).toEqual(['LICENSE', 'app.asar'])
      expect(files.filter(path => !path.startsWith('out/')).sort()).toEqual(['package.json', 'resources/icons/128x128.png'])
      expect(new Set(files.map(path => path.split('/').slice(0, 2).join('/')))).toEqual(new Set(['out/main', 'out/preload', 'out/renderer', 'package.json', 'resources/icons']))
      expect(files.filter(path => !/\.(?:cjs|css|html|js|json|png|svg|woff2)$/.test(path))).toEqual([])
    })
  })

  describe('from first start to a second one', () => {
    let folder: string
    let profile: string
    let running: RunningPacked
    let page: Awaited<ReturnType<typeof pageOf>>
    let wrong: string[]

    beforeAll(async () => {
      folder = await trial('open', { entry: OPEN_TO_TEST })
    })

    beforeEach(() => {
      profile = newProfile()
      wrong = []
    })

    afterEach(async (test) => {
      await pictureOfFailure(test, page)
      await running.end()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    })

    async function start(): Promise<void> {
      running = startPacked(folder, profile)
      page = await pageOf(running)
      page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
      page.on('pageerror', error => wrong.push(error.message))
      page.on('request', request => !/^(?:app:\/\/untether\/|data:|blob:)/.test(request.url()) && wrong.push(request.url()))
    }

    async function quit(): Promise<void> {
      const ended = new Promise(done => running.child.once('exit', done))
      await page.evaluate(() => window.untether.quit()).catch(() => {})
      expect(await ended).toBe(0)
    }

    it('keeps the first number', async () => {
      await start()
      const first = user(page, keyboardHand(page), 'en')
      await beginWithNumber(first)
      await addNumber(first, { typed: VOICE, written: VOICE })
      const stored = await storedRows(page)
      const about = await page.evaluate(async () => ({ info: await window.untether.info(), licences: (await window.untether.licences()).length }))
      await quit()
      await start()
      await openNumber(user(page, mouseHand(page), 'en'), VOICE)

      expect(about).toMatchObject({ info: { isPackaged: true, dataFolder: profile } })
      expect(about.licences).toBeGreaterThan(10)
      expect(await storedRows(page)).toEqual(stored)
      expect(wrong).toEqual([])
      await quit()
    })

    it('shows the sample in Chinese', async () => {
      await start()
      const who = user(page, mouseHand(page), 'zh-CN')
      await page.getByRole('radio', { name: '中文', exact: true }).click()
      await page.getByRole('button', { name: who.t.firstStart.lookAround, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: who.t.today.title, exact: true }).waitFor()

      expect(await sidebar(who).getByRole('link').count()).toBeGreaterThan(4)
      expect(wrong).toEqual([])
      await quit()
    })
  })

  describe('runs itself and nothing else', () => {
    let profile: string
    let first: RunningPacked

    beforeAll(async () => {
      profile = newProfile()
      // As it was packed, with nothing of the test inside.
      first = startPacked(packedFolder, profile)
      await vi.waitUntil(() => hasRecord(profile), PATIENTLY)
    })

    afterAll(async () => {
      await first.end()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    })

    /** The same start of the packed app, and of one with the fuses as the runtime comes, which shows what they are good for. */
    async function both(name: string, change: Trial, start: Parameters<typeof runPacked>[2]): Promise<{ packed: Said, unfused: Said }> {
      const [fused, open] = [await trial(`${name}-fused`, change), await trial(`${name}-unfused`, { ...change, isUnfused: true })]
      return { packed: await runPacked(fused, profile, start), unfused: await runPacked(open, profile, start) }
    }

    it('is no Node', async () => {
      const script = join(profile, 'script.cjs')
      writeFileSync(script, `console.log('a script runs')`)
      const { packed, unfused } = await both('node', {}, { before: [script], env: { ELECTRON_RUN_AS_NODE: '1' } })

      expect(unfused.stdout).toContain('a script runs')
      expect(packed.stdout).toContain(RUNS_ALREADY)
      expect(packed.stdout).not.toContain('a script runs')
    })

    it('takes no options for Node', async () => {
      const entry = `console.log('header size ' + require('node:http').maxHeaderSize)\nstartApp()`
      const { packed, unfused } = await both('options', { entry }, { env: { NODE_OPTIONS: '--max-http-header-size=9999' } })

      expect(unfused.stdout).toContain('header size 9999')
      expect(packed.stdout).toContain('header size 16384')
      expect(packed.stdout).toContain(RUNS_ALREADY)
    })

    it('lets no debugger into its main process by an argument', async () => {
      const { packed, unfused } = await both('argument', {}, { args: ['--inspect=0'] })

      expect(unfused.stderr).toContain('Debugger listening')
      expect(packed.stdout).toContain(RUNS_ALREADY)
      expect(packed.stderr).not.toContain('Debugger listening')
    })

    it('lets no debugger into its main process by a signal', async () => {
      const folders = [packedFolder, await trial('signal', { isUnfused: true })]
      const profiles = folders.map(newProfile)
      const [packed, unfused] = folders.map((folder, n) => startPacked(folder, profiles[n]!)) as [RunningPacked, RunningPacked]
      await vi.waitUntil(() => profiles.every(hasRecord), PATIENTLY)
      packed.child.kill('SIGUSR1')
      unfused.child.kill('SIGUSR1')
      await vi.waitUntil(() => INSPECTOR.test(unfused.said()), PATIENTLY)
      await Promise.all([packed.end(), unfused.end()])
      profiles.forEach(folder => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

      expect(packed.said()).not.toMatch(INSPECTOR)
    })

    it('lets no debugger into its page', async () => {
      const other = newProfile()
      const running = startPacked(packedFolder, other, ['--remote-debugging-port=0', '--remote-debugging-address=127.0.0.1'])
      await vi.waitUntil(() => hasRecord(other), PATIENTLY)
      await running.end()
      const isOpen = existsSync(join(other, 'DevToolsActivePort'))
      rmSync(other, { recursive: true, force: true, maxRetries: 5 })

      // The flows above open it from inside, and say so.
      expect(running.said()).not.toContain('DevTools listening')
      expect(isOpen).toBe(false)
    })

    it('loads no folder in place of its archive', async () => {
      const folderApp = `console.log('a folder runs'); require('electron').app.exit()`
      const { packed, unfused } = await both('folder', { folderApp, isEmpty: true }, {})
      const beside = await runPacked(await trial('beside', { folderApp }), profile)

      expect(unfused.stdout).toContain('a folder runs')
      expect(packed.stdout).not.toContain('a folder runs')
      expect(packed.code).not.toBe(0)
      expect(beside.stdout).toContain(RUNS_ALREADY)
      expect(beside.stdout).not.toContain('a folder runs')
    })

    it('wrote no error meanwhile', () => {
      const log = readFileSync(join(profile, 'logs', 'untether.log'), 'utf8')

      expect(log).toContain('second-start')
      expect(log.split('\n').filter(line => / error /.test(line))).toEqual([])
    })
  })
})
