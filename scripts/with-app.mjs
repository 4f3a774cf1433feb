// @ts-check
/** What every script that opens the app needs first: a runtime, the system's part, a build, a display. */
import process from 'node:process'
import { isHeadless, sandboxFlags, withDisplay, withOwnDisplays } from './display.mjs'
import { inView, tool } from './exec.mjs'
import { root } from './places.mjs'
import { findRuntime } from './runtime.mjs'
import { LaunchError, say } from './say.mjs'
import { beginBuild, isStale } from './stale.mjs'
import { ensureSystem, findChromium } from './system.mjs'

/**
 * @typedef {object} App the app, ready to be opened
 * @property {import('./runtime.mjs').Runtime} runtime what runs it
 * @property {NodeJS.ProcessEnv} env the variables to open it with
 * @property {(args: string[]) => Promise<number>} open opens it and answers with its exit code
 */

/**
 * Builds the app.
 *
 * @param {{ isQuiet?: boolean }} [options] quiet: only errors are shown
 * @returns {Promise<number>} the exit code
 */
export async function build({ isQuiet = false } = {}) {
  const finish = beginBuild()
  const code = await inView(process.execPath, [tool('electron-vite'), 'build', ...isQuiet ? ['--logLevel', 'error'] : []], { cwd: root })
  if (code === 0)
    finish()
  return code
}

/** Builds the app where the build is not of these sources. */
export async function buildIfStale() {
  if (!isStale())
    return
  say('Building the app …')
  if (await build({ isQuiet: true }) !== 0)
    throw new LaunchError('The app could not be built; the reason is above.')
}

/**
 * Prepares everything and hands it to the body; a display that was started ends with it.
 *
 * @template T
 * @param {{ isTest?: boolean, isBuilt?: boolean }} needs a test wants Chromium too, and displays of its own on Linux; built: not if the body does it
 * @param {(app: App) => Promise<T>} body
 * @returns {Promise<T>} what the body gives
 */
export async function withApp({ isTest = false, isBuilt = true }, body) {
  const runtime = await findRuntime()
  const isOwn = isTest && process.platform === 'linux'
  ensureSystem({ executable: runtime.executable, isHeadless: isOwn || isHeadless(), isTest })
  if (isBuilt)
    await buildIfStale()
  /** @param {NodeJS.ProcessEnv} display */
  const onDisplay = (display) => {
    const env = { ...process.env, ...display, ...namesFor(runtime) }
    // Set by some editors' terminals, it would turn the app into plain Node.
    delete env.ELECTRON_RUN_AS_NODE
    return body({
      runtime,
      env,
      open: args => inView(runtime.executable, [...sandboxFlags(), root, ...args], { cwd: root, env }),
    })
  }
  return isOwn ? withOwnDisplays(2, onDisplay) : withDisplay(onDisplay)
}

/**
 * How tests, benches and electron-vite are told what to run.
 *
 * @param {import('./runtime.mjs').Runtime} runtime
 * @returns {NodeJS.ProcessEnv} variables
 */
function namesFor(runtime) {
  const chromium = findChromium()
  return {
    UNTETHER_ELECTRON: runtime.executable,
    ELECTRON_EXEC_PATH: runtime.executable,
    ...sandboxFlags().length > 0 ? { UNTETHER_NO_SANDBOX: '1' } : {},
    ...chromium ? { UNTETHER_CHROMIUM: chromium } : {},
  }
}
