import type { Id } from '../records/base'
import type { Entry } from './entries'
import { compareEntries } from './entries'
import { findRings } from './guard-rings'

/** An account with unsettled bindings on this number, at its place in the safe order. Indices point into that order. */
export type OrderedAccount = {
  readonly accountId: Id
  /** Its unsettled bindings; more than one only where a binding was logged twice. */
  readonly entries: readonly Entry[]
  /** Place of the first of them among the bindings of all accounts, counted in this order. */
  readonly first: number
  /** Accounts that come first: its unsettled guards. */
  readonly guards: readonly number[]
  /** Accounts that it guards and that wait for it. */
  readonly guarded: readonly number[]
  /** The guard it is listed under: the one that comes last; -1 at the top. */
  readonly under: number
  /** Number of its ring; -1 = in none. */
  readonly ring: number
}

export type SafeOrder = {
  /** Guards before what they guard, and each account right after its last guard. */
  readonly accounts: readonly OrderedAccount[]
  /** Places in `accounts` by urgency: as in the order above, but a guard's charges wait for more urgent ones elsewhere. Also guards first. */
  readonly byUrgency: readonly number[]
  /** Accounts that guard one another, most urgent first. */
  readonly rings: readonly (readonly Id[])[]
}

/**
 * The order in which bindings are settled without locking anybody out.
 *
 * 1. Guards before what they guard; a guard counts as urgent as the most urgent account behind it.
 * 2. Among equals: `compareEntries`.
 * 3. A ring of guards has no right order. It is reported, and broken at the same place every time: within a ring
 *    only the more urgent account goes before the less urgent one.
 *
 * Time grows with bindings and guards (and the logarithm of sorting), not with their product.
 */
export function safeOrder(unsettled: readonly Entry[], isRescue: boolean): SafeOrder {
  const { nodes, nodeOf } = groupByAccount([...unsettled].sort(compareEntries(isRescue)))
  const { guards, guarded, ringOf, rings } = linkGuards(nodes, nodeOf)
  const urgency = urgencyOf(guards, guarded)
  const { order, under } = walk(guards, guarded, (a, b) => urgency[a]! - urgency[b]! || a - b)

  const places: number[] = nodes.map(() => 0)
  order.forEach((node, place) => places[node] = place)
  const placesOf = (list: readonly number[]): readonly number[] => list.length > 0 ? list.map(node => places[node]!).sort((a, b) => a - b) : NOBODY
  let first = 0
  return {
    accounts: order.map((node) => {
      const { accountId, entries } = nodes[node]!
      const account: OrderedAccount = {
        accountId,
        entries,
        first,
        guards: placesOf(guards[node]!),
        guarded: placesOf(guarded[node]!),
        under: under[node] === -1 ? -1 : places[under[node]!]!,
        ring: ringOf?.[node] ?? -1,
      }
      first += entries.length
      return account
    }),
    byUrgency: placesByUrgency(order, urgency),
    rings: rings.map(members => members.map(node => nodes[node]!.accountId)),
  }
}

/** Places by urgency, then as they lie: sorted as one figure each, which thousands of them need. */
function placesByUrgency(order: readonly number[], urgency: readonly number[]): number[] {
  const count = order.length
  return Array.from(Float64Array.from(order, (node, place) => urgency[node]! * count + place).sort(), figure => figure % count)
}

type Node = { readonly accountId: Id, readonly entries: Entry[] }

/** The accounts in the order of their most urgent binding, and the place of each in that order. */
function groupByAccount(sorted: readonly Entry[]): { nodes: Node[], nodeOf: Map<Id, number> } {
  const nodes: Node[] = []
  const nodeOf = new Map<Id, number>()
  for (const entry of sorted) {
    const { accountId } = entry
    const known = nodeOf.get(accountId)
    if (known === undefined) {
      nodeOf.set(accountId, nodes.length)
      nodes.push({ accountId, entries: [entry] })
    }
    else {
      nodes[known]!.entries.push(entry)
    }
  }
  return { nodes, nodeOf }
}

/** A list for each account. Most are empty, and all empty ones are the same list. */
type Lists = (readonly number[])[]

const NOBODY: readonly never[] = []

function add(lists: Lists, place: number, item: number): void {
  const list = lists[place]!
  if (list === NOBODY)
    lists[place] = [item]
  else
    (list as number[]).push(item)
}

type Links = { guards: Lists, guarded: Lists, ringOf: Int32Array | null, rings: readonly (readonly number[])[] }

/** Who comes before whom: the guards that are still unsettled here, rings broken. */
function linkGuards(nodes: readonly Node[], nodeOf: ReadonlyMap<Id, number>): Links {
  const guards: Lists = nodes.map(() => NOBODY)
  const guarded: Lists = nodes.map(() => NOBODY)
  let isChained = false
  nodes.forEach(({ entries }, charge) => {
    const ids = entries[0]!.guardedBy
    for (const id of ids.length > 1 ? new Set(ids) : ids) {
      const guard = nodeOf.get(id)
      if (guard === undefined || guard === charge)
        continue
      add(guards, charge, guard)
      add(guarded, guard, charge)
      isChained ||= guards[guard] !== NOBODY || guarded[charge] !== NOBODY
    }
  })
  // Where no guard is guarded itself, there can be no ring.
  const found = isChained ? findRings(guarded) : null
  return found && found.rings.length > 0 ? withoutRings({ guards, guarded, ...found }) : { guards, guarded, ringOf: null, rings: NOBODY }
}

/** Within a ring only the more urgent account goes before the less urgent one. */
function withoutRings({ guards, guarded, ringOf, rings }: Links): Links {
  const isKept = (guard: number, charge: number): boolean => ringOf![guard] === -1 || ringOf![guard] !== ringOf![charge] || guard < charge
  return {
    guards: guards.map((list, charge) => list.filter(guard => isKept(guard, charge))),
    guarded: guarded.map((list, guard) => list.filter(charge => isKept(guard, charge))),
    ringOf,
    rings,
  }
}

/** For each account the best place among itself and all that wait for it. */
function urgencyOf(guards: Lists, guarded: Lists): number[] {
  const urgency = guards.map((_, node) => node)
  const left = guarded.map(list => list.length)
  const ready = urgency.filter(node => left[node] === 0)
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const guard of guards[node]!) {
      urgency[guard] = Math.min(urgency[guard]!, urgency[node]!)
      if (--left[guard]! === 0)
        ready.push(guard)
    }
  }
  return urgency
}

/** Goes from the unguarded accounts down to what they guard, each as soon as its last guard is passed; under which it was found. */
function walk(guards: Lists, guarded: Lists, compare: (a: number, b: number) => number): { order: number[], under: number[] } {
  const missing = guards.map(list => list.length)
  const under: number[] = guards.map(() => -1)
  const order: number[] = []
  const stack = under.map((_, node) => node).filter(node => missing[node] === 0).sort((a, b) => compare(b, a))
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    order.push(node)
    const charges = guarded[node]!
    if (charges.length === 0)
      continue
    const ready = charges.filter(charge => --missing[charge]! === 0).sort((a, b) => compare(b, a))
    for (const charge of ready) {
      under[charge] = node
      stack.push(charge)
    }
  }
  return { order, under }
}
