import type { Language } from '../../src/core/records/settings'
import type { User } from './screens'
import { describe, expect, it } from 'vitest'
import { latestVersion } from '../../src/data/versions'
import { ownProfile } from './own-profile'
import { violations } from './axe'
import { addButton, addNumber, anyOf, beginWithNumber, closeLogPanel, fillNumber, formField, keyboardHand, logBinding, loginField, logPanel, numberHeading, openAddNumber, openLogPanel, PATIENTLY, phoneField, rowCount, saveButton, serviceField, storedRows, ULTRA, visibleText, VOICE } from './screens'

const languages = ['en', 'zh-CN'] as const satisfies readonly Language[]
/** Bell, a mark that turns the text round, one that does not, and a joiner of no width. */
const ODD = 'me\u202E@exa\u0007mple\u200F.com\u200B'
const CLEAN = 'me@example.com'

/** Version of a database of the app to come: IndexedDB counts Dexie's versions in tens. */
const NEWER = (latestVersion + 1) * 10

const own = ownProfile()

/** Puts text in the focused field by the clipboard, as somebody pastes what they cannot type. */
async function paste(text: string): Promise<void> {
  await own.running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), text)
  await own.running.press('Control+V')
}

/** Types a whole day into a field made of parts, in the order of the language. */
async function typeDay({ page, language }: User, label: string, [year, month, day]: readonly [string, string, string]): Promise<void> {
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await page.keyboard.type(language === 'en' ? `${day}${month}${year}` : `${year}${month}${day}`)
}

describe.each(languages)('bad input (%s)', (language) => {
  it('of a number is named, kept as typed, and not recorded', async () => {
    const who = await own.launch(language)
    const { page, t } = who
    await beginWithNumber(who)

    const faults = { 'letters': 'call my mother', 'several': '+1 415 555 0134, +1 646 555 0187', 'too-short': '+1 415', 'too-long': '+1 415 555 0134 5678 9012', 'unknown-country': '+999 123 456 789', 'no-country': '020 7946 0018 3' } as const
    for (const [why, typed] of Object.entries(faults) as [keyof typeof faults, string][]) {
      await who.hand.write(phoneField(who), typed)
      await saveButton(who).click()
      await page.getByRole('alert').filter({ hasText: t.numbers.phone[why] }).waitFor()
      expect(await phoneField(who).inputValue()).toBe(typed)
    }

    await fillNumber(who, { typed: VOICE, written: VOICE })
    await formField(who, t.numbers.form.label).click()
    await paste(ODD)
    await page.getByText(t.logBinding.invisible, { exact: true }).waitFor()
    await who.hand.write(formField(who, t.numbers.form.label), 'x'.repeat(10_000))
    await saveButton(who).click()
    await page.getByRole('alert').filter({ hasText: anyOf(t.refused['too-long'], { isWhole: false }) }).waitFor()
    expect(await formField(who, t.numbers.form.label).inputValue()).toHaveLength(10_000)
    await who.hand.write(formField(who, t.numbers.form.label), 'Voice')

    await page.getByRole('button', { name: t.numbers.add.more, exact: true }).click()
    await typeDay(who, t.numbers.form.target, ['2020', '01', '02'])
    await saveButton(who).click()
    await page.getByRole('alert').filter({ hasText: anyOf(t.refused['day-too-early']) }).waitFor()
    expect(await visibleText(page.getByRole('group', { name: t.numbers.form.target }))).toMatch(/2020/)
    expect(await phoneField(who).inputValue()).toBe(VOICE)
    expect(rowCount(await storedRows(page))).toBe(0)
  })

  it('of an account is named and kept; what cannot be seen is left out', async () => {
    const who = await own.launch(language)
    const { page, t } = who
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })

    await openAddNumber(who)
    await who.hand.write(phoneField(who), VOICE)
    await page.getByText(anyOf(t.numbers.add.known, { isWhole: false })).waitFor()
    await saveButton(who).click()
    expect(await phoneField(who).inputValue()).toBe(VOICE)
    expect(await numberHeading(who, VOICE).count()).toBe(0)
    expect(rowCount(await storedRows(page))).toBe(1)

    await openLogPanel(who)
    await addButton(who).click()
    await logPanel(who).getByRole('alert').filter({ hasText: t.refused['no-service'] }).waitFor()
    await who.hand.write(serviceField(who), 'Corner Library')
    await loginField(who).click()
    await paste('x'.repeat(10_000))
    await addButton(who).click()
    await logPanel(who).getByRole('alert').filter({ hasText: anyOf(t.refused['too-long'], { isWhole: false }) }).waitFor()
    expect(await loginField(who).inputValue()).toHaveLength(10_000)
    expect(await serviceField(who).inputValue()).toContain('Corner Library')
    expect(rowCount(await storedRows(page))).toBe(1)

    await loginField(who).click({ clickCount: 3 })
    await paste(ODD)
    await logPanel(who).getByText(t.logBinding.invisible, { exact: true }).waitFor()
    await addButton(who).click()
    await logPanel(who).getByText(anyOf(t.logBinding.logged)).waitFor()
    expect((await storedRows(page))['accounts']).toMatchObject([{ login: CLEAN, service: { kind: 'own', name: 'Corner Library' } }])
  })

  it('that the disk refuses is said, and the record stays as it was', async () => {
    const disk = own.onSmallDisk()
    const who = await own.launch(language)
    const { page, t } = who
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    await openLogPanel(who)
    await logBinding(who, { typed: 'gmail', name: 'Gmail' })
    await closeLogPanel(who)
    const before = await storedRows(page)
    disk.fill()
    await openAddNumber(who)
    await fillNumber(who, { typed: ULTRA, written: ULTRA })
    // More than a half-filled last block of a file would still take.
    await page.getByRole('button', { name: t.numbers.add.more, exact: true }).click()
    await formField(who, t.numbers.form.notes).fill('A note as long as a block of the disk. '.repeat(110))
    await saveButton(who).click()
    await page.getByText(t.refused['disk-full'], { exact: true }).first().waitFor()
    expect(await phoneField(who).inputValue()).toBe(ULTRA)

    disk.empty()
    await expect.poll(() => storedRows(page), PATIENTLY).toEqual(before)
    await openAddNumber(who)
    await addNumber(who, { typed: ULTRA, written: ULTRA })
    expect(rowCount(await storedRows(page))).toBe(rowCount(before) + 1)
  })

  it('of a record that a newer version wrote: nothing is opened or changed', async () => {
    const who = await own.launch(language)
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    const before = await storedRows(own.running.page)
    await inQuietPage(() => own.running.page.evaluate(version => new Promise<void>((done, failed) => {
      const request = indexedDB.open('untether-sealed', version)
      request.onupgradeneeded = () => request.result.createObjectStore('fromTheFuture')
      request.onsuccess = () => {
        request.result.close()
        done()
      }
      request.onerror = () => failed(request.error)
    }), NEWER))
    await own.running.close()

    const again = await own.launch(language)
    const { page, t } = again
    const ended = new Promise(done => own.running.app.process().once('exit', done))
    await page.getByRole('alert').getByRole('heading', { name: t.failures['newer-version'].title, exact: true }).waitFor()
    for (const text of [t.failures['newer-version'].kept, t.failures['newer-version'].todo, own.folder])
      expect(await page.getByText(text, { exact: true }).count(), text).toBe(1)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([{ name: 'untether-sealed', version: NEWER }])
    expect(await storedRows(page)).toEqual({ ...before, fromTheFuture: [] })
    await keyboardHand(page).press(page.getByRole('button', { name: t.failures.quit, exact: true })).catch(() => {})
    expect(await ended).toBe(0)
  })
})

/** Does something in a page of the app that has no record open. */
async function inQuietPage(act: () => Promise<void>): Promise<void> {
  const url = 'app://untether/crash.html'
  await own.running.app.evaluate(({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url), url)
  await own.running.page.waitForURL(url)
  await act()
}
