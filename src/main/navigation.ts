import { app } from 'electron'
import { START_URL } from './address'

/**
 * Keeps every window on the page it was opened with: no navigation, no redirect, no new window, no embedded view.
 *
 * A reload of the start page is let through, as is moving within it (that is no navigation).
 */
export function setupNavigation(devServer: URL | null): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isReload(url, devServer))
        event.preventDefault()
    })
    contents.on('will-redirect', event => event.preventDefault())
    // Going to an empty page asks nobody, so it can only be undone.
    contents.on('did-navigate', (_event, url) => {
      if (url.startsWith('about:'))
        void contents.loadURL(startUrl(devServer)).catch(() => {})
    })
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // Peer connections are no requests: neither the content policy nor the session block sees their packets.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}

/** Whether going to this address only loads the start page again. */
export function isReload(url: string, devServer: URL | null): boolean {
  return url.split('#', 1)[0] === startUrl(devServer)
}

/** The page that the window opens on. */
export function startUrl(devServer: URL | null): string {
  return devServer === null ? START_URL : new URL('/', devServer).href
}
