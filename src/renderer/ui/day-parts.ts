import { isDay } from '../../core/lib/day'

export const PARTS = ['year', 'month', 'day'] as const
export type Part = typeof PARTS[number]
/** A day as it is typed: each part its digits so far, empty = none. */
export type DayParts = Readonly<Record<Part, string>>

export const NO_PARTS: DayParts = { year: '', month: '', day: '' }
const MOST = { month: 12, day: 31 }

/** What the text holds, be it a day or one half typed: `2026-12-` has no day yet. */
export function partsOf(text: string | null): DayParts {
  const [year = '', month = '', day = ''] = text?.split('-') ?? []
  return { year, month, day }
}

/** The day; null where all is empty; else text that is no day, so that nobody can take it for one. */
export function textOf(parts: DayParts): string | null {
  const text = PARTS.map(part => parts[part]).join('-')
  return text === '--' ? null : text
}

/** Whether something is typed and it is no day. */
export function isUnfinished(parts: DayParts): boolean {
  const text = textOf(parts)
  return text !== null && !isDay(text)
}

/** A part with one more digit; `isNext`: the part is full, the keyboard goes on; `isOver`: the digit belongs to the next part. */
export function typeDigit(part: Part, before: string, digit: string): { text: string, isNext: boolean, isOver?: boolean } {
  if (part === 'year') {
    const text = (before.length < 4 ? before : '') + digit
    return { text, isNext: text.length === 4 }
  }
  if (before === '' || before.length === 2)
    return Number(digit) * 10 > MOST[part] ? { text: `0${digit}`, isNext: true } : { text: digit, isNext: false }
  const whole = Number(before + digit)
  if (whole === 0)
    return { text: '0', isNext: false }
  return whole > MOST[part] ? { text: `0${before}`, isNext: true, isOver: true } : { text: before + digit, isNext: true }
}

/** A part the keyboard leaves: `1` → `01`, a lone `0` is nothing. */
export function settled(part: Part, text: string): string {
  if (part === 'year' || text === '')
    return text
  return Number(text) === 0 ? '' : text.padStart(2, '0')
}

/** One step up or down, round at the ends; from `start` where nothing is typed. */
export function stepped(part: Part, text: string, by: 1 | -1, start: string): string {
  if (text === '')
    return start
  if (part === 'year')
    return String(Math.min(2199, Math.max(1900, Number(text) + by)))
  return String((Number(text) - 1 + by + MOST[part]) % MOST[part] + 1).padStart(2, '0')
}

/** Parts and what stands between them, in the order of the language. */
export function dayOrder(locale: string): { part: Part | null, text: string }[] {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'gregory' }).formatToParts(new Date(2026, 10, 25)).map(({ type, value }) => ({ part: PARTS.find(part => part === type) ?? null, text: value }))
}
