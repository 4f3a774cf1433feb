import type { Language } from '../../core/records/settings'
import type { Locale } from '../../shared/locales/en'
import type { I18n } from 'vue-i18n'
import { createI18n } from 'vue-i18n'

declare module 'vue-i18n' {
  // eslint-disable-next-line ts/consistent-type-definitions -- vue-i18n is told the message shape by merging an interface
  export interface DefineLocaleMessage extends Locale {}
}

/** One file for each language; a new one is a line here and a file beside the others. */
const files = {
  'en': () => import('../../shared/locales/en'),
  'zh-CN': () => import('../../shared/locales/zh-CN'),
} satisfies Record<Language, () => Promise<{ default: Locale }>>

type AppI18n = I18n<Record<string, Locale>, Record<string, never>, Record<string, never>, string, false>

/** Starts in one language; only that one is loaded. */
export async function createAppI18n(language: Language): Promise<AppI18n> {
  const i18n = createI18n({ legacy: false, locale: language, fallbackLocale: false, missingWarn: true, fallbackWarn: false, messages: {} }) as unknown as AppI18n
  await setLanguage(i18n, language)
  return i18n
}

/** Switches the language in place, loading it where it is not there yet. */
export async function setLanguage(i18n: AppI18n, language: Language): Promise<void> {
  if (!i18n.global.availableLocales.includes(language))
    i18n.global.setLocaleMessage(language, (await files[language]()).default as never)
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
