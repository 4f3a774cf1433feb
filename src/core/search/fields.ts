/** The form in which texts are compared: width, case, accents, spaces and punctuation do not count. */
export function folded(text: string): string {
  return unmarked(text).replace(NOT_WORD, '')
}

/** The names in a name: `Google / Gmail`, `中国移动（8 元保号套餐）`. What stands first is what people type. */
export function nameParts(name: string): string[] {
  return name.split(/[/()（）]/).map(part => part.trim()).filter(part => part !== '')
}

const NOT_WORD = /[^\p{L}\p{N}]+/gu
/** Most logins are plain letters, and there are thousands of them. */
// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const ASCII = /^[\u0000-\u007F]*$/

/** Without width, accents and case. */
export function unmarked(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
}

/** A folded text and where words begin in it. */
export type Words = { text: string, starts: readonly number[] }

/** What an entry can be found by, most telling first; the place in this list is the rank among equal kinds of match. */
export type Fields = {
  name: Words[]
  zh: Words[]
  aliases: Words[]
  /** Pinyin, initials and full, and the initials of the English name. */
  keys: string[]
  domains: string[]
  /** What a domain is called before its first dot, folded, in the same order. */
  labels: string[]
  /** All of the above in one text, a line each: what is not in here is in none of them. */
  text: string
}

/** What a thing is called, before it is folded. */
export type Names = {
  name: string
  zh?: string | null
  aliases?: readonly string[]
  /** Pinyin and other texts that are matched from their start. */
  keys?: readonly string[]
  domains?: readonly string[]
}

/** Folds names once, so that each key pressed only compares. */
export function fieldsOf({ name, zh = null, aliases = [], keys = [], domains = [] }: Names): Fields {
  const fields = {
    name: names(name),
    zh: names(zh ?? ''),
    aliases: aliases.map(words),
    keys: [...keys, ...initials(name)],
    labels: domains.map(domain => folded(domain.slice(0, domain.indexOf('.')))),
  }
  const texts = [...fields.name, ...fields.zh, ...fields.aliases].map(({ text }) => text)
  return { ...fields, domains: [...domains], text: [...texts, ...fields.keys, ...fields.labels].join('\n') }
}

/** Of a text that is one word after the other and has no names in it, such as a login. */
export function plainFields(text: string): Fields {
  const own = words(text)
  return { name: [own], zh: [], aliases: [], keys: [], domains: [], labels: [], text: own.text }
}

/** The whole name, and each name in it. */
function names(name: string): Words[] {
  const parts = nameParts(name)
  return (parts.length > 1 ? [name, ...parts] : parts).map(words)
}

/** `gv` finds Google Voice. */
function initials(name: string): string[] {
  const letters = unmarked(name).split(NOT_WORD).map(word => word.charAt(0)).join('')
  return letters.length > 1 ? [letters] : []
}

function words(text: string): Words {
  let folded = ''
  const starts: number[] = []
  for (const word of unmarked(text).split(NOT_WORD)) {
    if (word !== '')
      starts.push(folded.length)
    folded += word
  }
  return { text: folded, starts }
}
