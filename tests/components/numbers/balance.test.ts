import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { addLedgerEntry } from '../../../src/core/actions/add-ledger-entry'
import { askRefund } from '../../../src/core/actions/ask-refund'
import NumberPage from '../../../src/renderer/features/numbers/NumberPage.vue'
import { startApp } from '../app'
import { appears, find, named, settle, submit, textOf, type } from '../page'
import { violations } from '../ui/axe'

async function open() {
  const app = await startApp({ pages: { number: NumberPage } })
  const numberId = await app.act(addNumber, { e164: '+447700900123', country: 'GB' })
  await app.goTo(`/numbers/${numberId}/balance`)
  await appears('form')

  async function note(amount: string): Promise<void> {
    type(find('form input'), amount)
    await settle()
    await submit()
  }

  const rows = (): string[][] => [...document.querySelectorAll('.ledger tbody tr')].map(row => [...row.querySelectorAll('td')].slice(0, 4).map(cell => cell.textContent?.trim() ?? ''))
  return { ...app, numberId, note, rows }
}

describe('balance', () => {
  it('holds nothing against axe, empty and filled', async () => {
    const { act, numberId, note } = await open()
    expect(await violations(document.body)).toEqual([])
    await note('8.50')
    await act(askRefund, { numberId, amount: { typed: '8.50', currency: 'GBP' } })
    expect(await violations(document.body)).toEqual([])
  }, 30_000)

  it('enters the difference to what is recorded, in the money of the country', async () => {
    const { note, rows } = await open()
    await note('15')
    await note('8,50')
    expect(rows().map(([, kind, amount, after]) => [kind, amount, after])).toEqual([
      ['Adjustment', '-£6.50', '£8.50'],
      ['Opening balance', '+£15.00', '£15.00'],
    ])
    expect(find<HTMLInputElement>('form input').value).toBe('')
  })

  it('says in words why it cannot read an amount, and keeps what was typed', async () => {
    const { note, rows } = await open()
    await note('12.345')
    expect(textOf('[role=alert]')).toContain('not an amount')
    expect(find<HTMLInputElement>('form input').value).toBe('12.345')
    expect(rows()).toEqual([])
  })

  it('does not enter the same balance twice on one day', async () => {
    const { note, rows } = await open()
    await note('8.50')
    await note('8.50')
    expect(textOf('[role=alert]')).toContain('already')
    expect(rows()).toHaveLength(1)
  })

  it('runs the balance of each currency apart, by day and then by order of writing', async () => {
    const { act, numberId, rows } = await open()
    await act(addLedgerEntry, { numberId, kind: 'top-up', amount: { typed: '10', currency: 'GBP' }, day: '2026-11-10' })
    await act(addLedgerEntry, { numberId, kind: 'top-up', amount: { typed: '5', currency: 'USD' }, day: '2026-11-11' })
    await act(addLedgerEntry, { numberId, kind: 'usage', amount: { typed: '2', currency: 'GBP' }, day: '2026-11-09' })
    expect(rows().map(([day, , amount, after]) => [day?.replaceAll('\u00A0', ' '), amount, after])).toEqual([
      ['11 Nov', '+$5.00', '$5.00'],
      ['10 Nov', '+£10.00', '£8.00'],
      ['9 Nov', '-£2.00', '-£2.00'],
    ])
  })

  it('notes that a refund arrived with one click, and undo takes it back', async () => {
    const { act, numberId, record, untether } = await open()
    await act(askRefund, { numberId, amount: { typed: '8.50', currency: 'GBP' } })
    const state = () => [...record.facts().refundClaims.values()][0]?.state
    named('It arrived').click()
    await settle()
    expect(state()).toBe('received')
    await untether.undo()
    expect(state()).toBe('asked')
  })
})
