import type { Language } from '../../../src/core/records/settings'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import AddNumberPage from '../../../src/renderer/features/numbers/AddNumberPage.vue'
import NumberPage from '../../../src/renderer/features/numbers/NumberPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, submit, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

const field = (): HTMLInputElement => find<HTMLInputElement>('input[type=tel]')
const provider = (): HTMLInputElement => find<HTMLInputElement>('[data-field=provider] input')
const understood = (): string => textOf('.phone-read')

async function open(language: Language = 'en') {
  const app = await startApp({ language, pages: { 'add-number': AddNumberPage, 'number': NumberPage } })
  await app.goTo('/numbers/new')
  await appears('input[type=tel]')

  async function write(text: string): Promise<void> {
    type(field(), text)
    await settle()
  }

  /** Types a provider and takes the row that begins with it. */
  async function pickProvider(text: string, row: string): Promise<void> {
    provider().focus()
    type(provider(), text)
    await settle()
    const option = named(row, '[role=option]')
    option.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))
    option.click()
    await settle()
  }

  const numbers = () => [...app.record.facts().numbers.values()]
  return { ...app, write, pickProvider, numbers }
}

const days = (): HTMLInputElement => find<HTMLInputElement>('[data-field=keepAliveDays] input')
const cost = (): HTMLInputElement => find<HTMLInputElement>('[data-field=recurringCost] input')

describe('add a number', () => {
  it('holds nothing against axe, in both languages, folded and unfolded', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { unmount } = await open(language)
      find<HTMLButtonElement>('[aria-controls=add-more]').click()
      await settle()
      expect(await violations(document.body)).toEqual([])
      unmount()
    }
  }, 30_000)

  it('an English screen finds a provider by its Chinese name, and shows the English one', async () => {
    await open()
    expect(provider().placeholder).toBe('Name or website')
    provider().focus()
    type(provider(), '谷歌语音')
    await settle()
    const rows = [...document.querySelectorAll('[role=option]')].map(row => row.textContent ?? '').filter(text => !text.startsWith('Use'))
    expect(rows.some(text => text.includes('Google Voice'))).toBe(true)
    expect(rows.join()).not.toMatch(/\p{Script=Han}/u)
  })

  it('takes the keyboard to the number', async () => {
    await open()
    expect(document.activeElement).toBe(field())
  })

  it.each([
    ['(415) 555-0134 with a plus', '+1 (415) 555-0134', '+1 415-555-0134', 'United States'],
    ['full-width digits', '＋４４ ７７００ ９００１２３', '+44 7700 900123', 'United Kingdom'],
    ['a link', 'tel:+85251234567', '+852 5123 4567', 'Hong Kong'],
    ['invisible marks', '\u202A+1\u00A0415\u20115550134\u202C', '+1 415-555-0134', 'United States'],
  ])('recognises %s while it is typed', async (_what, typed, written, country) => {
    const { write } = await open()
    await write(typed)
    expect(understood()).toContain(written)
    expect(understood()).toContain(country)
    await until(() => /\d\d:\d\d/.test(understood()))
    expect(understood()).toMatch(/\d\d:\d\d/)
  })

  it('shows every clock of a wide country as a span', async () => {
    const { write } = await open()
    await write('+14155550134')
    await until(() => understood().includes('Between'))
    expect(understood()).toMatch(/Between (\d\d:\d\d) and (?!\1)\d\d:\d\d there now/)
  })

  it('names a fault only once typing is over', async () => {
    const { write } = await open()
    await write('+1 415 ab')
    expect(document.querySelector('[role=alert]')).toBeNull()
    field().dispatchEvent(new Event('blur', { bubbles: true }))
    await settle()
    expect(textOf('[role=alert]')).not.toBe('')
    await write('+1 415 555 0134')
    expect(document.querySelector('[role=alert]')).toBeNull()
  })

  it('refuses what is no number on saving, says why, and loses nothing', async () => {
    const { write, numbers } = await open()
    await write('call me maybe')
    type(find('[data-field=label] input'), 'Bank codes')
    await submit()
    expect(textOf('[role=alert]')).toContain('letters')
    expect(document.activeElement).toBe(field())
    expect(field().value).toBe('call me maybe')
    expect(find<HTMLInputElement>('[data-field=label] input').value).toBe('Bank codes')
    expect(numbers()).toEqual([])
  })

  it('offers countries where none was given, and reads it as the one that is picked', async () => {
    const { write } = await open()
    await write('(415) 555-0134')
    named('United States').click()
    await settle()
    expect(field().value).toBe('+1 415-555-0134')
    expect(understood()).toContain('United States')
  })

  it('says which number it is that is recorded already, and links to it', async () => {
    const { act, write, numbers } = await open()
    const id = await act(addNumber, { e164: '+14155550134', label: 'Old one' })
    await write('+1 415 555 0134')
    expect(understood()).toContain('Old one')
    expect(find<HTMLAnchorElement>('.phone-read a').getAttribute('href')).toContain(id)
    await submit()
    expect(numbers()).toHaveLength(1)
  })

  it('fills in rule and cost from the catalogue, with where they come from', async () => {
    const { pickProvider } = await open()
    await pickProvider('google v', 'Google Voice')
    expect(days().value).toBe('90')
    expect(cost().value).toBe('0.00')
    expect(textOf('[data-field=keepAliveDays]')).toContain('From the catalogue')
    expect(textOf('[data-field=keepAliveDays]')).toMatch(/gv-cn\.com.*checked 23 Nov 2026/)
  })

  it('takes no days of disuse for a line that is paid by the month', async () => {
    const { pickProvider } = await open()
    await pickProvider('ultra', 'Ultra Mobile PayGo')
    expect(days().value).toBe('')
    expect(cost().value).toBe('3.00')
  })

  it('leaves what the user typed when another provider is picked, and calls it the catalogue’s no more', async () => {
    const { pickProvider } = await open()
    await pickProvider('google v', 'Google Voice')
    type(days(), '80')
    await settle()
    expect(textOf('[data-field=keepAliveDays]')).not.toContain('From the catalogue')
    await pickProvider('giffgaff', 'giffgaff')
    expect(days().value).toBe('80')
    expect(cost().value).toBe('0.00')
    expect(find<HTMLSelectElement>('[data-field=recurringCost] select').value).toBe('GBP')
  })

  it('finds a provider by pinyin initials and takes a name of one’s own', async () => {
    const { pickProvider, write, numbers } = await open('zh-CN')
    type(provider(), 'zgyd')
    await settle()
    expect([...document.querySelectorAll('[role=option]')].some(option => option.textContent?.includes('中国移动'))).toBe(true)
    await pickProvider('街角卡店', '使用')
    await write('+8613800138000')
    await submit()
    expect(numbers()[0]?.provider).toEqual({ kind: 'own', name: '街角卡店' })
  })

  it('saves number, provider and balance, starts the app and goes to the number’s page with its next step', async () => {
    const { pickProvider, write, numbers, record, router, untether } = await open()
    await write('+44 7700 900456')
    await pickProvider('giffgaff', 'giffgaff')
    find<HTMLButtonElement>('[aria-controls=add-more]').click()
    await settle()
    type(find('[data-field=balance] input'), '8.50')
    await settle()
    await submit()
    await until(() => document.body.textContent?.includes('Log the first binding') === true)
    const [number] = numbers()
    expect(number).toMatchObject({ e164: '+447700900456', country: 'GB', provider: { kind: 'catalog', id: 'giffgaff-uk' }, keepAliveDays: 180 })
    expect([...record.facts().ledgerEntries.values()].map(entry => entry.amount)).toEqual([{ amountMinor: 850, currency: 'GBP' }])
    expect(record.facts().settings.get('settings')?.isStarted).toBe(true)
    expect(router.currentRoute.value).toMatchObject({ name: 'number', params: { id: number?.id } })
    expect(document.body.textContent).toContain('Log the first binding')
    // One change, told as what it was, and one way back.
    expect(untether.notice.value).toMatchObject({ kind: 'done', event: { kind: 'number.added' } })
    await router.push({ name: 'number', params: { id: number!.id, tab: 'balance' } })
    await until(() => document.querySelector('.ledger') !== null)
    expect(textOf('.ledger tbody')).toContain('Opening balance')
    await untether.undo()
    expect([record.facts().numbers.size, record.facts().ledgerEntries.size]).toEqual([0, 0])
  })

  it('records nothing where the balance cannot be read', async () => {
    const { write, numbers } = await open()
    await write('+44 7700 900456')
    find<HTMLButtonElement>('[aria-controls=add-more]').click()
    await settle()
    type(find('[data-field=balance] input'), 'eight fifty')
    await settle()
    await submit()
    expect(numbers()).toEqual([])
    expect(textOf('[data-field=balance] [role=alert]')).toContain('amount')
    expect(find<HTMLInputElement>('[data-field=balance] input').value).toBe('eight fifty')
  })

  it('refuses a name of 10,000 characters in words, and keeps it in the field', async () => {
    const { write, numbers } = await open()
    await write('+44 7700 900456')
    type(find('[data-field=label] input'), 'x'.repeat(10_000))
    await settle()
    await submit()
    expect(numbers()).toEqual([])
    expect(textOf('[data-field=label] [role=alert]')).toContain('10,000')
    expect(find<HTMLInputElement>('[data-field=label] input').value).toHaveLength(10_000)
  })

  it('saves from anywhere with Ctrl+Enter', async () => {
    const { write, numbers } = await open()
    await write('+14155550134')
    await press('Enter', { ctrlKey: true })
    expect(numbers()).toHaveLength(1)
  })
})
