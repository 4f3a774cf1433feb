import type { BindingState } from '../records/binding'

/** What moves a binding from one state to the next or back; waiving asks for a reason first. */
export type Step = 'moving' | 'moved' | 'verified' | 'back' | 'waived'

/** The columns of the board; the last takes all ends that are not the good one. */
export const LANES = ['bound', 'moving', 'moved', 'verified', 'ended'] as const
export type Lane = typeof LANES[number]

/** Where a binding stands on the board; null = a mere suggestion. */
export function laneOf(state: BindingState): Lane | null {
  switch (state) {
    case 'candidate':
    case 'dismissed':
      return null
    case 'bound':
    case 'moving':
    case 'moved':
    case 'verified':
      return state
    default:
      return 'ended'
  }
}

/** From → to; what is not here is not allowed. One step at a time is taken back. */
const STEPS: Record<Lane, Partial<Record<Lane, Step>>> = {
  bound: { moving: 'moving', moved: 'moved', ended: 'waived' },
  moving: { bound: 'back', moved: 'moved', ended: 'waived' },
  moved: { bound: 'back', verified: 'verified', ended: 'waived' },
  verified: { moved: 'back' },
  ended: {},
}

/** The step that leads from one column to another; null where none does. */
export function stepTo(from: Lane, to: Lane): Step | null {
  return STEPS[from][to] ?? null
}

/** The nearest column on that side to which a step leads; null = none. */
export function laneBeside(from: Lane, side: 1 | -1): Lane | null {
  const at = LANES.indexOf(from)
  const beside = side === 1 ? LANES.slice(at + 1) : LANES.slice(0, at).reverse()
  return beside.find(lane => stepTo(from, lane) !== null) ?? null
}
