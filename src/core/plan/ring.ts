import type { Importance } from '../records/account'
import type { Binding } from '../records/binding'
import { isSettled } from './settled'

/** How many of a number's bindings stand where; candidates and dismissed ones are left out. */
export type Ring = {
  /** Verified, or moved where no verifying is asked. */
  readonly verified: number
  /** Waived, removed or the account closed. */
  readonly ended: number
  /** Moving, or moved and still to be verified. */
  readonly halfWay: number
  readonly bound: number
}

/** Parts of the progress ring, in the order in which they are drawn. */
export type RingPart = 'verified' | 'ended' | 'half-way' | 'bound'

/** Where one binding stands in the ring. */
export function ringPartOf(binding: Pick<Binding, 'state'>, importance: Importance): RingPart | null {
  switch (binding.state) {
    case 'candidate':
    case 'dismissed':
      return null
    case 'waived':
    case 'removed':
    case 'account-closed':
      return 'ended'
    case 'bound':
      return 'bound'
    default:
      return isSettled(binding, importance) ? 'verified' : 'half-way'
  }
}

/** One entry for each binding, in drawing order. */
export function ringParts(ring: Ring): RingPart[] {
  return [
    ...Array.from<RingPart>({ length: ring.verified }).fill('verified'),
    ...Array.from<RingPart>({ length: ring.ended }).fill('ended'),
    ...Array.from<RingPart>({ length: ring.halfWay }).fill('half-way'),
    ...Array.from<RingPart>({ length: ring.bound }).fill('bound'),
  ]
}

/** Bindings that still hold the number: the figure in the middle of the ring. */
export function ringLeft(ring: Ring): number {
  return ring.halfWay + ring.bound
}
