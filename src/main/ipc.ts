import type { IpcMainInvokeEvent } from 'electron'
import type { CallName } from '../shared/ipc'
import type { Handler, Handlers } from './calls'
import type { Log } from './log'
import type { MainWindow } from './window'
import { ipcMain } from 'electron'
import { callNames } from '../shared/ipc'
import { isOwnUrl } from './address'

/** Answers the window's calls, if they really come from our window and carry what they should. */
export function setupIpc(handlers: Handlers, window: MainWindow, devServer: URL | null, log: Log): void {
  for (const name of callNames) {
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!isTrustedSender(event, window, devServer)) {
        log.note('call-refused')
        throw new Error('refused: unknown sender')
      }
      return run(handlers[name] as Handler<CallName>, args, log)
    })
  }
}

/** The one check of who is asking: the main frame of our window, showing one of our own pages. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, window: Pick<MainWindow, 'current'>, devServer: URL | null): boolean {
  const frame = event.senderFrame
  const own = window.current?.webContents.mainFrame
  return frame !== null && own !== undefined && frame === own && isOwnUrl(frame.url, devServer)
}

function run<C extends CallName>(handler: Handler<C>, args: readonly unknown[], log: Log): ReturnType<Handler<C>['does']> {
  const checked = handler.takes(args)
  if (checked === null) {
    log.note('call-refused')
    throw new TypeError('refused: wrong arguments')
  }
  return handler.does(...checked) as ReturnType<Handler<C>['does']>
}
