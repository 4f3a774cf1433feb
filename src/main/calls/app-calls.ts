import type { AppInfo, PrintAnswer } from '../../shared/ipc'
import type { Errors } from '../errors'
import type { ShellStore } from '../shell-state'
import type { HandlersOf } from './index'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { app, shell } from 'electron'
import { MAX_COPY_LENGTH, MAX_REPORT_LENGTH } from '../../shared/ipc'
import { openExternal } from '../external-links'
import { readLicences } from '../licences'
import { parseSettings } from '../shell-state'
import { isText, nothing, oneText } from './takes'

/** What these calls need from the rest of the shell. */
export type AppContext = {
  info: () => AppInfo
  store: ShellStore
  errors: Errors
  /** Puts text on the clipboard, for a while. */
  copy: (text: string) => void
  /** Prints the page as it stands. */
  print: () => Promise<PrintAnswer>
  /** Applies language and theme to the native parts. */
  applyShell: () => void
  relaunch: () => void
}

/** What the window asks of the program around it. */
export function appCalls({ info, store, errors, copy, print, applyShell, relaunch }: AppContext): HandlersOf<'app'> {
  return {
    'app:info': { takes: nothing, does: info },
    'app:open-external': { takes: oneText(), does: openExternal },
    'app:open-data-folder': {
      takes: nothing,
      does: async () => void await shell.openPath(info().dataFolder),
    },
    'app:copy-text': { takes: oneText(MAX_COPY_LENGTH), does: copy },
    'app:print': { takes: nothing, does: print },
    'app:set-shell': {
      takes(args) {
        const settings = args.length === 1 ? parseSettings(args[0]) : null
        return settings === null ? null : [settings]
      },
      does(settings) {
        // Every start tells what is known already.
        if (isDeepStrictEqual(settings, store.state.settings))
          return
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
  } satisfies HandlersOf<'app'>
}
