import type { Catalog } from '../catalog/catalog'
import type { Day } from '../lib/day'
import type { Category, Importance, ServiceRef } from '../records/account'
import type { Id } from '../records/base'
import type { Role } from '../records/binding'
import type { PhoneNumber } from '../records/number'
import type { Token } from './tokens'
import { exactService, guessService } from '../catalog/search'
import { ROLES } from '../records/binding'
import { dueDayAt } from './due-day'
import { numberAt } from './number-word'
import { tokensOf } from './tokens'
import { CATEGORY_WORDS, ESCAPED_NOTE_MARK, IMPORTANCE_WORDS, lookUp, ROLE_WORDS } from './vocabulary'

/** What the line is read against. */
export type QuickWorld = {
  readonly catalog: Catalog
  /** Numbers that a binding can be logged on. */
  readonly numbers: readonly Pick<PhoneNumber, 'id' | 'e164' | 'label'>[]
  readonly today: Day
}

export type QuickPartKind = 'service' | 'login' | 'number' | 'role' | 'importance' | 'category' | 'due' | 'note'
/** Which piece of the line was understood as what. */
export type QuickPart = { readonly kind: QuickPartKind, readonly start: number, readonly end: number }

/** A line as it was understood. What was not is in the notes. */
export type QuickEntry = {
  readonly service: ServiceRef | null
  /** The service was only begun, as `chas` for Chase. */
  readonly isGuess: boolean
  readonly login: string
  /** null = the line names none; several = its digits fit more than one. */
  readonly numberId: Id | null
  readonly severalNumbers: readonly Id[]
  /** It names digits of a number that is not kept here; they are in the notes. */
  readonly isNumberUnknown: boolean
  readonly roles: readonly Role[]
  readonly importance: Importance | null
  readonly dueOn: Day | null
  readonly notes: string
  /** In the order of the line; all that is not white space or a comma lies in one of them. */
  readonly parts: readonly QuickPart[]
}

const roleOf = lookUp(ROLE_WORDS)
const importanceOf = lookUp(IMPORTANCE_WORDS)
const categoryOf = lookUp(CATEGORY_WORDS)

const MOST_WORDS = 6
const NOTE_START = /^(?:\/\/\/?|note[:：]|备注[：:])/i
const LOGIN = /^\S[^\s@]*@[^\s.]*\.\S+$|^@\S+$|^\+?\d[\d\-() ]{5,}$/

/**
 * Reads one line of quick add: `chase me@mail.com 2fa login #0134 !critical by 12/1`, `微信 wxid 登录 #0134`.
 *
 * The service is found by name, alias, domain, Chinese name, pinyin or initials wherever it stands; a quoted text is
 * taken as it is: first as a service of one's own, then as the login. Each thing is taken once; what is left over,
 * and what stands behind `//`, becomes the note, so that nothing typed is lost.
 */
export function parseLine(line: string, world: QuickWorld): QuickEntry {
  const all = tokensOf(line)
  const marked = all.find(({ text, isQuoted }) => !isQuoted && NOTE_START.test(text))
  const body = line.slice(0, marked?.start)
  const tokens = all.slice(0, marked && all.indexOf(marked))
  const { fields, parts, left } = readFields(tokens, body, world)
  const { number, importance, dueOn, category, roles } = fields

  const named = takeService(left, body, parts.length > 0, world.catalog)
  if (named)
    parts.push({ kind: 'service', start: named.taken[0]!.start, end: named.taken.at(-1)!.end })
  const others = left.filter(token => !named?.taken.includes(token))
  const login = others.find(({ text, isQuoted }) => !isQuoted && LOGIN.test(text)) ?? others.find(token => isLoginLike(token, world.catalog))
  if (login)
    parts.push({ kind: 'login', start: login.start, end: login.end })

  // A kind of service says something only of one's own; of one that is known it is just a word.
  const isOwn = named?.service.kind === 'own'
  const spare = parts.find(part => part.kind === 'category' && !isOwn)
  const rest = others.filter(token => token !== login).map(({ start, end }) => ({ start, end }))
  if (spare)
    rest.push(spare)
  rest.sort((a, b) => a.start - b.start)
  const kept = parts.filter(part => part !== spare)
  kept.push(...rest.map(({ start, end }) => ({ kind: 'note' as const, start, end })))
  if (marked)
    kept.push({ kind: 'note', start: marked.start, end: line.length })

  return {
    service: named && (named.service.kind === 'own' ? { ...named.service, category: category ?? 'other' } : named.service),
    isGuess: named?.isGuess ?? false,
    login: login?.text ?? '',
    numberId: number?.length === 1 ? number[0]! : null,
    severalNumbers: number && number.length > 1 ? number : [],
    isNumberUnknown: fields.isNumberUnknown && number === null,
    roles: ROLES.filter(role => roles.has(role)),
    importance,
    dueOn,
    notes: [rest.map(({ start, end }) => line.slice(start, end)).join(' '), marked ? noteText(line.slice(marked.start)) : ''].filter(text => text !== '').join(' · '),
    parts: kept.sort((a, b) => a.start - b.start),
  }
}

type Fields = { number: readonly Id[] | null, isNumberUnknown: boolean, importance: Importance | null, dueOn: Day | null, category: Category | null, roles: Set<Role> }

/** Takes what has a form of its own, each thing once; what is left may be names. */
function readFields(tokens: readonly Token[], body: string, world: QuickWorld): { fields: Fields, parts: QuickPart[], left: Token[] } {
  const fields: Fields = { number: null, isNumberUnknown: false, importance: null, dueOn: null, category: null, roles: new Set() }
  const parts: QuickPart[] = []
  const left: Token[] = []
  let claimedTo = 0
  for (const token of tokens) {
    if (token.start < claimedTo)
      continue
    const part = token.isQuoted ? null : takeField(token, body, world, fields)
    if (part) {
      parts.push(part)
      claimedTo = part.end
    }
    else {
      left.push(token)
    }
  }
  return { fields, parts, left }
}

function takeField({ text, start, end }: Token, body: string, world: QuickWorld, fields: Fields): QuickPart | null {
  const role = roleOf(text)
  if (role && !fields.roles.has(role)) {
    fields.roles.add(role)
    return { kind: 'role', start, end }
  }
  const due = fields.dueOn === null ? dueDayAt(body.slice(start), world.today) : null
  if (due) {
    fields.dueOn = due.day
    return { kind: 'due', start, end: start + due.length }
  }
  const number = fields.number === null ? numberAt(text, world.numbers) : null
  if (number) {
    fields.number = number
    return { kind: 'number', start, end }
  }
  fields.isNumberUnknown ||= fields.number === null && /^[#＃]\d/.test(text)
  const weight = fields.importance === null && /^[!！]/.test(text) ? importanceOf(text.slice(1)) : undefined
  if (weight) {
    fields.importance = weight
    return { kind: 'importance', start, end }
  }
  const kind = fields.category === null ? categoryOf(/^[(（](.+)[)）]$/.exec(text)?.[1] ?? '') : undefined
  if (kind) {
    fields.category = kind
    return { kind: 'category', start, end }
  }
  return null
}

/** Behind `///` a line break is written `\n` and a backslash `\\`. */
function noteText(marked: string): string {
  const mark = NOTE_START.exec(marked)![0]
  const text = marked.slice(mark.length).trim()
  return mark === ESCAPED_NOTE_MARK ? text.replace(/\\([n\\])/g, (_, sign: string) => sign === 'n' ? '\n' : sign) : text
}

type Named = { service: ServiceRef, isGuess: boolean, taken: readonly Token[] }

/** The service among the words that nothing else has claimed. */
function takeService(left: readonly Token[], body: string, hasFields: boolean, catalog: Catalog): Named | null {
  const [first] = left
  if (!first)
    return null
  if (first.isQuoted)
    return first.text.trim() === '' ? null : { service: own(first.text), isGuess: false, taken: [first] }
  const start = left.findIndex(isPlain)
  if (start === -1)
    return null
  // A name is written in one go: nothing but white space lies between its words.
  const wordsFrom = (from: number): readonly Token[] => {
    const stop = left.findIndex((token, at) => at >= from && (!(isPlain(token) || (at > from && isJoiner(token))) || (at > from && !/^\s+$/.test(body.slice(left[at - 1]!.end, token.start)))))
    return left.slice(from, stop === -1 ? undefined : Math.max(stop, from))
  }
  // The login may stand first. Where it is plain to see, and where there is nothing but words, they all name the service.
  const isLoginPlain = left.some(({ text }) => LOGIN.test(text))
  const isName = isLoginPlain || !(hasFields || left.some(({ isQuoted }) => isQuoted))
  for (let from = start; from <= (isLoginPlain ? start : start + 1); from++) {
    const words = wordsFrom(from)
    for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
      const taken = words.slice(0, count)
      const isPart = isName && count === 1 && words.length > 1
      const found = (!isPart || isTelling(taken[0]!)) && exactService(catalog, textOf(taken))
      if (found)
        return { service: { kind: 'catalog', id: found.id }, isGuess: false, taken }
    }
  }
  const run = wordsFrom(start).slice(0, isName ? undefined : 1)
  const guess = guessService(catalog, textOf(run))
  return { service: guess ? { kind: 'catalog', id: guess.id } : own(textOf(run)), isGuess: guess !== undefined, taken: run }
}

/** `my` are the initials of 蚂蚁, but before other words it is just a word. */
function isTelling({ text }: Token): boolean {
  return text.length > 2 || /\p{Script=Han}/u.test(text)
}

function own(name: string): ServiceRef {
  return { kind: 'own', name: name.trim(), category: 'other' }
}

function textOf(taken: readonly Token[]): string {
  return taken.map(({ text }) => text).join(' ')
}

/** A word that may be part of a name. */
function isPlain({ text, isQuoted }: Token): boolean {
  return !isQuoted && !LOGIN.test(text) && /[\p{L}\p{N}]/u.test(text) && !/^[#＃!！]/.test(text)
}

/** `Google / Gmail`, `AT & T`. */
function isJoiner({ text, isQuoted }: Token): boolean {
  return !isQuoted && /^[/&·+-]$/.test(text)
}

/** One more service is no login: a line logs one binding. */
function isLoginLike(token: Token, catalog: Catalog): boolean {
  return token.text.trim() !== '' && (token.isQuoted || (!/^[#＃!！(（]/.test(token.text) && !exactService(catalog, token.text)))
}
