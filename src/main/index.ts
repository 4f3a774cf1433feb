import type { Language } from '../core/records/settings'
import type { AppInfo } from '../shared/ipc'
import type { ShellStore } from './shell-state'
import { join } from 'node:path'
import process from 'node:process'
import { app, Menu, nativeTheme, session, shell } from 'electron'
import { devServerUrl } from './address'
import { makeHandlers } from './calls'
import { setupClipboard } from './clipboard'
import { crashPage } from './crash-page'
import { setupCsp } from './csp'
import { setupErrors } from './errors'
import { setupIpc } from './ipc'
import { systemLanguage } from './language'
import { setupFiles, setupStorage, setupVault } from './keeping'
import { setupLock } from './lock'
import { openLog } from './log'
import { setupMenu } from './menu'
import { setupNavigation } from './navigation'
import { setupPermissions } from './permissions'
import { isDemo, probeProfile, profileFolder, refuseProfile, setupDemoProfile, useProfile } from './profile'
import { setupPrinting } from './printing'
import { registerScheme, setupProtocol } from './protocol'
import { setupRemoteDebugging } from './remote-debugging'
import { setupRequests, setupSilence } from './requests'
import { openShellStore } from './shell-state'
import { setupShortcut } from './shortcut'
import { setupSingleInstance } from './single-instance'
import { setupWindow } from './window'

const devServer = devServerUrl()

registerScheme()
setupRemoteDebugging()
setupSilence(devServer)
setupDemoProfile()

const profile = profileFolder()
const fault = probeProfile(profile)
if (fault === null)
  start()
else
  void refuseProfile(profile, fault, () => languageOf(openShellStore(profile, () => {})))

/** The language that the user chose, or the system's. */
function languageOf({ state }: ShellStore): Language {
  return state.settings?.language ?? systemLanguage(app.getPreferredSystemLanguages())
}

function start(): void {
  useProfile(profile)
  const log = openLog(join(profile, 'logs'))
  const isFirst = setupSingleInstance(() => {
    log.note('second-start')
    if (app.isReady())
      window.raise()
  })
  if (!isFirst) {
    app.exit(0)
    return
  }

  const store = openShellStore(profile, () => log.note('shell-state-unreadable'))
  const language = (): Language => languageOf(store)
  const errors = setupErrors({ log, language, relaunch })
  const window = setupWindow(store, devServer, errors.watch)

  function relaunch(): void {
    // The development server ends with the app, so a new one would find nothing to show.
    if (devServer !== null) {
      void window.current?.loadURL(devServer.href)
      return
    }
    app.relaunch()
    app.quit()
  }

  function applyTheme(): void {
    nativeTheme.themeSource = store.state.settings?.theme ?? 'system'
  }

  function applyMenu(): void {
    setupMenu({ language: language(), platform: process.platform, isPackaged: app.isPackaged }, {
      send: command => window.push('menu:command', command),
      openDataFolder: () => void shell.openPath(profile),
      openLogFolder: () => void shell.openPath(log.folder),
    })
  }

  function applyShell(): void {
    applyTheme()
    applyMenu()
  }

  function info(): AppInfo {
    const { electron = '', chrome = '', node = '' } = process.versions
    return {
      version: app.getVersion(),
      electron,
      chrome,
      node,
      platform: process.platform,
      arch: process.arch,
      dataFolder: profile,
      logFolder: log.folder,
      isPackaged: app.isPackaged,
      isOldRuntime: Number.parseInt(electron) < __ELECTRON_MAJOR__,
      systemLanguage: systemLanguage(app.getPreferredSystemLanguages()),
      shell: store.state.settings,
      privacy: store.state.privacy,
      demo: isDemo(),
    }
  }

  setupNavigation(devServer)
  const storage = setupStorage(profile, store, () => window)
  const vault = setupVault(profile)
  const lock = setupLock({ privacy: () => store.state.privacy, hasPassphrase: () => vault.status().protection === 'passphrase', replaceWindow: window.replace })
  const shortcut = setupShortcut({
    store,
    onPressed() {
      window.raise()
      window.push('shortcut:pressed')
    },
  })
  const applyPrivacy = (): void => window.current?.setContentProtection(store.state.privacy.isCaptureBlocked)
  setupIpc(makeHandlers({ info, store, errors, copy: setupClipboard(), print: setupPrinting(() => window), applyShell, relaunch, vault, lock, shortcut, applyPrivacy, ...storage, ...setupFiles(() => window) }), window, devServer, log)
  log.note('started')
  app.on('quit', () => log.note('stopped'))

  // None of the runtime's own until ours is there.
  Menu.setApplicationMenu(null)
  void app.whenReady().then(() => {
    const { defaultSession } = session
    setupCsp(defaultSession, devServer)
    setupPermissions(defaultSession)
    setupRequests(defaultSession, { devServer, hasDevTools: !app.isPackaged }, log)
    setupProtocol(defaultSession, join(app.getAppPath(), 'out', 'renderer'), crashPage(language))
    applyTheme()
    // What the first frame does not show comes after it.
    window.open().once('ready-to-show', () => {
      applyMenu()
      lock.watch()
      shortcut.watch()
    })
  })
}
