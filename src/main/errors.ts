import type { BrowserWindow } from 'electron'
import type { Language } from '../core/records/settings'
import type { ErrorReport } from '../shared/ipc'
import type { Log } from './log'
import type { AppFiles, ScrubbedError } from './scrub'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { app, clipboard, dialog } from 'electron'
import { dialogTexts } from '../shared/locales/menu'
import { CRASH_URL } from './address'
import { describeError } from './log'
import { scrubError, scrubPlace, scrubReport } from './scrub'

/** Deals with everything that fails, in any process. */
export type Errors = {
  /** An error that the window reports; the answer may be shown and copied. */
  report: (report: ErrorReport) => string
  /** Details of the last error of this run; empty when there was none. */
  lastDetails: () => string
  /** Follows a window: crash, hang, page that is not there. */
  watch: (window: BrowserWindow) => void
}

/** What the handling of errors needs from the rest of the shell. */
export type ErrorsContext = {
  log: Log
  language: () => Language
  relaunch: () => void
}

/** Catches what nobody else caught, writes it scrubbed to the log, and tells the user what to do. */
export function setupErrors({ log, language, relaunch }: ErrorsContext): Errors {
  let last = ''
  let isTold = false
  const files: AppFiles = { root: app.getAppPath(), has: path => existsSync(join(app.getAppPath(), path)) }

  function record(where: string, error: ScrubbedError): string {
    log.error(where, error)
    last = errorDetails(where, error)
    return last
  }

  async function tell(): Promise<void> {
    // Once a run: a fault that repeats must not bury the user in dialogs.
    if (isTold || !app.isReady())
      return
    isTold = true
    const t = dialogTexts[language()]
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: t.failedTitle,
      message: t.failedTitle,
      detail: t.failedMessage,
      buttons: [t.keepOpen, t.restart, t.copyDetails],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (response === 1)
      relaunch()
    if (response === 2)
      clipboard.writeText(last)
  }

  process.on('uncaughtException', (error) => {
    record('main:uncaught', scrubError(error, files))
    void tell()
  })
  process.on('unhandledRejection', (reason) => {
    record('main:rejected', scrubError(reason, files))
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit' && reason !== 'killed')
      record('child:gone', goneError(type, reason, exitCode))
  })

  return {
    report: report => record(scrubPlace(report.where), scrubReport(report, files)),
    lastDetails: () => last,
    watch(window) {
      watchCrash(window, (reason, exitCode) => record('window:gone', goneError('renderer', reason, exitCode)))
      watchPage(window, status => record('window:page', { kind: 'PageMissing', code: String(status), message: '', stack: [] }))
      watchHang(window, { language, relaunch, record: () => record('window:stuck', goneError('renderer', 'unresponsive', 0)) })
    },
  }
}

/** A text for a bug report: versions, place, scrubbed error. Nothing the user typed. */
export function errorDetails(where: string, error: ScrubbedError): string {
  const { electron, chrome, node } = process.versions
  return [
    `${app.getName()} ${app.getVersion()} · Electron ${electron} · Chromium ${chrome} · Node ${node} · ${process.platform} ${process.arch}`,
    `${new Date().toISOString()} · ${where}`,
    describeError(error),
  ].join('\n')
}

/** Shows the crash page in place of a page that died, and gives up when that page dies too. */
function watchCrash(window: BrowserWindow, record: (reason: string, exitCode: number) => void): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit')
      return
    record(reason, exitCode)
    if (window.webContents.getURL() === CRASH_URL)
      app.exit(1)
    else
      void window.loadURL(CRASH_URL).catch(() => app.exit(1))
  })
}

/** Shows the crash page when the app's own page is not there, e.g. in a damaged installation. */
function watchPage(window: BrowserWindow, record: (status: number) => void): void {
  window.webContents.on('did-navigate', (_event, url, status) => {
    if (status < 400 || url === CRASH_URL)
      return
    record(status)
    void window.loadURL(CRASH_URL).catch(() => app.exit(1))
  })
}

/** Asks what to do about a window that does not answer; takes the question back when it recovers. */
function watchHang(window: BrowserWindow, { language, relaunch, record }: Omit<ErrorsContext, 'log'> & { record: () => void }): void {
  let asking: AbortController | null = null
  window.on('unresponsive', async () => {
    if (asking !== null)
      return
    record()
    const t = dialogTexts[language()]
    asking = new AbortController()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: t.stuckTitle,
      message: t.stuckTitle,
      detail: t.stuckMessage,
      buttons: [t.wait, t.restart],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: asking.signal,
    })
    asking = null
    if (response !== 1 || window.isDestroyed())
      return
    // A page that does not answer would not let the app quit either.
    window.webContents.forcefullyCrashRenderer()
    relaunch()
  })
  window.on('responsive', () => asking?.abort())
}

/** What the system says about a process that ended, as an error for the log. All words are Chromium's own. */
function goneError(type: string, reason: string, exitCode: number): ScrubbedError {
  return { kind: 'ProcessGone', code: `${type} ${reason} ${exitCode}`, message: '', stack: [] }
}
