import catalogFacts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { parseLine } from '../../../../src/core/quick/parse-line'

const world = {
  catalog: createCatalog(catalogFacts),
  numbers: [
    { id: 'a', e164: '+14155550134', label: 'Bank codes' },
    { id: 'b', e164: '+16465550187', label: 'PayGo' },
    { id: 'c', e164: '+447700900134', label: '伦敦' },
  ],
  today: '2026-11-23',
}
const read = (line: string) => parseLine(line, world)
const kinds = (line: string) => read(line).parts.map(({ kind, start, end }) => `${kind}:${line.slice(start, end)}`)

describe('a line of quick add', () => {
  it('is read in English', () => {
    expect(read('chase me@mail.com 2fa login #5550134 !critical by 12/1')).toMatchObject({
      service: { kind: 'catalog', id: 'chase' },
      login: 'me@mail.com',
      roles: ['login-id', 'sms-2fa'],
      numberId: 'a',
      importance: 'critical',
      dueOn: '2026-12-01',
      notes: '',
      isGuess: false,
    })
  })

  it('is read in Chinese', () => {
    expect(read('微信 wxid 登录 #0187 ！重要 截止 12月1日')).toMatchObject({
      service: { kind: 'catalog', id: 'wechat' },
      login: 'wxid',
      roles: ['login-id'],
      numberId: 'b',
      importance: 'high',
      dueOn: '2026-12-01',
      notes: '',
    })
  })

  it.each([
    ['zfb', 'alipay'],
    ['zhifubao', 'alipay'],
    ['支付宝', 'alipay'],
    ['alipay.com', 'alipay'],
    ['zsyh', 'cmb'],
    ['bank of america', 'bofa'],
    ['wxid 微信', 'wechat'],
    ['wx wxid login', 'wechat'],
    ['Google / Gmail', 'google'],
  ])('finds the service in %j', (line, id) => {
    expect(read(line).service).toEqual({ kind: 'catalog', id })
  })

  it('takes a name that was only begun as a guess', () => {
    expect(read('chas me@mail.com')).toMatchObject({ service: { id: 'chase' }, isGuess: true, login: 'me@mail.com' })
  })

  it('makes a service that the catalogue lacks', () => {
    expect(read('my corner shop me@mail.com once (shopping)')).toMatchObject({ service: { kind: 'own', name: 'my corner shop', category: 'shopping' }, login: 'me@mail.com', roles: ['verification-only'] })
    expect(read('my corner shop').service).toMatchObject({ kind: 'own', name: 'my corner shop' })
    expect(read('"Chase" "two words"')).toMatchObject({ service: { kind: 'own', name: 'Chase' }, login: 'two words' })
  })

  it('finds the number by its last digits, whole, or by its label, and says where several fit', () => {
    expect(read('chase #0187').numberId).toBe('b')
    expect(read('chase #+14155550134').numberId).toBe('a')
    expect(read('chase #paygo').numberId).toBe('b')
    expect(read('chase #伦敦').numberId).toBe('c')
    expect(read('chase #0134')).toMatchObject({ numberId: null, severalNumbers: ['a', 'c'] })
    expect(read('chase #9999')).toMatchObject({ numberId: null, severalNumbers: [], isNumberUnknown: true, notes: '#9999' })
    expect(read('chase #07700900134').numberId).toBe('c')
  })

  it.each([
    ['by 2026-12-24', '2026-12-24'],
    ['by 1/2', '2027-01-02'],
    ['by 24/12', '2026-12-24'],
    ['by 1 dec', '2026-12-01'],
    ['due December 1', '2026-12-01'],
    ['by 29 feb', '2028-02-29'],
    ['by tomorrow', '2026-11-24'],
    ['by in 2 weeks', '2026-12-07'],
    ['by friday', '2026-11-27'],
    ['by monday', '2026-11-23'],
    ['by 1 Dec 2027', '2027-12-01'],
    ['due Dec 1, 2027', '2027-12-01'],
    ['by 12/1/2027', '2027-12-01'],
    ['before monthly statement', null],
    ['until money arrives', null],
    ['by maybe 3', null],
    ['截止明天', '2026-11-24'],
    ['12月1日前', '2026-12-01'],
    ['3天内', '2026-11-26'],
    ['截止 下周', null],
    ['by 2/30', null],
    ['by 2026-02-30', null],
    ['12/1', null],
  ])('reads the due day of %j', (words, day) => {
    expect(read(`chase ${words}`).dueOn).toBe(day)
  })

  it('keeps what it does not understand as the note', () => {
    expect(read('chase me@mail.com blue card !urgent ask Bob')).toMatchObject({ login: 'me@mail.com', notes: 'blue card !urgent ask Bob' })
    expect(read('chase !high !low')).toMatchObject({ importance: 'high', notes: '!low' })
    expect(read('chase x1 // ask at the desk: 2fa #0134')).toMatchObject({ login: 'x1', roles: [], numberId: null, notes: 'ask at the desk: 2fa #0134' })
    expect(read('微信 wxid 备注：工作用')).toMatchObject({ login: 'wxid', notes: '工作用' })
    expect(read('wechat wxid (bank)')).toMatchObject({ notes: '(bank)' })
  })

  it('logs one service: a second one is kept as a word', () => {
    expect(read('chase paypal me@mail.com')).toMatchObject({ service: { id: 'chase' }, login: 'me@mail.com', notes: 'paypal' })
  })

  it('says which piece it took for what', () => {
    expect(kinds('revolut mei@example.com 2fa #0187 blue')).toEqual(['service:revolut', 'login:mei@example.com', 'role:2fa', 'number:#0187', 'note:blue'])
    expect(kinds('chase by 12/1, login')).toEqual(['service:chase', 'due:by 12/1', 'role:login'])
  })

  it.each(['', '   ', '//', '#', '!', '"', '""', '()', '，，', '\u0000', '💳', 'e\u0301', '@', 'by', '截止'])('reads %j without fault', (line) => {
    expect(read(line).parts.every(({ start, end }) => start < end)).toBe(true)
  })
})
