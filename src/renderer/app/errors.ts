import { shallowRef } from 'vue'

/** Text of the last unexpected error, scrubbed by the main process; the error screen shows it. Null = none. */
export const lastError = shallowRef<string | null>(null)

/** Sends every uncaught error to the local log and to the error screen. */
export function reportErrors(bridge: Pick<Window['untether'], 'reportError'>): void {
  const report = (where: string, error: unknown): void => {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
    void bridge.reportError({ where, message, stack: stack ?? '' }).then(({ details }) => {
      lastError.value = details
    })
  }
  window.addEventListener('error', (event) => {
    // The engine's note that a size changed while sizes were being told; it tells them in the next frame. Nothing failed.
    if (!event.message.startsWith('ResizeObserver loop'))
      report(event.message.startsWith('vue:') ? event.message : 'window:error', event.error ?? event.message)
  })
  window.addEventListener('unhandledrejection', event => report('window:rejection', event.reason))
}
