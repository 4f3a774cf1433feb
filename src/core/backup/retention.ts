import type { Day } from '../lib/day'

/** What a snapshot is known by. */
export type SnapshotMark = {
  name: string
  /** Epoch ms. */
  at: number
  /** Place of its last event in history; unlike the clock, it is never set back. */
  lastSeq: number
  /** Rows of all tables. */
  rows: number
}

/** Newest snapshots that are kept, days of which one each is, and months of which one each is. */
export const KEPT = { newest: 10, days: 14, months: 12 } as const
/** A record this many times smaller, and smaller by at least `FEW` rows, does not simply take the place of a larger one. */
const MUCH = 2
const FEW = 10

/** Newest first, by their place in history; the clock only decides among equals. */
export function newestFirst<Mark extends Pick<SnapshotMark, 'at' | 'lastSeq' | 'name'>>(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => b.lastSeq - a.lastSeq || b.at - a.at || (a.name < b.name ? 1 : -1))
}

/** Whether so few rows beside so many look like a loss rather than a clear-out. */
export function isMuchSmaller(rows: number, than: number): boolean {
  return rows * MUCH < than && than - rows >= FEW
}

/**
 * Names of the snapshots to let go: all but the newest ten, the newest of each of the last fourteen days on which there is one, the
 * newest of each of the last twelve months on which there is one, and the newest of those that hold far more than now.
 * @param dayOf calendar day of an instant in the user's zone
 */
export function droppedSnapshots(marks: readonly SnapshotMark[], dayOf: (at: number) => Day): string[] {
  const sorted = newestFirst(marks)
  const kept = new Set(sorted.slice(0, KEPT.newest))
  keepOneEach(sorted, kept, mark => dayOf(mark.at), KEPT.days)
  keepOneEach(sorted, kept, mark => dayOf(mark.at).slice(0, 7), KEPT.months)
  const [newest] = sorted
  const larger = newest && sorted.find(mark => isMuchSmaller(newest.rows, mark.rows))
  if (larger)
    kept.add(larger)
  return sorted.filter(mark => !kept.has(mark)).map(mark => mark.name)
}

function keepOneEach(sorted: readonly SnapshotMark[], kept: Set<SnapshotMark>, spanOf: (mark: SnapshotMark) => string, most: number): void {
  const seen = new Set<string>()
  for (const mark of sorted) {
    const span = spanOf(mark)
    if (seen.has(span) || seen.size >= most)
      continue
    seen.add(span)
    kept.add(mark)
  }
}
