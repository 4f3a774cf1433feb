import type { Day } from '../../core/lib/day'
import type { Money } from '../../core/lib/money'
import type { Language } from '../../core/records/settings'
import { daysBetween } from '../../core/lib/day'
import { decimalsOf } from '../../core/lib/money'

/** How dates and money are written in one language. Pure; `useFormat` gives the one of the language on screen. */
export type Formats = {
  /** `$12.40`; the code instead of the sign where the sign could mean two currencies. */
  money: (money: Money) => string
  /** `23 Nov`, with the year when it is not this one: 11 月 23 日. */
  day: (day: Day, today: Day) => string
  /** `13 Sep 2026`, always with the year. */
  fullDay: (day: Day) => string
  /** `Monday 23 November`, 11 月 23 日 星期一. */
  longDay: (day: Day) => string
  /** `Wed 25 Nov`, 周三 11 月 25 日. */
  weekday: (day: Day) => string
  /** Only the weekday: `Wednesday`, 周三. */
  weekdayName: (day: Day) => string
  /** `yesterday`, `in 3 days`, 3 天后. */
  relative: (day: Day, today: Day) => string
  /** A moment: `23 Nov 2026, 14:05`. */
  moment: (at: number) => string
  /** `Chase, Amazon and Wise`, Chase、Amazon 和 Wise. */
  list: (items: readonly string[]) => string
  /** `1,204`. */
  count: (value: number) => string
}

const locales = { 'en': 'en-GB', 'zh-CN': 'zh-CN' } satisfies Record<Language, string>
const NBSP = '\u00A0'

/** Noon UTC of a day: the same day in the UTC zone the formatters below are set to. */
function noon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

/** Formatters are made once for each language; making one costs more than using it a hundred times. */
export function createFormats(language: Language): Formats {
  const locale = locales[language]
  const isChinese = language === 'zh-CN'
  const dates = (options: Intl.DateTimeFormatOptions): (day: Day) => string => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return day => spaced(format.format(noon(day)))
  }
  /** Chinese sets a space between figures and characters; English drops the comma after the weekday. */
  const spaced = (text: string): string => isChinese
    ? text.replace(/(\d)(?=[年月日])/g, `$1${NBSP}`).replace(/([年月])(?=\d)/g, `$1${NBSP}`).replace(/日(?=[星周])/g, '日 ')
    : text.replace(/^(\w+), /, '$1 ').replace('Sept', 'Sep').replaceAll(' ', NBSP)
  const short = dates({ day: 'numeric', month: isChinese ? 'long' : 'short' })
  const full = dates({ day: 'numeric', month: isChinese ? 'long' : 'short', year: 'numeric' })
  const weekdayShort = dates({ weekday: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const counts = new Intl.NumberFormat(locale)
  const monies = new Map<string, Intl.NumberFormat>()

  return {
    money({ amountMinor, currency }) {
      let format = monies.get(currency)
      if (!format) {
        format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: currency === 'USD' ? 'narrowSymbol' : 'symbol', minimumFractionDigits: decimalsOf(currency), maximumFractionDigits: decimalsOf(currency) })
        monies.set(currency, format)
      }
      return format.format(decimalText(amountMinor, decimalsOf(currency)) as unknown as number)
    },
    day: (day, today) => day.slice(0, 4) === today.slice(0, 4) || Math.abs(daysBetween(today, day)) < 60 ? short(day) : full(day),
    fullDay: full,
    longDay: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: isChinese ? day => `${weekdayShort(day)} ${short(day)}` : dates({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekdayName: isChinese ? weekdayShort : dates({ weekday: 'long' }),
    relative(day, today) {
      const text = relative.format(daysBetween(today, day), 'day')
      return isChinese ? text.replace(/(\d+)(?=天)/, `$1${NBSP}`) : text.replace(/(\d+) /, `$1${NBSP}`)
    },
    moment: at => isChinese ? spaced(moments.format(at)) : moments.format(at),
    list: items => isChinese ? lists.format(items).replace(/和\b/g, '和 ').replace(/\b和/g, ' 和') : lists.format(items),
    count: value => counts.format(value),
  }
}

/** Minor units as a decimal text, exact: (1240, 2) → `12.40`. */
export function decimalText(amountMinor: number, decimals: number): string {
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${amountMinor < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`
}
