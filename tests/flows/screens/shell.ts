import type { Locator, Page } from 'playwright-core'
import type { User } from './user'
import { startingWith } from './words'

/** The bar at the left with pages and numbers. */
export function sidebar({ page, t }: User): Locator {
  return page.getByRole('navigation', { name: t.shell.pages })
}

/** Goes to the page of a number by its line in the sidebar. */
export async function openNumber(user: User, written: string): Promise<void> {
  await user.hand.press(sidebar(user).getByRole('link', { name: startingWith(written) }))
  await user.page.getByRole('heading', { level: 1, name: written }).waitFor()
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
  return page.getByRole('main').innerText()
}

/** Waits until nothing moves any more: fonts are there and animations have ended. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await document.fonts.ready
    return document.getAnimations().every(animation => animation.playState !== 'running')
  })
}
