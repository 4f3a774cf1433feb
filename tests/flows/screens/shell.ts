import type { Locator, Page } from 'playwright-core'
import type { User } from './user'
import { startingWith } from './words'

/** The bar at the left with pages and numbers. */
export function sidebar({ page, t }: User): Locator {
  return page.getByRole('navigation', { name: t.shell.pages })
}

/** Goes to the page of a number by its line in the sidebar, which shows its own name where it has one. */
export async function openNumber(user: User, written: string, label = written): Promise<void> {
  await user.hand.press(sidebar(user).getByRole('link', { name: startingWith(label) }))
  await user.page.getByRole('heading', { level: 1, name: written }).waitFor()
}

export type NumberTab = 'overview' | 'bindings' | 'balance' | 'timeline'

/** Goes to a tab of the number that is open, and waits for what it loads. */
export async function openTab({ page, hand, t }: User, tab: NumberTab): Promise<void> {
  const main = page.getByRole('main')
  await hand.press(main.getByRole('navigation', { name: t.numbers.tabs.label }).getByRole('link', { name: startingWith(t.numbers.tabs[tab]) }))
  const loaded = {
    overview: main.locator('.known').first(),
    bindings: main.getByRole('table'),
    balance: main.getByRole('heading', { name: t.numbers.claims.head, exact: true }),
    timeline: main.locator('.timeline li').first(),
  }
  await loaded[tab].waitFor()
}

/** Goes to the page for a new number by the sidebar. */
export async function openAddNumber(user: User): Promise<void> {
  await user.hand.press(sidebar(user).getByRole('button', { name: user.t.shell.addNumber, exact: true }))
}

/** The toast: what was done last, or why it was not. */
export function toast({ page, t }: User): Locator {
  return page.getByRole('status', { name: t.shell.toast, exact: true })
}

/** Text of the page beside the sidebar, one line for each line on screen. */
export async function shownText(page: Page): Promise<string> {
  await settled(page)
  return visibleText(page.getByRole('main'))
}

/** Waits until nothing moves any more: fonts are there, nothing fades in or out. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(done => requestAnimationFrame(done))
    const isMoving = (): boolean => document.getAnimations().some(({ playState }) => playState === 'running')
      || document.querySelector('[class*="-leave-"], [class*="-enter-"]') !== null
    await document.fonts.ready
    // A change begins to move one frame after it was made.
    for (let still = 0; still < 3; still = isMoving() ? 0 : still + 1)
      await frame()
  })
}

/** What somebody reads there, line by line; what is hidden is left out. */
export async function visibleText(place: Locator): Promise<string> {
  const [text = ''] = await place.allInnerTexts()
  return text
}

/** For `expect.poll`: as long as a slow machine may need. */
export const PATIENTLY = { timeout: 20_000 } as const
