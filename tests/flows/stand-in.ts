import type { Bridge } from '../../src/preload'
import type { Page } from 'playwright-core'
import type { Server } from 'node:http'
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { contentPolicy } from '../../src/main/csp'
import { appRoot } from './app'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.json': 'application/json' }

/** Serves the built window on a loopback port under the app's own content policy, for a browser that is not Electron. */
export async function servePages(): Promise<{ url: string, close: () => Promise<void> }> {
  const folder = resolve(appRoot, 'out/renderer')
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': contentPolicy })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => new Promise(done => server.close(() => done())) }
}

type StandIn<Real> = { [Name in keyof Real]: Real[Name] extends (...args: never[]) => unknown ? (...args: never[]) => unknown : StandIn<Real[Name]> }

/**
 * Puts a small, honest bridge in the page: it answers every call as the main process would for a fresh profile, opens
 * and copies nothing, and keeps what it was asked in `window.asked`.
 */
export async function standInForMain(page: Page, language: 'en' | 'zh-CN'): Promise<void> {
  await page.addInitScript((language) => {
    const asked: [string, unknown[]][] = []
    const answer = <T>(name: string, value: T) => (...args: unknown[]): Promise<T> => {
      asked.push([name, args])
      return Promise.resolve(value)
    }
    const key = Uint8Array.from({ length: 32 }, (_, index) => index + 1)
    const status = { protection: 'open', recoveryMadeAt: null, hasKeychain: false }
    const bridge: StandIn<Bridge> = {
      info: answer('info', { version: '0.0.0', electron: '0', chrome: '0', node: '0', platform: 'linux', arch: 'x64', dataFolder: '/nowhere', logFolder: '/nowhere', isPackaged: false, isOldRuntime: false, systemLanguage: language, shell: null, privacy: { lockAfterMinutes: 5, isCaptureBlocked: false }, demo: false }),
      openExternal: answer('openExternal', 'opened'),
      openDataFolder: answer('openDataFolder', undefined),
      copyText: answer('copyText', undefined),
      print: answer('print', 'cancelled'),
      setShell: answer('setShell', undefined),
      reportError: answer('reportError', { details: 'stand-in' }),
      lastError: answer('lastError', { details: '' }),
      licences: answer('licences', []),
      relaunch: answer('relaunch', undefined),
      quit: answer('quit', undefined),
      shortcut: {
        status: answer('shortcut.status', { accelerator: null, isActive: false }),
        set: answer('shortcut.set', 'taken'),
        takePress: answer('shortcut.takePress', false),
        onPressed: () => () => undefined,
      },
      vault: {
        open: answer('vault.open', { state: 'open', key, status }),
        unlock: answer('vault.unlock', { ok: true, key, status }),
        adopt: answer('vault.adopt', { ok: true, key, status }),
        status: answer('vault.status', status),
        setPassphrase: answer('vault.setPassphrase', { ok: false, reason: 'not-written', waitMs: 0 }),
        removePassphrase: answer('vault.removePassphrase', { ok: false, reason: 'not-written', waitMs: 0 }),
        makeRecoveryCode: answer('vault.makeRecoveryCode', { ok: false, reason: 'not-written', waitMs: 0 }),
        slots: answer('vault.slots', []),
        makeFileSlots: answer('vault.makeFileSlots', null),
        openFileSlots: answer('vault.openFileSlots', { ok: false, reason: 'wrong', waitMs: 0 }),
        lock: answer('vault.lock', undefined),
        setPrivacy: answer('vault.setPrivacy', undefined),
      },
      journal: {
        append: answer('journal.append', 'done'),
        drop: answer('journal.drop', 'done'),
        // A journal that was never written to says nothing against the database.
        read: answer('journal.read', { records: [], lastSeq: 0, firstSeq: 0, isTorn: false, isDamaged: false }),
        restart: answer('journal.restart', 'done'),
        prune: answer('journal.prune', undefined),
      },
      snapshots: {
        list: answer('snapshots.list', []),
        read: answer('snapshots.read', null),
        write: answer('snapshots.write', 'failed'),
        remove: answer('snapshots.remove', undefined),
        folder: answer('snapshots.folder', '/nowhere/snapshots'),
        chooseFolder: answer('snapshots.chooseFolder', null),
        openFolder: answer('snapshots.openFolder', undefined),
      },
      attachments: {
        list: answer('attachments.list', []),
        read: answer('attachments.read', null),
        write: answer('attachments.write', 'failed'),
        remove: answer('attachments.remove', undefined),
      },
      files: {
        save: answer('files.save', { state: 'cancelled' }),
        open: answer('files.open', { state: 'cancelled' }),
      },
      onMenuCommand: () => () => undefined,
    }
    Object.assign(window, { untether: bridge, asked })
  }, language)
}
