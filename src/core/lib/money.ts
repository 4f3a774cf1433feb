import * as z from 'zod/mini'

/** Money: a whole number of the currency's smallest unit. Never a float. */
export const moneySchema = z.strictObject({
  /** Signed, in minor units (cents; yen as such; fils). */
  amountMinor: z.number().check(z.int(), z.gte(-1e12), z.lte(1e12)),
  /** ISO 4217 code. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
})
export type Money = z.infer<typeof moneySchema>

/** Decimal places of a currency (ISO 4217 as the runtime's ICU data has it): USD 2, JPY 0, KWD 3. Unknown codes: 2. */
export function decimalsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  }
  catch {
    return 2
  }
}

/** Sums amounts for each currency apart; currencies are never added to each other. Sorted by code, zero sums kept. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>()
  for (const { amountMinor, currency } of amounts)
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  return [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency })).sort((a, b) => a.currency < b.currency ? -1 : 1)
}

/**
 * Reads an amount as typed: `2.10`, `2,10`, `1,234.50`, `$3`, `¥300`.
 * @returns minor units, or null where it is no amount, has too many decimals for the currency or is beyond 10^12.
 */
export function parseAmount(text: string, currency: string): number | null {
  const decimals = decimalsOf(currency)
  const bare = text.normalize('NFKC').replace(/[\s\p{Sc}']|^[A-Z]{3}|[A-Z]{3}$/giu, '').replace('−', '-')
  const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)?(?:[.,](\d*))?$/.exec(bare)
  if (!match || (match[2] === undefined && !match[3]))
    return null
  let whole = match[2] ?? '0'
  let fraction = match[3] ?? ''
  // "1.234" is one thousand and more only where the currency has no three decimals; "2,100" likewise.
  if (fraction === '' && /[.,]/.test(whole)) {
    const last = whole.slice(Math.max(whole.lastIndexOf('.'), whole.lastIndexOf(',')) + 1)
    if (decimals === 3 && whole.split(/[.,]/).length === 2) {
      fraction = last
      whole = whole.slice(0, -4)
    }
  }
  whole = whole.replace(/[.,]/g, '')
  if (fraction.length > decimals)
    return null
  const minor = Number(whole + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(minor) && minor <= 1e12 ? (match[1] === '-' && minor !== 0 ? -minor : minor) : null
}
