import type { Handle } from './entry'
import type { Fields } from './fields'
import { NONE } from './rank'

/** All handles of an index at one moment. */
export type HandlesNow = {
  readonly all: readonly Handle[]
  /** How well each fits one word, by its number; `NONE` where it does not. */
  ranks: (part: string, rankOf: (fields: Fields, part: string) => number) => Float64Array
}

/** Handles are only added; what an index was made with stays as it was. */
export type HandleTable = {
  readonly all: readonly Handle[]
  add: (fields: Fields, options?: Partial<Pick<Handle, 'weight' | 'isAside' | 'isExact'>>) => Handle
  asNow: () => HandlesNow
}

/**
 * The texts of all handles stand in one long text, a sheet apart: the engine runs through it once for each word, and only
 * handles in which the word occurs are looked at one by one.
 */
export function createHandles(): HandleTable {
  const all: Handle[] = []
  const ends: number[] = []
  let text = ''
  let now: HandlesNow | null = null

  function add(fields: Fields, { weight = 0, isAside = false, isExact = false }: Partial<Handle> = {}): Handle {
    const handle = { no: all.length, fields, weight, isAside, isExact }
    all.push(handle)
    text += `${fields.text}\f`
    ends.push(text.length)
    return handle
  }

  function asNow(): HandlesNow {
    if (now?.all.length !== all.length)
      now = { all: [...all], ranks: ranksIn([...all], Int32Array.from(ends), text) }
    return now
  }

  return { all, add, asNow }
}

function ranksIn(all: readonly Handle[], ends: Int32Array, text: string): HandlesNow['ranks'] {
  return (part, rankOf) => {
    const ranks = new Float64Array(all.length).fill(NONE)
    let no = 0
    for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, ends[no])) {
      while (ends[no]! <= at)
        no++
      ranks[no] = rankOf(all[no]!.fields, part)
    }
    return ranks
  }
}
