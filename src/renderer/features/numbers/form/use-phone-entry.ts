import type { ParsedPhone, PhoneRefused } from '../../../../core/phone/phone-kit'
import type { PhoneNumber } from '../../../../core/records/number'
import type { ComputedRef, Ref } from 'vue'
import { refDebounced, useIntervalFn } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { zonesOf } from '../../../../core/phone/zones'
import { useUntether } from '../../../app/untether'
import { zoneTimes } from './zone-times'
import { countryName } from '../../../composables/country-name'

/** Countries to offer where a number came without one; China only for mobiles, since nearly any digits are a landline there. */
const OFFERED = ['US', 'GB', 'HK', 'CN'] as const

const CLOCK_AFTER_MS = 150

/** One way to read a number that names no country. */
export type PhoneGuess = { country: string, name: string, e164: string, written: string }

/** What is understood of a phone number while it is typed. */
export function usePhoneEntry(text: Ref<string>): {
  parsed: ComputedRef<ParsedPhone | PhoneRefused>
  phone: ComputedRef<ParsedPhone | null>
  written: ComputedRef<string>
  /** Country and the clock there, ready to read. */
  place: ComputedRef<string>
  clock: ComputedRef<string>
  /** The number that is recorded already. */
  known: ComputedRef<PhoneNumber | null>
  guesses: ComputedRef<PhoneGuess[]>
} {
  const { t, locale } = useI18n()
  const { phone: kit, facts } = useUntether()
  const now = shallowRef(Date.now())
  useIntervalFn(() => {
    now.value = Date.now()
  }, 15_000)

  const parsed = computed(() => kit.parse(text.value))
  const phone = computed(() => 'e164' in parsed.value ? parsed.value : null)
  const country = computed(() => phone.value?.country ?? null)
  // A country with thirty zones takes longer than a frame to tell the time in: its clocks wait until the fingers rest.
  const restedCountry = refDebounced(country, CLOCK_AFTER_MS)
  const times = computed(() => {
    const zones = restedCountry.value === country.value ? zonesOf(country.value) : null
    return zones ? zoneTimes(zones.kind === 'single' ? [zones.zone] : zones.zones, now.value, locale.value === 'en' ? 'en-GB' : locale.value) : []
  })

  return {
    parsed,
    phone,
    written: computed(() => phone.value ? kit.format(phone.value.e164) : ''),
    place: computed(() => phone.value?.country ? countryName(phone.value.country, locale.value) : phone.value ? t('numbers.add.noCountry') : ''),
    clock: computed(() => {
      const [west, east] = [times.value[0], times.value.at(-1)]
      if (!west || !east)
        return ''
      return west === east
        ? t('numbers.add.clock', { time: west.time })
        : t('numbers.add.clocks', { from: west.time, to: east.time })
    }),
    known: computed(() => [...facts.value.numbers.values()].find(number => number.e164 === phone.value?.e164) ?? null),
    guesses: computed(() => {
      if (!('why' in parsed.value) || parsed.value.why !== 'no-country')
        return []
      return OFFERED.flatMap((country) => {
        const guess = kit.parse(text.value, country)
        return 'e164' in guess && guess.isValid && (country !== 'CN' || guess.type === 'MOBILE') ? [{ country, name: countryName(country, locale.value), e164: guess.e164, written: kit.format(guess.e164) }] : []
      })
    }),
  }
}
