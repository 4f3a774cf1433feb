import type { Checked } from './check'

/** The tick that opens the gate. Only `overrideGate` writes it. */
export const OVERRIDE_KEY = 'gate:override'

const LONGEST_KEY = 200

/** Key of a task of the plan. The gate's own key is no task: it cannot be ticked by mistake. */
export function checkTaskKey(key: string): Checked<string> {
  return key === '' || key.length > LONGEST_KEY || key.startsWith('gate:') ? { refused: 'not-valid' } : { value: key }
}

/** As `checkTaskKey`, for ticking and skipping: a binding is settled by moving or waiving it, never by a tick of its own. */
export function checkTickableKey(key: string): Checked<string> {
  return key.startsWith('unbind:') ? { refused: 'not-valid' } : checkTaskKey(key)
}
