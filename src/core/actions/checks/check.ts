import type { Day } from '../../lib/day'
import type { Money } from '../../lib/money'
import type { Context, Refused } from '../action'
import { isDay } from '../../lib/day'
import { parseAmount } from '../../lib/money'
import { findSecret } from '../../lib/secrets'
import { cleanLine, cleanNote, LINE_MAX, NOTE_MAX } from '../../lib/text'

/** A field of an input, made clean, or why it cannot be kept. */
export type Checked<Value> = { value: Value } | Refused

/** No record of ours is older than this. */
const FIRST_DAY = '1990-01-01'

/** What a check of free text has to know: on which texts the user insists. */
export type Insisted = Pick<Context, 'insisted'>

/** The context in which texts that are kept already are not judged again: forms send all their fields. */
export function keeping(context: Context, ...texts: readonly string[]): Context {
  return { ...context, insisted: [...context.insisted ?? [], ...texts] }
}

/** One line: cleaned, at most `max` long, and nothing that looks like a secret unless the user insists. */
export function checkLine(text: string, context: Insisted, max = LINE_MAX): Checked<string> {
  return open(bounded(cleanLine(text), max), context)
}

/** The name of a file is not written by the user: cleaned, at most 255 characters. */
export function checkFileName(text: string): Checked<string> {
  return bounded(cleanLine(text), 255)
}

/** Nor is the key of a task: cleaned, at most 120 characters. */
export function checkKey(text: string): Checked<string> {
  return bounded(cleanLine(text), 120)
}

/** Free text: cleaned, at most `max` long, and nothing that looks like a secret unless the user insists. */
export function checkNote(text: string, context: Insisted, max = NOTE_MAX): Checked<string> {
  return open(bounded(cleanNote(text), max), context)
}

/** Free text that may not be empty; else as `checkNote`. */
export function checkReason(text: string, context: Insisted): Checked<string> {
  const checked = checkNote(text, context)
  return 'value' in checked && checked.value === '' ? { refused: 'reason-needed' } : checked
}

function bounded(clean: string, max: number): Checked<string> {
  return clean.length > max ? { refused: 'too-long', params: { max, length: clean.length } } : { value: clean }
}

/** Refuses what looks like a secret, by its kind; the text itself goes into no refusal. */
function open(checked: Checked<string>, { insisted = [] }: Insisted): Checked<string> {
  const found = 'value' in checked ? findSecret(checked.value) : null
  if (!found || !('value' in checked))
    return checked
  const line = cleanLine(checked.value)
  // A field may hold a part of what was typed: the form took it apart.
  return insisted.some(text => cleanLine(text).includes(line)) ? checked : { refused: 'looks-secret', params: { kind: found.kind } }
}

/** Between which days a day must lie, both included. */
export type DayBounds = { from?: Day | null | undefined, to?: Day | null | undefined }

/** A day that exists, from 1990 on and within the bounds. */
export function checkDay(text: string, { from, to }: DayBounds = {}): Checked<Day> {
  const day = text.trim()
  const first = from && from > FIRST_DAY ? from : FIRST_DAY
  if (!isDay(day))
    return { refused: 'day-unknown' }
  if (day < first)
    return { refused: 'day-too-early', params: { day: first } }
  if (to && day > to)
    return { refused: 'day-too-late', params: { day: to } }
  return { value: day }
}

/** As `checkDay`; null and blank text mean "not known". */
export function checkDayOrNull(text: string | null, bounds: DayBounds = {}): Checked<Day | null> {
  return text === null || text.trim() === '' ? { value: null } : checkDay(text, bounds)
}

/** An amount: already counted in minor units, or as it was typed. */
export type MoneyInput = Money | { typed: string, currency: string }

/** Money: a whole number of minor units within 10^12. */
export function checkMoney(input: MoneyInput): Checked<Money> {
  const currency = input.currency.trim().toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency))
    return { refused: 'amount-unknown' }
  const amountMinor = 'typed' in input ? parseAmount(input.typed, currency) : input.amountMinor
  if (amountMinor === null || !Number.isInteger(amountMinor) || Math.abs(amountMinor) > MOST_MINOR)
    return { refused: 'amount-unknown' }
  return { value: { amountMinor: amountMinor + 0, currency } }
}
const MOST_MINOR = 1e12

/** Money above zero. */
export function checkPositiveMoney(input: MoneyInput): Checked<Money> {
  const checked = checkMoney(input)
  return 'value' in checked && checked.value.amountMinor <= 0 ? { refused: 'amount-unknown' } : checked
}

/** A list of known words: each once, in the order of the words. */
export function checkChoices<Choice extends string>(choices: readonly Choice[], given: readonly Choice[]): Checked<Choice[]> {
  return { value: choices.filter(choice => given.includes(choice)) }
}

type Checks = Record<string, (given: never) => Checked<unknown>>

/** The input a table of checks takes: each field may be left out. */
export type Given<C extends Checks> = { readonly [Field in keyof C]?: Parameters<C[Field]>[0] | undefined }

/** The fields that were given, clean. */
export type Clean<C extends Checks> = { -readonly [Field in keyof C]?: Extract<ReturnType<C[Field]>, { value: unknown }>['value'] }

/** Runs each given field through its check; the first refusal names its field. A field that is not in the table is not the table's to judge. */
export function checkGiven<C extends Checks>(checks: C, given: Given<C>): { clean: Clean<C> } | Refused {
  const clean: Record<string, unknown> = {}
  for (const [field, check] of Object.entries(checks)) {
    const value = given[field]
    if (value === undefined)
      continue
    const checked = check(value as never)
    if ('refused' in checked)
      return { field, ...checked }
    clean[field] = checked.value
  }
  return { clean: clean as Clean<C> }
}
