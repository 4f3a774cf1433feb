import type { ChildProcess } from 'node:child_process'
import type { Page } from 'playwright-core'
import { createPackage, extractAll } from '@electron/asar'
import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { appArguments, appEnvironment, appRoot, electronPath } from './app'

/** The packed app, as `npm run pack` leaves it. */
export const packedFolder = join(appRoot, 'dist', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
/** Its executable, inside the folder. */
export const EXECUTABLE = 'untether'
export const ARCHIVE = 'resources/app.asar'

/** Beside the packed app, so that its files can be linked and need not be copied. */
const trials = join(appRoot, 'dist', 'trials')

/** Packs the app and gives what was said meanwhile. */
export function pack(): Promise<string> {
  return new Promise((done, fail) => {
    execFile(process.execPath, [join(appRoot, 'scripts', 'pack.mjs')], { cwd: appRoot }, (error, stdout, stderr) => {
      if (error)
        fail(new Error(`the app could not be packed\n${stdout}${stderr}`))
      else
        done(stdout + stderr)
    })
  })
}

export type Trial = {
  /** The runtime's own executable, all fuses as it comes, in place of the packed one. */
  isUnfused?: boolean
  /** Code that is started in place of the app and may start it by `startApp()`. */
  entry?: string
  /** No archive. */
  isEmpty?: boolean
  /** The main module of an app folder beside the archive. */
  folderApp?: string
}

/** A copy of the packed app with something changed; gives its folder. */
export async function trial(name: string, { isUnfused = false, entry, isEmpty = false, folderApp }: Trial): Promise<string> {
  const folder = join(trials, name)
  linkFolder(packedFolder, folder)
  if (isUnfused) {
    const bare = join(trials, 'electron')
    if (!existsSync(bare))
      cpSync(electronPath(), bare)
    rmSync(join(folder, EXECUTABLE))
    linkSync(bare, join(folder, EXECUTABLE))
  }
  if (isEmpty || entry !== undefined)
    rmSync(join(folder, ARCHIVE))
  if (entry !== undefined)
    await packWith(entry, join(folder, ARCHIVE))
  if (folderApp !== undefined) {
    mkdirSync(join(folder, 'resources', 'app'))
    writeFileSync(join(folder, 'resources', 'app', 'package.json'), JSON.stringify({ name: 'other', main: 'main.cjs' }))
    writeFileSync(join(folder, 'resources', 'app', 'main.cjs'), folderApp)
  }
  return folder
}

export function removeTrials(): void {
  rmSync(trials, { recursive: true, force: true })
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory())
      linkFolder(join(from, entry.name), join(to, entry.name))
    else
      linkSync(join(from, entry.name), join(to, entry.name))
  }
}

async function packWith(entry: string, archive: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'untether-archive-'))
  extractAll(join(packedFolder, ARCHIVE), work)
  const about = JSON.parse(readFileSync(join(work, 'package.json'), 'utf8')) as { main: string }
  writeFileSync(join(work, 'entry.cjs'), `const startApp = () => require('./${about.main}')\n${entry}\n`)
  writeFileSync(join(work, 'package.json'), JSON.stringify({ ...about, main: 'entry.cjs' }))
  await createPackage(work, archive)
  rmSync(work, { recursive: true, force: true })
}

/** The command line of a packed app: no folder to open, else as everywhere. */
function packedArguments(profile: string): string[] {
  return appArguments(profile).slice(0, -1)
}

/** What a start said until it ended, or until it was ended. */
export type Said = { code: number | null, stdout: string, stderr: string }

/** Starts a packed app and waits for its end. */
export function runPacked(folder: string, profile: string, { before = [], args = [], env = {} }: { before?: readonly string[], args?: readonly string[], env?: Readonly<Record<string, string>> } = {}): Promise<Said> {
  return new Promise((done) => {
    const child = execFile(join(folder, EXECUTABLE), [...before, ...packedArguments(profile), ...args], { env: { ...appEnvironment(), ...env }, timeout: 15_000, killSignal: 'SIGKILL' }, (_error, stdout, stderr) => {
      done({ code: child.exitCode, stdout, stderr })
    })
  })
}

/** A packed app that runs, and what it has said so far. */
export type RunningPacked = { child: ChildProcess, said: () => string, end: () => Promise<void> }

/** Starts a packed app and lets it run. */
export function startPacked(folder: string, profile: string, args: readonly string[] = []): RunningPacked {
  const child = spawn(join(folder, EXECUTABLE), [...packedArguments(profile), ...args], { env: appEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: unknown) => text += String(chunk))
  return {
    child,
    said: () => text,
    async end() {
      if (child.exitCode === null && child.signalCode === null)
        child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(late)
    },
  }
}

/**
 * Lets the test see the window. Without it nothing gets in: the fuses shut the way that Playwright goes, so the page's
 * own debugger is opened from inside, after the app had its say about it.
 */
export const OPEN_TO_TEST = `startApp()
require('electron').app.commandLine.appendSwitch('remote-debugging-port', '0')`

/** The window of an app that was packed with `OPEN_TO_TEST`. */
export async function pageOf(running: RunningPacked): Promise<Page> {
  const address = await addressOf(running)
  const browser = await chromium.connectOverCDP(address, { noDefaults: true })
  const [context] = browser.contexts()
  if (!context)
    throw new Error('the packed app shows nothing')
  const page = context.pages()[0] ?? await context.waitForEvent('page')
  await page.waitForLoadState('load')
  return page
}

async function hasWindow(address: string): Promise<boolean> {
  const targets = await fetch(`http://${new URL(address).host}/json/list`).then(answer => answer.json() as Promise<{ type: string, url: string }[]>, () => [])
  return targets.some(({ type, url }) => type === 'page' && url.startsWith('app://untether/'))
}

async function addressOf({ child, said }: RunningPacked): Promise<string> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    const address = /DevTools listening on (ws:\S+)/.exec(said())?.[1]
    // Listening comes before the window does, and who connects in between may wait for ever.
    if (address !== undefined && await hasWindow(address))
      return address
    await new Promise(done => setTimeout(done, 100))
  }
  throw new Error(`the packed app did not open\n${said()}`)
}
