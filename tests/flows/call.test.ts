import type { Hand, User } from './screens'
import { afterEach, describe, expect, it } from 'vitest'
import { overrideGate } from '../../src/core/actions/override-gate'
import { DEMO_DAY } from '../fixtures/demo'
import { seedProfile } from '../fixtures/seed-profile'
import { run, testWorld } from '../unit/core/actions/world'
import { ownProfile } from './own-profile'
import { goTo, keyboardHand, mouseHand, PATIENTLY, storedRows, toast, tourFacts } from './screens'

const own = ownProfile()

afterEach(async () => {
  expect(await own.running.requests()).toSatisfy((requests: { url: string }[]) => requests.every(({ url }) => /^(?:app|devtools|data|blob):/.test(url)))
})

/** A line whose gate is open, at the last step of its plan. */
async function atLastStep(handOf: (page: User['page']) => Hand): Promise<{ who: User, id: string }> {
  const started = await own.launch()
  const who: User = { ...started, hand: handOf(started.page) }
  const { facts, ids } = tourFacts(DEMO_DAY)
  const world = testWorld(9, DEMO_DAY)
  const opened = run(facts, overrideGate, { numberId: ids.payGo, last4: '0187', reason: 'Everything is settled on paper' }, world.context())
  await seedProfile(who.page, opened.facts)
  await who.page.locator('nav a').nth(facts.numbers.size).waitFor()
  await goTo(who, `/numbers/${ids.payGo}/plan?task=cancel:cancel`)
  return { who, id: ids.payGo }
}

describe.each([['the keyboard', keyboardHand], ['the mouse', mouseHand]] as const)('a call with %s alone', (_, handOf) => {
  it('is read off, noted and saved with the last step; one undo takes back both', async () => {
    const { who, id } = await atLastStep(handOf)
    const { page, hand, t } = who
    await hand.press(page.getByRole('button', { name: t.call.open, exact: true }))
    await page.getByRole('heading', { level: 1, name: /^Call Ultra Mobile PayGo to cancel$/ }).waitFor()
    const lines = page.locator('[data-say]')
    await hand.press(lines.nth(0))
    await hand.press(lines.nth(1))
    await expect.poll(() => lines.evaluateAll(rows => rows.slice(0, 3).map(row => row.getAttribute('aria-checked'))), PATIENTLY).toEqual(['true', 'true', 'false'])
    await hand.write(page.getByLabel(t.call.notes.reference, { exact: true }), 'UM-48213')
    await hand.press(page.getByRole('checkbox', { name: t.call.result.cancelled, exact: true }))
    const before = await storedRows(page)
    await hand.press(page.getByRole('button', { name: t.call.notes.save, exact: true }))
    await page.getByRole('heading', { level: 1, name: /0187/ }).waitFor()
    await expect.poll(() => page.evaluate(() => location.hash), PATIENTLY).toContain(`/numbers/${id}/plan`)
    const after = await storedRows(page)
    expect(after['contactLogs']).toHaveLength((before['contactLogs']?.length ?? 0) + 1)
    await hand.press(toast(who).getByRole('button', { name: t.common.undo, exact: true }))
    await expect.poll(async () => (await storedRows(page))['contactLogs'], PATIENTLY).toEqual(before['contactLogs'])
    expect((await storedRows(page))['ticks']).toEqual(before['ticks'])
  })

  it('that is left half way keeps its notes', async () => {
    const { who } = await atLastStep(handOf)
    const { page, hand, t } = who
    await hand.press(page.getByRole('button', { name: t.call.open, exact: true }))
    await hand.write(page.getByLabel(t.call.notes.reference, { exact: true }), 'UM-48213')
    await hand.press(page.getByRole('button', { name: t.plan.title }))
    await page.getByText(t.call.unsaved, { exact: true }).waitFor()
    await hand.press(page.getByRole('button', { name: t.call.open, exact: true }))
    expect(await page.getByLabel(t.call.notes.reference, { exact: true }).inputValue()).toBe('UM-48213')
  })
})
