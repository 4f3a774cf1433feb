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
  const nodes = groupByAccount([...unsettled].sort(compareEntries(isRescue)))
  const { guards, guarded, ringOf, rings } = linkGuards(nodes)
  const urgency = urgencyOf(guards, guarded)

  const byUrgency = (a: number, b: number): number => urgency[a]! - urgency[b]! || a - b
  const missing = guards.map(list => list.length)
  const places = new Int32Array(nodes.length)
  const order: { node: number, under: number }[] = []
  const stack = nodes.map((_, node) => node).filter(node => missing[node] === 0).sort((a, b) => byUrgency(b, a)).map(node => ({ node, under: -1 }))
  while (stack.length > 0) {
    const item = stack.pop()!
    places[item.node] = order.length
    order.push(item)
    const charges = guarded[item.node]!
    if (charges.length === 0)
      continue
    const ready = charges.filter(child => --missing[child]! === 0)
    for (const node of ready.sort((a, b) => byUrgency(b, a)))
      stack.push({ node, under: item.node })
  }

  const placesOf = (list: readonly number[]): readonly number[] => list.length > 0 ? list.map(node => places[node]!).sort((a, b) => a - b) : NOBODY
  let first = 0
  return {
    accounts: order.map(({ node, under }) => ({
      accountId: nodes[node]!.accountId,
      entries: nodes[node]!.entries,
      first: (first += nodes[node]!.entries.length) - nodes[node]!.entries.length,
      guards: placesOf(guards[node]!),
      guarded: placesOf(guarded[node]!),
      under: under === -1 ? -1 : places[under]!,
      ring: ringOf[node]!,
    })),
    byUrgency: order.map((_, place) => place).sort((a, b) => urgency[order[a]!.node]! - urgency[order[b]!.node]! || a - b),
    rings: rings.map(members => members.map(node => nodes[node]!.accountId)),
  }
}

/** Each guard once, however often it is named. */
function guardIds(node: Node): Iterable<Id> {
  const ids = node.entries[0]!.guardedBy
  return ids.length > 1 ? new Set(ids) : ids
}

const NOBODY: readonly never[] = []

/** A list for each account. Most are empty, and all empty ones are the same list. */
type Lists = (readonly number[])[]

function add(lists: Lists, place: number, item: number): void {
  const list = lists[place]!
  if (list === NOBODY)
    lists[place] = [item]
  else
    (list as number[]).push(item)
}

type Node = { accountId: Id, entries: Entry[] }

function groupByAccount(sorted: readonly Entry[]): Node[] {
  const nodes = new Map<Id, Node>()
  for (const entry of sorted) {
    const node = nodes.get(entry.binding.accountId)
    if (node)
      node.entries.push(entry)
    else
      nodes.set(entry.binding.accountId, { accountId: entry.binding.accountId, entries: [entry] })
  }
  return [...nodes.values()]
}

/** Who comes before whom: the guards that are still unsettled here, rings broken. */
function linkGuards(nodes: readonly Node[]): { guards: Lists, guarded: Lists, ringOf: Int32Array, rings: number[][] } {
  const nodeOf = new Map(nodes.map((node, index) => [node.accountId, index]))
  const all: Lists = nodes.map(() => NOBODY)
  nodes.forEach((node, index) => {
    for (const id of guardIds(node)) {
      const guard = nodeOf.get(id)
      if (guard !== undefined && guard !== index)
        add(all, guard, index)
    }
  })
  const { ringOf, rings } = findRings(all)
  const guards: Lists = nodes.map(() => NOBODY)
  const guarded: Lists = nodes.map(() => NOBODY)
  all.forEach((charges, guard) => {
    for (const charge of charges) {
      if (ringOf[guard] === -1 || ringOf[guard] !== ringOf[charge] || guard < charge) {
        add(guards, charge, guard)
        add(guarded, guard, charge)
      }
    }
  })
  return { guards, guarded, ringOf, rings }
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
