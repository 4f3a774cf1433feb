import { app } from 'electron'

/**
 * Shuts the page's debugger in a packed app: the fuse for `--inspect` guards the main process only, and this one would
 * hand out the unlocked record to every program and every user that reaches the port. Must run before the app is ready.
 */
export function setupRemoteDebugging(): void {
  if (!app.isPackaged)
    return
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'])
    app.commandLine.removeSwitch(name)
}
