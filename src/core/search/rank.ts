import type { Fields, Words } from './fields'
import { folded, unmarked } from './fields'

// Kinds of match, best first; a field adds its place (0–5), so the steps are wider than that.
const EXACT = 0
export const PREFIX = 10
export const WORD = 20
const INSIDE = 30
/** Words in another order, or from different fields. */
export const SCATTERED = 40
/** No match. */
export const NONE = Number.POSITIVE_INFINITY

/** What was typed, folded once for all entries. */
export type Typed = {
  /** All of it in one. */
  whole: string
  /** Host of a pasted address, else empty. */
  host: string
  parts: readonly string[]
}

/** Folds what was typed; null where nothing is left of it. */
export function typedOf(text: string): Typed | null {
  const whole = folded(text)
  return whole === '' ? null : { whole, host: pastedHost(text), parts: unmarked(text).split(/\s+/).map(folded).filter(part => part !== '') }
}

/** How well one entry fits: the lower the better, `NONE` where it does not. */
export function rankOf(fields: Fields, { whole, host, parts }: Typed): number {
  const rank = Math.min(rankOfPart(fields, whole), rankOfHost(fields, host))
  if (rank !== NONE || parts.length < 2)
    return rank
  // Words in another order, or from different fields: each must be found somewhere.
  let worst = 0
  for (const part of parts)
    worst = Math.max(worst, rankOfPart(fields, part))
  return SCATTERED + worst
}

/** How well one folded word, or several in one, fits. */
export function rankOfPart(fields: Fields, part: string): number {
  let best = NONE
  if (!fields.text.includes(part))
    return best
  for (const name of fields.name)
    best = Math.min(best, rankOfWords(name, part))
  for (const name of fields.zh)
    best = Math.min(best, 1 + rankOfWords(name, part))
  for (const alias of fields.aliases)
    best = Math.min(best, 2 + rankOfWords(alias, part))
  for (const key of fields.keys)
    best = Math.min(best, 3 + rankOfPinyin(key, part))
  for (const label of fields.labels)
    best = Math.min(best, 5 + rankOfLabel(label, part))
  return best
}

function rankOfWords({ text, starts }: Words, part: string): number {
  const at = text.indexOf(part)
  if (at === -1)
    return NONE
  if (at === 0)
    return text.length === part.length ? EXACT : PREFIX
  return starts.some(start => text.startsWith(part, start)) ? WORD : INSIDE
}

/** Longer ones are whole syllables, no initials. */
const MOST_INITIALS = 10

/** One letter would be inside nearly every pinyin, and a few would lie across two syllables: short parts count from the start alone, or inside initials. */
function rankOfPinyin(key: string, part: string): number {
  if (key.startsWith(part))
    return key.length === part.length ? EXACT : PREFIX
  return part.length > (key.length > MOST_INITIALS ? 3 : 1) && key.includes(part) ? INSIDE : NONE
}

/** `chase` finds chase.com, but never before a name that begins so; behind the first dot nothing is found, or `com` would find all. */
function rankOfLabel(label: string, part: string): number {
  if (label.startsWith(part))
    return label.length === part.length ? PREFIX : WORD
  return part.length > 2 && label.includes(part) ? INSIDE : NONE
}

/** `https://secure.chase.com/login` and `secure.chase.com` are at home at chase.com; the longest domain wins. */
export function rankOfHost({ domains }: Fields, host: string): number {
  let best = NONE
  if (host === '')
    return best
  for (const domain of domains) {
    if (host === domain)
      return EXACT
    if (host.endsWith(`.${domain}`))
      best = EXACT + 1
    else if (domain.startsWith(host))
      best = Math.min(best, PREFIX + 5)
  }
  return best
}

/** The host in a pasted address, or in a query that looks like one; else empty. */
function pastedHost(query: string): string {
  const address = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#:].*)?$/i.exec(query.trim())
  return address?.[1]?.toLowerCase() ?? ''
}
