import type { Facts } from '../../../src/core/records/tables'
import type { TaskKind } from '../../../src/core/plan/codes'
import type { Page } from 'playwright-core'
import type { User } from './user'
import { expect } from 'vitest'
import { seedProfile } from '../../fixtures/seed-profile'
import { goTo } from './tour'
import { PATIENTLY } from './shell'
import { storedRows } from './rows'
import { taskDetail } from './plan'

/** Sets the window's clock, which runs on from there; the page has to be loaded anew to see the day. */
export async function setDay({ page }: User, day: string): Promise<void> {
  const { clock } = page.context()
  const time = new Date(`${day}T09:00:00Z`)
  // A clock that stands still will not do: events are told apart by their moments.
  await (clocked.has(page) ? clock.setSystemTime(time) : clock.install({ time }))
  clocked.add(page)
}
const clocked = new WeakSet<Page>()

/** Puts a record into the app on a day, and opens the plan of a number. */
export async function openPlanOn(who: User, facts: Facts, numberId: string, day: string): Promise<void> {
  await setDay(who, day)
  await seedProfile(who.page, facts)
  await who.page.locator('nav a').nth(facts.numbers.size).waitFor()
  await planOn(who, numberId, day)
}

/** The plan of a number on a day; with a task, that task in focus. */
export async function planOn(who: User, numberId: string, day: string, taskKey?: string): Promise<void> {
  await setDay(who, day)
  await goTo(who, `/numbers/${numberId}/plan${taskKey ? `?task=${taskKey}` : ''}`)
  if (taskKey)
    await who.page.locator(`article[data-task="${taskKey}"]`).waitFor()
}

/** Key of the task in focus, and how it stands. */
export async function focused(who: User): Promise<{ key: string, state: string }> {
  const article = taskDetail(who)
  await article.waitFor()
  return { key: await article.getAttribute('data-task') ?? '', state: await article.getAttribute('data-state') ?? '' }
}

/** Waits until the task in focus is another, or stands differently; gives what it is then. */
async function changed(who: User, { key, state }: { key: string, state: string }): Promise<void> {
  await who.page.waitForFunction(({ key, state }) => {
    const article = document.querySelector('article[data-task]')
    return !article || article.getAttribute('data-task') !== key || article.getAttribute('data-state') !== state
  }, { key, state })
}

/**
 * Does the task in focus once, by its main control or its next tick. What wants to be typed is typed.
 * @returns the key of the task
 */
export async function doFocused(who: User): Promise<string> {
  const { page, hand, t } = who
  const now = await focused(who)
  const article = taskDetail(who)
  const field = (label: string) => article.getByLabel(label, { exact: true })
  if (now.key === 'prepare:choose-date') {
    await article.getByRole('spinbutton').first().focus()
    await page.keyboard.type('20122026')
    if (who.language === 'zh-CN') {
      await article.getByRole('spinbutton').first().focus()
      await page.keyboard.type('20261220')
    }
    await page.keyboard.press('Enter')
  }
  else if (now.key === 'cancel:note-reference') {
    await hand.write(field(t.plan.note.reference), 'R-48213')
    await hand.press(article.getByRole('button', { name: t.common.save, exact: true }))
  }
  else {
    const main = article.locator('[data-plan-main]')
    await hand.press((await main.count()) > 0 ? main.first() : article.getByRole('checkbox', { checked: false }).first())
  }
  const asked = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  if (LAST_STEPS.includes(now.key))
    await hand.press(asked.getByRole('button', { name: t.words.action[now.state.split(' ')[1] as TaskKind], exact: true }))
  await changed(who, now)
  return now.key
}

/** The steps by which a number is left are asked about once more. */
const LAST_STEPS = ['cancel:cancel', 'cancel:confirm-port', 'cancel:let-expire']

const MOST_STEPS = 90

/** Does what the plan shows, one task after the other, until a task of this key is in focus (or the number is closed). */
export async function followTo(who: User, stop: (key: string) => boolean): Promise<string[]> {
  const done: string[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    const closed = who.page.getByText(who.t.plan.closed.title, { exact: true })
    await taskDetail(who).or(closed).first().waitFor()
    if (await closed.count() > 0)
      return done
    const { key, state } = await focused(who)
    if (stop(key))
      return done
    if (/^(?:done|skipped)/.test(state)) {
      // It folds away by itself after a moment.
      await changed(who, { key, state })
      continue
    }
    done.push(await doFocused(who))
  }
  throw new Error(`no end after ${done.join(', ')}`)
}

/** The row of the number as it is kept. */
export async function storedNumber({ page }: User, numberId: string): Promise<Record<string, unknown>> {
  return (await storedRows(page))['numbers']!.find(row => row['id'] === numberId)!
}

export async function expectStatus(who: User, numberId: string, lineStatus: string): Promise<void> {
  await expect.poll(async () => (await storedNumber(who, numberId))['lineStatus'], PATIENTLY).toBe(lineStatus)
}
