import type { Session } from 'electron'

/** What a page of ours may load and do. `connect-src 'none'` is the promise that nothing leaves the machine. */
const policy = {
  'default-src': ['\'none\''],
  'script-src': ['\'self\''],
  'style-src': ['\'self\''],
  'img-src': ['\'self\'', 'data:', 'blob:'],
  'font-src': ['\'self\''],
  'connect-src': ['\'none\''],
  'base-uri': ['\'none\''],
  'form-action': ['\'none\''],
  'frame-ancestors': ['\'none\''],
  'object-src': ['\'none\''],
  'worker-src': ['\'self\''],
} as const

/** The content security policy of every response of the app's own protocol. */
export const contentPolicy = format(policy)

/** The policy with what hot reload needs, and no more: injected styles and the development server's socket. */
export function devContentPolicy(devServer: URL): string {
  return format({
    ...policy,
    'style-src': ['\'self\'', '\'unsafe-inline\''],
    'connect-src': ['\'self\'', `ws://${devServer.host}`],
  })
}

/** Puts the development policy on what the development server answers. Does nothing in a build. */
export function setupCsp(session: Session, devServer: URL | null): void {
  if (devServer === null)
    return
  const value = devContentPolicy(devServer)
  session.webRequest.onHeadersReceived({ urls: [`${devServer.origin}/*`] }, (details, callback) => {
    callback({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [value] } })
  })
}

function format(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives).map(([name, values]) => [name, ...values].join(' ')).join('; ')
}
