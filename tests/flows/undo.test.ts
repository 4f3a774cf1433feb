import type { RunningApp } from './app'
import type { User } from './screens'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchApp } from './app'
import { addNumber, beginWithNumber, filled, keyboardHand, logPanel, openNumber, PATIENTLY, pictureOfFailure, rowCount, serviceField, storedRows, toast, user, VOICE } from './screens'

let running: RunningApp
let who: User

beforeEach(async () => {
  running = await launchApp()
  who = user(running.page, keyboardHand(running.page), 'en')
})

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
})

describe('undo', () => {
  it('reaches over screens and comes back', async () => {
    const { page, hand, t } = who
    await hand.press(page.getByRole('button', { name: t.firstStart.lookAround, exact: true }))
    await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
    const before = await storedRows(page)
    await page.keyboard.press('Space')
    await toast(who).getByRole('button', { name: t.common.undo, exact: true }).waitFor()
    const after = await storedRows(page)
    expect(after).not.toEqual(before)

    await openNumber(who, VOICE, 'Bank codes')
    await running.press('Control+Z')
    await toast(who).getByText(filled(t.shell.undone, { what: '' })).waitFor()
    expect(rowsOf(await storedRows(page))).toEqual(rowsOf(before))
    await running.press('Control+2')
    await page.getByRole('heading', { level: 1, name: t.numbers.title, exact: true }).waitFor()
    await running.press('Control+Shift+Z')
    await toast(who).getByText(filled(t.shell.redone, { what: '' })).waitFor()
    expect(rowsOf(await storedRows(page))).toEqual(rowsOf(after))
  })

  it('in a text field takes back typing, not the record', async () => {
    const { page } = who
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    const before = await storedRows(page)
    await running.press('Control+B')
    await serviceField(who).waitFor()
    await page.keyboard.type('gmail')
    await running.press('Control+Z')
    await expect.poll(() => serviceField(who).inputValue(), PATIENTLY).not.toBe('gmail')
    await running.press('Control+Shift+Z')
    await expect.poll(() => serviceField(who).inputValue(), PATIENTLY).toBe('gmail')
    expect(await storedRows(page)).toEqual(before)

    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await logPanel(who).waitFor({ state: 'detached' })
    await running.press('Control+Z')
    await expect.poll(async () => rowCount(await storedRows(page)), PATIENTLY).toBe(0)
  })

  it('goes back a hundred steps in a row, and forward again', async () => {
    const { page, t } = who
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    await running.press('Control+B')
    await serviceField(who).waitFor()
    for (let step = 1; step <= 100; step++) {
      await page.keyboard.insertText(`Shop ${step}`)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await logPanel(who).getByText(filled(t.logBinding.count, { n: step }), { exact: true }).waitFor()
    }
    const full = await storedRows(page)
    expect(full['bindings']).toHaveLength(100)
    await page.keyboard.press('Escape')
    await logPanel(who).waitFor({ state: 'detached' })

    for (let step = 0; step < 100; step++)
      await running.press('Control+Z')
    await expect.poll(async () => rowCount(await storedRows(page)), PATIENTLY).toBe(1)
    for (let step = 0; step < 100; step++)
      await running.press('Control+Shift+Z')
    await expect.poll(async () => rowsOf(await storedRows(page)), PATIENTLY).toEqual(rowsOf(full))
  })
})

/** The record without its history. */
function rowsOf({ events: _events, ...rows }: Record<string, unknown[]>): Record<string, unknown[]> {
  return rows
}
