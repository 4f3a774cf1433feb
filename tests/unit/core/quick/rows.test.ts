import catalogFacts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../../../src/core/catalog/catalog'
import { rowReader } from '../../../../src/core/quick/rows'

const world = {
  catalog: createCatalog(catalogFacts),
  numbers: [{ id: 'a', e164: '+14155550134', label: 'Bank codes' }, { id: 'b', e164: '+447700900123', label: 'London' }],
  today: '2026-11-23',
}

/** All rows of a pasted table. */
function readRows(cells: readonly (readonly string[])[], of: typeof world) {
  const { hasHeads, read } = rowReader(cells[0]!, of)
  return cells.slice(hasHeads ? 1 : 0).map(read)
}
const readLine = (line: string, of: typeof world) => rowReader([line], of).read([line])

describe('rows from a spreadsheet', () => {
  it('follow their heads, in either language', () => {
    const english = readRows([['Service', 'Email', 'Phone', 'Used for', 'Priority', 'Deadline', 'Owner'], ['Chase', 'me@mail.com', '+1 415-555-0134', 'text codes, recovery', 'Critical', '12/1', 'Mei']], world)
    expect(english).toHaveLength(1)
    expect(english[0]).toMatchObject({ service: { kind: 'catalog', id: 'chase' }, login: 'me@mail.com', numberId: 'a', roles: ['sms-2fa', 'recovery'], importance: 'critical', dueOn: '2026-12-01', notes: 'Owner: Mei' })
    const chinese = readRows([['平台', '账号', '手机号', '用途', '备注'], ['支付宝', 'mei', '0123', '登录、验证码', '主账户']], world)
    expect(chinese[0]).toMatchObject({ service: { kind: 'catalog', id: 'alipay' }, login: 'mei', numberId: 'b', roles: ['login-id', 'sms-2fa'], notes: '主账户' })
  })

  it('without heads are told by what they hold', () => {
    expect(readRows([['Chase', 'me@mail.com', '#0134', '2fa', 'high', '2026-12-01', 'blue card']], world)[0])
      .toMatchObject({ service: { id: 'chase' }, login: 'me@mail.com', numberId: 'a', roles: ['sms-2fa'], importance: 'high', dueOn: '2026-12-01', notes: 'blue card' })
    expect(readRows([['wxid', '微信']], world)[0]).toMatchObject({ service: { id: 'wechat' }, login: 'wxid' })
  })

  it('keep what does not fit', () => {
    expect(readRows([['Service', 'Used for', 'Priority', 'Deadline'], ['Corner shop', 'fun', 'so-so', 'some day']], world)[0])
      .toMatchObject({ service: { kind: 'own', name: 'Corner shop' }, roles: [], importance: null, dueOn: null, notes: 'Used for: fun\nPriority: so-so\nDeadline: some day' })
  })

  it('say where they name a number that is not kept here', () => {
    expect(readRows([['Service', 'Number'], ['Chase', '+1 202-555-0199']], world)[0]).toMatchObject({ numberId: null, isNumberUnknown: true, notes: '+1 202-555-0199' })
    expect(readLine('chase #9999', world)).toMatchObject({ numberId: null, isNumberUnknown: true })
    expect(readLine('chase #0134', world)).toMatchObject({ numberId: 'a', isNumberUnknown: false })
  })

  it('keep a second value of a kind in the note, with its head', () => {
    expect(readRows([['Service', 'Email', 'Username', 'Phone', 'Number'], ['Chase', 'me@mail.com', 'mei', '0134', '0123']], world)[0])
      .toMatchObject({ service: { id: 'chase' }, login: 'me@mail.com', numberId: 'a', notes: 'Username: mei\nNumber: 0123' })
    expect(readRows([['Name', 'Website', 'Account'], ['Chase', 'paypal.com', 'mei']], world)[0]).toMatchObject({ service: { id: 'chase' }, login: 'mei', notes: 'Website: paypal.com' })
  })

  it('take a number only for one where it is one of the user’s, or written as one', () => {
    expect(readRows([['QQ', '10000123']], world)[0]).toMatchObject({ login: '10000123', isNumberUnknown: false })
    expect(readRows([['Service', 'Phone'], ['Chase', '07700 900123']], world)[0]).toMatchObject({ numberId: 'b', isNumberUnknown: false })
    expect(readLine('chase mei // order #4711', world)).toMatchObject({ isNumberUnknown: false, notes: 'order #4711' })
  })
})
