import type { User } from './user'

/** First start: chooses the language and goes on to the first number. */
export async function beginWithNumber({ page, hand, language, t }: User): Promise<void> {
  const chosen = page.getByRole('radio', { name: language === 'en' ? 'English' : '中文', exact: true })
  if (!await chosen.isChecked())
    await hand.press(chosen)
  await hand.press(page.getByRole('button', { name: t.firstStart.addNumber, exact: true }))
}
