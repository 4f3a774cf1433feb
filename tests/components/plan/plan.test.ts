import type { Language } from '../../../src/core/records/settings'
import type { AppOptions } from '../app'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { askRefund } from '../../../src/core/actions/ask-refund'
import { logBinding } from '../../../src/core/actions/log-binding'
import { noteBalance } from '../../../src/core/actions/note-balance'
import { markBindingMoved } from '../../../src/core/actions/mark-binding-moved'
import { setClaimState } from '../../../src/core/actions/set-claim-state'
import { overrideGate } from '../../../src/core/actions/override-gate'
import { tickTask } from '../../../src/core/actions/tick-task'
import { untickTask } from '../../../src/core/actions/untick-task'
import { addDays } from '../../../src/core/lib/day'
import PlanPage from '../../../src/renderer/features/plan/PlanPage.vue'
import { filesBridge } from '../../fixtures/files-bridge'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

const title = (): string => find('article h2').textContent ?? ''
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.plan-tasks > ul:first-of-type > li:not(.plan-fold-leave-active) [data-plan-row]')]
const names = (): string[] => rows().map(row => row.querySelector('.plan-name')?.textContent?.trim() ?? '')
const chosen = (): string => find('.plan-tasks [aria-current=true] .plan-name').textContent?.trim() ?? ''
const tick = (name: string): HTMLElement => named(name, '[role=checkbox]')
const count = (phase: string): string => named(phase, '[role=tab]').textContent?.replace(phase, '').trim() ?? ''

/** An app with plans, and the way to one: at a task, or at the next action. */
async function start(options: AppOptions = {}) {
  const app = await startApp({ pages: { plan: PlanPage }, ...options })
  const goToPlan = (numberId: string, task?: string): Promise<void> => app.goTo(`/numbers/${numberId}/plan${task ? `?task=${task}` : ''}`)
  return { ...app, goToPlan }
}

/** The plan of the sample's first number, at its next action. */
async function plan(language: Language = 'en') {
  const app = await start({ language, isSample: true })
  await app.goToPlan(app.numberId('0134'))
  return app
}

describe('plan', () => {
  it.each(['en', 'zh-CN'] as const)('holds against axe in %s, in every phase', async (language) => {
    await plan(language)
    for (let phase = 0; phase < 7; phase++)
      await press('[')
    for (let phase = 0; phase < 7; phase++) {
      expect(await violations(document.body)).toEqual([])
      await press(']')
    }
  }, 60_000)

  it('opens at the next action: what, why, where, and the ticks', async () => {
    const { opened } = await plan()
    expect(title()).toBe('Sign in once with the new code app')
    expect(find('article').textContent).toContain('Gmail can reset')
    expect(tick('Moved').getAttribute('aria-checked')).toBe('true')
    expect(tick('Verified').getAttribute('aria-checked')).toBe('false')
    await press('o')
    expect(opened).toEqual(['https://myaccount.google.com/phone'])
  })

  it('shows the service’s own steps and where they were read', async () => {
    await plan()
    const steps = [...document.querySelectorAll('.plan-steps li')]
    expect(steps.length).toBe(4)
    expect(steps[0]?.textContent).toContain('Open your Google Account')
    expect(named('support.google.com', '[role=link]')).toBeTruthy()
    expect(textOf('article')).toContain('checked 23 Nov 2026')
  })

  it('a tick moves progress at once, and the same key takes it back', async () => {
    const { record } = await plan()
    const before = count('Unbind')
    await press('v')
    expect(tick('Verified').getAttribute('aria-checked')).toBe('true')
    expect(count('Unbind')).not.toBe(before)
    await press('v')
    expect(tick('Verified').getAttribute('aria-checked')).toBe('false')
    expect(count('Unbind')).toBe(before)
    expect([...record.facts().bindings.values()].filter(binding => binding.state === 'moved').length).toBeGreaterThan(0)
  })

  it('without a move, the key for verified says what comes first and writes nothing', async () => {
    const { record, untether, numberId, goToPlan } = await plan()
    const tasks = untether.plans.value.get(numberId('0134'))!.phases.flatMap(phase => phase.tasks)
    await goToPlan(numberId('0134'), tasks.find(task => task.state === 'open' && task.binding?.state === 'bound')!.key)
    const before = record.facts().bindings
    await press('v')
    tick('Verified').click()
    await settle()
    expect(record.facts().bindings).toBe(before)
    expect(textOf('[data-plan-hint]')).toContain('Mark it moved first')
    await press('m')
    expect(tick('Moved').getAttribute('aria-checked')).toBe('true')
    expect(textOf('[data-plan-hint]').trim()).toBe('')
    await press('v')
    expect(tick('Verified').getAttribute('aria-checked')).toBe('true')
  })

  it('ticks with the mouse alone', async () => {
    await plan()
    const before = count('Unbind')
    tick('Verified').click()
    await settle()
    expect(count('Unbind')).not.toBe(before)
    tick('Verified').click()
    await settle()
    expect(count('Unbind')).toBe(before)
  })

  it('a settled row lingers, then folds away and the next task comes', async () => {
    await plan()
    const settled = (): string => find('[aria-controls=plan-folded]').textContent?.trim() ?? ''
    const before = settled()
    await press('v')
    expect(names()).toContain('Gmail')
    await new Promise(resolve => setTimeout(resolve, 1_100))
    await settle()
    expect(names()).not.toContain('Gmail')
    expect(settled()).not.toBe(before)
    expect(chosen()).not.toBe('Gmail')
  })

  it('asks before the last step, with the quiet button in focus', async () => {
    const { untether, numberId, goToPlan, record, act } = await plan()
    const id = numberId('0134')
    await act(overrideGate, { numberId: id, last4: '0134', reason: 'The line is being switched off' })
    await act(tickTask, { numberId: id, taskKey: 'cancel:privacy-check', catalog: untether.catalog })
    await goToPlan(id, 'cancel:cancel')
    const before = record.facts().ticks
    await press(' ')
    const dialog = await appears('[role=dialog]')
    await settle()
    expect(record.facts().ticks).toBe(before)
    expect(dialog.textContent).toContain('cannot be taken back')
    expect(document.activeElement?.textContent).toContain('Cancel')
    named('I cancelled', '[role=dialog] button').click()
    await settle()
    expect([...record.facts().ticks.values()].some(item => item.taskKey === 'cancel:cancel' && item.state === 'done')).toBe(true)
  }, 20_000)

  it('copies the list of bindings', async () => {
    const { copied, numberId, goToPlan } = await plan()
    await goToPlan(numberId('0134'), 'back-up:record')
    named('Copy the list').click()
    await settle()
    expect(copied[0]?.split('\n').length).toBeGreaterThan(3)
    expect(copied[0]).toMatch(/^Gmail\t/m)
  })

  it('saves the list of bindings as a file, and ticks it', async () => {
    const saved: { name: string, text: string }[] = []
    const { files } = filesBridge()
    const app = await start({ isSample: true, bridge: { files: { ...files, save: async (name, bytes) => {
      saved.push({ name, text: new TextDecoder().decode(bytes) })
      return { state: 'saved', path: name }
    } } } })
    await app.goToPlan(app.numberId('0187'), 'back-up:record')
    await app.act(untickTask, { numberId: app.numberId('0187'), taskKey: 'back-up:record' })
    expect(textOf('article')).toContain('Keep a copy outside this app')
    named('Save as a file').click()
    await settle()
    expect(saved[0]?.name).toBe('untether-16465550187.csv')
    expect(saved[0]?.text).toContain('"Account","Login name","Used for","State"')
    expect([...app.record.facts().ticks.values()].some(({ taskKey, state, numberId }) => taskKey === 'back-up:record' && state === 'done' && numberId === app.numberId('0187'))).toBe(true)
  })

  it('rules stand above the tick that says they were read', async () => {
    const { goToPlan, numberId, act } = await plan()
    await act(untickTask, { numberId: numberId('0134'), taskKey: 'prepare:confirm-rules' })
    await goToPlan(numberId('0134'), 'prepare:confirm-rules')
    const steps = find('.plan-steps')
    expect(steps.compareDocumentPosition(tick('I read them')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('money is asked back on the provider’s page; the letter is the fallback, and says to whom it goes', async () => {
    const { goToPlan, numberId, opened } = await plan()
    await goToPlan(numberId('0134'), 'refund:balance:USD')
    named('Open voice.google.com').click()
    await settle()
    expect(opened).toEqual(['https://voice.google.com/u/0/billing'])
    expect(document.querySelector('[data-support-message]')).toBeNull()
    const fold = await until(() => document.querySelector('article [aria-expanded=false]') !== null).then(() => named('If that does not work'))
    expect(find('.plan-steps').compareDocumentPosition(fold) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    fold.click()
    await settle()
    expect(find('[data-support-message]').textContent).toContain('Hello')
    expect(textOf('article')).toContain('The guide names no address for it')
  })

  it('undo brings back what was ticked', async () => {
    const { untether } = await plan()
    const before = count('Unbind')
    await press('v')
    await untether.undo()
    await settle()
    expect(count('Unbind')).toBe(before)
  })

  it('the keyboard walks through tasks and phases', async () => {
    const { router } = await plan()
    const [first, second] = names()
    expect(chosen()).toBe(first)
    await press('j')
    expect(chosen()).toBe(second)
    expect(router.currentRoute.value.query['task']).toMatch(/^unbind:/)
    await press('ArrowUp')
    await press('k')
    expect(chosen()).toBe(first)
    await press(']')
    expect(named(/^Pre-flight/, '[role=tab]').getAttribute('aria-selected')).toBe('true')
    await press('[')
    expect(named(/^Unbind/, '[role=tab]').getAttribute('aria-selected')).toBe('true')
  })

  it('guarded accounts hang under their guard and stay shut, until said otherwise', async () => {
    await plan()
    const row = rows().find(item => item.textContent?.includes('Chase'))
    expect(row?.textContent).toContain('after Gmail')
    row?.click()
    await settle()
    expect(tick('Moved').getAttribute('aria-disabled')).toBe('true')
    tick('Moved').click()
    await settle()
    expect(textOf('[data-plan-hint]')).toContain('Waits for Gmail')
    for (const key of ['m', 'v', ' ']) {
      await press(key)
      expect(tick('Moved').getAttribute('aria-checked')).toBe('false')
    }
    expect(textOf('[data-plan-hint]')).toContain('Waits for Gmail')
    named('I did it already').click()
    await settle()
    tick('Moved').click()
    await settle()
    expect(tick('Moved').getAttribute('aria-checked')).toBe('true')
  })

  it('a gate’s verb jumps to what opens it', async () => {
    await plan()
    named(/^Settle: /).click()
    await settle()
    expect(title()).toBe('Ask Google Voice for the $12.40')
    expect(named(/^Refund/, '[role=tab]').getAttribute('aria-selected')).toBe('true')
    named('I asked today').click()
    await settle()
    expect([...document.querySelectorAll('.plan-gates li')].map(item => item.textContent)).toContainEqual(expect.stringContaining('Money settled, or asked back'))
  })

  it('takes the answer that money does not come back, and lets it be written off', async () => {
    const { goToPlan, numberId, record } = await plan()
    const gates = (): string => textOf('.plan-gates')
    await goToPlan(numberId('0187'), 'refund:balance:USD')
    expect(title()).toContain('whether the $2.10')
    named('They do not pay it back').click()
    await settle()
    expect(textOf('article')).toContain('Ultra Mobile PayGo said that the balance does not come back.')
    expect(textOf('article')).not.toContain('There is none')
    expect(gates()).toContain('$2.10 still there')
    named('Write off $2.10').click()
    await settle()
    expect([...record.facts().ledgerEntries.values()].filter(entry => entry.kind === 'write-off').map(entry => entry.amount)).toEqual([{ amountMinor: -210, currency: 'USD' }])
    expect(gates()).toContain('Money settled')
    expect(count('Refund')).toBe('no balance')
  })

  it('says what comes before the last step once the gates are open, and from when it is safer', async () => {
    const { act, goToPlan, untether } = await start()
    const id = await act(addNumber, { e164: '+14155550134', country: 'US', provider: { kind: 'catalog', id: 'google-voice' }, providerLogin: 'mei', exitRoute: 'cancel' })
    await act(noteBalance, { numberId: id, balance: { typed: '4.20', currency: 'USD' } })
    await act(askRefund, { numberId: id, amount: { typed: '4.20', currency: 'USD' }, expectedBy: addDays(untether.today.value, 10) })
    for (let plan = untether.plans.value.get(id)!; !plan.canCancel; plan = untether.plans.value.get(id)!) {
      const open = plan.phases.flatMap(phase => phase.tasks).find(task => task.state === 'open' && task.tickBy === 'tick')!
      await act(tickTask, { numberId: id, taskKey: open.key, catalog: untether.catalog })
    }
    await goToPlan(id)
    expect(textOf('.plan-gates')).toContain('Before the last step comes “Before you sign in')
    expect(textOf('.plan-gates')).toMatch(/Better wait until 3.Dec: \$4.20 is still to come/)
    await act(tickTask, { numberId: id, taskKey: 'cancel:privacy-check', catalog: untether.catalog })
    expect(textOf('.plan-gates')).toContain('The last step is open')
    await goToPlan(id, 'cancel:cancel')
    expect(textOf('article')).toContain('$4.20 is still to come')
  })

  it('leads back to the page of the number', async () => {
    const { router, numberId } = await plan()
    const link = named('Overview', 'a')
    expect(link.tabIndex).toBe(0)
    link.click()
    await settle()
    expect(router.currentRoute.value).toMatchObject({ name: 'number', params: { id: numberId('0134') } })
  })

  it.each(['en', 'zh-CN'] as const)('what a task waits for is quoted once in %s', async (language) => {
    const { goToPlan, numberId } = await plan(language)
    await goToPlan(numberId('0134'), 'follow-up:line-is-dead')
    const said = textOf('article')
    expect(said).toMatch(/“[^“”]+”/)
    expect(said).not.toMatch(/“\s*“|”\s*”/)
  })

  it('an answer wears no cross', async () => {
    const { goToPlan, numberId } = await plan()
    await goToPlan(numberId('0134'), 'pre-flight:renewal')
    const answer = [...document.querySelectorAll('article button')].find(button => button.textContent?.includes('It renews'))
    expect(answer?.querySelector('svg')).toBeNull()
  })

  it('a warning that speaks of a note brings it into sight, marked, with the keys there', async () => {
    const app = await start()
    const id = await app.act(addNumber, { e164: '+14155550187' })
    const { bindingId } = await app.act(logBinding, { numberId: id, service: { kind: 'catalog', id: 'google' } })
    await app.act(markBindingMoved, { bindingId })
    await app.goToPlan(id, 'prepare:list-bindings')
    named(/^Show: Gmail/).click()
    await settle()
    expect(document.activeElement?.textContent).toContain('After the change')
    // It was sought once: who comes back later reads from the top.
    find<HTMLElement>('h1').focus()
    await app.goToPlan(id, 'prepare:list-bindings')
    await app.goToPlan(id, `unbind:${bindingId}`)
    await settle()
    expect(document.activeElement?.textContent ?? '').not.toContain('After the change')
  })

  it('what follows the end comes later, whatever of it is done', async () => {
    const app = await start()
    const id = await app.act(addNumber, { e164: '+14155550187' })
    const claimId = await app.act(askRefund, { numberId: id, amount: { typed: '4.20', currency: 'USD' }, askedOn: '2026-11-20' })
    await app.act(setClaimState, { claimId, state: 'received' })
    await app.goToPlan(id)
    const phase = app.untether.plans.value.get(id)!.phases.at(-1)!
    expect(phase.done).toBeGreaterThan(0)
    expect(count('Follow up')).toBe('later')
  })

  it('a choice of later beyond the task’s day says so', async () => {
    const { goToPlan, numberId } = await plan()
    await goToPlan(numberId('0134'), 'prepare:keep-alive')
    await press('s')
    const notes = [...document.querySelectorAll('[role=menuitem] .text-soon')].map(note => note.textContent)
    expect(notes.at(-1)).toMatch(/^after /)
    expect(named('Tomorrow', '[role=menuitem]').querySelector('.text-soon')).toBeNull()
  })

  it('skips with a reason only', async () => {
    const { record } = await plan()
    named(/^Back up/, '[role=tab]').click()
    await settle()
    named('Skip').click()
    const field = await appears('[role=dialog] textarea')
    named('Skip it').click()
    await settle()
    expect(document.body.textContent).toContain('Give a reason')
    type(field, 'There are no messages')
    named('Skip it').click()
    await settle()
    expect([...record.facts().ticks.values()].some(item => item.state === 'skipped' && item.note === 'There are no messages')).toBe(true)
  })

  it('puts a task off, goes on to the next open one, and wakes it again', async () => {
    const { router } = await plan()
    const before = find('article').dataset['task']!
    await press('s')
    named('In 3 days', '[role=menuitem]').click()
    await settle()
    expect(find('article').dataset).toMatchObject({ state: expect.stringMatching(/^open/) })
    expect(find('article').dataset['task']).not.toBe(before)
    await router.replace({ query: { task: before } })
    await settle()
    expect(textOf('article')).toContain('put off until 26 Nov')
    await press('s')
    expect(find('article').textContent).not.toContain('put off')
  })

  it('waives a binding with a reason, and takes it back', async () => {
    const { record } = await plan()
    named('I leave it on this number').click()
    type(await appears('[role=dialog] textarea'), 'Nobody needs it')
    named('Leave it as it is', '[role=dialog] button').click()
    await settle()
    expect(find('article').textContent).toContain('Left as it is')
    expect(find('article').textContent).toContain('Nobody needs it')
    named('Take it back').click()
    await settle()
    expect([...record.facts().bindings.values()].some(binding => binding.waivedReason === 'Nobody needs it')).toBe(false)
  })

  it('an account that is not wanted any more is closed, step by step', async () => {
    const { record } = await plan()
    const unwanted = named('I do not want this account any more')
    expect(unwanted.getAttribute('aria-expanded')).toBe('false')
    unwanted.click()
    await settle()
    expect(textOf('#plan-unwanted')).toContain('delete the account')
    expect(textOf('#plan-unwanted')).toContain('Move those first')
    named('The account is closed', '#plan-unwanted button').click()
    await settle()
    expect([...record.facts().bindings.values()].some(binding => binding.state === 'account-closed')).toBe(true)
  })

  it('asks which number took the place, the user’s own first', async () => {
    const { record, numberId } = await plan()
    named(/^(Choose|Change)$/).click()
    await settle()
    const items = [...document.querySelectorAll('[role=menuitem]')].map(item => item.textContent?.trim() ?? '')
    expect(items[0]).toContain('+1 646-555-0187')
    expect(items.findIndex(item => item.includes('not kept here'))).toBeGreaterThan(0)
    // The number in London is left: nothing can move to it.
    expect(items.some(item => item.includes('+44'))).toBe(false)
    named(/0187/, '[role=menuitem]').click()
    await settle()
    expect(textOf('article')).toContain('What took its place: +1 646-555-0187')
    expect([...record.facts().bindings.values()].map(({ replacement }) => replacement)).toContainEqual({ kind: 'other-number', numberId: numberId('0187') })
  })

  it('takes the name of a number that is not kept here, and offers it for the next account', async () => {
    const { record } = await plan()
    named(/^(Choose|Change)$/).click()
    await settle()
    named(/not kept here/, '[role=menuitem]').click()
    await appears('[role=dialog] input')
    const line = find<HTMLInputElement>('[role=dialog] input')
    type(line, '+86 138 0000 0000')
    line.form!.requestSubmit()
    await settle()
    expect(textOf('article')).toContain('What took its place: +86 138 0000 0000')
    expect([...record.facts().bindings.values()].map(({ replacement }) => replacement)).toContainEqual({ kind: 'other-number', name: '+86 138 0000 0000' })
    named('Change').click()
    await settle()
    expect(named('+86 138 0000 0000', '[role=menuitem]')).toBeTruthy()
  })

  it('the gate opens by hand with the right digits and a reason, and shuts again', async () => {
    const { untether, numberId } = await plan()
    const isOpen = (): boolean => untether.plans.value.get(numberId('0134'))!.canCancel
    named('override').click()
    const digits = await appears('[role=dialog] input')
    type(digits, '9999')
    type(find('[role=dialog] textarea'), 'The line is being switched off')
    named('Open the gate').click()
    await settle()
    expect(document.body.textContent).toContain('not the last four digits')
    expect(isOpen()).toBe(false)
    type(digits, '0134')
    named('Open the gate').click()
    await settle()
    expect(isOpen()).toBe(true)
    named('Shut it again').click()
    await settle()
    expect(isOpen()).toBe(false)
  })

  it('a number whose provider nobody knows gets an honest plan', async () => {
    const app = await start()
    const id = await app.act(addNumber, { e164: '+14155550187' })
    await app.act(logBinding, { numberId: id, service: { kind: 'own', name: 'Corner shop', category: 'other' } })
    await app.goToPlan(id, 'prepare:confirm-rules')
    expect(title()).toBe('Ask your provider how to leave')
    expect(find('article').textContent).toContain('There is no guide to this provider')
    const [binding] = app.record.facts().bindings.values()
    await app.goToPlan(id, `unbind:${binding!.id}`)
    expect(find('article').textContent).toContain('You named this service yourself')
    expect(await violations(document.body)).toEqual([])
  })

  it('sets way out and day on the spot', async () => {
    const app = await start()
    const id = await app.act(addNumber, { e164: '+14155550187' })
    await app.goToPlan(id, 'prepare:choose-date')
    await settle()
    expect(await violations(document.body)).toEqual([])
    find<HTMLInputElement>('input[type=radio][value=keep]').click()
    await settle()
    named('Save').click()
    await settle()
    expect(app.record.facts().numbers.get(id)?.exitRoute).toBe('keep')
    expect(find('.plan-gates').textContent).toContain('You keep this number')
  })

  it('a number that is not there says so', async () => {
    const app = await start()
    await app.goToPlan('00000000-0000-4000-8000-000000000000')
    expect(document.body.textContent).toContain('There is no such number')
  })

  it('hundreds of bindings stay within reach of the keys', async () => {
    const app = await start()
    const id = await app.act(addNumber, { e164: '+14155550187' })
    for (let index = 0; index < 120; index++)
      await app.act(logBinding, { numberId: id, service: { kind: 'own', name: `Shop ${index}`, category: 'shopping' } })
    await app.goToPlan(id)
    const [binding] = app.record.facts().bindings.values()
    await app.goToPlan(id, `unbind:${binding!.id}`)
    expect(rows().length).toBeLessThan(120)
    await press('j')
    expect(chosen()).toMatch(/^Shop/)
  }, 60_000)
})
