import type { Language } from '../../src/core/records/settings'
import type { RunningApp } from './app'
import { Buffer } from 'node:buffer'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleFacts } from '../../src/core/sample/sample'
import { settingsDefaults } from '../../src/core/records/settings'
import { seedProfile } from '../fixtures/seed-profile'
import { launchApp } from './app'
import { filled, goTo, keyboardHand, PATIENTLY, pictureOfFailure, user } from './screens'

let running: RunningApp
let folder: string

beforeEach(async () => {
  running = await launchApp()
  folder = mkdtempSync(join(tmpdir(), 'untether-web-'))
})

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})

async function begin(language: Language) {
  const { page } = running
  const facts = sampleFacts(new Date().toISOString().slice(0, 10), { language })
  await seedProfile(page, { ...facts, settings: new Map([['settings', { ...settingsDefaults, language, isStarted: true }]]) })
  await page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
  const who = user(page, keyboardHand(page), language)
  await goTo(who, '/bindings/web')
  await page.locator('.web-picture').waitFor()
  return who
}

describe.each(['en', 'zh-CN'] as const)('the web by keyboard alone, %s', (language) => {
  it('follows a thread, and answers what would fall with the number', async () => {
    const { page, hand, t } = await begin(language)
    const focus = page.locator('.web-picture [data-node]:focus')
    for (let step = 0; await focus.count() === 0; step++) {
      expect(step).toBeLessThan(40)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => focus.getAttribute('title'), PATIENTLY).toMatch(/^Gmail/)
    // Telegram has nothing to do with it and fades.
    const telegram = page.locator('.web-account', { hasText: 'Telegram' })
    await expect.poll(() => telegram.evaluate(element => getComputedStyle(element).opacity), PATIENTLY).toBe('0.35')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => focus.getAttribute('data-node'), PATIENTLY).toMatch(/^guarded:/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const head = page.getByRole('heading', { level: 1 })
    await expect.poll(() => head.textContent(), PATIENTLY).toContain('+1 415-555-0134')
    expect(await head.textContent()).toContain(filled(t.web.fall.head.split('{number}')[0]!, {}).trim())
    await page.getByRole('heading', { level: 2, name: t.web.fall.sections.shut, exact: true }).waitFor()
    await hand.press(page.getByRole('main').getByRole('link', { name: /Chase|大通/ }).first())
    await page.waitForFunction(() => location.hash.includes('/plan?task=unbind'))
  })

  it('saves the picture as SVG and PNG', async () => {
    const { page, hand, t } = await begin(language)
    for (const [kind, item] of [['svg', t.web.saveSvg], ['png', t.web.savePng]] as const) {
      const path = join(folder, `web.${kind}`)
      await running.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, path)
      await hand.press(page.getByRole('button', { name: t.web.save, exact: true }))
      await hand.press(page.getByRole('menuitem', { name: item, exact: true }))
      await expect.poll(() => existsSync(path), PATIENTLY).toBe(true)
    }
    const svg = readFileSync(join(folder, 'web.svg'), 'utf8')
    expect(svg).toContain('Telegram')
    expect(svg).not.toMatch(/<script|href|url\(/i)
    expect(readFileSync(join(folder, 'web.png')).subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    expect(running.pageErrors).toEqual([])
    expect(running.consoleErrors).toEqual([])
  })
})
