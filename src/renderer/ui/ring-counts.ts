import type { Ring } from '../../core/plan/ring'
import type { ProgressCounts } from './progress-parts'

/** A plan's ring as `ProgressRing` draws it. */
export function ringCounts({ verified, ended, halfWay, bound }: Ring): ProgressCounts {
  return { verified, letGo: ended, halfway: halfWay, bound }
}
