// @ts-check
/** A display where there is none: an own Xvfb for as long as it is needed. And the one rule on the sandbox. */
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { LaunchError, say } from './say.mjs'
import { which } from './system.mjs'

/**
 * Whether a display must be started.
 *
 * @param {{ platform: string, env: NodeJS.ProcessEnv }} [machine]
 * @returns {boolean} yes on Linux without one
 */
export function isHeadless({ platform, env } = process) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * Chromium refuses its sandbox to user id 0, and to nobody else is it switched off.
 *
 * @param {number | undefined} uid
 * @returns {string[]} switches for the app
 */
export function sandboxFlags(uid = process.getuid?.()) {
  return uid === 0 ? ['--no-sandbox'] : []
}

/**
 * Runs something with a display: the person's own, or an Xvfb that ends with it.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} body gets the variables that name the display
 * @returns {Promise<T>} what the body gives
 */
export async function withDisplay(body) {
  return isHeadless() ? withOwnDisplays(1, body) : body({})
}

/**
 * Runs something on as many Xvfbs as windows are opened side by side: keyboard focus, clipboard and keys from anywhere
 * belong to a display, and a person's own is left alone.
 *
 * @template T
 * @param {number} count how many
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} body gets the variables that name the first, and `UNTETHER_DISPLAYS` with all, as JSON
 * @returns {Promise<T>} what the body gives
 */
export async function withOwnDisplays(count, body) {
  const displays = []
  try {
    while (displays.length < count)
      displays.push(await startXvfb())
    const names = displays.map(({ env }) => env)
    say(`Running under Xvfb on ${names.map(({ DISPLAY }) => DISPLAY).join(' and ')}.`)
    return await body({ ...names[0], UNTETHER_DISPLAYS: JSON.stringify(names) })
  }
  finally {
    for (const { stop } of displays)
      stop()
  }
}

/** @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string, XDG_SESSION_TYPE: string }, stop: () => void }>} a running server */
async function startXvfb() {
  const folder = mkdtempSync(join(tmpdir(), 'untether-display-'))
  const cookie = join(folder, 'auth')
  writeFileSync(cookie, cookieFor(randomBytes(16)), { mode: 0o600 })
  // An own process group, so that Ctrl+C leaves the app time to close before its display goes.
  const server = spawn(which('Xvfb') ?? 'Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-auth', cookie], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const stop = () => {
    process.off('exit', stop)
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', stop)
  try {
    const number = await readNumber(server)
    server.unref()
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: cookie, XDG_SESSION_TYPE: 'x11' }, stop }
  }
  catch (error) {
    stop()
    throw new LaunchError(`Xvfb did not start: ${/** @type {Error} */ (error).message}`, ['try it by hand: Xvfb :99'])
  }
}

/**
 * Waits for the display number, which the server writes once it is ready.
 *
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>} digits
 */
function readNumber(server) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('no answer within 20 seconds')), 20_000)
    const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3])
    let text = ''
    pipe.on('data', (chunk) => {
      text += chunk
      if (!text.includes('\n'))
        return
      clearTimeout(limit)
      pipe.destroy()
      resolve(text.trim())
    })
    server.once('error', (error) => {
      clearTimeout(limit)
      reject(error)
    })
    server.once('exit', (code) => {
      clearTimeout(limit)
      reject(new Error(`it ended with ${code}`))
    })
  })
}

/**
 * An Xauthority file with one cookie that is good for any address and display number, so that the number may be
 * chosen by the server afterwards.
 *
 * @param {Buffer} secret 16 bytes
 * @returns {Buffer} the file
 */
function cookieFor(secret) {
  const anyFamily = Buffer.from([0xFF, 0xFF])
  /** @param {Buffer} bytes */
  const counted = bytes => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xFF]), bytes])
  const empty = Buffer.alloc(0)
  return Buffer.concat([anyFamily, counted(empty), counted(empty), counted(Buffer.from('MIT-MAGIC-COOKIE-1')), counted(secret)])
}
