import type { Language } from '../../../src/core/records/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { useDialogs } from '../../../src/renderer/app/dialogs'
import AskedDialogs from '../../../src/renderer/app/shell/AskedDialogs.vue'
import PlanPage from '../../../src/renderer/features/plan/PlanPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, type } from '../page'
import { violations } from '../ui/axe'

afterEach(() => useDialogs().close())

const panel = (): HTMLElement => find('[role=dialog]')
const service = (): HTMLInputElement => find('[role=dialog] [role=combobox]')
const login = (): HTMLInputElement => find('[role=dialog] input[placeholder]:not([role])')
const note = (): string => panel().querySelector('.border-t [role=status]')?.textContent?.trim() ?? ''
const chosenRoles = (): string[] => [...panel().querySelectorAll('.chip:has(input:checked)')].map(chip => chip.textContent?.trim() ?? '')

/** The panel open over an empty record with two numbers. */
async function open(language: Language = 'en') {
  const app = await startApp({ language, beside: AskedDialogs, pages: { plan: PlanPage } })
  const numbers = [await app.act(addNumber, { e164: '+14155550134' }), await app.act(addNumber, { e164: '+16465550187' })]
  const opener = document.createElement('button')
  opener.textContent = 'opener'
  document.body.append(opener)
  opener.focus()
  useDialogs().logBinding(numbers[0])
  await appears('[role=dialog]')
  await settle()

  /** Types where the keyboard is, as a person does. */
  async function write(text: string): Promise<void> {
    type(document.activeElement, text)
    await settle()
  }

  /** Tab, as the engine moves it: to the next that can be reached. */
  async function tab(): Promise<void> {
    const before = document.activeElement
    await press('Tab')
    if (document.activeElement !== before)
      return
    const all = [...panel().querySelectorAll<HTMLElement>('input, select, button')].filter(element => element.tabIndex >= 0)
    all[all.indexOf(before as HTMLElement) + 1]?.focus()
    await settle()
  }

  return { ...app, numbers, opener, write, tab }
}

/** What is pasted into the line. */
async function paste(text: string): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: () => text } })
  service().dispatchEvent(event)
  await settle()
}

describe('the quick line', () => {
  beforeEach(() => {
    Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body })
  })

  it('logs a whole line with one Enter, after showing what it understood', async () => {
    const { write, record, numbers } = await open()
    await write('chase me@mail.com 2fa #0187 !low by 2027-01-31 blue card')
    expect(service().getAttribute('aria-expanded')).toBe('false')
    expect(login().value).toBe('me@mail.com')
    expect(find<HTMLSelectElement>('[role=dialog] select').value).toBe(numbers[1])
    expect(chosenRoles()).toEqual(['text codes'])
    expect(panel().textContent).toContain('blue card')
    expect(panel().textContent).not.toContain('looks like')
    expect(await violations(document.body)).toEqual([])
    await press('Enter')
    await expect.poll(() => panel().textContent).toContain('1 logged')
    expect([...record.facts().bindings.values()]).toMatchObject([{ numberId: numbers[1], roles: ['sms-2fa'], dueOn: '2027-01-31', notes: 'blue card' }])
    expect([...record.facts().accounts.values()]).toMatchObject([{ service: { id: 'chase' }, login: 'me@mail.com', importance: 'low' }])
    expect(service().value).toBe('')
    expect(document.activeElement).toBe(service())
  }, 20_000)

  it('takes back what the line no longer says', async () => {
    const { write, numbers } = await open()
    await write('微信 wxid 登录 #0187')
    expect([login().value, chosenRoles()]).toEqual(['wxid', ['sign-in name']])
    service().value = ''
    await write('微信 ')
    expect(login().value).toBe('')
    expect(find<HTMLSelectElement>('[role=dialog] select').value).toBe(numbers[0])
  }, 20_000)

  it('tells of a secret in the free text of a line', async () => {
    const { write } = await open()
    await write('chase me@mail.com 2fa #0187 password: hunter2')
    expect(panel().textContent).toContain('looks like')
  }, 20_000)

  it('leaves alone what was set by hand while the line goes on', async () => {
    const { write } = await open()
    await write('chase 2fa')
    panel().querySelectorAll<HTMLInputElement>('.chip input')[2]!.click()
    await settle()
    expect(chosenRoles()).toEqual(['text codes', 'recovery'])
    await write('chase 2fa mei@example.com')
    expect(chosenRoles()).toEqual(['text codes', 'recovery'])
    expect(login().value).toBe('mei@example.com')
  }, 20_000)

  it('asks which number, where none or several fit', async () => {
    const { write, record } = await open()
    await write('chase me@mail.com #9999')
    expect(panel().textContent).toContain('None of your numbers ends in these digits')
    await press('Enter')
    expect(record.facts().bindings.size).toBe(0)
  }, 20_000)

  it('looks through pasted lines and cells, and logs them as one change', async () => {
    const { record } = await open()
    await paste('Service\tEmail\tPhone\nChase\tmei@example.com\t+1 646-555-0187\nCorner shop\tmei\t\nChase\tMei@example.com\t0187\nWise\tmei\t+1 202-555-0199\n')
    await expect.poll(() => panel().textContent).toContain('2 to log · 1 already there · 1 cannot be logged yet')
    expect(await violations(document.body)).toEqual([])
    named('Log 2 bindings').click()
    await expect.poll(() => record.facts().bindings.size).toBe(2)
    await record.undo()
    expect(record.facts().bindings.size).toBe(0)
  }, 20_000)
})

describe('pasted rows that cannot all be kept', () => {
  it('stay, each with its reason, until they are left', async () => {
    Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body })
    const { record } = await open()
    await paste('Service\tAccount\tNotes\nChase\tmei\t\nWise\tmei\tpassword: hunter2\n')
    await expect.poll(() => panel().textContent).toContain('2 to log')
    named('Log 2 bindings').click()
    await expect.poll(() => record.facts().bindings.size).toBe(1)
    await settle()
    expect(panel().textContent).toContain('1 already there · 1 cannot be logged yet')
    named('Leave them').click()
    await settle()
    expect(document.activeElement).toBe(service())
  }, 20_000)
})

describe('log a binding', () => {
  beforeEach(() => {
    // The test page has no layout, and the panel looks for what is visible.
    Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body })
  })

  it.each(['en', 'zh-CN'] as const)('holds against axe in %s', async (language) => {
    const { write } = await open(language)
    expect(await violations(document.body)).toEqual([])
    await write('ch')
    expect(await violations(document.body)).toEqual([])
  }, 20_000)

  it('begins in the service, on the number it was asked for', async () => {
    const { numbers } = await open()
    expect(document.activeElement).toBe(service())
    expect(find<HTMLSelectElement>('[role=dialog] select').value).toBe(numbers[0])
  })

  it('logs eight bindings in a row by keyboard alone', async () => {
    const { write, tab, record } = await open()
    const eight = ['chase', 'gmail', 'whatsapp', 'amazon', '支付宝', 'zfb', 'github.com', 'my corner shop']
    for (const [index, name] of eight.entries()) {
      expect(document.activeElement).toBe(service())
      await write(name)
      await press('Enter')
      await tab()
      expect(document.activeElement).toBe(login())
      await write(`mei${index}@example.com`)
      await press('Enter')
      await expect.poll(() => panel().textContent).toContain(`${index + 1} logged`)
      expect(note()).toMatch(/^Logged .+ on #0134$/)
    }
    const services = [...record.facts().accounts.values()].map(account => account.service.kind === 'catalog' ? account.service.id : account.service.name)
    expect(services).toEqual(['chase', 'google', 'whatsapp', 'amazon', 'alipay', 'alipay', 'github', 'my corner shop'])
    expect(panel().textContent).toContain('8 logged')
    expect([...record.facts().bindings.values()].every(binding => binding.state === 'bound')).toBe(true)
  }, 20_000)

  it('only the service is needed; Tab takes the best match along', async () => {
    const { write, tab, record } = await open()
    await write('chase')
    await tab()
    expect(service().value).toBe('Chase')
    await press('Enter')
    const [binding] = record.facts().bindings.values()
    expect(binding?.roles).toEqual(['sms-2fa', 'recovery', 'contact'])
    const [account] = record.facts().accounts.values()
    expect(account).toMatchObject({ login: '', importance: null })
  })

  it('presets what the catalogue knows, and lets it be changed', async () => {
    const { write, record } = await open()
    await write('chase')
    await press('Enter')
    expect(chosenRoles()).toEqual(['text codes', 'recovery', 'contact'])
    expect(panel().textContent).toContain('Critical, from the catalogue')
    panel().querySelectorAll<HTMLInputElement>('.chip input')[0]!.click()
    find<HTMLInputElement>('[role=dialog] input[value=low]').click()
    await settle()
    named('Add').click()
    await settle()
    const [account] = record.facts().accounts.values()
    const [binding] = record.facts().bindings.values()
    expect(account?.importance).toBe('low')
    expect(binding?.roles).toContain('login-id')
  })

  it('works with the mouse alone', async () => {
    const { write, record } = await open()
    await write('chase')
    named('Chase', '[role=option]').click()
    await settle()
    named('Add').click()
    await settle()
    expect(record.facts().bindings.size).toBe(1)
  })

  it('closes with the mouse where the key for it is named', async () => {
    await open()
    const close = [...panel().querySelectorAll('button')].find(button => button.textContent?.trim() === 'EscDone')
    close?.click()
    await settle()
    expect(document.querySelector('[role=dialog]')).toBeNull()
  })

  it('an English screen asks for no Chinese', async () => {
    await open()
    expect(service().placeholder).toBe('Service or a whole line: chase me@mail.com 2fa #0134')
  })

  it('keeps the number for the next one, and empties the rest: no account slips in unseen', async () => {
    const { write, tab } = await open()
    await write('chase')
    await press('Enter')
    await tab()
    await write('mei@example.com')
    await press('Enter')
    expect(service().value).toBe('')
    expect(login().value).toBe('')
    expect(chosenRoles()).toEqual([])
  })

  it('takes the last one back', async () => {
    const { write, record } = await open()
    await write('chase')
    await press('Enter')
    await press('Enter')
    expect(record.facts().bindings.size).toBe(1)
    named('Undo').click()
    await settle()
    expect(record.facts().bindings.size).toBe(0)
    expect(note()).toBe('Taken back: Chase')
  })

  it('says that it is there already, opens it, or adds it anyway', async () => {
    const { write, record, router } = await open()
    for (let turn = 0; turn < 2; turn++) {
      await write('chase')
      await press('Enter')
      await press('Enter')
    }
    expect(note()).toBe('Chase is already on #0134.')
    expect(service().value).toBe('Chase')
    named('Add anyway').click()
    await settle()
    expect(record.facts().bindings.size).toBe(2)
    await write('chase')
    await press('Enter')
    await press('Enter')
    named('Open it').click()
    await settle()
    expect(router.currentRoute.value.query['task']).toMatch(/^unbind:/)
    expect(document.querySelector('[role=dialog]')).toBeNull()
  })

  it('too long an account is said beside the field, and nothing is lost', async () => {
    const { write, tab, record } = await open()
    await write('chase')
    await press('Enter')
    await tab()
    await write('a'.repeat(10_000))
    await press('Enter')
    expect(record.facts().bindings.size).toBe(0)
    expect(find('[role=dialog] [role=alert]').textContent).toContain('10,000 characters, 500 at most')
    expect(login().value.length).toBe(10_000)
    expect(document.activeElement).toBe(login())
    expect(service().value).toBe('Chase')
  })

  it('too long a name of one’s own is said as well', async () => {
    const { write, record } = await open()
    await write('b'.repeat(10_000))
    await press('Enter')
    await press('Enter')
    expect(record.facts().bindings.size).toBe(0)
    expect(service().getAttribute('aria-invalid')).toBe('true')
    expect(service().value.length).toBe(10_000)
  })

  it('invisible characters are told of and left out', async () => {
    const { write, tab, record } = await open()
    await write('chase')
    await press('Enter')
    await tab()
    await write('mei\u202E@exam\u0007ple.com')
    expect(panel().textContent).toContain('Invisible characters are left out')
    await press('Enter')
    expect([...record.facts().accounts.values()][0]?.login).toBe('mei@example.com')
  })

  it('without a service it says what is missing', async () => {
    await open()
    await press('Enter')
    expect(service().getAttribute('aria-invalid')).toBe('true')
    expect(panel().textContent).toContain('Name the service first')
  })

  it('esc closes the list first, then the panel, and gives the focus back', async () => {
    const { write, opener } = await open()
    await write('cha')
    expect(service().getAttribute('aria-expanded')).toBe('true')
    await press('Escape')
    expect(service().getAttribute('aria-expanded')).toBe('false')
    await press('Escape')
    expect(document.querySelector('[role=dialog]')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })

  it('without a number it leads to adding one', async () => {
    const app = await startApp({ beside: AskedDialogs })
    useDialogs().logBinding()
    await appears('[role=dialog]')
    named('Add a number').click()
    await settle()
    expect(app.router.currentRoute.value.name).toBe('add-number')
  })
})
