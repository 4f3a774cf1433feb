import type { Privacy } from '../shared/ipc'
import { performance } from 'node:perf_hooks'
import { powerMonitor } from 'electron'

/** How often the time since the last touch is looked at, in milliseconds. */
const LOOK_MS = 5_000

/** What the lock needs to know and can do. */
export type LockContext = {
  privacy: () => Privacy
  /** Whether a passphrase would be asked for: a lock without one keeps nobody out. */
  hasPassphrase: () => boolean
  /** Replaces the window by one that knows nothing. */
  replaceWindow: () => void
}

export type Lock = {
  /** Ends the window's process, with all keys and rows in it, where there is a passphrase. */
  now: () => void
  /** Begins to look at time and system; the app must be ready. */
  watch: () => void
  /** Told whether the window has the key. */
  note: (isOpen: boolean) => void
}

/** Locks by hand, after a while without a touch, and when the screen locks or the computer sleeps. */
export function setupLock({ privacy, hasPassphrase, replaceWindow }: LockContext): Lock {
  let isOpen = false
  let openedAt = 0

  function now(): void {
    if (!isOpen || !hasPassphrase())
      return
    isOpen = false
    replaceWindow()
  }

  return {
    now,
    watch() {
      powerMonitor.on('suspend', now)
      powerMonitor.on('lock-screen', now)
      setInterval(() => {
        // Unlocking is a touch, whatever the system has seen of it.
        if (isIdle(Math.min(powerMonitor.getSystemIdleTime(), (performance.now() - openedAt) / 1000), privacy().lockAfterMinutes))
          now()
      }, LOOK_MS).unref()
    },
    note(hasKey) {
      isOpen = hasKey
      openedAt = performance.now()
    },
  }
}

/** Whether so long without a touch is too long. */
export function isIdle(seconds: number, lockAfterMinutes: number): boolean {
  return lockAfterMinutes > 0 && seconds >= lockAfterMinutes * 60
}
