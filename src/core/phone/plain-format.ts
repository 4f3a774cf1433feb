/** Numbers whose grouping needs no metadata: the country's code, the whole number, its groups. */
const FORMS: readonly (readonly [shape: RegExp, groups: string])[] = [
  // North America; libphonenumber writes spaces, people there write hyphens.
  [/^\+1([2-9]\d{2})(\d{3})(\d{4})$/, '+1 $1-$2-$3'],
  // Great Britain and the islands, mobile.
  [/^\+44(7\d{3})(\d{6})$/, '+44 $1 $2'],
  // Hong Kong, mobile and fixed.
  [/^\+852([2-9]\d{3})(\d{4})$/, '+852 $1 $2'],
  // Mainland China, mobile.
  [/^\+86(1[3-9]\d)(\d{4})(\d{4})$/, '+86 $1 $2 $3'],
]

/**
 * A number for reading, without metadata: what the first screen shows before the metadata has loaded.
 * Numbers of other plans stay as they are. Where it groups, it groups as `PhoneKit.format` does.
 */
export function formatPlain(e164: string): string {
  for (const [shape, groups] of FORMS) {
    if (shape.test(e164))
      return e164.replace(shape, groups)
  }
  return e164
}
