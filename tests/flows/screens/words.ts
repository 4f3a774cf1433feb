import type { Locale } from '../../../src/shared/locales/en'
import type { Language } from '../../../src/core/records/settings'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import en from '../../../src/shared/locales/en'
import zh from '../../../src/shared/locales/zh-CN'

/** The words of each language: controls are found by their role and these names. */
export const words: Readonly<Record<Language, Locale>> = { en, 'zh-CN': zh as Locale }

/** A text of the locale with its values put in; of a plural, the last form. */
export function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return (text.split(' | ').at(-1) ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

/** Matches a text of the locale whatever its values and its plural form are; whole, or at the start. */
export function anyOf(text: string, { isWhole = true } = {}): RegExp {
  const forms = text.split(' | ').map(form => form.split(/\{\w+\}/).map(escaped).join('.+'))
  return new RegExp(`^(?:${forms.join('|')})${isWhole ? '$' : ''}`)
}

/** Matches what begins with this text. */
export function startingWith(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`)
}

/** A name is matched with plain spaces, a text with those it has: either fits. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s')
}

type Text = { en: string, zh: string | null }

/** What a flow needs of a service in the catalogue, read from its file and not through the app. */
export type ServiceFile = { name: Text, domains: string[], changeUrl: string | null, unbindSteps: Text[] }
/** The same of a provider. */
export type ProviderFile = { name: Text, keepAlive: { inactivityDays: number | null } }

/** One file of the catalogue. */
export function catalogFile<Kind extends 'services' | 'providers'>(kind: Kind, id: string): Kind extends 'services' ? ServiceFile : ProviderFile {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../resources/catalog', kind, `${id}.json`), 'utf8')) as Kind extends 'services' ? ServiceFile : ProviderFile
}

/** A text of the catalogue as the language shows it. */
export function said({ en, zh }: Text, language: Language): string {
  return language === 'zh-CN' ? zh ?? en : en
}
