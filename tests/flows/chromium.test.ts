import type { Language } from '../../src/core/records/settings'
import type { Browser, Page } from 'playwright-core'
import process, { getuid } from 'node:process'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addTwoNumbers, checkPlan, checkUndone, keyboardHand, logEight, mouseHand, openNumber, pictureOfFailure, progress, progressText, returnToPlan, settleThree, sidebar, storedRows, user, VOICE } from './screens'
import { servePages, standInForMain } from './stand-in'

/** As quiet as a browser can be: it looks for nothing and nobody. */
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

let browser: Browser
let server: Awaited<ReturnType<typeof servePages>>
let page: Page

beforeAll(async () => {
  const executablePath = process.env['UNTETHER_CHROMIUM']
  if (executablePath === undefined)
    throw new Error('UNTETHER_CHROMIUM is not set: run the flows with `npm run test:flows`')
  server = await servePages()
  browser = await chromium.launch({ executablePath, args: [...QUIET, ...(getuid?.() === 0 ? ['--no-sandbox'] : [])] })
})

afterEach(async (test) => {
  await pictureOfFailure(test, page)
  await page.context().close()
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

describe('first start in a browser of today, under the app\'s content policy', () => {
  it.each([['en', 'keyboard'], ['zh-CN', 'mouse']] as const)('in %s by %s', async (language: Language, kind) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
    const wrong: string[] = []
    const asked: string[] = []
    // A browser asks for an icon of its own accord; Electron does not.
    page.on('console', message => message.type() === 'error' && !message.location().url.endsWith('/favicon.ico') && wrong.push(message.text()))
    page.on('pageerror', error => wrong.push(error.message))
    page.on('request', request => asked.push(request.url()))
    await standInForMain(page, language)
    await page.goto(server.url)
    const who = user(page, kind === 'keyboard' ? keyboardHand(page) : mouseHand(page), language)

    await addTwoNumbers(who, { voice: '+1 (415) 555-0134', ultra: '001 646 555 0187' })
    await openNumber(who, VOICE)
    await logEight(who)
    await checkPlan(who)
    await settleThree(who)
    await who.hand.press(page.getByRole('main').getByRole('button', { name: who.t.common.undo, exact: true }))
    await checkUndone(who)
    const stored = await storedRows(page)

    await page.reload()
    await sidebar(who).waitFor()
    await returnToPlan(who)
    expect(await progress(who)).toEqual(progressText(who, 2, 8))
    expect(await storedRows(page)).toEqual(stored)
    expect(asked.filter(url => !url.startsWith(server.url))).toEqual([])
    expect(wrong).toEqual([])
  })
})
