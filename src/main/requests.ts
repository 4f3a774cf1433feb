import type { Session } from 'electron'
import type { Log } from './log'
import { app } from 'electron'
import { isOwnUrl } from './address'

/** What decides on a request besides its address. */
export type RequestRules = {
  devServer: URL | null
  /** Developer tools load their own pages; a packaged app has none. */
  hasDevTools: boolean
}

/** Whether a request may go out: our own files, content that never leaves the page, and the tools of a developer. */
export function isAllowedRequest(url: string, { devServer, hasDevTools }: RequestRules): boolean {
  if (isOwnUrl(url, devServer) || url.startsWith('data:') || url.startsWith('blob:app://untether/'))
    return true
  if (devServer !== null && url.startsWith(`ws://${devServer.host}/`))
    return true
  return hasDevTools && url.startsWith('devtools://')
}

/** Cancels every request of the session that is not our own, downloads included. */
export function setupRequests(session: Session, rules: RequestRules, log: Log): void {
  let isNoted = false
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !isAllowedRequest(details.url, rules)
    // Once a run: whoever tries, tries often.
    if (cancel && !isNoted)
      log.note('request-blocked')
    isNoted ||= cancel
    callback({ cancel })
  })
  session.on('will-download', event => event.preventDefault())
  // Both are needed, and in the turn in which the session comes up: the first line alone still fetches a dictionary,
  // by a way that the block above never sees.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/**
 * Tells Chromium to stay silent on its own account. Must run before the app is ready.
 *
 * The resolver rule is a wall of its own behind the content policy and the session block: no name and no address
 * leads anywhere, which also covers what those two never see (name prefetch, preconnect).
 */
export function setupSilence(devServer: URL | null): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
    'no-proxy-server',
  ])
    commandLine.appendSwitch(name)
  const except = devServer === null ? '' : `, EXCLUDE ${devServer.hostname}`
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${except}`)
}
