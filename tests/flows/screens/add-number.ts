import type { Locator } from 'playwright-core'
import type { User } from './user'

export type NewNumber = {
  /** As it is pasted. */
  typed: string
  /** As the screen writes it. */
  written: string
  /** What is typed to find the provider, and its name in the list. */
  provider?: { typed: string, name: string }
  label?: string
}

/** The field for the number. */
export function phoneField({ page, t }: User): Locator {
  return page.getByRole('textbox', { name: t.numbers.add.phone, exact: true })
}

/** The button that saves. */
export function saveButton({ page, t }: User): Locator {
  return page.getByRole('main').getByRole('button', { name: t.numbers.add.save, exact: true })
}

/** A field below the number by its label. */
export function formField({ page }: User, label: string): Locator {
  return page.getByLabel(label, { exact: true })
}

/** Fills the page of a new number in; it is not saved yet. */
export async function fillNumber(user: User, { typed, written, provider, label }: NewNumber): Promise<void> {
  const { page, hand, t } = user
  await hand.write(phoneField(user), typed)
  const guess = page.getByRole('button', { name: new RegExp(`${written.replace('+', '\\+')}$`) })
  await page.getByText(written).first().waitFor()
  if (await guess.count() > 0)
    await hand.press(guess)
  if (provider)
    await hand.pick(page.getByRole('combobox', { name: t.numbers.form.provider, exact: true }), provider.typed, page.getByRole('option').filter({ hasText: provider.name }).first())
  if (label)
    await hand.write(formField(user, t.numbers.form.label), label)
}

/** Adds a number on its page, which must be open, and waits for the page of the number. */
export async function addNumber(user: User, number: NewNumber): Promise<void> {
  await fillNumber(user, number)
  await user.hand.press(saveButton(user))
  await numberHeading(user, number.written).waitFor()
}

/** Head of a number's own page. */
export function numberHeading({ page }: User, written: string): Locator {
  return page.getByRole('heading', { level: 1, name: written, exact: true })
}
