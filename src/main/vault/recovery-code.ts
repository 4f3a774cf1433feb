/** Crockford's alphabet: no I, L, O and U, which hands and eyes mix up. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 5
const CODE_BYTES = 20
const CODE_LENGTH = 32
const CHECK_LENGTH = 4
const GROUP = 4

/** A new code of 160 random bits and four characters that tell a slip of the pen. */
export function makeRecoveryCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random(CODE_BYTES)
  const digits = toDigits(bytes)
  bytes.fill(0)
  return shown([...digits, ...checkOf(digits)])
}

/**
 * The code as we write it, from whatever was typed: small letters, spaces and dashes or none, O for 0, I and L for 1.
 *
 * null = no code of ours. Any one wrong character and any two neighbours changed about are always noticed.
 */
export function parseRecoveryCode(text: string): string | null {
  const typed = text.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '')
  if (!/^[0-9a-tv-z]{36}$/i.test(typed))
    return null
  const digits = [...typed.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')].map(letter => ALPHABET.indexOf(letter))
  const code = digits.slice(0, CODE_LENGTH)
  const check = checkOf(code)
  return digits.slice(CODE_LENGTH).every((digit, at) => digit === check[at]) ? shown(digits) : null
}

function shown(digits: readonly number[]): string {
  const letters = digits.map(digit => ALPHABET[digit]).join('')
  return letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? ''
}

function toDigits(bytes: Uint8Array): number[] {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: CODE_LENGTH }, (_, at) => Number.parseInt(bits.slice(at * BITS, (at + 1) * BITS), 2))
}

/** A cyclic check of twenty bits over x²⁰ + x³ + 1: sees every change within four neighbouring characters. */
function checkOf(digits: readonly number[]): number[] {
  let rest = 0xFFFFF
  for (const digit of digits) {
    for (let bit = BITS - 1; bit >= 0; bit--) {
      const out = (rest >> 19) ^ (digit >> bit)
      rest = ((rest << 1) & 0xFFFFF) ^ ((out & 1) === 1 ? 0x00009 : 0)
    }
  }
  return Array.from({ length: CHECK_LENGTH }, (_, at) => (rest >> (BITS * (CHECK_LENGTH - 1 - at))) & 31)
}
