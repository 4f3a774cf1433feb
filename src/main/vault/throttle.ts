/** How long to wait after so many wrong tries: 0, 0, 1, 2, 4, 8 … 60 seconds. */
export function waitAfter(wrongTries: number): number {
  return wrongTries < 3 ? 0 : Math.min(60_000, 1_000 * 2 ** (wrongTries - 3))
}

/** Makes guessing slow. It counts from the last wrong try and forgets all of them at the first right one. */
export type Throttle = {
  /** Milliseconds until the next try counts; 0 = now. */
  waitMs: () => number
  wrong: () => void
  right: () => void
}

export function makeThrottle(now: () => number, delay: (wrongTries: number) => number): Throttle {
  let wrongTries = 0
  let since = 0
  return {
    waitMs() {
      // A clock that was set back would otherwise lock its owner out for as long as it was set back.
      since = Math.min(since, now())
      return Math.max(0, since + delay(wrongTries) - now())
    },
    wrong() {
      wrongTries++
      since = now()
    },
    right() {
      wrongTries = 0
    },
  }
}
