import type { User } from './screens'
import { Buffer } from 'node:buffer'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { ownProfile } from './own-profile'
import { violations } from './axe'
import { DEMO_DAY } from '../fixtures/demo'
import { seedProfile } from '../fixtures/seed-profile'
import { addNumber, anyOf, beginWithNumber, emptyScenes, fullScenes, goTo, logBinding, mouseHand, numberHeading, openLogPanel, openNumber, storedRows, tourFacts, user, VOICE } from './screens'

const PASSPHRASE = 'three quiet herons'

const own = ownProfile()

/** Sets a passphrase on the settings page; with a recovery code, gives it back. */
async function setPassphrase({ page, t }: User, { withCode = false } = {}): Promise<string> {
  // Keys of a test are no touch of the keyboard for the system, which may count an hour by now.
  await page.evaluate(() => window.untether.vault.setPrivacy({ lockAfterMinutes: 0, isCaptureBlocked: false }))
  await own.running.chooseMenu('go-settings')
  await page.locator('#security').getByRole('button', { name: t.vault.setPassphrase, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t.vault.next, { exact: true }).fill(PASSPHRASE)
  await dialog.getByLabel(t.vault.again, { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  const offer = dialog.getByRole('button', { name: withCode ? t.vault.makeCode : t.vault.later, exact: true })
  await offer.click()
  if (!withCode) {
    await dialog.waitFor({ state: 'hidden' })
    return ''
  }
  const code = dialog.getByText(/^[\dA-Z]{4}(?:\W?[\dA-Z]{4})+$/).first()
  await code.waitFor()
  const text = await code.textContent() ?? ''
  await dialog.getByRole('button', { name: t.vault.codeDone, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  return text
}

/** The window that stands there after the lock took the place of the one before. */
async function lockedWindow(act: () => Promise<unknown>): Promise<User> {
  const [page] = await Promise.all([own.running.app.waitForEvent('window'), act()])
  own.running.page = page
  await page.waitForLoadState('load')
  return user(page, mouseHand(page), 'en')
}

function renderer(): Promise<number> {
  return own.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId())
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  }
  catch {
    return false
  }
}

describe('the lock', () => {
  it('ends the window with all that it knew, and opens for the passphrase alone, with a growing wait', { timeout: 120_000 }, async () => {
    const who = await own.launch()
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    await setPassphrase(who)
    const before = await renderer()

    const locked = await lockedWindow(() => own.running.press('Control+L'))
    const { page, t } = locked
    await page.getByRole('heading', { name: t.vault.lockedTitle, exact: true }).waitFor()
    await expect.poll(() => isAlive(before)).toBe(false)
    expect(await renderer()).not.toBe(before)
    expect(await page.evaluate(() => document.body.textContent)).not.toContain('415')
    expect(await violations(page)).toEqual([])

    const field = page.getByLabel(t.vault.secret, { exact: true })
    for (const wrong of ['not it', 'nor this', 'three quiet heron']) {
      await field.fill(wrong)
      await page.keyboard.press('Enter')
      await page.getByText(anyOf(`${t.vault.wrong} | ${t.vault.wait}`)).first().waitFor()
    }
    await page.getByText(anyOf(t.vault.wait)).first().waitFor()
    await page.getByText(anyOf(t.vault.wait)).first().waitFor({ state: 'hidden', timeout: 30_000 })
    await field.fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await openNumber(locked, VOICE)
    await numberHeading(locked, VOICE).waitFor()
  })

  it('stands at the next start too, and opens for the recovery code; the passphrase can be taken away again', { timeout: 120_000 }, async () => {
    const who = await own.launch()
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    const code = await setPassphrase(who, { withCode: true })
    await own.running.close()

    const again = await own.launch()
    const { page, t } = again
    await page.getByLabel(t.vault.secretOrCode, { exact: true }).fill(code.toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: t.today.title, exact: true }).waitFor({ timeout: 30_000 })
    await own.running.chooseMenu('go-settings')
    await page.locator('#security').getByRole('button', { name: t.vault.removePassphrase, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(anyOf(`${t.vault.current} | ${t.vault.currentOrCode}`)).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden', timeout: 30_000 })
    await own.running.close()

    const open = await own.launch()
    await open.page.getByRole('heading', { name: t.today.title, exact: true }).waitFor()
  })

  it('without a passphrase shows where one is set', async () => {
    const who = await own.launch()
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    await own.running.press('Control+L')
    await who.page.locator('#security').getByRole('button', { name: who.t.vault.setPassphrase, exact: true }).waitFor()
    await who.page.getByRole('status').getByText(who.t.vault.setFirst, { exact: true }).waitFor()
  })

  it('tells the key file that was lost from a wrong secret, and takes the key from a snapshot', { timeout: 120_000 }, async () => {
    const who = await own.launch()
    await beginWithNumber(who)
    await addNumber(who, { typed: VOICE, written: VOICE })
    await setPassphrase(who)
    await own.running.chooseMenu('go-settings')
    await who.page.locator('#backup').getByRole('button', { name: who.t.backup.make, exact: true }).click()
    await who.page.locator('#backup').getByText(anyOf(`${who.t.backup.made} | ${who.t.backup.nothingNew}`)).first().waitFor()
    await own.running.close()
    for (const name of ['keys.json', 'keys.copy.json'])
      rmSync(join(own.folder, name))

    const again = await own.launch()
    const { page, t } = again
    await page.getByRole('heading', { name: t.vault.lost['no-key-file'].title, exact: true }).waitFor()
    await page.getByLabel(t.vault.secretOrCode, { exact: true }).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await openNumber(again, VOICE)
    await numberHeading(again, VOICE).waitFor()
  })
})

/** Scenes of the tour in which something can be typed. */
const WITH_FIELDS = /all fields open|its facts|an entry|asking back|^plan, (?:prepare|pre-flight|refund|cancel|follow-up|opening)|^logging a binding$|its status|removing|^number, balance/

describe('canaries', () => {
  const canaries = Array.from({ length: 20 }, (_, index) => `Kanarie${String(index).padStart(2, '0')}Zq9`)

  /** Every file of the profile, and of the temporary folder if it is ours; profiles of flows beside this one come and go. */
  function files(): string[] {
    const within = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
    const ours = readdirSync(tmpdir()).filter(name => /untether(?!-flow-)|\.org\.chromium/i.test(name)).map(name => join(tmpdir(), name))
    return [...within(own.folder), ...ours.flatMap((path) => {
      try {
        return within(path)
      }
      catch {
        return []
      }
    })]
  }

  it('typed into every kind of field are in no file of the profile, log, crash or temporary folder', { timeout: 180_000 }, async () => {
    let used = 0
    const next = (): string => canaries[used++ % canaries.length]!
    const who = await own.launch()
    const { page, t } = who
    const { facts, ids } = tourFacts(DEMO_DAY)
    await seedProfile(page, facts)
    await page.locator('nav a').nth(facts.numbers.size).waitFor()
    await openLogPanel(who)
    for (let index = 0; index < 3; index++)
      await logBinding(who, { typed: next(), name: '', isOwn: true, login: next() })
    const attached = mkdtempSync(join(tmpdir(), 'source-'))
    const letter = join(attached, `${next()}.txt`)
    writeFileSync(letter, `${next()} and ${next()}`)
    const [numberId] = facts.numbers.keys()
    await page.evaluate((id) => {
      location.hash = `#/numbers/${id}/plan`
    }, numberId)
    await page.locator('input[type=file]').first().setInputFiles(letter)
    await page.getByRole('button', { name: /^Save a copy/ }).first().waitFor()
    rmSync(attached, { recursive: true })
    page.setDefaultTimeout(3_000)
    for (const scene of [...emptyScenes, ...fullScenes(ids, own.running)].filter(({ name }) => WITH_FIELDS.test(name))) {
      // What was saved in one scene may leave nothing to open in another; the fields are counted below.
      await scene.open(who).catch(() => {})
      const dialog = page.getByRole('dialog')
      const place = await dialog.count() > 0 ? dialog : page.locator('main')
      for (const field of await place.locator('input[type=text], input[type=tel], input[type=search], input[type=password], textarea').all())
        await field.fill(`${next()} ${next()}`, { timeout: 1_000 }).catch(() => {})
      // Saved, or refused and kept as typed: neither may reach a file.
      await page.keyboard.press('Enter')
      await place.locator('.action-primary').first().click({ timeout: 1_000 }).catch(() => {})
    }
    // A passphrase is made slow to guess, and so it is slow to set.
    page.setDefaultTimeout(30_000)
    await goTo(who, '/')
    await setPassphrase(who)
    const locked = await lockedWindow(() => own.running.press('Control+L'))
    await locked.page.getByLabel(t.vault.secret, { exact: true }).fill(next())
    await locked.page.keyboard.press('Enter')
    await locked.page.getByText(t.vault.wrong, { exact: true }).first().waitFor()
    expect(used, 'fields that took one').toBeGreaterThan(canaries.length)
    await locked.page.getByLabel(t.vault.secret, { exact: true }).fill(PASSPHRASE)
    await locked.page.keyboard.press('Enter')
    await locked.page.getByRole('heading', { name: t.settings.title, exact: true }).or(locked.page.getByRole('heading', { name: t.today.title, exact: true })).waitFor({ timeout: 30_000 })
    const kept = JSON.stringify(await storedRows(locked.page, PASSPHRASE))
    expect(canaries.filter(canary => kept.includes(canary)).length, 'canaries that were saved').toBeGreaterThan(5)
    await own.running.close()

    const found = files().flatMap((file) => {
      const bytes = readFileSync(file)
      return canaries.filter(canary => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'))).map(canary => `${canary} in ${file.replace(own.folder, '')}`)
    })
    expect(found).toEqual([])
  })
})
