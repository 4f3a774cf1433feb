import type { PhaseKey } from '../../core/plan/plan'

/** One knot of the stepper. */
export type PhaseItem = {
  key: PhaseKey
  label: string
  /** Count or state under the name: `5 of 14`, `$12.40`, `shut`. */
  meta: string
  /** half = begun but not the current one; idle = nothing to do on this route. */
  state: 'done' | 'half' | 'current' | 'open' | 'ahead' | 'locked' | 'idle'
}
