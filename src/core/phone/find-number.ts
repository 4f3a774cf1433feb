import { cleanLine } from '../lib/text'

/** Why a text holds no phone number that can be recorded. Words under `phone.<why>`. */
export const PHONE_FAULTS = ['empty', 'letters', 'several', 'too-short', 'too-long', 'wrong-length', 'no-country', 'unknown-country'] as const
export type PhoneFault = typeof PHONE_FAULTS[number]

/** The digits of a phone number as they stood in a text. */
export type Found = {
  /** Digits, with a leading `+` where the text gave the country. */
  digits: string
  /** The text named an extension; a number is recorded without. */
  hadExtension: boolean
}

/** Digits with what people put between them. */
const RUN = /\+?\s*\(?\d(?:[\d\s().\-/·]*\d)?/g
/** Fewer digits than this beside a number are a stray figure. */
const LEAST_DIGITS = 5
/** A longer text is not searched. */
const LONGEST_TEXT = 1000
/** `;ext=12`, `ext. 12`, `x12`, `#12`, `转 12` at the end, once spaces are single. */
const EXTENSION = /(?<=\d[\s).]*)[;,]?\s?(?:ext(?:n|ension)?\.?|[x#转轉]|转分机|分[机機]号?)[=:\s]{0,2}\d{1,7}\s?\)?$/i
/** A letter that touches a digit, or stands where a digit should: `1-800-FLOWERS`. */
const LETTER_AMONG_DIGITS = /\d[-.]?[A-Z]|[A-Z]\d/i

/**
 * Finds the one phone number in a text in any form that people paste: full-width digits, `tel:` links, words around it
 * in any script, brackets, dots, dashes, `00` before the country, a `(0)` after it.
 */
export function findNumber(text: string): Found | { why: PhoneFault } {
  if (text.length > LONGEST_TEXT)
    return { why: 'too-long' }
  const plain = cleanLine(text.normalize('NFKC'))
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/^tel:(?:\/\/)?/i, '')
  const bare = plain.replace(EXTENSION, '')
  const runs = [...bare.matchAll(RUN)].map(([run]) => digitsOf(run))
  const long = runs.filter(run => run.length >= LEAST_DIGITS)
  const [digits, another] = new Set(long.length > 0 ? long : runs)
  if (another !== undefined)
    return { why: 'several' }
  if (LETTER_AMONG_DIGITS.test(bare) || (digits === undefined && /\p{L}/u.test(bare)))
    return { why: 'letters' }
  if (digits === undefined)
    return { why: 'empty' }
  return { digits, hadExtension: bare !== plain }
}

function digitsOf(run: string): string {
  const country = run.startsWith('+') ? run.replace(/\(\s*0\s*\)/, '') : run
  return country.replace(/[^\d+]/g, '').replace(/^00(?=[1-9])/, '+')
}
