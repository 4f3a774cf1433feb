import type { User } from './screens'
import { describe, expect, it } from 'vitest'
import { launchApp } from './app'
import { violations } from './axe'
import { ownProfile } from './own-profile'
import { addNumber, beginWithNumber, filled, logPanel, mouseHand, reach, serviceField, user, VOICE } from './screens'
import { pressAnywhere } from './x-keys'

const PASSPHRASE = 'three quiet herons'
const SHOWN = 'Ctrl Shift B'

const own = ownProfile()

const field = ({ page, t }: User) => page.locator('#shortcut').getByLabel(t.shortcut.keys, { exact: true })

/** Sets the keys with the keyboard alone. */
async function setKeys(who: User): Promise<void> {
  await reach(who.page, field(who))
  await who.page.keyboard.press('Control+Shift+B')
}

/** An app with a number, its settings open and the keys set. */
async function started(): Promise<User> {
  const who = await own.launch()
  await beginWithNumber(who)
  await addNumber(who, { typed: VOICE, written: VOICE })
  await own.running.chooseMenu('go-settings')
  await setKeys(who)
  await expect.poll(() => field(who).inputValue()).toBe(SHOWN)
  return who
}

/** Takes the window out of sight, as if another program were in front. */
async function hide(): Promise<void> {
  await own.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
}

function isInFront(): Promise<boolean | undefined> {
  return own.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
}

function hasKeys(): Promise<boolean> {
  return own.running.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Shift+B'))
}

async function isInLine(who: User): Promise<void> {
  await logPanel(who).waitFor()
  await expect.poll(() => serviceField(who).evaluate(line => line === document.activeElement)).toBe(true)
}

describe('keys that log a binding from any program', () => {
  it('are off, set by keyboard, and bring the window with the line; a dialog stays, and so does what is begun', { timeout: 60_000 }, async () => {
    const first = await own.launch()
    await beginWithNumber(first)
    await addNumber(first, { typed: VOICE, written: VOICE })
    expect(await hasKeys()).toBe(false)
    await own.running.chooseMenu('go-settings')
    await setKeys(first)
    await expect.poll(() => field(first).inputValue()).toBe(SHOWN)
    expect(await violations(first.page)).toEqual([])
    await own.running.close()

    const who = await own.launch()
    const { page, t } = who
    await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
    await expect.poll(hasKeys).toBe(true)
    await hide()
    await pressAnywhere('Control', 'Shift', 'B')
    await isInLine(who)
    expect(await isInFront()).toBe(true)
    await page.keyboard.type('chase')
    await logPanel(who).getByLabel(t.logBinding.account, { exact: true }).focus()
    await pressAnywhere('Control', 'Shift', 'B')
    await isInLine(who)
    expect(await serviceField(who).inputValue()).toBe('chase')
    await page.keyboard.press('Escape')
    await logPanel(who).waitFor({ state: 'detached' })

    await own.running.chooseMenu('go-settings')
    await page.locator('#backup').getByRole('button', { name: t.backup.saveFile, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await hide()
    await pressAnywhere('Control', 'Shift', 'B')
    await expect.poll(isInFront).toBe(true)
    await own.running.press('Control+B')
    // Asked for after both and seen: they have been answered too.
    await own.running.chooseMenu('toggle-theme')
    await page.locator('html.dark').waitFor()
    expect(await dialog.count()).toBe(1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await logPanel(who).count()).toBe(0)
    await own.running.press('Control+B')
    await isInLine(who)
  })

  it('lead past the lock: nothing is shown before the passphrase, then the line', { timeout: 60_000 }, async () => {
    const who = await started()
    await who.page.evaluate(async (passphrase) => {
      await window.untether.vault.setPrivacy({ lockAfterMinutes: 0, isCaptureBlocked: false })
      await window.untether.vault.setPassphrase(null, passphrase)
    }, PASSPHRASE)
    const [page] = await Promise.all([own.running.app.waitForEvent('window'), own.running.chooseMenu('lock')])
    own.running.page = page
    const locked = user(page, mouseHand(page), 'en')
    await page.getByRole('heading', { name: locked.t.vault.lockedTitle, exact: true }).waitFor()
    await expect.poll(isInFront).toBe(true)
    await hide()
    await pressAnywhere('Control', 'Shift', 'B')
    await expect.poll(isInFront).toBe(true)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByLabel(locked.t.vault.secret, { exact: true }).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await isInLine(locked)
  })

  it('that another program has are refused and said, and said calmly at the next start', { timeout: 60_000 }, async () => {
    const other = await launchApp()
    const otherSets = (keys: string): Promise<string> => other.page.evaluate(keys => window.untether.shortcut.set(keys), keys)
    try {
      const who = await started()
      const { page, t } = who
      expect(await otherSets('Control+Shift+B')).toBe('taken')
      expect(await otherSets('F8')).toBe('set')
      await page.keyboard.press('F8')
      await page.locator('#shortcut').getByText(filled(t.shortcut.faults.takenKept, { keys: 'F8', kept: SHOWN })).waitFor()
      expect(await hasKeys()).toBe(true)
      await own.running.close()

      expect(await otherSets('Control+Shift+B')).toBe('set')
      const again = await own.launch()
      await again.page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
      await own.running.press('Control+K')
      await again.page.getByRole('combobox', { name: t.palette.title, exact: true }).waitFor()
      await again.page.keyboard.insertText(t.palette.pages.shortcut)
      await again.page.getByRole('option', { name: t.palette.pages.shortcut, selected: true }).waitFor()
      await again.page.keyboard.press('Enter')
      await again.page.getByText(filled(t.shortcut.idle, { keys: SHOWN })).waitFor()
      // What stands above comes later than the page, and moves it.
      await again.page.locator('#security').getByRole('button', { name: t.vault.setPassphrase, exact: true }).waitFor({ state: 'attached' })
      await again.page.locator('#backup').getByText(own.running.userDataDir).waitFor({ state: 'attached' })
      expect(await field(again).evaluate(element => element === document.activeElement)).toBe(true)
      await expect.poll(() => again.page.locator('#shortcut').evaluate(section =>
        section.querySelector('h2')!.getBoundingClientRect().top >= 0 && section.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
      expect(await field(again).inputValue()).toBe(SHOWN)
      expect(await otherSets('F8')).toBe('set')
      await again.hand.press(again.page.getByRole('button', { name: t.shortcut.again, exact: true }))
      await expect.poll(hasKeys).toBe(true)
    }
    finally {
      await other.close()
    }
  })
})
