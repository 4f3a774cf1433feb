import type { Entry, EntryKind, Facets } from './entry'
import type { Typed } from './rank'
import { CATEGORIES, IMPORTANCES } from '../records/account'
import { BINDING_STATES } from '../records/binding'
import { folded, unmarked } from './fields'
import { typedOf } from './rank'

/** What was asked: words, the kinds that are wanted, and what must hold. */
export type Query = {
  /** Null where there are no words. */
  readonly typed: Typed | null
  /** Null = all. */
  readonly kinds: ReadonlySet<EntryKind> | null
  readonly filters: readonly Filter[]
}

type CodeFacet = 'state' | 'risk' | 'category'
type Filter
  = | { readonly by: CodeFacet, readonly values: ReadonlySet<string> }
    | { readonly by: 'number', readonly value: string }

/** What a code is called in the language on screen: operators understand that beside the code itself. */
export type WordOf = (by: CodeFacet, code: string) => string

/** Longest text that is looked at; nobody types more to find something. */
const MOST_TYPED = 200

/** What a first sign asks for; the full-width ones come from a Chinese keyboard. */
const PREFIXES: Readonly<Record<string, readonly EntryKind[]>> = { '#': ['number'], '@': ['binding'], '>': ['act', 'page'] }

/** Names of the operators in both languages. */
const OPERATORS: ReadonlyMap<string, keyof Facets> = new Map([
  ['state', 'state'],
  ['状态', 'state'],
  ['risk', 'risk'],
  ['风险', 'risk'],
  ['category', 'category'],
  ['类别', 'category'],
  ['number', 'number'],
  ['号码', 'number'],
])
const CODES: Readonly<Record<CodeFacet, readonly string[]>> = { state: BINDING_STATES, risk: IMPORTANCES, category: CATEGORIES }

/** Reads `gmail state:bound number:0134`, `# 0134`, `@ mei`, `> theme`. What is no operator is words. */
export function parseQuery(text: string, wordOf: WordOf = () => ''): Query {
  const line = text.slice(0, MOST_TYPED).normalize('NFKC').trim()
  const wanted = PREFIXES[line.charAt(0)]
  const filters: Filter[] = []
  const words: string[] = []
  for (const word of (wanted ? line.slice(1) : line).split(/\s+/)) {
    const [, name, value] = /^([a-z]+|\p{Script=Han}+):(.*)$/iu.exec(word) ?? []
    const by = name === undefined ? undefined : OPERATORS.get(name.toLowerCase())
    if (by === undefined)
      words.push(word)
    // A value that is still to be typed asks for nothing yet.
    else if (folded(value ?? '') !== '')
      filters.push(filterOf(by, folded(value ?? ''), wordOf))
  }
  return { typed: typedOf(words.join(' ')), kinds: wanted ? new Set(wanted) : null, filters }
}

/** A value counts from its first letters on, so that what is typed narrows as it goes. */
function filterOf(by: keyof Facets, value: string, wordOf: WordOf): Filter {
  if (by === 'number')
    return { by, value }
  const exact = CODES[by].filter(code => [code, wordOf(by, code)].some(word => folded(word) === value))
  const values = exact.length > 0 ? exact : CODES[by].filter(code => [code, wordOf(by, code)].some(word => folded(word).startsWith(value)))
  return { by, values: new Set(values) }
}

/** Whether an entry is of a kind that is wanted and holds what operators ask. */
export function fits({ kind, facets }: Entry, { kinds, filters }: Query): boolean {
  return (kinds === null || kinds.has(kind)) && filters.every(filter => holds(facets, filter))
}

function holds(facets: Facets, filter: Filter): boolean {
  if (filter.by !== 'number')
    return filter.values.has(facets[filter.by] ?? '')
  const { number } = facets
  return number !== undefined && (number.digits.includes(filter.value) || number.label.includes(filter.value))
}

/** Whether nothing is asked for. */
export function isBlank({ typed, kinds, filters }: Query): boolean {
  return typed === null && kinds === null && filters.length === 0
}

/** The words of what was typed as they stand, for naming something after them: without prefix and operators. */
export function plainWords(text: string): string {
  const line = text.trim()
  const rest = PREFIXES[line.charAt(0).normalize('NFKC')] ? line.slice(1) : line
  return rest.split(/\s+/).filter(word => !OPERATORS.has(/^([a-z]+|\p{Script=Han}+)[:：]/iu.exec(unmarked(word))?.[1] ?? '')).join(' ').trim()
}
