import type { Language } from '../../../src/core/records/settings'
import type { AppOptions } from '../app'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { askRefund } from '../../../src/core/actions/ask-refund'
import { editNumber } from '../../../src/core/actions/edit-number'
import { logContact } from '../../../src/core/actions/log-contact'
import { noteBalance } from '../../../src/core/actions/note-balance'
import { overrideGate } from '../../../src/core/actions/override-gate'
import CallPage from '../../../src/renderer/features/plan/call/CallPage.vue'
import PlanPage from '../../../src/renderer/features/plan/PlanPage.vue'
import ToastBar from '../../../src/renderer/app/shell/ToastBar.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-say]')]
const said = (): (string | null)[] => lines().map(line => line.getAttribute('aria-checked'))
function field(label: string): HTMLInputElement {
  const name = [...document.querySelectorAll('form label')].find(item => item.textContent?.trim() === label)
  return find(`#${name?.getAttribute('for')}`)
}
const chip = (name: string): HTMLInputElement => [...document.querySelectorAll<HTMLLabelElement>('.chip')].find(item => item.textContent?.trim() === name)!.querySelector('input')!

async function choose(name: string): Promise<void> {
  chip(name).click()
  await settle()
}

/** A prepaid line whose provider takes a call, and the way to its sheet. `isOpen` = the gate is. */
async function callSheet({ isOpen = false, language = 'en', ...options }: AppOptions & { isOpen?: boolean, language?: Language } = {}) {
  const app = await startApp({ language, pages: { plan: PlanPage, call: CallPage }, beside: ToastBar, ...options })
  const id = await app.act(addNumber, { e164: '+16465550187', country: 'US', label: 'PayGo', provider: { kind: 'catalog', id: 'ultra-mobile-paygo' } })
  await app.act(noteBalance, { numberId: id, balance: { typed: '5.20', currency: 'USD' } })
  if (isOpen)
    await app.act(overrideGate, { numberId: id, last4: '0187', reason: 'Everything is settled on paper' })
  const goToCall = (task = 'cancel:cancel', via = ''): Promise<void> => app.goTo(`/numbers/${id}/call?task=${task}${via && `&via=${via}`}`)
  await goToCall()
  return { ...app, id, goToCall, contacts: () => [...app.record.facts().contactLogs.values()], line: () => app.record.facts().numbers.get(id)?.lineStatus }
}

describe('call sheet', () => {
  it.each(['en', 'zh-CN'] as const)('holds against axe in %s, on every way', async (language) => {
    const { goToCall } = await callSheet({ language })
    for (const via of ['phone', 'chat', 'email', 'store', 'post']) {
      await goToCall('cancel:cancel', via)
      expect(await violations(document.body), via).toEqual([])
    }
  }, 60_000)

  it('opens from the last step by its button and by its key', async () => {
    const { router, goTo, id } = await callSheet()
    await goTo(`/numbers/${id}/plan?task=cancel:cancel`)
    named('Open the call sheet').click()
    await settle()
    expect(router.currentRoute.value.name).toBe('call')
    expect(textOf('h1')).toContain('Call Ultra Mobile PayGo to cancel')
    await press('Escape')
    expect(router.currentRoute.value.fullPath).toBe(`/numbers/${id}/plan?task=cancel:cancel`)
    await press('p')
    expect(router.currentRoute.value.name).toBe('call')
  })

  it('shows the number to dial, says that hours are unknown, and copies by the key', async () => {
    const { copied } = await callSheet()
    expect(textOf('[data-reach]')).toContain('888-777-0446')
    expect(textOf('[data-reach]')).toContain('Short number 611')
    expect(textOf('body')).toContain('Opening hours unknown')
    await press('c')
    expect(copied).toEqual(['+18887770446'])
  })

  it('says each line in both languages whatever the one on screen, each marked as what it is', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { unmount } = await callSheet({ language })
      const [hello, number] = lines()
      expect(hello?.querySelector('[lang=en]')?.textContent).toBe('Hello. I would like to cancel my Ultra Mobile PayGo line.')
      expect(hello?.querySelector('[lang=zh-CN]')?.textContent).toBe('你好，我想注销我的 Ultra Mobile PayGo 号码。')
      expect(number?.querySelector('[lang=en]')?.textContent).toBe('The number is six four six, five five five, zero one eight seven.')
      expect(textOf('body')).toContain('There is $5.20 left on it.')
      for (const line of [...lines(), ...document.querySelectorAll('[data-answer] dd')])
        expect([...new Set([...line.querySelectorAll('[lang]')].map(item => item.getAttribute('lang')))]).toEqual(['en', 'zh-CN'])
      unmount()
      document.body.innerHTML = ''
    }
  })

  it('ticks lines off by click and by key, and writes nothing', async () => {
    const { record } = await callSheet()
    const before = record.facts()
    expect(document.activeElement).toBe(lines()[0])
    await press(' ')
    await press(' ')
    expect(said().slice(0, 3)).toEqual(['true', 'true', 'false'])
    expect(document.activeElement).toBe(lines()[2])
    lines()[0]!.click()
    await settle()
    expect(said().slice(0, 3)).toEqual(['false', 'true', 'false'])
    lines()[2]!.focus()
    await press('ArrowDown')
    expect(document.activeElement).toBe(lines()[3])
    expect(record.facts()).toBe(before)
  })

  it('has the plan’s papers at hand, and ticks them there', async () => {
    const { act, record, goToCall, id } = await callSheet()
    await act(editNumber, { numberId: id, provider: { kind: 'catalog', id: 't-mobile-prepaid' } })
    await goToCall()
    expect(textOf('main, .call-columns')).toContain('Find the account PIN')
    expect(textOf('body')).not.toContain('keep it in your head')
    named('Find the account PIN', '[role=checkbox]').click()
    await settle()
    expect([...record.facts().ticks.values()].some(tick => tick.taskKey === 'pre-flight:need:account-pin' && tick.state === 'done')).toBe(true)
    expect(textOf('body')).toContain('ticked 23 Nov')
  })

  it('warns of codes and never asks for a secret', async () => {
    await callSheet()
    expect(textOf('[data-answer=code]')).toContain('Never read a code to somebody who called you.')
    expect(document.querySelectorAll('input[type=password]').length).toBe(0)
    expect(textOf('body')).toContain('No codes, PINs or card numbers')
  })

  it('saves a cancelled call and the last step at once, and one undo takes back both', async () => {
    const { contacts, line, untether, router, record } = await callSheet({ isOpen: true })
    type(field('Reference'), 'UM-48213')
    type(field('With whom'), 'first line')
    await choose('Cancelled')
    expect(textOf('body')).toContain('You will be asked on 30 Nov')
    field('Reference').focus()
    await press('Enter', { ctrlKey: true })
    expect(contacts()).toMatchObject([{ channel: 'phone', reference: 'UM-48213', withRole: 'first line', result: 'cancelled', callBackOn: null }])
    expect(line()).toBe('cancelled')
    expect(router.currentRoute.value.name).toBe('plan')
    expect(textOf('body')).toContain('Logged a contact and ticked “Call Ultra Mobile PayGo and cancel”')
    await untether.undo()
    await settle()
    expect(contacts()).toEqual([])
    expect(line()).toBe('active')
    expect([...record.facts().ticks.values()].some(tick => tick.taskKey === 'cancel:cancel')).toBe(false)
  })

  it('while the gate is shut keeps nothing but what was typed, then the call alone', async () => {
    const { contacts, line, record } = await callSheet()
    expect(textOf('body')).toContain('The gate is still shut')
    type(field('Reference'), 'UM-48213')
    await choose('Cancelled')
    const before = record.facts()
    named('Save the call').click()
    await settle()
    expect(record.facts()).toBe(before)
    expect(field('Reference').value).toBe('UM-48213')
    expect(textOf('[role=alert]')).toContain('The gate is shut')
    named('Save the call alone').click()
    await settle()
    expect(contacts()).toMatchObject([{ reference: 'UM-48213', result: 'cancelled' }])
    expect(line()).toBe('active')
  })

  it('suggests the day to call back, which can be changed', async () => {
    const { contacts } = await callSheet()
    await choose('Refused')
    expect(textOf('body')).toContain('You will be reminded on 24 Nov')
    await choose('Cut off')
    expect(chip('Refused').checked).toBe(false)
    named('Save the call').click()
    await settle()
    expect(contacts()).toMatchObject([{ result: 'cut-off', callBackOn: '2026-11-24' }])
  })

  it('asked about money, takes no as the answer: no other day to call, and the plan knows', async () => {
    const { contacts, goToCall, record, untether, id } = await callSheet()
    await goToCall('refund:balance:USD')
    await choose('They do not pay it back')
    expect(textOf('body')).not.toContain('You will be reminded')
    named('Save the call').click()
    await settle()
    expect(contacts()).toMatchObject([{ result: 'refused', callBackOn: null, about: 'refund:balance:USD' }])
    expect([...record.facts().refundClaims.values()]).toMatchObject([{ state: 'refused', amount: { amountMinor: 520, currency: 'USD' } }])
    const tasks = untether.plans.value.get(id)!.phases.flatMap(phase => phase.tasks)
    expect(tasks.find(task => task.key === 'refund:balance:USD')?.kind).toBe('use-up-balance')
    expect(tasks.find(task => task.key === 'cancel:cancel')?.reasons.map(reason => reason.code)).not.toContain('refused-on')
    await untether.undo()
    expect(contacts()).toEqual([])
    expect(record.facts().refundClaims.size).toBe(0)
  })

  it('does not save a blank sheet', async () => {
    const { contacts } = await callSheet()
    named('Save the call').click()
    await settle()
    expect(textOf('[role=alert]')).toContain('Choose a result')
    expect(contacts()).toEqual([])
  })

  it('keeps typed notes when it is left, and says so', async () => {
    const { goToCall, goTo, id, contacts } = await callSheet()
    type(field('Reference'), 'UM-48213')
    await choose('Promised')
    field('Reference').focus()
    await press('Escape')
    expect(textOf('body')).toContain('Your notes are kept on the call sheet')
    expect(textOf('body')).toContain('The call sheet holds notes that are not saved')
    await goTo('/')
    await goToCall()
    expect(field('Reference').value).toBe('UM-48213')
    expect(chip('Promised').checked).toBe(true)
    expect(textOf('body')).toContain('These notes are not saved yet')
    named('Discard them').click()
    await settle()
    expect(field('Reference').value).toBe('')
    await goTo(`/numbers/${id}/plan?task=cancel:cancel`)
    expect(textOf('body')).not.toContain('notes that are not saved')
    expect(contacts()).toEqual([])
  })

  it('refuses what is too long where it stands, and loses none of it', async () => {
    const { contacts } = await callSheet()
    type(field('Reference'), 'x'.repeat(121))
    named('Save the call').click()
    await settle()
    expect(textOf('[role=alert]')).toContain('Too long')
    expect(field('Reference').value).toHaveLength(121)
    expect(contacts()).toEqual([])
  })

  it('in writing gives one message in each language, copied whole', async () => {
    const { goToCall, copied } = await callSheet()
    await goToCall('cancel:cancel', 'email')
    const [english, chinese] = [...document.querySelectorAll('[data-support-message]')].map(item => item.textContent?.trim() ?? '')
    expect(english).toContain('The number is +1 646-555-0187.')
    expect(english).toMatch(/\[your name\]$/)
    expect(chinese).toMatch(/\[你的姓名\]$/)
    await press('c')
    named('Copy the Chinese').click()
    await settle()
    expect(copied.map(text => text.trim())).toEqual([english, chinese])
  })

  it('knows what it is called for: the refund that is late', async () => {
    const { act, goToCall, record, contacts, id } = await callSheet()
    const claimId = await act(askRefund, { numberId: id, amount: { typed: '5.20', currency: 'USD' }, askedOn: '2026-11-02', expectedBy: '2026-11-10', reference: 'R-77' })
    await goToCall(`follow-up:refund:${claimId}`)
    expect(textOf('h1')).toContain('about the late refund')
    expect(textOf('body')).toContain('On 2 Nov 2026 I asked for $5.20 back.')
    expect(textOf('body')).toContain('2026 年 11 月 2 日')
    expect([...document.querySelectorAll('.chip')].map(item => item.textContent?.trim())).not.toContain('Cancelled')
    type(field('What they said'), 'It is on its way')
    await settle()
    expect(textOf('body')).toContain('Counts as asked again today')
    named('Save the call').click()
    await settle()
    expect(contacts()).toHaveLength(1)
    expect(record.facts().refundClaims.get(claimId)?.followUps).toEqual(['2026-11-23'])
  })

  it('for a provider that nobody knows still helps, and asks how to cancel', async () => {
    const { act, goTo, record, untether } = await callSheet()
    const id = await act(addNumber, { e164: '+16465550188' })
    await act(overrideGate, { numberId: id, last4: '0188', reason: 'Nothing hangs on it' })
    const ask = untether.plans.value.get(id)!.phases.flatMap(phase => phase.tasks).find(task => task.kind === 'ask-provider-how')!
    await goTo(`/numbers/${id}/call?task=${ask.key}`)
    expect(textOf('[data-reach]')).toContain('No phone number is known')
    expect(textOf('body')).toContain('I would like to know how to cancel my line.')
    type(field('What they said'), 'In writing, to their address')
    const answered = [...document.querySelectorAll<HTMLElement>('form label')].find(label => label.textContent?.includes('They answered'))
    answered?.querySelector('input')?.click()
    await settle()
    named('Save the call').click()
    await settle()
    expect([...record.facts().ticks.values()].some(tick => tick.taskKey === ask.key && tick.state === 'done')).toBe(true)
  })

  it('where there is nobody to call says so, and leads back', async () => {
    const { goToCall, router } = await callSheet()
    await goToCall('prepare:choose-date')
    expect(textOf('body')).toContain('Nobody has to be called for this')
    named('Back to the plan').click()
    await settle()
    expect(router.currentRoute.value.name).toBe('plan')
  })

  it('after a call, a call back has its own sheet with the reference', async () => {
    const { act, goToCall, id } = await callSheet()
    const contactId = await act(logContact, { numberId: id, channel: 'phone', reference: 'UM-9', result: 'promised' })
    await goToCall(`follow-up:call-back:${contactId}`)
    expect(textOf('h1')).toContain('again, as agreed')
    expect(textOf('body')).toContain('The reference is UM-9.')
  })
})

describe('message to support', () => {
  it('stands at the tasks it helps, in either language, and is copied by its key', async () => {
    const { goTo, id, copied } = await callSheet()
    await goTo(`/numbers/${id}/plan?task=refund:balance:USD`)
    await appears('[data-support-message]')
    expect(textOf('[data-support-message]')).toContain('There is $5.20 left on my Ultra Mobile PayGo line.')
    await press('c')
    find<HTMLInputElement>('input[type=radio][value=zh-CN]').click()
    await settle()
    expect(find('[data-support-message]').lang).toBe('zh-CN')
    named('Copy the message').click()
    await settle()
    expect(copied).toHaveLength(2)
    expect(copied[0]).toContain('[your name]')
    expect(copied[1]).toContain('销号时退不退')
    expect(await violations(document.body)).toEqual([])
    await goTo(`/numbers/${id}/plan?task=cancel:cancel`)
    await until(() => document.querySelector('[data-support-message]') === null)
    expect(document.querySelector('[data-support-message]')).toBeNull()
  }, 20_000)
})
