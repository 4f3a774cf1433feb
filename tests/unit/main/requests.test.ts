import { expect, it, vi } from 'vitest'
import { isOwnUrl } from '../../../src/main/address'
import { isReload } from '../../../src/main/navigation'
import { isAllowedRequest } from '../../../src/main/requests'

vi.mock('electron', () => ({ app: {} }))

const built = { devServer: null, hasDevTools: false }
const developing = { devServer: new URL('http://localhost:5173/'), hasDevTools: true }

it('lets a built app read its own files only', () => {
  const urls = ['app://untether/index.html', 'app://untether/assets/x.js', 'data:image/png;base64,AA', 'blob:app://untether/1-2']

  expect(urls.filter(url => !isAllowedRequest(url, built))).toEqual([])
})

it('lets a built app ask for nothing else', () => {
  const urls = ['http://localhost:5173/', 'ws://localhost:5173/', 'https://example.com', 'http://127.0.0.1', 'file:///etc/passwd', 'ftp://x', 'app://elsewhere/', 'app://untether@evil.example/', 'app://untether.evil.example/', 'app://user@untether/', 'blob:https://example.com/1', 'devtools://devtools/', 'chrome-extension://x/', 'wss://app', '', 'app:', 'data']

  expect(urls.filter(url => isAllowedRequest(url, built))).toEqual([])
})

it('adds the development server, its socket and the developer tools, and no more', () => {
  expect(['http://localhost:5173/src/x.ts', 'ws://localhost:5173/?token=x', 'devtools://devtools/x'].filter(url => !isAllowedRequest(url, developing))).toEqual([])
  expect(['http://localhost:5174/', 'https://localhost:5173/', 'ws://localhost:51730/', 'http://localhost.example:5173/'].filter(url => isAllowedRequest(url, developing))).toEqual([])
})

it('knows its own pages', () => {
  expect(isOwnUrl('app://untether/crash.html', null)).toBe(true)
  expect(['about:blank', 'null', 'app://elsewhere/', 'http://localhost:5173/', 'not an address'].filter(url => isOwnUrl(url, null))).toEqual([])
})

it('takes only the start page as a reload', () => {
  expect(isReload('app://untether/index.html', null)).toBe(true)
  expect(isReload('app://untether/index.html#/today', null)).toBe(true)
  expect(isReload('http://localhost:5173/', developing.devServer)).toBe(true)
  expect(['app://untether/crash.html', 'app://untether/', 'app://elsewhere/index.html', 'http://localhost:5173/', 'file:///index.html'].filter(url => isReload(url, null))).toEqual([])
})
