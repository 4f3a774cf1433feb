import type { Day } from '../../core/lib/day'
import type { Money } from '../../core/lib/money'
import type { Urgency } from '../../core/plan/plan'
import type { Language } from '../../core/records/settings'
import type { Formats } from './format'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { daysBetween } from '../../core/lib/day'
import { useUntether } from '../app/untether'
import { createFormats } from './format'

const made = new Map<Language, Formats>()

function formatsOf(language: Language): Formats {
  const known = made.get(language) ?? createFormats(language)
  made.set(language, known)
  return known
}

/** Dates, money and phone numbers in the language on screen. Use inside setup; the functions follow a switch of language. */
export function useFormat() {
  const { t, locale } = useI18n()
  const { today, phone } = useUntether()
  const formats = computed(() => formatsOf(locale.value as Language))
  return {
    formats,
    money: (money: Money) => formats.value.money(money),
    day: (day: Day) => formats.value.day(day, today.value),
    fullDay: (day: Day) => formats.value.fullDay(day),
    longDay: (day: Day) => formats.value.longDay(day),
    relative: (day: Day) => formats.value.relative(day, today.value),
    moment: (at: number) => formats.value.moment(at),
    list: (items: readonly string[]) => formats.value.list(items),
    count: (value: number) => formats.value.count(value),
    phone: (e164: string) => phone.format(e164),
    /** When a task is due: `3 days late`, `today`, `tomorrow`, `Wed 25 Nov`, `4 Dec`. Empty without a day. */
    due(day: Day | null, urgency: Urgency): string {
      if (!day)
        return ''
      const days = daysBetween(today.value, day)
      if (urgency === 'late' && days < 0)
        return t('common.daysLate', { n: -days }, -days)
      if (days === 0)
        return t('common.today')
      if (days === 1)
        return t('common.tomorrow')
      return days > 0 && days < 7 ? formats.value.weekday(day) : formats.value.day(day, today.value)
    },
    /** `19 days left`, `today`, `3 days ago`: until the number may be lost. */
    daysLeft(day: Day): string {
      const days = daysBetween(today.value, day)
      return days < 0 ? t('common.lostSince', { n: -days }, -days) : t('common.daysLeft', { n: days }, days)
    },
  }
}
