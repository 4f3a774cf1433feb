/** `United States`, 美国; the short form where the long one is an office's. */
export function countryName(country: string, locale: string): string {
  const style = country === 'HK' || country === 'MO' ? 'short' : 'long'
  return new Intl.DisplayNames(locale === 'en' ? 'en-GB' : locale, { type: 'region', style, fallback: 'code' }).of(country) ?? country
}
