import type { Pushes, PushName } from '../shared/ipc'
import type { ShellStore } from './shell-state'
import { join } from 'node:path'
import process from 'node:process'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { startUrl } from './navigation'
import { MIN_SIZE, placeWindow } from './window-place'

const canvas = { light: '#FDFCFA', dark: '#1C1B19' } as const
/** How long the window must rest before its place is written, in milliseconds. */
const REST_MS = 400

/** The one window, when it is open. */
export type MainWindow = {
  readonly current: BrowserWindow | null
  open: () => BrowserWindow
  /** Brings the window to the front, opening it when it was closed. */
  raise: () => void
  /** A new window in the place of this one: its process, with all that it knew, is gone. */
  replace: () => void
  push: <P extends PushName>(name: P, ...args: Pushes[P]) => void
}

/** Prepares the window; `onOpen` adds what other concerns have to say to a new one. */
export function setupWindow(store: ShellStore, devServer: URL | null, onOpen: (window: BrowserWindow) => void): MainWindow {
  let current: BrowserWindow | null = null

  function open(): BrowserWindow {
    if (current !== null)
      return current
    const window = new BrowserWindow({
      ...placeWindow(store.state.window, workAreas()),
      minWidth: MIN_SIZE.width,
      minHeight: MIN_SIZE.height,
      show: false,
      title: app.name,
      // Reading a larger one keeps the window back.
      icon: join(app.getAppPath(), 'resources', 'icons', '128x128.png'),
      backgroundColor: canvasColour(),
      autoHideMenuBar: true,
      webPreferences: {
        preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    })
    current = window
    window.setContentProtection(store.state.privacy.isCaptureBlocked)
    window.once('closed', () => {
      if (current === window)
        current = null
    })
    window.once('ready-to-show', () => {
      if (store.state.window?.isMaximized === true)
        window.maximize()
      window.show()
    })
    rememberPlace(window, store)
    onOpen(window)
    void window.loadURL(startUrl(devServer)).catch(() => {
      // The failure arrives as an event too, and is dealt with there.
    })
    return window
  }

  nativeTheme.on('updated', () => current?.setBackgroundColor(canvasColour()))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin')
      app.quit()
  })
  app.on('activate', () => app.isReady() && open())

  return {
    get current() {
      return current
    },
    open,
    raise() {
      const window = open()
      if (window.isMinimized())
        window.restore()
      window.show()
      // Otherwise macOS leaves the program in front that had the keyboard.
      app.focus({ steal: true })
      window.focus()
    },
    replace() {
      const old = current
      current = null
      open()
      old?.destroy()
    },
    push: (name, ...args) => current?.webContents.send(name, ...args),
  }
}

/** The colour of the page, so that no other one flashes up before the first frame. */
function canvasColour(): string {
  return nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light
}

function workAreas(): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(display => display.id !== main.id)
  return [main, ...others].map(display => display.workArea)
}

function rememberPlace(window: BrowserWindow, store: ShellStore): void {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isFullScreen())
      store.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } })
  }
  const writeSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, REST_MS)
  }
  window.on('resize', writeSoon)
  window.on('move', writeSoon)
  window.on('maximize', writeSoon)
  window.on('unmaximize', writeSoon)
  window.on('close', write)
}
