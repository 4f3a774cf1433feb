import type { Locator } from 'playwright-core'
import type { PhaseKey } from '../../../src/core/plan/plan'
import type { User } from './user'
import { visibleText } from './shell'
import { anyOf, filled, startingWith } from './words'

/** The knot of a phase in the stepper. */
export function phaseTab({ page, t }: User, phase: PhaseKey): Locator {
  return page.getByRole('tab', { name: startingWith(t.words.phase[phase]) })
}

/** Goes from a number's page to its plan. */
export async function openPlan(user: User): Promise<void> {
  const { page, hand, t } = user
  await hand.press(page.getByRole('navigation', { name: t.numbers.tabs.label }).getByRole('link', { name: t.numbers.tabs.plan, exact: true }))
  await phaseTab(user, 'unbind').waitFor()
}

/** Rows of the phase that is shown, settled ones left out while they are folded. */
export function taskRows({ page }: User): Locator {
  return page.locator('[data-plan-row]')
}

/** The task in focus. */
export function taskDetail({ page }: User): Locator {
  return page.getByRole('article')
}

/** Puts the task of this account in focus. */
export async function selectTask(user: User, name: string): Promise<void> {
  const row = taskRows(user).filter({ hasText: name })
  await user.hand.press(row)
  await user.page.locator('[data-plan-row][aria-current=true]').filter({ hasText: name }).waitFor()
  await taskDetail(user).filter({ hasText: name }).waitFor()
}

/** One of the two ticks of the task in focus. */
export function tickOf(user: User, which: 'moved' | 'verified'): Locator {
  return taskDetail(user).getByRole('checkbox', { name: user.t.plan[which], exact: true })
}

/** Ticks a task to the end: moved, then verified. */
export async function settleTask(user: User, name: string, ticks: readonly ('moved' | 'verified')[]): Promise<void> {
  await selectTask(user, name)
  for (const which of ticks) {
    await user.hand.press(tickOf(user, which))
    await taskDetail(user).filter({ hasText: name }).and(user.page.locator(':has([aria-checked=true])')).waitFor()
    await user.page.waitForFunction(({ label }) => [...document.querySelectorAll('article [role=checkbox]')].some(box => box.getAttribute('aria-label') === label && box.getAttribute('aria-checked') === 'true'), { label: user.t.plan[which] })
  }
}

/** Every figure that tells how far the unbinding is: stepper, head of the list, fold of settled ones. */
export async function progress(user: User): Promise<{ stepper: string, left: string, settled: string }> {
  const { page, t } = user
  const list = page.getByRole('region', { name: t.words.phase.unbind, exact: true })
  const fold = list.getByRole('button', { name: anyOf(t.plan.settled) })
  return {
    stepper: (await visibleText(phaseTab(user, 'unbind'))).split('\n').at(-1) ?? '',
    left: await visibleText(list.getByText(anyOf(t.plan.left))),
    settled: await fold.count() > 0 ? await visibleText(fold) : '',
  }
}

/** The same figures as they should read. */
export function progressText({ t }: User, done: number, total: number): { stepper: string, left: string, settled: string } {
  return {
    stepper: filled(t.plan.count, { done, total }),
    left: filled(t.plan.left, { n: total - done }),
    settled: done > 0 ? filled(t.plan.settled, { n: done }) : '',
  }
}
