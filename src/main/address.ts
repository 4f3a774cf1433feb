import process from 'node:process'

/** The app's own address. Pages and files come from here and from nowhere else. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'untether'
export const START_URL = `${APP_SCHEME}://${APP_HOST}/index.html`
export const CRASH_URL = `${APP_SCHEME}://${APP_HOST}/crash.html`

/**
 * The development server, or null.
 *
 * Only a development build looks at the variable: elsewhere the comparison is a constant and this code is dropped,
 * so an environment cannot point a built app at another page.
 */
export function devServerUrl(): URL | null {
  if (import.meta.env.MODE !== 'development')
    return null
  const url = process.env['ELECTRON_RENDERER_URL']
  return url === undefined ? null : new URL(url)
}

/** Whether a page or file of this address is our own: the app's host or, while developing, the development server. */
export function isOwnUrl(url: string, devServer: URL | null): boolean {
  const parsed = parseUrl(url)
  if (parsed === null)
    return false
  if (parsed.protocol === `${APP_SCHEME}:`)
    return parsed.host === APP_HOST && parsed.username === '' && parsed.password === ''
  return devServer !== null && parsed.origin === devServer.origin
}

/** The parsed address, or null when it is none. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  }
  catch {
    return null
  }
}
