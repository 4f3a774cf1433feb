import type { ElectronApplication, Page } from 'playwright-core'
import type { RunningApp } from './app'
import type { Listener } from './listener'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchApp, newProfile } from './app'
import { listen } from './listener'

let running: RunningApp
let listener: Listener

beforeEach(async () => {
  listener = await listen()
})

afterEach(async () => {
  await running.close()
  listener.close()
})

describe('nothing leaves', () => {
  it('asks for nothing but its own files, and opens no connection of any kind', async () => {
    const profile = newProfile()
    const netLog = join(profile, 'net-log.json')
    running = await launchApp({ userDataDir: profile, args: [`--log-net-log=${netLog}`] })
    await running.page.reload()
    await running.page.waitForTimeout(3_000)
    const urls = (await running.requests()).map(({ url }) => url)
    await running.close()

    expect(urls.length).toBeGreaterThan(0)
    expect(urls.filter(url => !url.startsWith('app://untether/') && !/^(?:data|blob):/.test(url))).toEqual([])
    expect(netEvents(netLog)).toEqual([])
    rmSync(profile, { recursive: true, force: true })
  })

  it('holds by the content policy alone', async () => {
    running = await launchApp()
    await dropSessionBlock(running.app)
    const { tried, refused } = await tryEveryWayOut(running.page, listener)

    expect(tried).toEqual({ fetch: 'failed', xhr: 'failed', socket: 'failed', events: 'failed', image: 'failed', script: 'failed', style: 'failed', worker: 'failed' })
    expect(refused).toEqual(expect.arrayContaining(['connect-src /fetch', 'connect-src /xhr', 'connect-src /socket', 'connect-src /events', 'connect-src /beacon', 'img-src /image', 'script-src-elem /script', 'style-src-elem /style', 'frame-src /', 'form-action /form']))
    expect(listener.seen).toEqual([])
  })

  it('holds by the session block alone', async () => {
    running = await launchApp()
    await dropContentPolicy(running)
    const { tried, refused } = await tryEveryWayOut(running.page, listener)
    const blocked = (await running.requests()).filter(({ error }) => error === 'net::ERR_BLOCKED_BY_CLIENT').map(({ url }) => new URL(url).pathname)

    expect(refused).toEqual([])
    expect(new Set(Object.values(tried))).toEqual(new Set(['failed']))
    expect(blocked).toEqual(expect.arrayContaining(['/fetch', '/xhr', '/events', '/beacon', '/image', '/script', '/style', '/frame', '/socket']))
    expect(await fetchFromMain(running.app, `http://127.0.0.1:${listener.tcpPort}/main`)).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(listener.seen).toEqual([])
  })

  it('holds by the resolver rule alone', async () => {
    running = await launchApp()
    await dropContentPolicy(running)
    await dropSessionBlock(running.app)
    const { tried } = await tryEveryWayOut(running.page, listener)
    const errors = (await running.requests()).filter(({ url }) => url.endsWith('/fetch')).map(({ error }) => error)

    expect(new Set(Object.values(tried))).toEqual(new Set(['failed']))
    expect(errors).toContain('net::ERR_NAME_NOT_RESOLVED')
    expect(listener.seen).toEqual([])
  })

  it('sends no packet for a peer connection', async () => {
    running = await launchApp()
    await dropSessionBlock(running.app)
    const { tcpPort, udpPort } = listener
    const candidates = await running.page.evaluate(async (servers) => {
      const found: string[] = []
      for (const urls of servers) {
        const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'u', credential: 'c' }] })
        peer.onicecandidate = ({ candidate }) => candidate !== null && candidate.candidate !== '' && found.push(candidate.candidate)
        peer.createDataChannel('x')
        await peer.setLocalDescription(await peer.createOffer())
        await new Promise(done => setTimeout(done, 1_500))
        peer.close()
      }
      return found
    }, [`stun:127.0.0.1:${udpPort}`, `turn:127.0.0.1:${udpPort}?transport=udp`, `turn:127.0.0.1:${tcpPort}?transport=tcp`])

    expect(candidates).toEqual([])
    expect(listener.seen).toEqual([])
  })

  it('takes no page from the environment', async () => {
    running = await launchApp({ env: { ELECTRON_RENDERER_URL: `http://127.0.0.1:${listener.tcpPort}/` } })

    expect(running.page.url()).toMatch(/^app:\/\/untether\/index\.html(?:#|$)/)
    expect(listener.seen).toEqual([])
  })
})

describe('the window is shut in', () => {
  it('denies every permission', async () => {
    running = await launchApp()
    const answers = await running.page.evaluate(async () => {
      const outcome = async (ask: () => Promise<unknown>): Promise<string> => ask().then(value => String(value), () => 'refused')
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write', 'persistent-storage', 'idle-detection', 'window-management'] as PermissionName[]
      const states = await Promise.all(names.map(name => outcome(async () => (await navigator.permissions.query({ name })).state)))
      return {
        states: [...new Set(states)],
        notification: await outcome(() => Notification.requestPermission()),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await outcome(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        place: await outcome(() => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
        midi: await outcome(() => navigator.requestMIDIAccess()),
      }
    })

    expect(answers.states.filter(state => state !== 'denied' && state !== 'refused')).toEqual([])
    expect(answers).toMatchObject({ notification: 'denied', camera: 'refused', screen: 'refused', clipboard: 'refused', place: 'refused', midi: 'refused' })
  })

  it('opens no window, frame or embedded view', async () => {
    running = await launchApp()
    const opened = await running.page.evaluate(async () => {
      const windows = ['https://example.com', 'app://untether/index.html', 'about:blank', 'file:///etc/passwd', 'javascript:1'].map(url => window.open(url) === null)
      const link = Object.assign(document.createElement('a'), { href: 'https://example.com', target: '_blank' })
      document.body.append(link)
      link.click()
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.com')
      document.body.append(view)
      await new Promise(done => setTimeout(done, 500))
      link.remove()
      view.remove()
      return windows
    })

    expect(opened).toEqual([true, true, true, true, true])
    expect(running.app.windows()).toHaveLength(1)
    expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })

  it('navigates nowhere', async () => {
    running = await launchApp()
    const page = (): string => running.page.url().split('#', 1)[0] ?? ''
    const before = page()
    const far = `http://127.0.0.1:${listener.tcpPort}/`
    for (const url of ['https://example.com/', far, 'file:///etc/passwd', 'app://untether/crash.html', 'app://elsewhere/index.html', 'data:text/html,<p>x', 'blob:app://untether/x', 'mailto:a@example.com', 'devtools://devtools/bundled/inspector.html']) {
      await running.page.evaluate(target => location.assign(target), url).catch(() => {})
      await running.page.waitForTimeout(150)
      expect(page(), url).toBe(before)
    }
    await running.page.reload()

    expect(page()).toBe(before)
    expect(listener.seen).toEqual([])
  })

  it('comes back from an empty page, which nothing can refuse', async () => {
    running = await launchApp()
    const { page } = running
    await page.evaluate(() => location.assign('about:blank')).catch(() => {})
    await page.waitForURL(/^app:\/\/untether\/index\.html/)

    await expect.poll(() => page.evaluate(() => typeof window.untether.info).catch(() => 'on its way')).toBe('function')
  })

  it('saves no download', async () => {
    running = await launchApp()
    await running.app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => {
        Reflect.set(globalThis, 'isDownloadStopped', event.defaultPrevented)
      })
    })
    await running.page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' })
      link.click()
    })
    await running.page.waitForTimeout(500)

    expect(await running.app.evaluate(() => Reflect.get(globalThis, 'isDownloadStopped') as unknown)).toBe(true)
  })

  it('runs sandboxed and apart from the runtime', async () => {
    running = await launchApp()
    const preferences = await running.app.evaluate(({ BrowserWindow, session }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, spelling: session.defaultSession.getSpellCheckerLanguages() }
    })
    const reach = await running.page.evaluate(async () => ({
      globals: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter(name => name in window),
      bridge: Object.values(window.untether).flatMap(part => typeof part === 'object' ? Object.values(part) : [part]).every(part => typeof part === 'function'),
      // In a turn of its own: what a test evaluates is excused from the policy.
      evaluated: await new Promise(done => setTimeout(() => {
        try {
          // eslint-disable-next-line no-new-func -- the policy must refuse it
          done(new Function('return 1')())
        }
        catch (error) {
          done((error as Error).name)
        }
      })),
    }))

    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spelling: [] })
    expect(reach).toEqual({ globals: [], bridge: true, evaluated: 'EvalError' })
  })
})

describe('the calls', () => {
  it('hand only plain https links to the system browser', async () => {
    running = await launchApp()
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async url => void opened.push(url)
    })
    const links = ['https://voice.google.com/u/0/settings', 'HTTPS://EXAMPLE.COM', 'http://example.com', 'file:///etc/passwd', 'javascript:alert(1)', 'app://untether/', 'https://user:secret@example.com/', 'https://example.com\\@evil.example/', ' https://example.com', 'https://exa\nmple.com', `https://example.com/${'x'.repeat(3_000)}`, 'smb://host/share', 'ms-settings:', '', 'https://']
    const answers = await running.page.evaluate(urls => Promise.all(urls.map(url => window.untether.openExternal(url))), links)

    expect(answers).toEqual(links.map((_, index) => index < 2 ? 'opened' : 'refused'))
    expect(await running.app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)).toEqual(['https://voice.google.com/u/0/settings', 'https://example.com/'])
  })

  it('refuse wrong arguments', async () => {
    running = await launchApp()
    const answers = await running.page.evaluate(() => {
      // eslint-disable-next-line ts/no-explicit-any -- the point is to call with what the types forbid
      const bridge = window.untether as any
      const calls: Promise<unknown>[] = [
        bridge.openExternal(1),
        bridge.openExternal({ toString: () => 'https://example.com' }.toString),
        bridge.copyText(null),
        bridge.copyText('x'.repeat(1_000_001)),
        bridge.setShell({ language: 'fr', theme: 'dark' }),
        bridge.setShell(null),
        bridge.reportError({ where: 'x', message: 1, stack: '' }),
        bridge.reportError('x'),
      ].map(async call => call)
      return Promise.all(calls.map(call => call.then(() => 'answered', () => 'refused')))
    }).catch(error => String(error))

    // A function cannot even be sent, so that one throws in the window.
    expect(answers).toSatisfy((value: unknown) => typeof value === 'string' || (value as string[]).every(answer => answer === 'refused'))
  })

  it('answer nobody but the main frame of the window', async () => {
    running = await launchApp()
    const answer = await running.app.evaluate(async ({ app, BrowserWindow }) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true } })
      await stranger.loadURL('app://untether/crash.html')
      const said = await stranger.webContents.executeJavaScript('untether.info().then(() => "answered", error => error.message)') as string
      stranger.destroy()
      return said
    })

    expect(answer).toContain('refused: unknown sender')
    expect(running.log()).toContain('call-refused')
  })
})

describe('the own protocol', () => {
  it('serves its folder with the policy on every answer, and nothing else', async () => {
    running = await launchApp()
    const answers = await running.app.evaluate(async ({ session }) => {
      const ask = async (url: string): Promise<{ status: number, policy: string | null, type: string | null, sniff: string | null }> => {
        const { status, headers } = await session.defaultSession.fetch(url)
        return { status, policy: headers.get('content-security-policy'), type: headers.get('content-type'), sniff: headers.get('x-content-type-options') }
      }
      const good = await Promise.all(['app://untether/', 'app://untether/index.html', 'app://untether/crash.css'].map(ask))
      const bad = await Promise.allSettled(['app://untether/../main/index.cjs', 'app://untether/%2e%2e/main/index.cjs', 'app://untether/..%2fmain%2findex.cjs', 'app://untether/..%5cmain%5cindex.cjs', 'app://untether//etc/passwd', 'app://untether/%00', 'app://untether/index.html%00.js', 'app://untether/missing.js', 'app://elsewhere/index.html'].map(ask))
      return { good, bad }
    })

    for (const { status, policy, sniff } of answers.good)
      expect({ status, isStrict: policy?.includes('connect-src \'none\''), sniff }).toEqual({ status: 200, isStrict: true, sniff: 'nosniff' })
    expect(answers.good.map(({ type }) => type)).toEqual(['text/html; charset=utf-8', 'text/html; charset=utf-8', 'text/css; charset=utf-8'])
    const isRefused = (answer: typeof answers.bad[number]): boolean =>
      answer.status === 'rejected' || ([403, 404].includes(answer.value.status) && answer.value.policy?.includes('connect-src \'none\'') === true)
    expect(answers.bad.filter(answer => !isRefused(answer))).toEqual([])
    expect(answers.bad.filter(answer => answer.status === 'fulfilled').length).toBeGreaterThan(5)
  })
})

/** Takes the session block away, so that the other walls stand alone. */
async function dropSessionBlock(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
}

/** Shows an empty page of ours without any content policy. */
async function dropContentPolicy({ app, page }: RunningApp): Promise<void> {
  await app.evaluate(({ protocol }) => {
    protocol.unhandle('app')
    protocol.handle('app', () => new Response('<!doctype html><title>bare</title>', { headers: { 'content-type': 'text/html' } }))
  })
  await page.reload()
}

async function fetchFromMain(app: ElectronApplication, url: string): Promise<string> {
  return app.evaluate(({ session }, target) => session.defaultSession.fetch(target).then(() => 'answered', error => String(error)), url)
}

/** Tries whatever a page can send with, and gives back what came of it and what the content policy refused. */
async function tryEveryWayOut(page: Page, { tcpPort }: Listener): Promise<{ tried: Record<string, string>, refused: string[] }> {
  return page.evaluate(async (base) => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', event => refused.push(`${event.effectiveDirective} ${URL.prototype.toString.call(new URL(event.blockedURI, base)).replace(/^\w+:\/\/[^/]+/, '')}`))
    const ended = (start: (done: (how: string) => void) => void): Promise<string> => new Promise((resolve) => {
      setTimeout(resolve, 3_000, 'silent')
      try {
        start(resolve)
      }
      catch {
        resolve('failed')
      }
    })
    const element = (tag: string, properties: object): Promise<string> => ended((done) => {
      const node = Object.assign(document.createElement(tag), { onload: () => done('loaded'), onerror: () => done('failed') }, properties)
      document.head.append(node)
    })
    const tried = {
      fetch: await fetch(`${base}/fetch`).then(() => 'answered', () => 'failed'),
      xhr: await ended((done) => {
        const request = Object.assign(new XMLHttpRequest(), { onload: () => done('answered'), onerror: () => done('failed') })
        request.open('GET', `${base}/xhr`)
        request.send()
      }),
      socket: await ended(done => Object.assign(new WebSocket(`${base.replace('http', 'ws')}/socket`), { onopen: () => done('opened'), onerror: () => done('failed') })),
      events: await ended((done) => {
        const source = Object.assign(new EventSource(`${base}/events`), {
          onopen: () => done('opened'),
          onerror: () => {
            source.close()
            done('failed')
          },
        })
      }),
      image: await element('img', { src: `${base}/image` }),
      script: await element('script', { src: `${base}/script` }),
      style: await element('link', { rel: 'stylesheet', href: `${base}/style` }),
      worker: await ended(done => Object.assign(new Worker(`${base}/worker`), { onerror: () => done('failed'), onmessage: () => done('ran') })),
    }
    navigator.sendBeacon(`${base}/beacon`, 'x')
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', 'icon', 'manifest'])
      document.head.append(Object.assign(document.createElement('link'), { rel, href: `${base}/${rel}`, as: 'image' }))
    document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: '//leak.example.com' }))
    const frame = Object.assign(document.createElement('iframe'), { src: `${base}/frame` })
    const form = Object.assign(document.createElement('form'), { action: `${base}/form`, method: 'post' })
    document.body.append(frame, form)
    form.submit()
    await new Promise(done => setTimeout(done, 1_000))
    return { tried, refused }
  }, `http://127.0.0.1:${tcpPort}`)
}

/** What Chromium's own network log says about reaching out: names asked for, connections made, packets sent. */
function netEvents(file: string): string[] {
  const log = JSON.parse(readFileSync(file, 'utf8')) as { constants: { logEventTypes: Record<string, number> }, events: { type: number, params?: unknown }[] }
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]))
  return log.events
    .map(({ type, params }) => ({ name: names.get(type) ?? '', params }))
    .filter(({ name }) => /^(?:URL_REQUEST_START_JOB|HOST_RESOLVER_MANAGER_JOB|DNS_TRANSACTION|TCP_CONNECT|TRANSPORT_CONNECT_JOB_CONNECT|UDP_BYTES_SENT|SOCKET_BYTES_SENT|WEBSOCKET_UPGRADE_SUCCESS)$/.test(name))
    .map(({ name, params }) => `${name} ${JSON.stringify(params)}`)
}
