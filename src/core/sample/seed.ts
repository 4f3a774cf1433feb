import type { Id } from '../records/base'

/** A source of chance that gives the same for the same seed (mulberry32). Each call: 0 ≤ x < 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Ids in the shape of random UUIDs (version 4), the same ones in the same order for the same seed. */
export function seededIds(seed: number): () => Id {
  const random = seededRandom(seed)
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  return () => `${digits(8)}-${digits(4)}-4${digits(3)}-${'89ab'.charAt(Math.floor(random() * 4))}${digits(3)}-${digits(12)}`
}

/** One of the list. */
export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined)
    throw new Error('nothing to pick from')
  return item
}
