import type { ShortcutAnswer, ShortcutStatus } from '../shared/ipc'
import type { ShellStore } from './shell-state'
import process from 'node:process'
import { app, globalShortcut } from 'electron'

/** What the shortcut needs of the rest of the shell. */
export type ShortcutContext = {
  store: ShellStore
  /** Brings the window to the front and tells it. */
  onPressed: () => void
}

export type Shortcut = {
  /** Registers the one that is kept; the app must be ready. */
  watch: () => void
  status: () => ShortcutStatus
  /** Takes another one, or none. The one before stays where the system refuses the new one. */
  set: (accelerator: string | null) => ShortcutAnswer
  /** Whether it was pressed and nobody has answered yet; that is answered by this. */
  takePress: () => boolean
}

/** The keys that log a binding from any program; none until the user sets them. */
export function setupShortcut({ store, onPressed }: ShortcutContext): Shortcut {
  // Under Wayland the desktop is asked for them.
  if (process.platform === 'linux')
    app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
  let active: string | null = null
  /** Kept until the record is open: the window may be locked, or not there at all. */
  let isPressed = false

  function register(accelerator: string): boolean {
    return globalShortcut.register(accelerator, () => {
      isPressed = true
      onPressed()
    })
  }

  app.on('will-quit', () => globalShortcut.unregisterAll())

  return {
    watch() {
      const { shortcut } = store.state
      if (shortcut !== null && register(shortcut))
        active = shortcut
    },
    status: () => ({ accelerator: store.state.shortcut, isActive: active !== null }),
    set(accelerator) {
      if (accelerator !== active) {
        if (accelerator !== null && !register(accelerator))
          return 'taken'
        if (active !== null)
          globalShortcut.unregister(active)
        active = accelerator
      }
      store.change({ shortcut: accelerator })
      return 'set'
    },
    takePress() {
      const wasPressed = isPressed
      isPressed = false
      return wasPressed
    },
  }
}
