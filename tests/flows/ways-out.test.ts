import type { Language } from '../../src/core/records/settings'
import type { ExitRoute, LineStatus } from '../../src/core/records/number'
import type { Facts } from '../../src/core/records/tables'
import type { User } from './screens'
import { afterEach, describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { askRefund } from '../../src/core/actions/ask-refund'
import { changeSettings } from '../../src/core/actions/change-settings'
import { logBinding } from '../../src/core/actions/log-binding'
import { noteBalance } from '../../src/core/actions/note-balance'
import { setLineStatus } from '../../src/core/actions/set-line-status'
import { tickTask } from '../../src/core/actions/tick-task'
import { addDays } from '../../src/core/lib/day'
import { emptyFacts } from '../../src/core/records/facts'
import { DEMO_DAY } from '../fixtures/demo'
import { catalog } from '../unit/core/actions/random-steps'
import { run, testWorld } from '../unit/core/actions/world'
import { doTask, isOver, mustPlan, tasksOf } from '../unit/core/plan/machine/solve'
import { ownProfile } from './own-profile'
import { doFocused, expectStatus, filled, focused, followTo, goTo, keyboardHand, openPlanOn, PATIENTLY, planOn, storedNumber, storedRows, taskDetail } from './screens'

const own = ownProfile()

afterEach(async () => {
  const urls = (await own.running.requests()).map(({ url }) => url)
  expect(urls.filter(url => !/^(?:app:\/\/untether\/|devtools:|data:|blob:)/.test(url))).toEqual([])
  expect({ console: own.running.consoleErrors, page: own.running.pageErrors }).toEqual({ console: [], page: [] })
})

type Line = {
  /** No account can reset another. */
  isUnguarded?: boolean
  provider: string
  exitRoute?: ExitRoute
  status?: LineStatus
  services: readonly string[]
  balance?: string
  currency?: string
  e164?: string
  country?: string
}

/** A number as its owner has logged it; the first account can reset the others. */
function logged(language: Language, { provider, exitRoute = 'cancel', status, services, isUnguarded = false, balance = '0', currency = 'USD', e164 = '+14155550134', country = 'US' }: Line): { facts: Facts, numberId: string } {
  const world = testWorld(31, DEMO_DAY)
  const number = run(emptyFacts(), addNumber, { e164, country, provider: { kind: 'catalog', id: provider }, exitRoute }, world.context())
  const numberId = number.value
  let { facts } = run(number.facts, changeSettings, { language, isStarted: true }, world.context())
  let guard: string | null = null
  for (const id of services) {
    const bound: { facts: Facts, value: { accountId: string } } = run(facts, logBinding, { numberId, service: { kind: 'catalog', id }, login: 'mei@example.com', ...guard && { guardedBy: [guard] } }, world.context())
    facts = bound.facts
    guard ??= isUnguarded ? null : bound.value.accountId
  }
  facts = run(facts, noteBalance, { numberId, balance: { typed: balance, currency } }, world.context()).facts
  if (status)
    facts = run(facts, setLineStatus, { numberId, status, catalog, isLost: true }, world.context()).facts
  return { facts, numberId }
}

/** The same once everything before the last step is done, but for what `leave` names. */
function atTheGate(from: { facts: Facts, numberId: string }, leave: (key: string) => boolean = () => false): { facts: Facts, numberId: string } {
  const world = testWorld(32, DEMO_DAY)
  const { numberId } = from
  let { facts } = from
  for (const { key, phase } of tasksOf(mustPlan(facts, numberId, catalog, DEMO_DAY))) {
    const now = tasksOf(mustPlan(facts, numberId, catalog, DEMO_DAY)).find(task => task.key === key)
    if (now && !isOver(now) && phase !== 'cancel' && phase !== 'follow-up' && !leave(key))
      facts = doTask(facts, numberId, key, catalog, world.context)
  }
  return { facts, numberId }
}

/** Keyboard alone in English, mouse alone in Chinese. */
async function start(language: Language): Promise<User> {
  const who = await own.launch(language)
  return language === 'en' ? { ...who, hand: keyboardHand(who.page) } : who
}

const TWELVE = ['google', 'chase', 'paypal', 'whatsapp', 'telegram', 'github', 'amazon', 'instagram', 'discord', 'coinbase', 'uber', 'netflix']

describe.each(['en', 'zh-CN'] as const)('a number is left, in %s', (language) => {
  it('at Google Voice, with twelve accounts, from the first tick to the closed dossier', { timeout: 300_000 }, async () => {
    const who = await start(language)
    const { facts, numberId } = logged(language, { provider: 'google-voice', services: TWELVE, balance: '12.40' })
    await openPlanOn(who, facts, numberId, DEMO_DAY)
    expect(await focused(who)).toMatchObject({ key: 'prepare:confirm-rules' })
    const before = await followTo(who, key => key.startsWith('follow-up:'))
    expect(before.filter(key => key.startsWith('unbind:')).length).toBeGreaterThanOrEqual(12)
    expect(before.at(-1)).toBe('cancel:cancel')
    await expectStatus(who, numberId, 'cancelled')

    // Ten days later the money has not come yet: it is asked for again, then it comes.
    await planOn(who, numberId, addDays(DEMO_DAY, 12))
    const late = `follow-up:refund:${String((await storedRows(who.page))['refundClaims']![0]!['id'])}`
    await planOn(who, numberId, addDays(DEMO_DAY, 12), late)
    await who.hand.press(taskDetail(who).getByRole('button', { name: who.t.plan.note.askedAgain, exact: true }))
    await expect.poll(async () => (await storedRows(who.page))['refundClaims']![0]!['followUps'], PATIENTLY).toEqual([addDays(DEMO_DAY, 12)])

    // Fifty days later everything can be looked at, and the number is put away.
    await planOn(who, numberId, addDays(DEMO_DAY, 50))
    const after = await followTo(who, () => false)
    expect(after.at(-1)).toBe('follow-up:close')
    expect((await storedNumber(who, numberId))['closedAt']).toBeGreaterThan(0)
    expect((await storedRows(who.page))['refundClaims']![0]!['state']).toBe('received')
    await who.page.getByText(who.t.plan.closed.title, { exact: true }).waitFor()
  })

  it('at a carrier that answers by phone alone, with arrears, refused once', async () => {
    const who = await start(language)
    const { page, hand, t } = who
    const { facts, numberId } = atTheGate(logged(language, { provider: 't-mobile-prepaid', services: ['chase'], status: 'in-arrears' }), key => key === 'pre-flight:line')
    await openPlanOn(who, facts, numberId, DEMO_DAY)
    expect(await focused(who)).toMatchObject({ key: 'pre-flight:line', state: expect.stringContaining('pay-arrears') as string })
    await doFocused(who)
    await followTo(who, key => key === 'cancel:cancel')

    await hand.press(page.getByRole('button', { name: t.call.open, exact: true }))
    await hand.press(page.getByRole('checkbox', { name: t.call.result.refused, exact: true }))
    await hand.press(page.getByRole('button', { name: t.call.notes.save, exact: true }))
    await page.getByRole('heading', { level: 1, name: /0134/ }).waitFor()
    await expectStatus(who, numberId, 'active')
    const [contact] = (await storedRows(page))['contactLogs']!
    expect(contact).toMatchObject({ result: 'refused', callBackOn: addDays(DEMO_DAY, 1) })

    // The next day the call back is due, and the refusal is told beside the last step.
    await planOn(who, numberId, addDays(DEMO_DAY, 1), 'cancel:cancel')
    await taskDetail(who).getByText(filled(t.words.reason['refused-on'], { day: '', channel: '' }).split(/[。.]/)[1]!.trim().slice(0, 12)).first().waitFor()
    await hand.press(page.getByRole('button', { name: t.call.open, exact: true }))
    await hand.write(page.getByLabel(t.call.notes.reference, { exact: true }), 'TM-1901')
    await hand.press(page.getByRole('checkbox', { name: t.call.result.cancelled, exact: true }))
    await hand.press(page.getByRole('button', { name: t.call.notes.save, exact: true }))
    await expectStatus(who, numberId, 'cancelled')
  })

  it('at Skype, which gave its numbers up', async () => {
    const who = await start(language)
    const { t } = who
    const { facts, numberId } = logged(language, { provider: 'skype-number', services: ['chase', 'telegram'] })
    await openPlanOn(who, facts, numberId, DEMO_DAY)
    expect(await focused(who)).toMatchObject({ key: 'prepare:check-retired' })
    await who.hand.press(taskDetail(who).getByRole('button', { name: t.words.fail['check-retired'], exact: true }))
    await expectStatus(who, numberId, 'provider-retired')
    // The line is gone: the accounts come first, without the old number.
    await planOn(who, numberId, DEMO_DAY)
    expect((await focused(who)).state).toContain('rescue-binding')
    const done = await followTo(who, key => key.startsWith('follow-up:'))
    expect(done.slice(0, 4).every(key => key.startsWith('unbind:'))).toBe(true)
    expect(done.at(-1)).toBe('cancel:cancel')
  })

  it('at Ultra Mobile, by letting it expire', async () => {
    const who = await start(language)
    const from = logged(language, { provider: 'ultra-mobile-paygo', exitRoute: 'let-expire', services: ['chase'] })
    const { facts, numberId } = atTheGate(from)
    await openPlanOn(who, facts, numberId, DEMO_DAY)
    const done = await followTo(who, key => key.startsWith('follow-up:'))
    expect(done).toEqual(['cancel:privacy-check', 'cancel:stop-paying', 'cancel:let-expire'])
    await expectStatus(who, numberId, 'lapsed')
  })

  it('at giffgaff, by taking it along', async () => {
    const who = await start(language)
    const from = logged(language, { provider: 'giffgaff-uk', exitRoute: 'port-out', services: ['chase'], e164: '+447700900117', country: 'GB', currency: 'GBP' })
    const { facts, numberId } = atTheGate(from, key => key === 'pre-flight:port-papers')
    await openPlanOn(who, facts, numberId, DEMO_DAY)
    await taskDetail(who).getByRole('heading', { name: filled(who.t.words.task['get-pac'], { code: '65075' }), exact: true }).waitFor()
    const done = await followTo(who, key => key.startsWith('follow-up:'))
    expect(done).toEqual(['pre-flight:port-papers', 'cancel:privacy-check', 'cancel:start-port', 'cancel:confirm-port'])
    await expectStatus(who, numberId, 'ported-out')
    expect(await focused(who)).toMatchObject({ key: 'follow-up:codes-arrive' })
  })

  it('against its gates, with the last four digits and a reason that stays', async () => {
    const who = await start(language)
    const { page, hand, t } = who
    const { facts, numberId } = logged(language, { provider: 'google-voice', services: ['chase'] })
    await openPlanOn(who, facts, numberId, DEMO_DAY)
    const dialog = page.getByRole('dialog')
    await hand.press(page.getByRole('button', { name: t.plan.gates.overrideVerb, exact: true }))
    await hand.write(dialog.getByLabel(filled(t.plan.overrideDialog.last4, { number: '+1 415-555-0134' }), { exact: true }), '9999')
    await hand.write(dialog.getByLabel(t.plan.overrideDialog.reason, { exact: true }), 'The line is my test line')
    await hand.press(dialog.getByRole('button', { name: t.plan.overrideDialog.save, exact: true }))
    await dialog.getByRole('alert').or(dialog.locator('[data-invalid=true]')).first().waitFor()
    await hand.write(dialog.getByLabel(filled(t.plan.overrideDialog.last4, { number: '+1 415-555-0134' }), { exact: true }), '0134')
    await hand.press(dialog.getByRole('button', { name: t.plan.overrideDialog.save, exact: true }))
    await dialog.waitFor({ state: 'detached' })
    await planOn(who, numberId, DEMO_DAY, 'cancel:privacy-check')
    await doFocused(who)
    await planOn(who, numberId, DEMO_DAY, 'cancel:cancel')
    await taskDetail(who).getByText('The line is my test line').first().waitFor()
    await doFocused(who)
    await expectStatus(who, numberId, 'cancelled')
    // Accounts still hang on it, so they are rescued; and the timeline tells of the override for ever.
    await planOn(who, numberId, DEMO_DAY)
    expect((await focused(who)).state).toContain('rescue-binding')
    await goTo(who, `/numbers/${numberId}/timeline`)
    await page.getByText('The line is my test line').first().waitFor()
  })

  it('and its refund comes late: asked every week, with the message to send', async () => {
    const who = await start(language)
    const { page, t } = who
    const world = testWorld(33, DEMO_DAY)
    const ready = atTheGate(logged(language, { provider: 'google-voice', services: [], balance: '8.00' }), key => key === 'refund:balance:USD')
    const asked = run(ready.facts, askRefund, { numberId: ready.numberId, amount: { typed: '8.00', currency: 'USD' }, reference: 'GV-77', expectedBy: addDays(DEMO_DAY, 10) }, world.context())
    const checked = run(asked.facts, tickTask, { numberId: ready.numberId, taskKey: 'cancel:privacy-check', catalog }, world.context())
    const { facts } = run(checked.facts, tickTask, { numberId: ready.numberId, taskKey: 'cancel:cancel', catalog }, world.context())
    const key = `follow-up:refund:${asked.value}`
    await openPlanOn(who, facts, ready.numberId, DEMO_DAY)
    const followUps = async (): Promise<unknown> => (await storedRows(page))['refundClaims']![0]!['followUps']
    for (const [index, after] of [11, 18].entries()) {
      await planOn(who, ready.numberId, addDays(DEMO_DAY, after), key)
      expect((await focused(who)).state).toBe('open chase-refund ')
      await page.getByRole('heading', { name: t.messages.title, exact: true }).waitFor()
      await page.getByText('GV-77').first().waitFor()
      await taskDetail(who).getByRole('button', { name: t.plan.note.askedAgain, exact: true }).click()
      await expect.poll(followUps, PATIENTLY).toHaveLength(index + 1)
    }
    await planOn(who, ready.numberId, addDays(DEMO_DAY, 20), key)
    expect((await focused(who)).state).toMatch(/^open /)
    await doFocused(who)
    await expect.poll(async () => (await storedRows(page))['refundClaims']![0]!['state'], PATIENTLY).toBe('received')
  })

  it('that was lost already: worst account first, without the old number', async () => {
    const who = await start(language)
    const { page, hand, t } = who
    const { facts, numberId } = logged(language, { provider: 'ultra-mobile-paygo', services: ['netflix', 'chase', 'github'], isUnguarded: true })
    await openPlanOn(who, facts, numberId, DEMO_DAY)
    await goTo(who, `/numbers/${numberId}`)
    await hand.press(page.getByRole('main').getByRole('button', { name: t.numbers.menu.label, exact: true }))
    await hand.press(page.getByRole('menuitem', { name: t.numbers.menu.status }))
    await hand.press(page.getByRole('radio', { name: t.words.lineStatus.lapsed, exact: true }))
    await hand.press(page.getByRole('dialog').getByRole('button', { name: t.common.save, exact: true }))
    // The gate guards a step that the user takes; what happened to them is noted all the same.
    await hand.press(page.getByRole('dialog').getByRole('checkbox'))
    await hand.press(page.getByRole('dialog').getByRole('button', { name: t.common.save, exact: true }))
    await expectStatus(who, numberId, 'lapsed')
    await planOn(who, numberId, DEMO_DAY)
    const rows = await page.locator('[data-plan-row]').allInnerTexts()
    expect(['Chase', 'GitHub', 'Netflix'].map(name => rows.findIndex(row => row.startsWith(name)))).toEqual([0, 1, 2])
    const done = await followTo(who, key => !key.startsWith('unbind:'))
    expect(done.length).toBeGreaterThanOrEqual(3)
  })
})
