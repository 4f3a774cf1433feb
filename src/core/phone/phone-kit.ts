import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/core'
import type { PhoneFault } from './find-number'
import { AsYouType, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/core'
import { isFictional } from './fictional'
import { findNumber } from './find-number'
import { formatPlain } from './plain-format'

/** What the numbering plan says of a number; null = nothing. */
export type PhoneType = NonNullable<ReturnType<PhoneNumber['getType']>>

/** A number recognised in a text. */
export type ParsedPhone = {
  e164: string
  /** ISO 3166; null where the number belongs to no one country. */
  country: string | null
  /** Always true: impossible ones are refused. */
  isPossible: true
  /** In use by the plan as the metadata knows it, or kept free for stories. A new range may not be known yet: warn, do not refuse. */
  isValid: boolean
  isFictional: boolean
  type: PhoneType | null
  /** The text gave no country; the default was taken. */
  isCountryAssumed: boolean
  /** The text named an extension, which is not kept. */
  hadExtension: boolean
}
export type PhoneRefused = { refused: 'not-a-phone-number', why: PhoneFault }

export type PhoneKit = {
  /**
   * Recognises the one number in a text.
   * @param defaultCountry ISO 3166, for numbers without a country code
   */
  parse: (text: string, defaultCountry?: string | null) => ParsedPhone | PhoneRefused
  /** For reading: `+1 415-555-0134`, `+44 7700 900123`, others as their plan groups them. */
  format: (e164: string) => string
  /** The same while it is being typed; what is not a number stays as it is. Ends in a digit, so that the last key can be taken back. */
  formatAsTyped: (text: string, defaultCountry?: string | null) => string
  /** Whether the metadata knows the country. */
  hasCountry: (country: string) => boolean
}

/**
 * Makes the phone kit.
 *
 * Meant for `libphonenumber-js/metadata.max.json` (157 kB, 40 kB packed): the small one (83 kB) cannot tell a mobile of
 * Hong Kong or China from anything else and takes four in five random 11-digit strings for valid Chinese numbers,
 * the large one one in seven. It is passed in so that it can load after the first screen; until then `formatPlain` serves.
 */
export function createPhoneKit(metadata: MetadataJson): PhoneKit {
  const known = (country: string | null | undefined): CountryCode | undefined =>
    country && Object.hasOwn(metadata.countries, country) ? country as CountryCode : undefined

  function read(digits: string, country: CountryCode | undefined): PhoneNumber | undefined {
    return parsePhoneNumberFromString(digits, { ...country && { defaultCountry: country }, extract: false }, metadata)
  }

  /** First reading that holds: a valid one before one that is only possible. */
  function best(readings: readonly (() => Reading | undefined)[]): Reading | undefined {
    const possible: Reading[] = []
    for (const reading of readings) {
      const made = reading()
      if (made && (made.phone.isValid() || isFictional(made.phone.number)))
        return made
      if (made?.phone.isPossible())
        possible.push(made)
    }
    return possible[0]
  }

  function parse(text: string, defaultCountry?: string | null): ParsedPhone | PhoneRefused {
    const found = findNumber(text)
    if ('why' in found)
      return { refused: 'not-a-phone-number', why: found.why }
    const { digits, hadExtension } = found
    const country = known(defaultCountry)
    const hasPlus = digits.startsWith('+')
    const withPlus = (): Reading | undefined => {
      const phone = read(hasPlus ? digits : `+${digits}`, undefined)
      return phone && { phone, isCountryAssumed: false }
    }
    const national = (): Reading | undefined => {
      const phone = country && read(digits, country)
      return phone && { phone, isCountryAssumed: true }
    }
    const fromNorthAmerica = (): Reading | undefined => {
      const phone = digits.startsWith('011') ? read(`+${digits.slice(3)}`, undefined) : undefined
      return phone && { phone, isCountryAssumed: false }
    }
    const reading = best(hasPlus ? [withPlus] : [national, fromNorthAmerica, withPlus])
    // Without country or `+`, only a number that is surely one may be read as if it had the `+`.
    const isGuess = reading && !hasPlus && !reading.isCountryAssumed && !reading.phone.isValid() && !isFictional(reading.phone.number)
    if (!reading || isGuess || !isStable(reading.phone.number))
      return { refused: 'not-a-phone-number', why: faultOf(digits, country) }

    const { phone, isCountryAssumed } = reading
    const isMadeUp = isFictional(phone.number)
    return {
      e164: phone.number,
      country: phone.country ?? (isMadeUp ? FICTION[phone.countryCallingCode] ?? null : null),
      isPossible: true,
      isValid: phone.isValid() || isMadeUp,
      isFictional: isMadeUp,
      type: phone.getType() ?? null,
      isCountryAssumed,
      hadExtension,
    }
  }

  /** Reads as itself: a number that would lose another zero with each reading is none. */
  function isStable(e164: string): boolean {
    return /^\+[1-9]\d{5,14}$/.test(e164) && read(e164, undefined)?.number === e164
  }

  function faultOf(digits: string, country: CountryCode | undefined): PhoneFault {
    if (!digits.startsWith('+') && !country)
      return 'no-country'
    const fault = validatePhoneNumberLength(digits, country ? { defaultCountry: country } : {}, metadata)
    return fault ? FAULTS[fault] ?? 'wrong-length' : 'wrong-length'
  }

  return {
    parse,
    format(e164) {
      const plain = formatPlain(e164)
      return plain === e164 ? read(e164, undefined)?.formatInternational() ?? e164 : plain
    },
    formatAsTyped(text, defaultCountry) {
      const typed = text.normalize('NFKC').trim()
      if (!/^\+?[\d\s().-]*$/.test(typed) || !/\d/.test(typed))
        return text
      const digits = typed.replace(/[^\d+]/g, '')
      const whole = digits.startsWith('+') ? formatPlain(digits) : digits
      return whole === digits ? new AsYouType(known(defaultCountry), metadata).input(digits).replace(/\D+$/, '') : whole
    },
    hasCountry: country => known(country) !== undefined,
  }
}

type Reading = { phone: PhoneNumber, isCountryAssumed: boolean }

/** Country of a fictional range that the metadata gives to nobody. */
const FICTION: Readonly<Record<string, string>> = { 1: 'US', 44: 'GB' }

const FAULTS: Readonly<Record<string, PhoneFault>> = {
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
  INVALID_LENGTH: 'wrong-length',
  INVALID_COUNTRY: 'unknown-country',
}
