import type { Language, Theme } from '../core/records/settings'
import type { DiskAnswer, FileKey, FileKeyAnswer, JournalReading, OpenAnswer, SaveAnswer, StoredFile } from './storage'
import type { AdoptAnswer, KeySlot, RecoveryAnswer, SlotAnswer, UnlockAnswer, VaultOpening, VaultStatus } from './vault'

/** What the window may know about the program it runs in. */
export type AppInfo = {
  version: string
  electron: string
  chrome: string
  node: string
  /** As Node names it: `linux`, `win32`, `darwin` … */
  platform: string
  /** As Node names it: `x64`, `arm64` … */
  arch: string
  /** Absolute path of the folder that holds everything the user recorded. */
  dataFolder: string
  /** Absolute path of the folder of the error log. */
  logFolder: string
  isPackaged: boolean
  /** The runtime is older than the one this version is built for: development and tests only. */
  isOldRuntime: boolean
  /** The system's language, as far as we speak it: Chinese of any kind is `zh-CN`, everything else `en`. */
  systemLanguage: Language
  /** What `app:set-shell` was last told, also in an earlier run; null before it was ever called. */
  shell: ShellSettings | null
  privacy: Privacy
  /** Started with `--demo`: made-up data in a profile that is thrown away. */
  demo: boolean
}

/** The settings that the native parts (menu, dialogs, window colour) need before the window's page is there. */
export type ShellSettings = {
  language: Language
  theme: Theme
}

/** What the shell does against eyes and hands nearby; it holds while the record is locked, so it lies outside of it. */
export type Privacy = {
  /** Minutes without a touch after which the app locks itself; 0 = never. Only with a passphrase. */
  lockAfterMinutes: number
  /** Keeps the window out of screenshots, recordings and shared screens, where the system can. */
  isCaptureBlocked: boolean
}

/** An error as the window saw it. The main process scrubs it before it is written or given back. */
export type ErrorReport = {
  /** The place in our own code, e.g. `vue:render` or `data:commit`; never anything the user typed. */
  where: string
  message: string
  stack: string
}

/** One package inside the program, with the terms it comes under. */
export type Licence = {
  name: string
  version: string
  /** SPDX expression as the package states it, or `unknown`. */
  licence: string
  /** The package's own licence file; empty when it ships none. */
  text: string
}

/** The keys that log a binding from any program. */
export type ShortcutStatus = {
  /** As Electron writes keys: `Control+Shift+B`; null = none are set. */
  accelerator: string | null
  /** False where another program has them. */
  isActive: boolean
}

/** `taken` = another program has these keys; what was set before stays. */
export type ShortcutAnswer = 'set' | 'taken'

/** How printing ended. `cancelled` = the user closed the system's dialog. */
export type PrintAnswer = 'printed' | 'cancelled' | 'failed'

/** Longest link that is handed to the system browser, in characters. */
export const MAX_LINK_LENGTH = 2_048
/** Longest text that is put on the clipboard, in characters. */
export const MAX_COPY_LENGTH = 1_000_000
/** How much of a message or a stack is looked at, in characters; the rest is ignored. */
export const MAX_REPORT_LENGTH = 20_000

/** Everything the window can ask of the main process: name → function. */
export type Calls = {
  'app:info': () => AppInfo
  /** Hands an https link to the system browser. `refused` means it was not a plain https link. */
  'app:open-external': (url: string) => 'opened' | 'refused'
  'app:open-data-folder': () => void
  'app:copy-text': (text: string) => void
  /** Shows the system's print dialog for the page as it stands. */
  'app:print': () => PrintAnswer
  /** Language of menu and dialogs, and the colour theme, now and at the next start. */
  'app:set-shell': (settings: ShellSettings) => void
  /** Writes a scrubbed line to the local log; `details` is a text without user content that the user may copy. */
  'app:report-error': (report: ErrorReport) => { details: string }
  /** Details of the last error of this run, for the crash page. Empty when there was none. */
  'app:last-error': () => { details: string }
  'app:licences': () => readonly Licence[]
  'app:relaunch': () => void
  'app:quit': () => void

  'shortcut:status': () => ShortcutStatus
  /** Sets other keys, or none. */
  'shortcut:set': (accelerator: string | null) => ShortcutAnswer
  /** Whether the keys were pressed since this was last asked. */
  'shortcut:take-press': () => boolean

  /** The data key, if no secret is needed for it. */
  'vault:open': () => VaultOpening
  /** Tries a passphrase or a recovery code. */
  'vault:unlock': (secret: string) => UnlockAnswer
  /** Rebuilds a lost key file from the slots in a snapshot's header; null = by this machine's keychain. */
  'vault:adopt': (slots: readonly KeySlot[], secret: string | null) => AdoptAnswer
  'vault:status': () => VaultStatus
  'vault:set-passphrase': (current: string | null, next: string) => SlotAnswer
  'vault:remove-passphrase': (current: string) => SlotAnswer
  /** The code is shown once; a new one takes the place of an older one. */
  'vault:make-recovery-code': (current: string | null) => RecoveryAnswer
  /** Slots that go into a snapshot's header. */
  'vault:slots': () => KeySlot[]
  /** A key of its own for one file, and the slot that a passphrase opens it by. Null = the passphrase is too short or too long. */
  'vault:make-file-slots': (passphrase: string) => FileKey | null
  /** Tries a secret on the header of a file from anywhere; null = this machine's keychain. */
  'vault:open-file-slots': (slots: readonly KeySlot[], secret: string | null) => FileKeyAnswer
  /** Ends the window's process, with all keys and rows in it, and shows the lock. Nothing happens without a passphrase. */
  'vault:lock': () => void
  'vault:set-privacy': (privacy: Privacy) => void

  'journal:append': (seq: number, box: Uint8Array) => DiskAnswer
  'journal:drop': (seq: number) => DiskAnswer
  'journal:read': (afterSeq: number) => JournalReading
  'journal:restart': (seq: number) => DiskAnswer
  'journal:prune': (seq: number) => void

  'snapshots:list': () => StoredFile[]
  'snapshots:read': (name: string) => Uint8Array | null
  'snapshots:write': (name: string, bytes: Uint8Array) => DiskAnswer
  'snapshots:remove': (names: readonly string[]) => void
  /** Absolute path of the folder of snapshots. */
  'snapshots:folder': () => string
  /** Lets the user choose another folder; snapshots made from then on lie there. Null = nothing was chosen. */
  'snapshots:choose-folder': () => string | null
  'snapshots:open-folder': () => void

  /** Sealed files of the user, one for each attachment. */
  'attachments:list': () => StoredFile[]
  'attachments:read': (name: string) => Uint8Array | null
  'attachments:write': (name: string, bytes: Uint8Array) => DiskAnswer
  'attachments:remove': (names: readonly string[]) => void

  /** Asks where to, and writes the file whole or not at all. */
  'files:save': (suggestedName: string, bytes: Uint8Array) => SaveAnswer
  /** Asks for a file and reads it, unless it is larger than a backup can be. */
  'files:open': () => OpenAnswer
}

export type CallName = keyof Calls

/** A call as the window sees it: the same arguments, the answer as a promise. */
export type AsyncCall<C extends CallName> = (...args: Parameters<Calls[C]>) => Promise<ReturnType<Calls[C]>>

/** What the native menu can ask of the window. */
export const menuCommands = [
  'undo',
  'redo',
  'add-number',
  'log-binding',
  'print',
  'palette',
  'go-today',
  'go-numbers',
  'go-bindings',
  'go-catalogue',
  'go-settings',
  'toggle-theme',
  'language-en',
  'language-zh',
  'about',
  'lock',
] as const
export type MenuCommand = typeof menuCommands[number]

/** Everything the main process tells the window without being asked: name → arguments. */
export type Pushes = {
  'menu:command': [command: MenuCommand]
  /** The keys from anywhere were pressed; who can answer takes the press. */
  'shortcut:pressed': []
}

export type PushName = keyof Pushes

/** The names of all calls. A call missing here, or one too many, does not compile. */
export const callNames = Object.keys({
  'app:info': true,
  'app:open-external': true,
  'app:open-data-folder': true,
  'app:copy-text': true,
  'app:print': true,
  'app:set-shell': true,
  'app:report-error': true,
  'app:last-error': true,
  'app:licences': true,
  'app:relaunch': true,
  'app:quit': true,
  'shortcut:status': true,
  'shortcut:set': true,
  'shortcut:take-press': true,
  'vault:open': true,
  'vault:unlock': true,
  'vault:adopt': true,
  'vault:status': true,
  'vault:set-passphrase': true,
  'vault:remove-passphrase': true,
  'vault:make-recovery-code': true,
  'vault:slots': true,
  'vault:make-file-slots': true,
  'vault:open-file-slots': true,
  'vault:lock': true,
  'vault:set-privacy': true,
  'journal:append': true,
  'journal:drop': true,
  'journal:read': true,
  'journal:restart': true,
  'journal:prune': true,
  'snapshots:list': true,
  'snapshots:read': true,
  'snapshots:write': true,
  'snapshots:remove': true,
  'snapshots:folder': true,
  'snapshots:choose-folder': true,
  'snapshots:open-folder': true,
  'attachments:list': true,
  'attachments:read': true,
  'attachments:write': true,
  'attachments:remove': true,
  'files:save': true,
  'files:open': true,
} satisfies Record<CallName, true>) as readonly CallName[]
