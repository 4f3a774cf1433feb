import * as z from 'zod/mini'
import { cleanLine, lineSchema } from '../lib/text'

/** One line of visible text, never empty, of at most `max` UTF-16 units: no line breaks, control characters or direction marks. */
export function line(max: number) {
  return lineSchema(max).check(z.minLength(1))
}

/** The same line in the languages we ship; a language that is missing falls back to `en`. */
export function text(max: number) {
  return z.strictObject({
    /** English. */
    en: line(max),
    /** Simplified Chinese; `null` where nobody has written it yet. */
    zh: z.nullable(line(max)),
  })
}

/** A name in both languages; `zh` is `null` where no Chinese name is in use. */
export const nameSchema = text(80)

/** A sentence or a short paragraph. */
export const noteSchema = text(1000)

/** Id of an entry, also its file name: kebab-case. */
export const idSchema = z.string().check(z.maxLength(60), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not kebab-case'))

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.string().check(
  z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'is not a day (YYYY-MM-DD)'),
)

/** ISO 3166-1 alpha-2. */
export const countrySchema = z.string().check(z.regex(/^[A-Z]{2}$/, 'is not an ISO 3166 country code'))

/** A host name or the end of one, lower case: `google.com`, `hushed.zendesk.com`. */
export const domainSchema = z.string().check(
  z.maxLength(120),
  z.regex(/^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/, 'is not a domain'),
)

/** An address that may be opened: https, a named host, no port and nobody's login in front of it. */
export const linkSchema = z.string().check(
  z.maxLength(300),
  z.regex(/^https:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+(?:[/?#][^\s\\]*)?$/i, 'is not an https link'),
  z.refine(value => cleanLine(value) === value, 'not-clean'),
)

export type Text = z.infer<ReturnType<typeof text>>

/** A language of the screen. */
export type TextLanguage = keyof Text

/** The words in one language, or in English where that language is missing. */
export function textIn(text: Text, language: TextLanguage): string {
  return text[language] ?? text.en
}
