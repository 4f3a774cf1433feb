import type { Language, Theme } from '../core/records/settings'
import type { Privacy, ShellSettings } from '../shared/ipc'
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import process from 'node:process'
import { unfitReason } from '../shared/accelerator'
import { writeWhole } from './durable-file'

/** A place on screen, in pixels that do not depend on the display's scale. */
export type Box = { x: number, y: number, width: number, height: number }

/** Place and size of the window when it was last neither maximised nor full screen. */
export type WindowPlace = Box & { isMaximized: boolean }

/** What the shell remembers of the last start. No record of the user is in here. */
export type ShellState = {
  settings: ShellSettings | null
  window: WindowPlace | null
  privacy: Privacy
  /** Where snapshots lie; null = in the profile. */
  snapshotFolder: string | null
  /** The keys that log a binding from any program; null = none. */
  shortcut: string | null
}

/** The state and the file it lives in. */
export type ShellStore = {
  readonly state: Readonly<ShellState>
  change: (part: Partial<ShellState>) => void
}

const FILE = 'shell.json'
/** Longest time without a touch that may be chosen, in minutes. */
const MAX_LOCK_MINUTES = 24 * 60
export const privacyDefaults: Privacy = { lockAfterMinutes: 5, isCaptureBlocked: false }
export const emptyState: ShellState = { settings: null, window: null, privacy: privacyDefaults, snapshotFolder: null, shortcut: null }
const languages: readonly Language[] = ['en', 'zh-CN']
const themes: readonly Theme[] = ['system', 'light', 'dark']

/** Reads the state of this profile and writes each change at once, whole or not at all. */
export function openShellStore(folder: string, onUnreadable: () => void): ShellStore {
  const file = join(folder, FILE)
  let state = load(file, onUnreadable)
  return {
    get state() {
      return state
    },
    change(part) {
      const next = { ...state, ...part }
      if (JSON.stringify(next) === JSON.stringify(state))
        return
      state = next
      save(file, state)
    },
  }
}

/** The state in a text of any kind; what is missing or wrong in it is taken as not known. */
export function parseState(text: string): ShellState | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  }
  catch {
    return null
  }
  if (!isObject(value))
    return null
  const { settings, window, privacy, snapshotFolder, shortcut } = value
  return {
    settings: parseSettings(settings),
    window: parsePlace(window),
    privacy: parsePrivacy(privacy) ?? privacyDefaults,
    snapshotFolder: typeof snapshotFolder === 'string' && isAbsolute(snapshotFolder) ? snapshotFolder : null,
    shortcut: parseShortcut(shortcut),
  }
}

/** Language and theme, if both are ones that we know. */
export function parseSettings(value: unknown): ShellSettings | null {
  if (!isObject(value))
    return null
  const language = languages.find(known => known === value['language'])
  const theme = themes.find(known => known === value['theme'])
  return language === undefined || theme === undefined ? null : { language, theme }
}

/** What is kept from eyes and hands nearby, if it is something that can be. */
export function parsePrivacy(value: unknown): Privacy | null {
  if (!isObject(value))
    return null
  const { lockAfterMinutes, isCaptureBlocked } = value
  return Number.isInteger(lockAfterMinutes) && (lockAfterMinutes as number) >= 0 && (lockAfterMinutes as number) <= MAX_LOCK_MINUTES && typeof isCaptureBlocked === 'boolean'
    ? { lockAfterMinutes: lockAfterMinutes as number, isCaptureBlocked }
    : null
}

/** Keys that can be the shortcut on this system. */
export function parseShortcut(value: unknown): string | null {
  return typeof value === 'string' && unfitReason(value, process.platform === 'darwin') === null ? value : null
}

function parsePlace(value: unknown): WindowPlace | null {
  if (!isObject(value))
    return null
  const { x, y, width, height, isMaximized } = value
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height) || width <= 0 || height <= 0)
    return null
  return { x, y, width, height, isMaximized: isMaximized === true }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 100_000
}

function load(file: string, onUnreadable: () => void): ShellState {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  }
  catch {
    return emptyState
  }
  const state = parseState(text)
  if (state === null)
    onUnreadable()
  return state ?? emptyState
}

function save(file: string, state: ShellState): void {
  try {
    writeWhole(file, `${JSON.stringify(state, null, 2)}\n`)
  }
  catch {
    // The window's place is not worth an error message; the next change tries again.
  }
}
