import type { BindingState } from '../records/binding'

/** One stroke or filled part of a mark on a 16 × 16 field. */
export type MarkPart = { readonly d: string, readonly isFilled?: true, readonly isDashed?: true, readonly isOnFill?: true }

const RING: MarkPart = { d: 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0 -12.4' }
const DISC: MarkPart = { d: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0 -14Z', isFilled: true }

/** The marks of the states as they are exported; on screen `StateMark` draws the same. */
export const STATE_MARKS: Record<BindingState, readonly MarkPart[]> = {
  'candidate': [{ ...RING, isDashed: true }],
  'dismissed': [{ ...RING, isDashed: true }, { d: 'M5 8h6' }],
  'bound': [RING],
  'moving': [RING, { d: 'M8 4.4a3.6 3.6 0 0 1 0 7.2Z', isFilled: true }],
  'moved': [RING, { d: 'M8 4.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0 -6.8Z', isFilled: true }],
  'waived': [RING, { d: 'M4.1 11.9l7.8 -7.8' }],
  'verified': [DISC, { d: 'M4.9 8.3l2.2 2.1l4 -4.4', isOnFill: true }],
  'removed': [DISC, { d: 'M5 8h6', isOnFill: true }],
  'account-closed': [DISC, { d: 'M5.8 5.8l4.4 4.4m0 -4.4l-4.4 4.4', isOnFill: true }],
}

/** Does the mark wear the accent? */
export function isLiveState(state: BindingState): boolean {
  return state === 'moving' || state === 'moved' || state === 'verified'
}
