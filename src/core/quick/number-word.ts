import type { Id } from '../records/base'
import type { PhoneNumber } from '../records/number'
import { folded } from '../catalog/search'

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
  const byDigits = digits === '' ? [] : numbers.filter(({ e164 }) => e164.endsWith(digits))
  const exact = name === '' ? [] : numbers.filter(({ label }) => folded(label) === name)
  const begun = name === '' ? [] : numbers.filter(({ label }) => folded(label).startsWith(name))
  const found = [byDigits, exact, begun].find(list => list.length > 0)
  return found?.map(({ id }) => id) ?? null
}
