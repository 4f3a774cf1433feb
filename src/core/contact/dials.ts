/** Numbers that reach a provider, as they are shown. */
export type Dials = {
  /** What to dial, without the country where that can be left out there. */
  main: string
  /** The same from anywhere; null where `main` is that already, or where no country is named. */
  abroad: string | null
  /** What goes on the clipboard: digits, with `+` where the country is named. */
  copied: string
  /** Short numbers, which work inside their own network or country. */
  short: readonly string[]
  /** Other numbers of the same provider. */
  more: readonly string[]
}

/** Countries in which a number is dialled without its country code and without a zero in front. */
const WITHOUT_ZERO = /^\+(?:1|852|853|65)-(.+)$/

/**
 * What to dial, from the number of the guide and its list of contacts; null where none is known.
 * @param phone the number for cancelling, `+1-888-777-0446`, `10086`
 * @param others values of the support list whose channel is the phone
 */
export function dialsOf(phone: string | null, others: readonly string[]): Dials | null {
  const known = [...phone === null ? [] : [phone], ...others]
  const all = known.filter((value, index) => known.findIndex(other => digitsOf(other) === digitsOf(value)) === index)
  const main = all.find(value => !isShort(value)) ?? all[0]
  if (main === undefined)
    return null
  const local = WITHOUT_ZERO.exec(main)?.[1] ?? null
  const rest = all.filter(value => value !== main)
  return {
    main: local ?? main.replace(/^(\+\d+)-/, '$1 '),
    abroad: local === null ? null : main.replace(/^(\+\d+)-/, '$1 '),
    copied: digitsOf(main),
    short: rest.filter(isShort),
    more: rest.filter(value => !isShort(value)).map(value => value.replace(/^(\+\d+)-/, '$1 ')),
  }
}

function digitsOf(value: string): string {
  return value.replace(/\([^)]*\)/g, '').replace(/[^\d+*#]/g, '')
}

/** Up to five digits, no country: 611, 10086. */
function isShort(value: string): boolean {
  return /^[*#]?\d{3,5}#?$/.test(value)
}
