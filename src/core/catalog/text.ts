import * as z from 'zod/mini'

/** Control characters, line breaks and direction marks: none of them belongs in a line that is shown or searched. */
// eslint-disable-next-line no-control-regex -- refusing them is the point
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u

/** One line of visible text, neither empty nor padded, of at most `max` UTF-16 units. */
export function line(max: number) {
  return z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine(value => !UNSEEN.test(value), 'has a control character, a line break or a direction mark'),
    z.refine(value => value === value.trim(), 'starts or ends with a space'),
  )
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
  z.refine(value => !UNSEEN.test(value), 'has a control character or a direction mark'),
)

export type Text = z.infer<ReturnType<typeof text>>

/** A language of the screen. */
export type TextLanguage = keyof Text

/** The words in one language, or in English where that language is missing. */
export function textIn(text: Text, language: TextLanguage): string {
  return text[language] ?? text.en
}
