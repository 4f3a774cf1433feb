import type { Entry, EntryKind } from './entry'
import type { SearchIndex } from './search-index'
import type { Query } from './query'
import { ENTRY_KINDS } from './entry'
import { canBeMistyped, rankOfSlip } from './near'
import { fits } from './query'
import { NONE, rankOfHost, rankOfPart, SCATTERED } from './rank'

/** One thing found; the lower its rank, the better it fits. */
export type Hit = { readonly entry: Entry, readonly rank: number }
export type HitGroup = { readonly kind: EntryKind, readonly hits: readonly Hit[] }

/** The best group first; within a group the best hit, and among equals the last opened or changed. */
export type Found = {
  readonly groups: readonly HitGroup[]
  /** What to mark in the texts shown: the words that were looked for, folded. */
  readonly marks: readonly string[]
}

/** Found by what hangs beside it alone: behind every match of its own. */
export const ASIDE = 60
/** Found in spite of a slip: behind all that was found without one. */
export const SLIP = 200
/** With fewer real hits than this, slips are looked for. */
const FEW = 3

export type SearchOptions = {
  /** Most hits of one kind. */
  limit?: number
  /** When each was opened in this run, by kind and id; whatever was opened comes before what was not. */
  opened?: ReadonlyMap<string, number>
}

/** Key of an entry among those opened. */
export function openedKey(kind: EntryKind, id: string): string {
  return `${kind} ${id}`
}

/** Looks for what was asked. The same index and query give the same hits in the same order. */
export function search(index: SearchIndex, query: Query, { limit = 5, opened = new Map() }: SearchOptions = {}): Found {
  const lists = new Map(ENTRY_KINDS.map(kind => [kind, bestFew(limit, opened)]))
  const { typed } = query
  const look = (rank: (entry: Entry) => number): void => {
    for (const kind of ENTRY_KINDS) {
      if (query.kinds !== null && !query.kinds.has(kind))
        continue
      const best = lists.get(kind)!
      for (const entry of index[kind]) {
        if (fits(entry, query)) {
          const of = rank(entry)
          if (of !== NONE)
            best.add(entry, of)
        }
      }
    }
  }

  if (typed === null) {
    // Only operators or a prefix: all that fit, the newest first.
    look(() => 0)
  }
  else {
    const real = ranking(index, typed)
    look(real)
    const count = [...lists.values()].reduce((sum, list) => sum + list.hits.length, 0)
    if (count < FEW && typed.parts.some(canBeMistyped))
      look(slips(index, typed, real))
  }
  const groups = ENTRY_KINDS.map(kind => ({ kind, hits: lists.get(kind)!.hits })).filter(({ hits }) => hits.length > 0)
  return {
    groups: groups.sort((a, b) => a.hits[0]!.rank - b.hits[0]!.rank),
    marks: typed === null ? [] : [...new Set([typed.whole, ...typed.parts])],
  }
}

type Typed = NonNullable<Query['typed']>

/** Ranks entries by what was typed. Handles are compared first, each once; entries only look up how theirs fared. */
function ranking({ handles }: SearchIndex, { whole, host, parts }: Typed): (entry: Entry) => number {
  const wholes = handles.ranks(whole, rankOfPart)
  if (host !== '') {
    handles.all.forEach(({ no, fields }) => {
      wholes[no] = Math.min(wholes[no]!, rankOfHost(fields, host))
    })
  }
  const byPart = parts.length < 2 ? [] : parts.map(part => handles.ranks(part, rankOfPart))
  return (entry) => {
    let best = NONE
    for (const { no, weight, isAside } of entry.handles)
      best = Math.min(best, wholes[no]! + weight + (isAside ? ASIDE : 0))
    return best !== NONE || byPart.length === 0 ? best : SCATTERED + worstOf(entry, byPart)
  }
}

/** Ranks by the words with at most one slip in each; what fits without any is `NONE` here, it was found before. */
function slips({ handles }: SearchIndex, { parts }: Typed, found: (entry: Entry) => number): (entry: Entry) => number {
  const real = parts.map(part => handles.ranks(part, rankOfPart))
  const near = parts.map((part, at) => canBeMistyped(part)
    ? Float64Array.from(handles.all, ({ no, fields, isExact }) => real[at]![no] === NONE && !isExact ? 10 + rankOfSlip(fields, part) : real[at]![no]!)
    : real[at]!)
  return entry => found(entry) === NONE ? SLIP + worstOf(entry, near) : NONE
}

/** Each word must be found by one of the handles; the worst of them counts. */
function worstOf(entry: Entry, ranks: readonly Float64Array[]): number {
  let worst = 0
  for (const rank of ranks) {
    let best = NONE
    for (const { no, weight } of entry.handles)
      best = Math.min(best, rank[no]! + weight)
    worst = Math.max(worst, best)
  }
  return worst
}

/** Keeps the best few without sorting all: a letter can fit ten thousand. */
function bestFew(limit: number, opened: ReadonlyMap<string, number>): { hits: readonly Hit[], add: (entry: Entry, rank: number) => void } {
  const hits: Hit[] = []
  const openedAt = ({ entry: { kind, id } }: Hit): number => opened.size === 0 ? 0 : opened.get(openedKey(kind, id)) ?? 0
  const compare = (a: Hit, b: Hit): number => a.rank - b.rank || openedAt(b) - openedAt(a) || b.entry.at - a.entry.at

  function add(entry: Entry, rank: number): void {
    const hit = { entry, rank }
    if (limit < 1 || (hits.length === limit && compare(hit, hits[limit - 1]!) >= 0))
      return
    let at = hits.length
    // What came before stays before among equals: the order of the index is the last word.
    while (at > 0 && compare(hit, hits[at - 1]!) < 0)
      at--
    hits.splice(at, 0, hit)
    if (hits.length > limit)
      hits.pop()
  }

  return { hits, add }
}
