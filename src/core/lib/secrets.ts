/** What a text can look like that Untether does not keep. */
export const SECRET_KINDS = ['key', 'card', 'document', 'pin', 'password', 'code'] as const
export type SecretKind = typeof SECRET_KINDS[number]

/** Where in a text something looks like a secret: from its first character up to, not with, `to`. */
export type FoundSecret = { readonly kind: SecretKind, readonly from: number, readonly to: number }

type Finder = (text: string) => Omit<FoundSecret, 'kind'> | null

/**
 * The first thing in a text that looks like a secret; null where there is none. Phone numbers, references, days, money,
 * addresses and plain links are none. It may be wrong either way: it warns, and the user decides.
 * Every expression in here repeats only within bounds or over what cannot overlap, so the time grows with the length alone.
 */
export function findSecret(text: string): FoundSecret | null {
  if (text.length < SHORTEST)
    return null
  const whole = halfWidth(text)
  // Digits and words inside of a link or an address are not what was meant, unless the link itself carries a secret.
  const bare = whole.replace(LINK, blank)
  for (const kind of SECRET_KINDS) {
    const found = finders[kind](kind === 'key' || kind === 'password' ? whole : bare) ?? (kind === 'key' ? loneToken(bare) : null)
    if (found)
      return { kind, ...found }
  }
  return null
}

/** The text without whatever looks like a secret in it. */
export function withoutSecrets(text: string): string {
  let rest = text
  for (let found = findSecret(rest); found; found = findSecret(rest)) {
    const [before, after] = [rest.slice(0, found.from).replace(/ +$/, ''), rest.slice(found.to).replace(/^ +/, '')]
    rest = /\S$/.test(before) && /^[\p{L}\p{N}]/u.test(after) ? `${before} ${after}` : before + after
  }
  return rest
}

const SHORTEST = 5
/** A link, or an e-mail address. */
const LINK = /\bhttps?:\/\/[^\s<>"']{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi

function blank(text: string): string {
  return ' '.repeat(text.length)
}

/** Full-width letters, digits and signs as plain ones; every character stays in its place. */
function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xFEE0)).replace(/[\u00A0\u2002-\u200A\u202F\u3000]/g, ' ')
}

/** The first match that holds; its named group `value` is the secret, else all of it. */
function first(text: string, pattern: RegExp, isOne: (value: string, match: RegExpExecArray) => boolean = () => true): ReturnType<Finder> {
  for (const match of text.matchAll(pattern)) {
    const value = match.groups?.['value'] ?? match[0]
    if (isOne(value, match as RegExpExecArray)) {
      const from = match.index + match[0].lastIndexOf(value)
      return { from, to: from + value.length }
    }
  }
  return null
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The check digit that cards carry. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const twice = digit * 2
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

/** How the cards of a network begin, and how many digits they have. */
const CARDS: readonly (readonly [begins: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^220[0-4]/, [16, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [16, 17, 18, 19]],
]

/** Printed in fours (the last may be shorter), as 4-6-5, 4-6-4 or 6 and the rest; or in one. */
function isCardGrouping(groups: readonly string[]): boolean {
  const lengths = groups.map(group => group.length)
  return lengths.length === 1
    || lengths.slice(0, -1).every(length => length % 4 === 0)
    || ['4,6,5', '4,6,4'].includes(lengths.join())
    || (lengths.length === 2 && lengths[0] === 6)
}

function isCard(groups: readonly string[]): boolean {
  const digits = groups.join('')
  return isCardGrouping(groups) && CARDS.some(([begins, lengths]) => begins.test(digits) && lengths.includes(digits.length)) && passesLuhn(digits)
}

/** Groups of digits, that no letter and no sign of a phone number touches. */
const DIGIT_RUN = /(?<![\w+#.])(?<![A-Z]-)\d(?:[ -]?\d){12,60}(?!\w|[ -]\d|-\w|\.\d)/gi

/** A card among groups of digits: a day or a check number may stand behind it. */
function cardIn(text: string): ReturnType<Finder> {
  for (const run of text.matchAll(DIGIT_RUN)) {
    const groups = [...run[0].matchAll(/\d+/g)]
    for (const [begin, { index }] of groups.entries()) {
      // The longest first.
      for (let end = groups.length; end > begin; end--) {
        const part = groups.slice(begin, end)
        const last = part.at(-1)
        if (last && isCard(part.map(([digits]) => digits)))
          return { from: run.index + index, to: run.index + last.index + last[0].length }
      }
    }
  }
  return null
}

/** The three or four digits on the back of a card. */
const CARD_CHECK = /(?:\b(?:cvv2?|cvc2?|cvn2?)\b|安全码)[ :=]{0,3}(?:(?:is|是|为)[ :]{0,2})?(?<value>\d{3,4})(?!\d)/gi

/** Weights and last signs of a Chinese identity number (GB 11643). */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_SIGNS = '10X98765432'
const ID_RUN = /(?<![\w-])\d{6}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dX](?![\w-])/gi

function isChineseId(value: string): boolean {
  const signs = value.replace(/[ -]/g, '').toUpperCase()
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(signs[at]), 0)
  return ID_SIGNS[sum % 11] === signs[17]
}

const SSN = /(?<![\w+-])(?<!\d )(?!000|666|9)\d{3}([ -])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-]| \d)/g
const PASSPORT = /(?:\bpassport(?: (?:no|number))?|护照(?:号码?)?)[ .:#]{0,3}(?:(?:is|是|为)[ :]{0,2})?(?<value>[A-Z]{0,2}\d{7,9})\b/gi

/** Between a word and what it names: `:`, `=`, `is`, `was`, 是, 为. */
const NAMES = String.raw`(?: {0,2}(?:[:=#]|(?:\bis\b|\bwas\b|是|为) ?:?) {0,2}| {1,2})["'(“「【]?`
/** The same; after a Chinese word the value may follow at once. */
const TO_VALUE = String.raw`(?:${NAMES}|(?<=[\u4E00-\u9FFF]))`
/** Four to eight digits, also in two groups; no day, amount, phone number or longer number. */
const CODE_VALUE = String.raw`(?<value>\d{4,8}|\d{3}[ -]\d{3,4}|\d{2}(?:[ -]\d{2}){2}|\d{4}[ -]\d{4})(?![\w-]|[.,/:]\d| ?\d| ?[年月日])`
/** Kinds of code that are no secret. */
const PLAIN_CODE = /\b(?:area|zip|postal|post|country|city|sort|short|promo|promotion|discount|coupon|voucher|error|status|dial|dialling|dialing|bar|branch|bank|routing|reason|source|qr|swift|bic|referral|product|region|currency|tax|dress|store|item|colou?r|exit|service|ussd|fault|reference|ref|order|booking|tracking|ticket|case|claim|customer|offer|plan|tariff|network|carrier) $/i
const CODE_WORD = /(?:\b(?:codes?|otp|2fa|one-time password|(?:backup|recovery|scratch) codes?)|验证码|校验码|动态码|动态密码|确认码|短信码|备用码|恢复码)/.source
const CODE_AFTER = new RegExp(`${CODE_WORD}${TO_VALUE}${CODE_VALUE}`, 'gi')
const YOUR_CODE = /(?: is| 是|是| as)(?: (?:your|the|my|an?)|你的|您的)(?: [\w'’.&-]{1,24}){0,3}? ?(?:code|otp|验证码|校验码|动态码|动态密码)/.source
const CODE_BEFORE = new RegExp(String.raw`(?<![\w+#.-])(?<!\d )(?<value>\d{4,8}|\d{3}[ -]\d{3})${YOUR_CODE}`, 'gi')
const GOOGLE_CODE = /(?<![\w-])G-\d{6}(?![\w-])/g

const PIN_WORD = /(?:\b(?:pin|puk)(?: ?(?:code|number|no|[12]))?|PIN ?码|口令)/.source
const PIN = new RegExp(String.raw`${PIN_WORD}${TO_VALUE}(?<value>\d{4,12})(?![\w-]|[.,/:]\d| ?[年月日位])`, 'gi')

const PASSWORD_WORD = /(?:\b(?:password|passwd|pwd|passcode|passphrase)|密码|密碼|口令)/.source
/** After a colon or 是 whatever stands there is the value, unless it is a plain word. */
const PASSWORD_NAMED = new RegExp(String.raw`${PASSWORD_WORD}(?: {0,2}[:=] {0,2}| ?(?:是|为)[ :]{0,2})(?<value>[\x21-\x7E]{4,64})`, 'gi')
/** After a blank or `is` only what no word looks like. */
const PASSWORD_NEXT = new RegExp(String.raw`${PASSWORD_WORD}(?: {1,2}(?:(?:is|was) {1,2})?|(?<=[\u4E00-\u9FFF]))(?<value>[\x21-\x7E]{6,64})`, 'gi')
const LINK_LOGIN = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,64}:(?<value>[^\s/:@]{1,64})@/gi
const DAY_OR_PHONE = /^(?:(?:19|20)\d{2}[-./年]\d{1,2}.{0,8}|\+?[\d()-]{10,}|https?:.*|#\d{4})$/
/** What people write after "password:" when they keep it elsewhere. */
const NOT_A_PASSWORD = new Set('see in none unknown not kept stored reset changed change forgot forgotten lost ask asked same with without written saved managed needed required wrong correct long short weak strong hidden manager bitwarden 1password keepass keepassxc keychain lastpass dashlane proton icloud google apple safe vault paper notebook elsewhere todo none yes known lost expired email e-mail mail text when then from does must will should'.split(' '))

const plainWord = (value: string): string => value.toLowerCase().replace(/[^a-z0-9]+$/, '').replace(/^[^a-z0-9]+/, '')

function isNamedPassword(value: string): boolean {
  const word = plainWord(value)
  return !DAY_OR_PHONE.test(value) && word !== 'n/a' && word.length > 0 && !NOT_A_PASSWORD.has(word) && !/^[*•x.]+$/i.test(value)
}

function isPasswordLike(value: string): boolean {
  const core = value.replace(/[.,;:!?)]+$/, '')
  return isNamedPassword(core) && (/^(?!19|20)\d{6,8}$/.test(core) || (core.length >= 6 && /\d/.test(core) && /[a-z]/i.test(core) && !/^\d+[a-z]{1,7}$/i.test(core)))
}

const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-]{0,8000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/g
const OTPAUTH = /\botpauth(?:-migration)?:\/\/\S{1,2000}/gi
/** Beginnings that makers give their tokens. */
const TOKEN = /(?<![\w-])(?:sk-[\w-]{16,200}|[srp]k_(?:live|test)_\w{10,200}|gh[opsur]_\w{20,255}|github_pat_\w{20,255}|xox[abeoprs]-[\w-]{10,250}|A[KS]IA[0-9A-Z]{16}|AIza[\w-]{35}|glpat-[\w-]{16,64}|npm_\w{30,64}|pypi-[\w-]{16,250}|SG\.[\w-]{16,32}\.[\w-]{30,64}|eyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{0,2000})?)/g
const LINK_TOKEN = /[?&#](?:access_token|refresh_token|id_token|auth_token|token|api_?key|client_secret|secret|password|passwd|otp)=(?<value>[^\s&#]{6,2000})/gi
/** A seed of a code app: 16 letters and figures 2 to 7 or more, in one. */
const SEED = /(?<![\w-])[A-Z2-7]{16,128}={0,6}(?![\w-])/g
/** The same in small letters and fours, as it is shown for typing. */
const SEED_IN_FOURS = /(?<![\w-])[a-z2-7]{4}(?: [a-z2-7]{4}){3,31}(?![\w-])/gi
const LONG_WORD = /(?<![\w./\\+=-])[\w+/=-]{24,4000}(?![\w./\\@-])/g
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function isSeed(value: string): boolean {
  const figures = digitsOf(value).length
  return figures >= 2 && value.length - figures >= 8
}

function isSeedInFours(value: string): boolean {
  const groups = value.split(' ')
  return groups.filter(group => /\d/.test(group) && /[a-z]/i.test(group)).length * 4 >= groups.length && digitsOf(value).length >= 2
}

/** Letters of both sizes and figures well mixed, or a long run of hexadecimal signs: nothing that a person makes up. */
function isRandom(value: string): boolean {
  if (UUID.test(value))
    return false
  if (/^[0-9a-f]{32,}$/i.test(value))
    return /[a-f]/i.test(value) && /\d/.test(value)
  const turns = (value.match(/[a-z](?=\d)|\d(?=[a-z])/gi) ?? []).length
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && turns >= 3 && bitsPerSign(value) >= 3.5
}

/** How much each sign says, in bits (Shannon). */
function bitsPerSign(text: string): number {
  const counts = new Map<string, number>()
  for (const sign of text)
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return [...counts.values()].reduce((bits, count) => bits - count / text.length * Math.log2(count / text.length), 0)
}

const loneToken: Finder = text => first(text, LONG_WORD, isRandom)

/** Words in small letters one after the other, numbered or not. */
const WORDS = /(?<![\w'’-])(?:\d{1,2}[.)] ?)?[a-z]{3,8}(?:[ ,\n\t]{1,3}(?:\d{1,2}[.)] ?)?[a-z]{3,8}(?![\w'’-])){11,40}/g
const PHRASE_LENGTHS: readonly number[] = [12, 15, 18, 21, 24]
/** Words without which hardly a sentence is made, and that no recovery phrase uses. */
const SENTENCE_WORDS = new Set('the and for not are was were has had his her she him our their been but would could should from into does did its who them these those which may might per let get got yet too'.split(' '))

function isPhrase(value: string, match: RegExpExecArray): boolean {
  const words = value.match(/[a-z]+/g) ?? []
  const before = match.input.slice(0, match.index)
  const after = match.input.slice(match.index + match[0].length)
  // In the midst of a sentence it is a part of the sentence.
  const isAlone = !/[\w'’-] $/.test(before) && !/^ ?[\w'’-]/.test(after)
  return isAlone && PHRASE_LENGTHS.includes(words.length) && new Set(words).size * 2 > words.length && !words.some(word => SENTENCE_WORDS.has(word))
}

const finders: Record<SecretKind, Finder> = {
  key: text => first(text, PRIVATE_KEY) ?? first(text, OTPAUTH) ?? first(text, TOKEN) ?? first(text, LINK_TOKEN)
    ?? first(text, SEED, isSeed) ?? first(text, SEED_IN_FOURS, isSeedInFours) ?? first(text, WORDS, isPhrase),
  card: text => cardIn(text) ?? first(text, CARD_CHECK),
  document: text => first(text, ID_RUN, isChineseId) ?? first(text, SSN) ?? first(text, PASSPORT),
  password: text => first(text, LINK_LOGIN) ?? first(text, PASSWORD_NAMED, isNamedPassword) ?? first(text, PASSWORD_NEXT, isPasswordLike),
  pin: text => first(text, PIN),
  code: text => first(text, GOOGLE_CODE) ?? first(text, CODE_AFTER, (_, match) => !PLAIN_CODE.test(match.input.slice(Math.max(0, match.index - 20), match.index))) ?? first(text, CODE_BEFORE),
}
