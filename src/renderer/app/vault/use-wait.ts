import type { Ref } from 'vue'
import { onScopeDispose, ref } from 'vue'

/** How often the clock is looked at; seconds are shown. */
const LOOK_MS = 250

/** The seconds until the next try of a secret counts. */
export type Wait = {
  /** Ticks down to 0. */
  seconds: Readonly<Ref<number>>
  /** What it began with: said once, where a tick each second would be in the way. */
  from: Readonly<Ref<number>>
  start: (ms: number) => void
}

/** Counts down by the clock, so a window that slept does not wait longer. */
export function useWait(): Wait {
  const seconds = ref(0)
  const from = ref(0)
  let until = 0
  let timer: ReturnType<typeof setInterval> | undefined

  function look(): void {
    seconds.value = Math.max(0, Math.ceil((until - Date.now()) / 1_000))
    if (seconds.value === 0)
      clearInterval(timer)
  }

  function start(ms: number): void {
    clearInterval(timer)
    until = Date.now() + ms
    timer = setInterval(look, LOOK_MS)
    look()
    from.value = seconds.value
  }

  onScopeDispose(() => clearInterval(timer))
  return { seconds, from, start }
}
