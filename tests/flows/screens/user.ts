import type { Locale } from '../../../src/shared/locales/en'
import type { Language } from '../../../src/core/records/settings'
import type { Page } from 'playwright-core'
import type { Hand } from './hands'
import { words } from './words'

/** Somebody at the window: what they see, how they work it, which language they read. */
export type User = {
  page: Page
  hand: Hand
  language: Language
  /** Words of their language. */
  t: Locale
}

export function user(page: Page, hand: Hand, language: Language): User {
  page.setDefaultTimeout(10_000)
  return { page, hand, language, t: words[language] }
}
