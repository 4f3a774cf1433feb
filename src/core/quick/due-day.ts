import type { Day } from '../lib/day'
import { addDays, daysBetween, isDay } from '../lib/day'
import { DUE_WORDS } from './vocabulary'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WEEKDAYS_ZH = '日一二三四五六'
/** A Sunday, to count days of the week from. */
const A_SUNDAY = '2023-01-01'

const ANNOUNCED = new RegExp(`^(?:${DUE_WORDS.join('|')})[\\s:：]*`, 'i')
/** Names as they are written, whole or short: `money` is no Monday. */
const MONTH_NAME = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY_NAME = '(sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?)'
const YEAR = '(?:,?\\s*(\\d{4}))?'

type Form = { readonly shape: RegExp, readonly day: (found: readonly string[], today: Day) => Day | null }

/** Ways to write a day. Those without a year mean the next such day; of `12/1` the month stands first unless it cannot. */
const FORMS: readonly Form[] = [
  { shape: /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/, day: ([, year, month, day]) => dayOf(Number(year), Number(month), Number(day)) },
  { shape: /^(\d{1,2})月(\d{1,2})[日号]?/, day: ([, month, day], today) => next(Number(month), Number(day), today) },
  { shape: /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?/, day: ([, a, b, year], today) => on(Number(a), Number(b), year, today) ?? on(Number(b), Number(a), year, today) },
  { shape: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s*${MONTH_NAME}${YEAR}`, 'i'), day: ([, day, month, year], today) => on(monthOf(month), Number(day), year, today) },
  { shape: new RegExp(`^${MONTH_NAME}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${YEAR}`, 'i'), day: ([, month, day, year], today) => on(monthOf(month), Number(day), year, today) },
  { shape: /^(?:in\s+)?(\d{1,3})\s*(days?|d|weeks?|w)/i, day: ([, count, unit], today) => addDays(today, Number(count) * (unit?.toLowerCase().startsWith('w') ? 7 : 1)) },
  { shape: /^(\d{1,3})\s*([天日周]|星期)之?[内后]?/, day: ([, count, unit], today) => addDays(today, Number(count) * (unit === '周' || unit === '星期' ? 7 : 1)) },
  { shape: /^(?:today|今天)/i, day: (_, today) => today },
  { shape: /^(?:tomorrow|明天)/i, day: (_, today) => addDays(today, 1) },
  { shape: /^后天/, day: (_, today) => addDays(today, 2) },
  { shape: new RegExp(`^${WEEKDAY_NAME}`, 'i'), day: ([, name = ''], today) => weekday(WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()), today) },
  { shape: /^(?:周|星期|礼拜)([日天一二三四五六])/, day: ([, name = ''], today) => weekday(WEEKDAYS_ZH.indexOf(name.replace('天', '日')), today) },
]

/**
 * The due day at the beginning of a text: `by 12/1`, `due 1 Dec`, `截止 12月1日`, `12月1日前`, `by tomorrow`, `3天内`.
 * @returns the day and how many characters it takes; null where none is announced or the day does not exist
 */
export function dueDayAt(text: string, today: Day): { day: Day, length: number } | null {
  const announced = ANNOUNCED.exec(text)?.[0] ?? ''
  const rest = text.slice(announced.length)
  for (const { shape, day } of FORMS) {
    const found = shape.exec(rest)
    if (!found)
      continue
    const before = /^(?:之前|以前|前|内)/.exec(rest.slice(found[0].length))?.[0] ?? ''
    const end = announced.length + found[0].length + before.length
    // A day that nothing announces, or in which a word goes on, is just a figure.
    if ((announced === '' && before === '' && !/[内后]$/.test(found[0])) || /^[^\s，、；,;]/.test(text.slice(end)))
      continue
    const made = day(found, today)
    if (made !== null && isDay(made))
      return { day: made, length: end }
  }
  return null
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function dayOf(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** That day of the year that was given, else the next such day. */
function on(month: number, day: number, year: string | undefined, today: Day): Day | null {
  return year === undefined ? next(month, day, today) : dayOf(Number(year), month, day)
}

/** The next such day from today on; 29 February waits for its year. */
function next(month: number, day: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4))
  for (let ahead = 0; ahead <= 8; ahead++) {
    const made = dayOf(year + ahead, month, day)
    if (made !== null && made >= today)
      return made
  }
  return null
}

function weekday(wanted: number, today: Day): Day | null {
  const now = (daysBetween(A_SUNDAY, today) % 7 + 7) % 7
  return wanted < 0 ? null : addDays(today, (wanted - now + 7) % 7)
}
