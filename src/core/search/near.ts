import type { Fields, Words } from './fields'
import { NONE } from './rank'

/** Shorter words have too many neighbours. */
const SHORTEST = 4
const LATIN = /^[a-z0-9]+$/

/** Whether a word is long enough that one wrong letter in it can be told from another word. */
export function canBeMistyped(part: string): boolean {
  return part.length >= SHORTEST && LATIN.test(part)
}

/** How well a word with one slip fits: a letter missing, doubled or wrong, or two that changed places. `NONE` where it does not. */
export function rankOfSlip({ name, aliases, keys }: Fields, part: string): number {
  if (name.some(words => isWordNear(words, part)))
    return 0
  if (aliases.some(words => isWordNear(words, part)))
    return 2
  return keys.some(key => key.length >= SHORTEST && isNear(key, 0, part)) ? 3 : NONE
}

function isWordNear({ text, starts }: Words, part: string): boolean {
  return starts.some(start => isNear(text, start, part))
}

/** Whether what begins at `from` begins with `part`, but for one slip; the first letter is right, or changed places with the second. */
function isNear(text: string, from: number, part: string): boolean {
  if (text.charCodeAt(from) !== part.charCodeAt(0))
    return text.charCodeAt(from) === part.charCodeAt(1) && text.charCodeAt(from + 1) === part.charCodeAt(0) && text.startsWith(part.slice(2), from + 2)
  let at = 1
  while (at < part.length && text.charCodeAt(from + at) === part.charCodeAt(at))
    at++
  const here = from + at
  // The last letter alone says little while a word is still being typed; a whole word may be wrong in it, or have one too many.
  if (at >= part.length - 1)
    return at === part.length - 1 && part.length > SHORTEST && text.length - here <= 1
  return text.startsWith(part.slice(at), here + 1)
    || text.startsWith(part.slice(at + 1), here)
    || text.startsWith(part.slice(at + 1), here + 1)
    || (text.charAt(here) === part.charAt(at + 1) && text.charAt(here + 1) === part.charAt(at) && text.startsWith(part.slice(at + 2), here + 2))
}
