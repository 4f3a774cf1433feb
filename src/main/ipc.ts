import type { IpcMainInvokeEvent } from 'electron'
import type { AppInfo, CallName, Calls } from '../shared/ipc'
import type { Errors } from './errors'
import type { Log } from './log'
import type { ShellStore } from './shell-state'
import type { MainWindow } from './window'
import { join } from 'node:path'
import { app, clipboard, ipcMain, shell } from 'electron'
import { callNames, MAX_COPY_LENGTH, MAX_REPORT_LENGTH } from '../shared/ipc'
import { isOwnUrl } from './address'
import { openExternal } from './external-links'
import { readLicences } from './licences'
import { parseSettings } from './shell-state'

/** One call: how its arguments are checked, and what it does. `takes` gives null when they are not what they should be. */
type Handler<C extends CallName> = {
  takes: (args: readonly unknown[]) => Parameters<Calls[C]> | null
  does: (...args: Parameters<Calls[C]>) => ReturnType<Calls[C]> | Promise<ReturnType<Calls[C]>>
}
export type Handlers = { readonly [C in CallName]: Handler<C> }

/** What the handlers need from the rest of the shell. */
export type IpcContext = {
  info: () => AppInfo
  store: ShellStore
  errors: Errors
  /** Applies language and theme to the native parts. */
  applyShell: () => void
  relaunch: () => void
}

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

/** The table of all calls. A call of the contract that is missing here does not compile. */
export function makeHandlers({ info, store, errors, applyShell, relaunch }: IpcContext): Handlers {
  return {
    'app:info': { takes: nothing, does: info },
    'app:open-external': { takes: oneText(), does: openExternal },
    'app:open-data-folder': {
      takes: nothing,
      does: async () => void await shell.openPath(info().dataFolder),
    },
    'app:copy-text': { takes: oneText(MAX_COPY_LENGTH), does: text => clipboard.writeText(text) },
    'app:set-shell': {
      takes(args) {
        const settings = args.length === 1 ? parseSettings(args[0]) : null
        return settings === null ? null : [settings]
      },
      does(settings) {
        store.change({ settings })
        applyShell()
      },
    },
    'app:report-error': {
      takes(args) {
        const report = args.length === 1 && typeof args[0] === 'object' && args[0] !== null ? args[0] as Record<string, unknown> : {}
        const { where, message, stack } = report
        // A long one is cut and not refused: an error must never be lost because it says too much.
        return isText(where) && isText(message) && isText(stack)
          ? [{ where, message: message.slice(0, MAX_REPORT_LENGTH), stack: stack.slice(0, MAX_REPORT_LENGTH) }]
          : null
      },
      does: report => ({ details: errors.report(report) }),
    },
    'app:last-error': { takes: nothing, does: () => ({ details: errors.lastDetails() }) },
    'app:licences': { takes: nothing, does: () => readLicences(join(app.getAppPath(), 'out')) },
    'app:relaunch': { takes: nothing, does: relaunch },
    'app:quit': { takes: nothing, does: () => app.quit() },
  } satisfies Handlers
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

function nothing(args: readonly unknown[]): [] | null {
  return args.length === 0 ? [] : null
}

function oneText(maxLength?: number): (args: readonly unknown[]) => [string] | null {
  return ([text, ...rest]) => isText(text, maxLength) && rest.length === 0 ? [text] : null
}

function isText(value: unknown, maxLength = Number.POSITIVE_INFINITY): value is string {
  return typeof value === 'string' && value.length <= maxLength
}
