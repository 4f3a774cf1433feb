import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSecret, withoutSecrets } from '../../../../src/core/lib/secrets'

const kindOf = (text: string) => findSecret(text)?.kind ?? null
const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map(all => all.join(''))
const isNot = (text: string) => expect(findSecret(text), text).toBeNull()

/** The digit that makes a number pass the check of cards. */
function withCheckDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, sign, at) => {
    const digit = Number(sign) * (at % 2 === 0 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return body + (10 - sum % 10) % 10
}

function inFours(text: string, mark: string): string {
  return text.replace(/(.{4})(?=.)/g, `$1${mark}`)
}

const cards = fc.oneof(
  digits(14).map(rest => withCheckDigit(`4${rest}`)),
  digits(13).map(rest => withCheckDigit(`52${rest}`)),
  digits(12).map(rest => withCheckDigit(`37${rest}`)),
  digits(11).map(rest => withCheckDigit(`36${rest}`)),
  digits(16).map(rest => withCheckDigit(`62${rest}`)),
)
const sentences = fc.constantFrom('', 'Paid with ', 'my card: ', '卡号 ', '卡号：', 'they asked for it\n')

describe('findSecret', () => {
  it.each([
    ['4111 1111 1111 1111', 'card'],
    ['4111-1111-1111-1111 12/27', 'card'],
    ['３７８２ ８２２４６３ １０００５', 'card'],
    ['Visa 4111111111111111 12/27 123', 'card'],
    ['CVV: 123', 'card'],
    ['code 123456', 'code'],
    ['Your verification code is 481 920.', 'code'],
    ['481920 is your Chase security code', 'code'],
    ['【银行】您的验证码是481920', 'code'],
    ['验证码为：4819', 'code'],
    ['校验码 481920', 'code'],
    ['OTP=00481920', 'code'],
    ['G-481920 is here', 'code'],
    ['backup codes: 4819 2033', 'code'],
    ['password: hunter2', 'password'],
    ['the passcode is Tr0ub4dor', 'password'],
    ['passcode 482913', 'password'],
    ['密码：abc123', 'password'],
    ['密码abc123', 'password'],
    ['登录密码是 qwertyui', 'password'],
    ['pwd=letmein', 'password'],
    ['https://me:s3cretly@host.example/x', 'password'],
    ['PIN 4821', 'pin'],
    ['the account PIN is 482100', 'pin'],
    ['口令：482100', 'pin'],
    ['PUK: 48210093', 'pin'],
    ['11010519491231002X', 'document'],
    ['身份证 110105 19491231 002x', 'document'],
    ['SSN 078-05-1120', 'document'],
    ['passport no. E12345678', 'document'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----', 'key'],
    ['otpauth://totp/Example:me?secret=JBSWY3DPEHPK3PXP&issuer=Example', 'key'],
    ['JBSWY3DPEHPK3PXP', 'key'],
    ['jbsw y3dp ehpk 3pxp jbsw y3dp', 'key'],
    ['legal winner thank year wave sausage worth useful legal winner thank yellow', 'key'],
    ['1. legal 2. winner 3. thank 4. year 5. wave 6. sausage 7. worth 8. useful 9. legal 10. winner 11. thank 12. yellow', 'key'],
    ['https://host.example/reset?token=ab12cd34ef', 'key'],
    [`gh${'p'}_${'a1B2'.repeat(9)}`, 'key'],
    ['9f86d081884c7d659a2feaa0c55ad015', 'key'],
  ])('sees in %j a %s', (text, kind) => expect(kindOf(text)).toBe(kind))

  it.each([
    '',
    'they said the PIN is reset by support',
    'PIN 6 digits long, ask at the shop',
    'password: see 1Password',
    'Password was changed on 2026-11-23',
    'password: kept in the safe',
    'password is reset by e-mail, 24hours later',
    '密码：见 1Password',
    '密码 6 位以上，2026 年 11 月 23 日改过',
    '验证码发到 +86 138 0013 8000',
    '验证码 2026 年起不再发送',
    'the code came from short code 72975',
    'area code 4155, zip code 94105',
    'error code 40312 from the app',
    'the code was sent to 415-555-0134',
    'GG-20418',
    '1-23456789',
    'Case 00481920, call back on 30 November',
    'Ref CAS-4111111111111111',
    'ICCID 8944110068440300000',
    'IMEI 356938035643809',
    '13800138000',
    '+86 138 0013 8000',
    '+44 7700 900123, +1 415 555 0134',
    '415-555-0134 646-555-0187',
    '$1,234.56 on 2026-11-23 at 12:30',
    '1600 Example Street, Springfield, IL 62701-0134',
    'https://support.google.com/voice/answer/4111111111111111?hl=en',
    'me.4821+code@mail.example',
    '123e4567-e89b-12d3-a456-426614174000',
    'AccountStatementNovember2026Final',
    'they said that all of this can take up to ten days from now on and not more',
    'test this with some more care then send it back home',
  ])('sees nothing in %j', isNot)

  it('sees every card, however it is written and whatever stands before it', () => {
    fc.assert(fc.property(cards, fc.constantFrom('', ' ', '-', '\u00A0'), sentences, (card, mark, before) => {
      expect(kindOf(before + inFours(card, mark))).toBe('card')
    }))
  })

  it('sees no card where the check digit is wrong', () => {
    fc.assert(fc.property(cards, fc.integer({ min: 1, max: 9 }), (card, by) => {
      isNot(card.slice(0, -1) + (Number(card.at(-1)) + by) % 10)
    }))
  })

  it('sees codes and PINs after their words', () => {
    fc.assert(fc.property(fc.integer({ min: 4, max: 8 }).chain(digits), fc.constantFrom(['code: ', 'code'], ['验证码', 'code'], ['OTP ', 'code'], ['login code is ', 'code'], ['PIN ', 'pin'], ['pin: ', 'pin'], ['口令 ', 'pin']), (value, [before, kind]) => {
      expect(kindOf(before! + value)).toBe(kind)
    }))
  })

  it('sees identity numbers by their last sign alone', () => {
    const ids = fc.tuple(digits(5), fc.integer({ min: 1930, max: 2019 }), fc.integer({ min: 10, max: 12 }), fc.integer({ min: 10, max: 28 }), digits(3)).map(([area, ...rest]) => [`1${area}`, ...rest].join(''))
    fc.assert(fc.property(ids, (body) => {
      const seen = [...'0123456789X'].filter(sign => kindOf(body + sign) === 'document')
      expect(seen).toHaveLength(1)
    }))
  })

  it('sees seeds and tokens', () => {
    const seeds = fc.array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), { minLength: 16, maxLength: 64 }).map(all => all.join('')).filter(seed => /\d.*\d/.test(seed) && seed.replace(/\d/g, '').length >= 8)
    fc.assert(fc.property(seeds, fc.constantFrom('', 'seed: ', '密钥 '), (seed, before) => {
      expect(kindOf(before + seed)).toBe('key')
    }))
    const pieces = ['aB3', 'x9Q', '7kT', 'Zm2', 'e5R', 'W8p', '4nL', 'hY6', 'D1s', 'uG0']
    const tokens = fc.shuffledSubarray(pieces, { minLength: 8 }).map(all => all.join(''))
    fc.assert(fc.property(tokens, (token) => {
      expect(kindOf(token)).toBe('key')
    }))
  })

  it('leaves alone what people write', () => {
    const phones = fc.oneof(
      digits(9).map(rest => `13${rest}`),
      digits(8).map(rest => `138 ${rest.slice(0, 4)} ${rest.slice(4)}`),
      digits(10).map(rest => `+1${rest}`),
      digits(7).map(rest => `+1 (415) ${rest.slice(0, 3)}-${rest.slice(3)}`),
      digits(9).map(rest => `+44 7${rest.slice(0, 3)} ${rest.slice(3)}`),
      digits(10).map(rest => `+86 1${rest.slice(0, 2)} ${rest.slice(2, 6)} ${rest.slice(6)}`),
      fc.integer({ min: 7, max: 15 }).chain(digits).map(all => `+${all}`),
    )
    const references = fc.oneof(digits(5).map(all => `GG-${all}`), digits(8).map(all => `1-${all}`), fc.integer({ min: 4, max: 12 }).chain(digits), digits(10).map(all => `#${all}`), fc.uuid())
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
    const amounts = fc.integer({ min: 0, max: 9_999_999 }).map(minor => `$${(minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`)
    const words = fc.constantFrom('they said the refund comes by', 'call', 'ask again:', 'ref', 'order', '客服说', '订单号', '回电', 'paid', 'sent from', 'their code goes to', 'the PIN is reset by support on', '密码已在这天重置')
    fc.assert(fc.property(words, fc.oneof(phones, references, days, amounts, fc.emailAddress(), fc.webUrl()), (before, thing) => {
      isNot(`${before} ${thing}`)
    }), { numRuns: 1000 })
  })

  it('names the place, and takes out that alone', () => {
    expect(withoutSecrets('Paid with 4111 1111 1111 1111, they said ok')).toBe('Paid with, they said ok')
    expect(withoutSecrets('code 123456\nasked on Monday')).toBe('code\nasked on Monday')
    expect(withoutSecrets('PIN 4821 and code 481920')).toBe('PIN and code')
    expect(withoutSecrets('nothing to see')).toBe('nothing to see')
    fc.assert(fc.property(fc.string({ maxLength: 40 }), cards, fc.string({ maxLength: 40 }), (before, card, after) => {
      expect(findSecret(withoutSecrets(`${before} ${card} ${after}`))).toBeNull()
    }))
  })

  it('takes any text of the longest note', () => {
    for (const piece of ['a', '1', '1 ', '+', '-', '=', 'aaaa ', 'word ', 'password ', 'code is ', '12-', 'http://', 'a@', 'a.', '-----BEGIN PRIVATE KEY-----', 'A7', '密码是', '1. one ', 'x:/'])
      expect(() => withoutSecrets(piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000))).not.toThrow()
  })
})
