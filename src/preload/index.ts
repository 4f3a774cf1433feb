import type { AsyncCall, CallName, Calls, ErrorReport, MenuCommand, Privacy, Pushes, PushName, ShellSettings } from '../shared/ipc'
import type { KeySlot } from '../shared/vault'
import { contextBridge, ipcRenderer } from 'electron'

/** Stops a subscription. */
export type Unsubscribe = () => void

function call<C extends CallName>(name: C, ...args: Parameters<Calls[C]>): ReturnType<AsyncCall<C>> {
  return ipcRenderer.invoke(name, ...args) as ReturnType<AsyncCall<C>>
}

/** Passes on the arguments of a push, never the event: it would carry the sender. */
function subscribe<P extends PushName>(name: P, listener: (...args: Pushes[P]) => void): Unsubscribe {
  const pass = (_event: unknown, ...args: unknown[]): void => listener(...args as Pushes[P])
  ipcRenderer.on(name, pass)
  return () => {
    ipcRenderer.removeListener(name, pass)
  }
}

/**
 * The whole way out of the window: one function for each call, one for each push.
 *
 * The type of `window.untether` is derived from this object, and a page outside the app can stand in for it.
 */
const bridge = {
  info: () => call('app:info'),
  openExternal: (url: string) => call('app:open-external', url),
  openDataFolder: () => call('app:open-data-folder'),
  copyText: (text: string) => call('app:copy-text', text),
  print: () => call('app:print'),
  setShell: (settings: ShellSettings) => call('app:set-shell', settings),
  reportError: (report: ErrorReport) => call('app:report-error', report),
  lastError: () => call('app:last-error'),
  licences: () => call('app:licences'),
  relaunch: () => call('app:relaunch'),
  quit: () => call('app:quit'),
  shortcut: {
    status: () => call('shortcut:status'),
    set: (accelerator: string | null) => call('shortcut:set', accelerator),
    takePress: () => call('shortcut:take-press'),
    /** Calls the listener when the keys were pressed, in whatever program. */
    onPressed: (listener: () => void) => subscribe('shortcut:pressed', listener),
  },
  vault: {
    open: () => call('vault:open'),
    unlock: (secret: string) => call('vault:unlock', secret),
    adopt: (slots: readonly KeySlot[], secret: string | null) => call('vault:adopt', slots, secret),
    status: () => call('vault:status'),
    setPassphrase: (current: string | null, next: string) => call('vault:set-passphrase', current, next),
    removePassphrase: (current: string) => call('vault:remove-passphrase', current),
    makeRecoveryCode: (current: string | null) => call('vault:make-recovery-code', current),
    slots: () => call('vault:slots'),
    makeFileSlots: (passphrase: string) => call('vault:make-file-slots', passphrase),
    openFileSlots: (slots: readonly KeySlot[], secret: string | null) => call('vault:open-file-slots', slots, secret),
    lock: () => call('vault:lock'),
    setPrivacy: (privacy: Privacy) => call('vault:set-privacy', privacy),
  },
  journal: {
    append: (seq: number, box: Uint8Array) => call('journal:append', seq, box),
    drop: (seq: number) => call('journal:drop', seq),
    read: (afterSeq: number) => call('journal:read', afterSeq),
    restart: (seq: number) => call('journal:restart', seq),
    prune: (seq: number) => call('journal:prune', seq),
  },
  attachments: {
    list: () => call('attachments:list'),
    read: (name: string) => call('attachments:read', name),
    write: (name: string, bytes: Uint8Array) => call('attachments:write', name, bytes),
    remove: (names: readonly string[]) => call('attachments:remove', names),
  },
  snapshots: {
    list: () => call('snapshots:list'),
    read: (name: string) => call('snapshots:read', name),
    write: (name: string, bytes: Uint8Array) => call('snapshots:write', name, bytes),
    remove: (names: readonly string[]) => call('snapshots:remove', names),
    folder: () => call('snapshots:folder'),
    chooseFolder: () => call('snapshots:choose-folder'),
    openFolder: () => call('snapshots:open-folder'),
  },
  files: {
    save: (suggestedName: string, bytes: Uint8Array) => call('files:save', suggestedName, bytes),
    open: () => call('files:open'),
  },
  /** Calls the listener for each command chosen in the native menu. */
  onMenuCommand: (listener: (command: MenuCommand) => void) => subscribe('menu:command', listener),
} as const

/** The type of `window.untether`. */
export type Bridge = typeof bridge

contextBridge.exposeInMainWorld('untether', bridge)
