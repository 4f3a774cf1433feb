import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { DEMO_DAY } from '../fixtures/demo'
import { seedProfile } from '../fixtures/seed-profile'
import { bytes, headers } from '../unit/core/files/pictures'
import { ownProfile } from './own-profile'
import { filesHeldOver, goTo, PATIENTLY, settled, tourFacts } from './screens'

const own = ownProfile()

afterEach(async () => {
  const urls = (await own.running.requests()).map(({ url }) => url)
  expect(urls.filter(url => !/^(?:app:\/\/untether\/|devtools:|data:|blob:)/.test(url))).toEqual([])
  expect({ console: own.running.consoleErrors, page: own.running.pageErrors }).toEqual({ console: [], page: [] })
})

it('evidence is dropped and pasted, looked at by keyboard, and nothing in it is run', async () => {
  const who = await own.launch()
  const { page, t } = who
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(own.folder, name)
    writeFileSync(path, content)
    return path
  }
  const svg = file('logo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title = 1"><image href="https://example.com/seen.png"/></svg>')
  const bomb = file('bomb.png', headers.png(100_000, 100_000))
  const note = file('note.txt', 'Moved on Tuesday')
  const shot = file('login.png', await page.screenshot())

  const { facts, ids } = tourFacts(DEMO_DAY)
  await seedProfile(page, facts)
  await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
  await goTo(who, `/numbers/${ids.voice}/bindings`)

  // Let go where nothing takes it: the page stays as it is.
  const address = page.url()
  await filesHeldOver(page, page.locator('h1').first(), [shot], 'drop')
  await settled(page)
  expect(page.url()).toBe(address)

  await page.getByRole('main').getByRole('button', { name: 'Chase', exact: true }).click()
  const panel = page.getByRole('dialog').first()
  const list = panel.getByRole('region', { name: t.files.title })
  await filesHeldOver(page, list, [shot], 'over')
  await list.getByText(t.files.dropHere).waitFor()
  await filesHeldOver(page, list, [shot, note, svg, bomb], 'drop')
  await list.getByRole('listitem').nth(3).waitFor()

  await list.getByRole('button', { name: t.files.view.replace('{name}', 'login.png') }).focus()
  await page.keyboard.press('Enter')
  const viewer = page.getByRole('dialog').filter({ has: page.locator('.sheet') })
  await viewer.getByRole('img', { name: 'login.png' }).waitFor()
  expect(await viewer.locator('img').evaluate(image => (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth))).toBeGreaterThan(100)
  const middle = await viewer.getByRole('img', { name: 'login.png' }).boundingBox()
  await own.running.app.evaluate(({ BrowserWindow }, { x, y }) => BrowserWindow.getAllWindows()[0]?.webContents.copyImageAt(x, y), { x: Math.round(middle!.x) + 50, y: Math.round(middle!.y) + 50 })
  // It is copied a moment later, from what is shown then.
  await expect.poll(() => own.running.app.evaluate(({ clipboard }) => clipboard.has('image/png')), PATIENTLY).toBe(true)
  await page.keyboard.press('ArrowRight')
  await viewer.getByText('Moved on Tuesday').waitFor()
  await page.keyboard.press('ArrowRight')
  await viewer.getByText('<svg xmlns').waitFor()
  expect(await viewer.locator('.sheet svg, .sheet image').count()).toBe(0)
  expect(await page.title()).not.toBe('1')
  await page.keyboard.press('ArrowRight')
  await viewer.getByText('100,000 × 100,000').first().waitFor()
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })
  // It goes back where it came from, and the panel is still there.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe('login.png')

  // The keyboard stands in a field of the panel, which can do nothing with the picture that was copied.
  await panel.getByRole('textbox').first().focus()
  await own.running.press('Control+V')
  await list.getByRole('listitem').nth(4).waitFor()
  expect(await list.getByRole('listitem').last().textContent()).toMatch(/Screenshot \d{4}-\d\d-\d\d\.png/)
})

it('a picture that is broken behind a sound header is told of', async () => {
  const who = await own.launch()
  const { page, t } = who
  const path = join(own.folder, 'broken.png')
  writeFileSync(path, bytes([...headers.png(40, 40)], 'this is no picture'))
  const { facts, ids } = tourFacts(DEMO_DAY)
  await seedProfile(page, facts)
  await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
  await goTo(who, `/numbers/${ids.voice}/bindings`)
  await page.getByRole('main').getByRole('button', { name: 'Chase', exact: true }).click()
  const list = page.getByRole('dialog').getByRole('region', { name: t.files.title })
  await filesHeldOver(page, list, [path], 'drop')
  await list.getByRole('button', { name: t.files.view.replace('{name}', 'broken.png') }).click()
  await page.getByText(t.files.viewer.broken).waitFor()
})
