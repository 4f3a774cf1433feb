import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { contentPolicy } from '../../../src/main/csp'
import { answer } from '../../../src/main/protocol'

vi.mock('electron', () => ({ protocol: {} }))

const builtIn = new Map([['crash.html', () => '<p>built in']])
let folder: string
const get = (path: string, method = 'GET'): Promise<Response> => answer({ method, url: `app://untether/${path}` }, join(folder, 'renderer'), builtIn)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-protocol-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  for (const file of ['index.html', 'assets/a.js', 'assets/a.css', 'assets/a.woff2', 'assets/a.svg', 'assets/a.unknown'])
    writeFileSync(join(folder, 'renderer', file), file)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('answer', () => {
  it.each([
    ['', 'text/html; charset=utf-8', 'index.html'],
    ['assets/a.js', 'text/javascript; charset=utf-8', 'assets/a.js'],
    ['assets/a.css', 'text/css; charset=utf-8', 'assets/a.css'],
    ['assets/a.woff2', 'font/woff2', 'assets/a.woff2'],
    ['assets/a.svg', 'image/svg+xml', 'assets/a.svg'],
    ['assets/a.unknown', 'application/octet-stream', 'assets/a.unknown'],
    ['crash.html', 'text/html; charset=utf-8', '<p>built in'],
  ])('serves "%s" as %s', async (path, type, content) => {
    const response = await get(path)

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(await response.text()).toBe(content)
  })

  it.each([['../secret.txt', 403], ['%2e%2e/secret.txt', 403], ['assets', 404], ['missing.js', 404], ['renderer/index.html', 404]])('refuses "%s" with %i and no content', async (path, status) => {
    const response = await get(path)

    expect(response.status).toBe(status)
    expect(await response.text()).toBe('')
  })

  it('reads and does nothing else', async () => {
    expect((await get('index.html', 'POST')).status).toBe(405)
    expect(await (await get('index.html', 'HEAD')).text()).toBe('')
  })

  it('puts the policy on every answer', async () => {
    for (const response of await Promise.all([get(''), get('missing'), get('..'), get('', 'PUT')])) {
      expect(response.headers.get('content-security-policy')).toBe(contentPolicy)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})
