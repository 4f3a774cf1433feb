/** Time zones of a country, IANA names. */
export type CountryZones = { kind: 'single', zone: string } | { kind: 'several', zones: readonly string[] }

/** Newer engines have the method, older ones (Chromium 114, Node 20) the getter. */
type LocaleWithZones = Intl.Locale & { timeZones?: string[], getTimeZones?: () => string[] | undefined }

/**
 * The time zones of a country as the runtime knows them.
 * @param country ISO 3166 alpha-2, upper case
 * @returns null where there is no country or the runtime knows no zone of it
 */
export function zonesOf(country: string | null): CountryZones | null {
  if (country === null || !/^[A-Z]{2}$/.test(country))
    return null
  const locale: LocaleWithZones = new Intl.Locale(`und-${country}`)
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? []
  const [zone] = zones
  if (zone === undefined)
    return null
  return zones.length === 1 ? { kind: 'single', zone } : { kind: 'several', zones }
}
