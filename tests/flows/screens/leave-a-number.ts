import type { NewBinding } from './log-binding'
import type { NewNumber } from './add-number'
import type { User } from './user'
import { expect } from 'vitest'
import { addNumber } from './add-number'
import { closeLogPanel, logBinding, openLogPanel } from './log-binding'
import { openPlan, phaseTab, progress, progressText, selectTask, settleTask, taskDetail, taskRows } from './plan'
import { openAddNumber, openNumber, PATIENTLY } from './shell'
import { beginWithNumber } from './start'
import { catalogFile, filled, said } from './words'

export const VOICE = '+1 415-555-0134'
export const ULTRA = '+1 646-555-0187'

/** Eight accounts of eight kinds, found in as many ways. */
export function bindings(isChinese: boolean): readonly NewBinding[] {
  return [
    { typed: 'gmail', name: 'Gmail', login: 'me@example.com' },
    { typed: 'chase.com', name: 'Chase', login: 'me@example.com', toggled: ['login-id'] },
    { typed: 'whatsa', name: 'WhatsApp' },
    { typed: 'instagram', name: 'Instagram', login: 'me_2026' },
    { typed: isChinese ? '亚马逊' : 'amazon', name: 'Amazon', login: 'me@example.com', toggled: ['recovery'] },
    { typed: 'zfb', name: isChinese ? '支付宝' : 'Alipay' },
    { typed: 'coinbase', name: 'Coinbase', login: 'me@example.com' },
    { typed: isChinese ? '街角图书馆' : 'Corner Library', name: isChinese ? '街角图书馆' : 'Corner Library', isOwn: true, login: 'card 12' },
  ]
}

/** First start with the first number, then a second one, each pasted in an odd form. */
export async function addTwoNumbers(user: User, odd: { voice: string, ultra: string }): Promise<void> {
  const isChinese = user.language === 'zh-CN'
  const voice: NewNumber = { typed: odd.voice, written: VOICE, provider: { typed: isChinese ? 'ggyy' : 'google v', name: 'Google Voice' } }
  const ultra: NewNumber = { typed: odd.ultra, written: ULTRA, provider: { typed: 'ultra', name: 'Ultra Mobile PayGo' } }
  await beginWithNumber(user)
  await addNumber(user, voice)
  await openAddNumber(user)
  await addNumber(user, ultra)
}

/** Logs the eight on the number that is open. */
export async function logEight(user: User): Promise<void> {
  await openLogPanel(user)
  const list = bindings(user.language === 'zh-CN')
  for (const binding of list)
    await logBinding(user, binding)
  await user.page.getByText(filled(user.t.logBinding.count, { n: list.length })).waitFor()
  await closeLogPanel(user)
}

/** The plan shows all eight under Unbind, with the catalogue's steps and links. */
export async function checkPlan(user: User): Promise<void> {
  const { page, hand, language, t } = user
  await openPlan(user)
  await hand.press(phaseTab(user, 'unbind'))
  const names = bindings(language === 'zh-CN').map(({ name }) => name)
  await expect.poll(() => taskRows(user).count(), PATIENTLY).toBe(names.length)
  const rows = await taskRows(user).allInnerTexts()
  expect(names.filter(name => !rows.some(row => row.includes(name)))).toEqual([])
  expect(await progress(user)).toEqual(progressText(user, 0, names.length))

  for (const [name, id] of [['Gmail', 'google'], ['Chase', 'chase'], ['Coinbase', 'coinbase']] as const) {
    await selectTask(user, name)
    const { changeUrl, unbindSteps } = catalogFile('services', id)
    const steps = await taskDetail(user).locator('ol > li > span:last-child').allInnerTexts()
    expect(steps, name).toEqual(unbindSteps.map(step => said(step, language)))
    const open = page.getByRole('button', { name: filled(t.plan.open, { domain: changeUrl ? new URL(changeUrl).hostname : '' }), exact: true })
    expect(await open.count(), name).toBe(changeUrl ? 1 : 0)
  }
}

/** Ticks three accounts to the end. */
export async function settleThree(user: User): Promise<void> {
  const own = bindings(user.language === 'zh-CN').at(-1)?.name ?? ''
  await settleTask(user, own, ['moved'])
  await settleTask(user, 'Gmail', ['moved', 'verified'])
  await settleTask(user, 'Amazon', ['moved', 'verified'])
  await expect.poll(() => progress(user), PATIENTLY).toEqual(progressText(user, 3, 8))
}

/** After one undo: two are settled, Amazon waits for its proof again. */
export async function checkUndone(user: User): Promise<void> {
  await expect.poll(() => progress(user), PATIENTLY).toEqual(progressText(user, 2, 8))
  await selectTask(user, 'Amazon')
}

/** Goes to the number and its plan, as it was left. */
export async function returnToPlan(user: User): Promise<void> {
  await openNumber(user, VOICE)
  await openPlan(user)
  await user.hand.press(phaseTab(user, 'unbind'))
}
