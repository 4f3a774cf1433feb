import type { Language } from '../../src/core/records/settings'
import type { RunningApp } from './app'
import type { User } from './screens'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchApp, newProfile } from './app'
import { addTwoNumbers, checkPlan, checkUndone, keyboardHand, logEight, mouseHand, openNumber, openTab, pictureOfFailure, returnToPlan, settleThree, shownText, sidebar, storedRows, user, visibleText, VOICE } from './screens'

let profile: string
let running: RunningApp

beforeEach(() => {
  profile = newProfile()
})

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** What every screen of the record shows. */
async function everyScreen(who: User): Promise<Record<string, string>> {
  const { page, hand, t } = who
  await returnToPlan(who)
  const seen: Record<string, string> = { plan: await shownText(page), sidebar: await visibleText(sidebar(who)) }
  await openNumber(who, VOICE)
  for (const tab of ['overview', 'bindings', 'balance', 'timeline'] as const) {
    await openTab(who, tab)
    seen[tab] = await shownText(page)
  }
  await hand.press(sidebar(who).getByRole('link', { name: t.shell.numbers, exact: true }))
  await page.getByRole('heading', { level: 1, name: t.numbers.title, exact: true }).waitFor()
  seen['numbers'] = await shownText(page)
  await hand.press(sidebar(who).getByRole('link', { name: t.today.title }))
  await page.getByRole('heading', { level: 1, name: t.today.title, exact: true }).waitFor()
  seen['today'] = await shownText(page)
  return seen
}

/** The whole way, from a new profile to the second start. */
async function leaveANumber({ language, kind, undo, quit, odd }: {
  language: Language
  kind: 'keyboard' | 'mouse'
  undo: (who: User) => Promise<void>
  quit: () => Promise<unknown>
  odd: { voice: string, ultra: string }
}): Promise<void> {
  const meet = ({ page }: RunningApp): User => user(page, kind === 'keyboard' ? keyboardHand(page) : mouseHand(page), language)
  running = await launchApp({ userDataDir: profile })
  const first = meet(running)
  await addTwoNumbers(first, odd)
  await openNumber(first, VOICE)
  await logEight(first)
  await checkPlan(first)
  await settleThree(first)
  await undo(first)
  await checkUndone(first)
  const [shown, stored] = [await everyScreen(first), await storedRows(running.page)]
  await expectQuiet()
  const ended = new Promise(done => running.app.process().once('exit', done))
  await quit()
  expect(await ended).toBe(0)

  running = await launchApp({ userDataDir: profile })
  const second = meet(running)
  await sidebar(second).waitFor()
  expect(await storedRows(running.page)).toEqual(stored)
  expect(await everyScreen(second)).toEqual(shown)
  await expectQuiet()
}

/** Nothing was asked for outside the app, and nothing went wrong unseen. */
async function expectQuiet(): Promise<void> {
  const urls = (await running.requests()).map(({ url }) => url)
  expect(urls.filter(url => !url.startsWith('app://untether/') && !/^(?:data|blob):/.test(url))).toEqual([])
  expect({ console: running.consoleErrors, page: running.pageErrors, log: errorsInLog() }).toEqual({ console: [], page: [], log: [] })
}

function errorsInLog(): string[] {
  try {
    return running.log().split('\n').filter(line => / error /.test(line))
  }
  catch {
    return []
  }
}

describe('a number is left, from first start to a second one', () => {
  it('by keyboard alone', async () => {
    await leaveANumber({
      language: 'en',
      kind: 'keyboard',
      undo: () => running.press('Control+Z'),
      quit: () => running.press('Control+Q').catch(() => {}),
      odd: { voice: 'Call me: +1.415.555.0134 (voice)', ultra: 'tel:+1-646-555-0187' },
    })
  })

  it('by mouse alone', async () => {
    await leaveANumber({
      language: 'en',
      kind: 'mouse',
      undo: ({ page, t }) => page.getByRole('main').getByRole('button', { name: t.common.undo, exact: true }).click(),
      quit: () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {}),
      odd: { voice: '(415) 555-0134', ultra: '1 646 555 0187' },
    })
  })

  it('in Chinese by keyboard', async () => {
    await leaveANumber({
      language: 'zh-CN',
      kind: 'keyboard',
      undo: () => running.press('Control+Z'),
      quit: () => running.press('Control+Q').catch(() => {}),
      odd: { voice: '电话：＋１（４１５）５５５－０１３４', ultra: '001-646-555-0187' },
    })
  })
})
