import type { ChildProcess } from 'node:child_process'
import type { ElectronApplication, Page } from 'playwright-core'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { _electron as electron } from 'playwright-core'

/** The app folder under test: this repository, or the one named by `UNTETHER_APP`. */
export const appRoot = process.env['UNTETHER_APP'] ?? resolve(import.meta.dirname, '../..')

const recorder = resolve(import.meta.dirname, 'record-requests.cjs')
/** How long an app may take to end before it is killed, in milliseconds. */
const CLOSE_MS = 10_000

export type LaunchOptions = {
  /** Profile to use; a new one is made, and removed at the end, when none is given. */
  userDataDir?: string
  /** More switches, e.g. `--lang=zh-CN`. */
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** Another folder to run as the app. */
  appFolder?: string
}

/** One request as the session saw it. `error` is empty when it was let through. */
export type SeenRequest = { url: string, error: string }

/** The app in its real window, with an eye on everything that it does. */
export type RunningApp = {
  app: ElectronApplication
  page: Page
  userDataDir: string
  /** Every request of the session and of the page, from the very first on. */
  requests: () => Promise<SeenRequest[]>
  /** Errors in the page's console, refusals of the content policy among them. */
  consoleErrors: string[]
  /** Errors that nobody caught in the page. */
  pageErrors: Error[]
  /** Presses a key with modifiers the way a keyboard does, so that menu shortcuts work: `Control+Z`, `F11`. */
  press: (accelerator: string) => Promise<void>
  /** Chooses the entry of the native menu with this id (a command of `shared/ipc.ts`). */
  chooseMenu: (id: string) => Promise<void>
  /** Content of the error log. */
  log: () => string
  /** Ends the app as the user would, and removes the profile if it was made here. */
  close: () => Promise<void>
}

/** A profile folder that nobody has used. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'untether-flow-'))
}

/** The executable under test, which the launcher names. */
export function electronPath(): string {
  const path = process.env['UNTETHER_ELECTRON']
  if (path === undefined)
    throw new Error('UNTETHER_ELECTRON is not set: run the flows with `npm run test:flows`')
  return path
}

/** The command line of the app, as a user's start has it, plus what the test asks for. No profile means the usual one. */
export function appArguments(userDataDir: string | null, args: readonly string[] = [], appFolder = appRoot): string[] {
  const noSandbox = process.getuid?.() === 0 || process.env['UNTETHER_NO_SANDBOX'] === '1'
  return [...(noSandbox ? ['--no-sandbox'] : []), ...(userDataDir === null ? [] : [`--user-data-dir=${userDataDir}`]), ...args, appFolder]
}

/** The environment of the app: ours, without what would make Electron behave as Node. */
export function appEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, VITEST: _vitest, ...rest } = Object.fromEntries(entries)
  return { ...rest, ...ownDisplay(), ...more }
}

/** The display of this worker: two windows on one would take the keys and the clipboard from each other. */
function ownDisplay(): Record<string, string> {
  const displays = JSON.parse(process.env['UNTETHER_DISPLAYS'] ?? '[]') as Record<string, string>[]
  return displays[Number(process.env['VITEST_POOL_ID'] ?? 1) % displays.length] ?? {}
}

/** Starts the app and waits until its window is shown, menu and all. */
export async function launchApp({ userDataDir, args = [], env = {}, appFolder = appRoot }: LaunchOptions = {}): Promise<RunningApp> {
  const profile = userDataDir ?? newProfile()
  const app = await electron.launch({
    executablePath: electronPath(),
    args: ['-r', recorder, ...appArguments(profile, args, appFolder)],
    env: appEnvironment(env),
    cwd: appFolder,
    // Otherwise the page is told that it is light, whatever the app says.
    colorScheme: null,
  })
  const child = app.process()
  const consoleErrors: string[] = []
  const pageErrors: Error[] = []
  const pageRequests: SeenRequest[] = []
  const page = await app.firstWindow()
  page.on('console', message => message.type() === 'error' && consoleErrors.push(message.text()))
  page.on('pageerror', error => pageErrors.push(error))
  page.on('request', request => pageRequests.push({ url: request.url(), error: '' }))
  await page.waitForLoadState('load')
  await app.evaluate(({ BrowserWindow }) => new Promise<void>((done) => {
    const window = BrowserWindow.getAllWindows()[0]
    if (!window || window.isVisible())
      done()
    else
      window.once('show', () => done())
  }))

  return {
    app,
    page,
    userDataDir: profile,
    async requests() {
      const seen = await app.evaluate(() => (globalThis as unknown as { seenRequests: SeenRequest[] }).seenRequests)
      return [...seen, ...pageRequests]
    },
    consoleErrors,
    pageErrors,
    press: accelerator => press(app, accelerator),
    chooseMenu: id => app.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
      if (!item)
        throw new Error(`no menu entry "${wanted}"`)
      const window = BrowserWindow.getAllWindows()[0]
      item.click(undefined, window, window?.webContents)
    }, id),
    log: () => readFileSync(join(profile, 'logs', 'untether.log'), 'utf8'),
    async close() {
      await endApp(app, child)
      if (userDataDir === undefined)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** What a start that ends by itself said, and its exit code. */
export type Ended = { code: number | null, stdout: string, stderr: string }

/** Starts the app without a test's hand in it and waits for its end. */
export function runApp(userDataDir: string | null, { before = [], args = [], env = {} }: { before?: readonly string[], args?: readonly string[], env?: Readonly<Record<string, string>> } = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(electronPath(), [...before, ...appArguments(userDataDir, args)], { env: appEnvironment(env), cwd: appRoot, timeout: 30_000 }, (_error, stdout, stderr) => {
      done({ code: child.exitCode, stdout, stderr })
    })
  })
}

async function press(app: ElectronApplication, accelerator: string): Promise<void> {
  const parts = accelerator.split('+')
  const keyCode = parts.pop() ?? ''
  await app.evaluate(({ BrowserWindow }, { keyCode, modifiers }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.focus()
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      contents?.sendInputEvent({ type, keyCode, modifiers: modifiers as ('control' | 'shift' | 'alt')[] } as Electron.KeyboardInputEvent)
  }, { keyCode, modifiers: parts.map(part => part.toLowerCase()) })
}

async function endApp(app: ElectronApplication, child: ChildProcess): Promise<void> {
  // Some flows end the app themselves.
  if (child.exitCode !== null || child.signalCode !== null)
    return
  const late = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS)
  await app.close().catch(() => {})
  clearTimeout(late)
}
