/** Currencies such numbers are usually paid in; they stand first. */
const USUAL = ['USD', 'GBP', 'HKD', 'CNY', 'EUR', 'CAD', 'AUD', 'JPY', 'SGD'] as const

/** All currencies there are, the usual ones first. */
export function currencyCodes(): string[] {
  return [...new Set([...USUAL, ...Intl.supportedValuesOf('currency')])]
}

const OF_COUNTRY: Readonly<Record<string, string>> = { US: 'USD', CA: 'CAD', GB: 'GBP', HK: 'HKD', CN: 'CNY', JP: 'JPY', SG: 'SGD', AU: 'AUD', NZ: 'NZD', TH: 'THB', PH: 'PHP', DE: 'EUR', FR: 'EUR', IT: 'EUR', ES: 'EUR', NL: 'EUR', BE: 'EUR', AT: 'EUR', IE: 'EUR', PT: 'EUR', FI: 'EUR', EE: 'EUR', LT: 'EUR', LV: 'EUR' }

/** What is most likely paid with in a country; dollars where we do not know. */
export function currencyOfCountry(country: string | null): string {
  return (country && OF_COUNTRY[country]) || 'USD'
}
