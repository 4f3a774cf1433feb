import * as currencies from 'dinero.js/currencies'
import * as z from 'zod/mini'

/** Money: a whole number of the currency's smallest unit. Never a float. */
export const moneySchema = z.strictObject({
  /** Signed, in minor units (cents; yen as such; fils). */
  amountMinor: z.number().check(z.int(), z.gte(-1e12), z.lte(1e12)),
  /** ISO 4217 code. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
})
export type Money = z.infer<typeof moneySchema>

/**
 * Decimal places of a currency as ISO 4217 has them: USD 2, JPY 0, KWD 3, MGA 2. Unknown codes: 2.
 *
 * From a fixed table, not from the runtime's ICU: that one says 0 for COP, HUF or PKR and differs between engines,
 * so that a stored amount would change its worth with the engine. Whoever formats passes these decimals on.
 */
export function decimalsOf(currency: string): number {
  const known = TABLE[currency]
  return known?.base === 10 ? known.exponent : 2
}
const TABLE: Readonly<Record<string, { base: number | readonly number[], exponent: number }>> = currencies

/** Sums amounts for each currency apart; currencies are never added to each other. Sorted by code, zero sums kept. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>()
  for (const { amountMinor, currency } of amounts)
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  return [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency })).sort((a, b) => a.currency < b.currency ? -1 : 1)
}

/**
 * Reads an amount as typed: `2.10`, `2,10`, `1,234.50`, `1.234,50`, `$3`, `HK$30`, `¥300`, `300元`, `USD 3`, `-4`.
 *
 * A comma before three digits parts thousands; a dot before three digits could do either, so `1.234` is read only
 * where the currency has three decimals, and `1,234` only where it has not. Wrong by a thousand is worse than refused.
 * Decimals beyond the currency's are let through when they are zeros (`¥300.00`).
 * @returns minor units, or null where it is no amount, has too many decimals for the currency or is beyond 10^12.
 */
export function parseAmount(text: string, currency: string): number | null {
  const decimals = decimalsOf(currency)
  const { sign, digits } = bare(text)
  const read = WRITINGS.map(writing => writing.exec(digits)).find(match => match !== null)
  if (!read)
    return null
  const { whole = '0', fraction: typed = '' } = read.groups ?? {}
  const isAmbiguous = decimals === 3 ? typed === '' && /^\d+,\d{3}$/.test(digits) : typed.length === 3
  const fraction = typed.replace(/0+$/, '')
  if (isAmbiguous || fraction.length > decimals)
    return null
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(decimals, '0'))
  return minor <= MOST_MINOR ? sign * minor + 0 : null
}
const MOST_MINOR = 1e12

/** How amounts are written: whole and fraction. */
const WRITINGS = [
  /^(?<whole>[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(?<fraction>\d*))?$/,
  /^(?<whole>[1-9]\d{0,2}(?:\.\d{3})+|\d+),(?<fraction>\d*)$/,
  /^(?<whole>[1-9]\d{0,2}(?:\.\d{3}){2,})$/,
  /^[.,](?<fraction>\d+)$/,
] as const

/** Sign and digits, without spaces, apostrophes, currency signs and codes. */
function bare(text: string): { sign: 1 | -1, digits: string } {
  const ascii = text.normalize('NFKC').replace(/[\u2212\u2013]/g, '-').replace(/[\s'\u2019]/g, '')
  const unsigned = ascii.replace(/^-|^(\p{Sc}|[A-Z]{1,3}\p{Sc}?)-/iu, '$1')
  return {
    sign: unsigned === ascii ? 1 : -1,
    digits: unsigned.replace(/^(?:[A-Z]{3}|[A-Z]{0,3}\p{Sc})|(?:[A-Z]{3}|[\p{Sc}元円圆圓块塊])$/giu, ''),
  }
}
