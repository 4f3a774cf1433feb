import type { Locator } from 'playwright-core'
import type { Role } from '../../../src/core/records/binding'
import type { User } from './user'
import { anyOf } from './words'

export type NewBinding = {
  /** What is typed to find the service. */
  typed: string
  /** Its name as lists show it. */
  name: string
  isOwn?: boolean
  login?: string
  /** Roles to tick or untick, beyond what the catalogue set. */
  toggled?: readonly Role[]
}

/** The panel that logs a binding. */
export function logPanel({ page, t }: User): Locator {
  return page.getByRole('dialog', { name: t.logBinding.title, exact: true })
}

/** The line that takes the service. */
export function serviceField(user: User): Locator {
  return logPanel(user).getByRole('combobox', { name: user.t.logBinding.service, exact: true })
}

export function loginField(user: User): Locator {
  return logPanel(user).getByLabel(user.t.logBinding.account, { exact: true })
}

/** Button that adds the binding. */
export function addButton(user: User): Locator {
  return logPanel(user).getByRole('button', { name: user.t.logBinding.add, exact: true })
}

/** Opens the panel by the button that stands on every screen. */
export async function openLogPanel(user: User): Promise<void> {
  const { page, hand, t } = user
  await hand.press(page.getByRole('navigation', { name: t.shell.pages }).getByRole('button', { name: t.shell.logBinding, exact: true }))
  await serviceField(user).waitFor()
}

/** Logs one binding in the open panel, and waits until it says so. */
export async function logBinding(user: User, { typed, name, isOwn = false, login = '', toggled = [] }: NewBinding): Promise<void> {
  const { hand, t } = user
  const panel = logPanel(user)
  const options = panel.getByRole('option')
  await hand.pick(serviceField(user), typed, isOwn ? options.filter({ hasText: anyOf(t.logBinding.useOwn) }) : options.filter({ hasText: name }).first())
  await options.first().waitFor({ state: 'hidden' })
  await hand.write(loginField(user), login)
  for (const role of toggled)
    await hand.press(panel.getByRole('checkbox', { name: t.words.role[role], exact: true }))
  await hand.press(addButton(user))
  await panel.getByRole('status').filter({ hasText: name }).filter({ hasText: anyOf(t.logBinding.logged) }).waitFor()
}

/** Closes the panel by its cross. */
export async function closeLogPanel(user: User): Promise<void> {
  await user.hand.press(logPanel(user).getByRole('button', { name: user.t.common.close, exact: true }))
  await logPanel(user).waitFor({ state: 'detached' })
}
