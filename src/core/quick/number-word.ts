import type { Id } from '../records/base'
import type { PhoneNumber } from '../records/number'
import { folded } from '../catalog/search'

/** So many digits are a number as it is dialled. */
const LEAST_DIALLED = 7

/**
 * The numbers that a word such as `#0134`, `#+14155550134` or `#travel` means: by last digits, else by label.
 * @returns null where the word names no number, or one that is not there; several where its digits fit several
 */
export function numberAt(word: string, numbers: readonly Pick<PhoneNumber, 'id' | 'e164' | 'label'>[]): readonly Id[] | null {
  const typed = /^[#＃](.+)$/.exec(word)?.[1]?.normalize('NFKC')
  if (typed === undefined)
    return null
  const digits = /^\+?[\d\-().]+$/.test(typed) ? typed.replace(/\D/g, '') : ''
  const name = folded(typed)
  // As it is dialled at home: 07700 900123 is +44 7700 900123.
  const bare = digits.replace(/^0+/, '')
  const byDigits = digits === '' ? [] : [digits, ...bare.length >= LEAST_DIALLED ? [bare] : []].map(end => numbers.filter(({ e164 }) => e164.endsWith(end))).find(list => list.length > 0) ?? []
  const exact = name === '' ? [] : numbers.filter(({ label }) => folded(label) === name)
  const begun = name === '' ? [] : numbers.filter(({ label }) => folded(label).startsWith(name))
  const found = [byDigits, exact, begun].find(list => list.length > 0)
  return found?.map(({ id }) => id) ?? null
}
