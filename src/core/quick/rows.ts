import type { QuickEntry, QuickWorld } from './parse-line'
import type { Day } from '../lib/day'
import type { ServiceRef } from '../records/account'
import type { Role } from '../records/binding'
import { exactService } from '../catalog/search'
import { isDay } from '../lib/day'
import { ROLES } from '../records/binding'
import { dueDayAt } from './due-day'
import { numberAt } from './number-word'
import { parseLine } from './parse-line'
import { COLUMN_WORDS, IMPORTANCE_WORDS, lookUp, ROLE_WORDS } from './vocabulary'

/** One pasted row as it was understood. */
export type QuickRow = Omit<QuickEntry, 'parts' | 'isGuess'>

type Column = keyof typeof COLUMN_WORDS
const columnOf = lookUp(COLUMN_WORDS)
const roleOf = lookUp(ROLE_WORDS)
const importanceOf = lookUp(IMPORTANCE_WORDS)

/**
 * Reads rows copied from a spreadsheet, one by one. A first row of heads says what the columns are, in either language; without
 * one, each cell is told by what it holds. Rows of a single cell are lines of quick add. What is not understood
 * becomes the note, with the head of its column.
 * @param first the first row; where it holds heads, it is no row itself
 */
export function rowReader(first: readonly string[], world: QuickWorld): { hasHeads: boolean, read: (row: readonly string[]) => QuickRow } {
  const heads = headsOf(first)
  return {
    hasHeads: heads !== null,
    read: row => row.length === 1 && !heads ? readLine(row[0]!, world) : readRow(row, heads, world),
  }
}

/** One line of quick add as a row. */
function readLine(line: string, world: QuickWorld): QuickRow {
  const { parts: _, isGuess: __, ...row } = parseLine(line, world)
  return row
}

type Head = { readonly column: Column | undefined, readonly title: string }

/** A row of heads names the service and holds nothing else that could be a value. */
function headsOf(row: readonly string[]): Head[] | null {
  const heads = row.map(title => ({ column: columnOf(title), title: title.trim() }))
  const known = heads.filter(({ column }) => column)
  return known.length >= 2 && known.some(({ column }) => column === 'service') ? heads : null
}

type Draft = { service: ServiceRef | null, login: string, number: string, roles: Set<Role>, importance: QuickRow['importance'], dueOn: string | null, notes: string[] }

function readRow(row: readonly string[], heads: readonly Head[] | null, world: QuickWorld): QuickRow {
  const draft: Draft = { service: null, login: '', number: '', roles: new Set(), importance: null, dueOn: null, notes: [] }
  row.forEach((cell, at) => {
    const text = cell.trim()
    const head = heads?.[at]
    const column = heads ? head?.column : guessColumn(text, draft, world)
    if (text !== '' && !(column && take(draft, column, text, world, heads !== null)))
      draft.notes.push(head?.title && head.column !== 'notes' ? `${head.title}: ${text}` : text)
  })
  const ids = draft.number === '' ? [] : numberAt(`#${numberWord(draft.number)}`, world.numbers) ?? []
  const isNumberUnknown = draft.number !== '' && ids.length === 0
  return {
    service: draft.service,
    login: draft.login,
    numberId: ids.length === 1 ? ids[0]! : null,
    severalNumbers: ids.length > 1 ? ids : [],
    isNumberUnknown,
    roles: ROLES.filter(role => draft.roles.has(role)),
    importance: draft.importance,
    dueOn: draft.dueOn,
    notes: [...draft.notes, ...isNumberUnknown ? [draft.number] : []].join('\n'),
  }
}

/** A number as cells have it, or a label. */
function numberWord(text: string): string {
  const word = text.replace(/^[#＃]/, '')
  return PHONE.test(word) ? word.replace(/[^\d+]/g, '') : word
}

/** What a cell without a head most likely is. */
function guessColumn(text: string, draft: Draft, world: QuickWorld): Column {
  const roles = text.split(SEPARATOR).filter(word => word.trim() !== '')
  if (roles.length > 0 && roles.every(word => roleOf(word)))
    return 'roles'
  if (draft.importance === null && importanceOf(text))
    return 'importance'
  if (draft.dueOn === null && isDay(text))
    return 'due'
  if (draft.number === '' && PHONE.test(text) && (/^[#＃+]/.test(text) || numberAt(`#${numberWord(text)}`, world.numbers)))
    return 'number'
  if (text.includes('@'))
    return draft.login === '' ? 'login' : 'notes'
  if (draft.service === null || (draft.login === '' && draft.service.kind === 'own' && exactService(world.catalog, text)))
    return 'service'
  return draft.login === '' ? 'login' : 'notes'
}

const SEPARATOR = /[,，、/;；|+]/
const PHONE = /^[#＃+]?\d[\d\s\-().]{3,}$/

/** Puts a cell where it belongs; false where it does not fit there. */
function take(draft: Draft, column: Column, text: string, world: QuickWorld, hasHeads: boolean): boolean {
  switch (column) {
    case 'service': {
      // A name of one's own stood first, and the service comes after it: that was the login.
      const found = exactService(world.catalog, text)
      if (draft.service && (hasHeads || draft.service.kind !== 'own' || draft.login !== '' || !found))
        return false
      if (draft.service?.kind === 'own')
        draft.login = draft.service.name
      draft.service = found ? { kind: 'catalog', id: found.id } : { kind: 'own', name: text, category: 'other' }
      return true
    }
    case 'login':
      if (draft.login !== '')
        return false
      draft.login = text
      return true
    case 'number':
      if (draft.number !== '')
        return false
      draft.number = text
      return true
    case 'roles': {
      const words = text.split(SEPARATOR).filter(word => word.trim() !== '')
      const known = words.flatMap(word => roleOf(word) ?? [])
      if (known.length < words.length)
        return false
      known.forEach(role => draft.roles.add(role))
      return true
    }
    case 'importance':
      if (draft.importance !== null)
        return false
      draft.importance = importanceOf(text.replace(/^[!！]/, '')) ?? null
      return draft.importance !== null
    case 'due':
      if (draft.dueOn !== null)
        return false
      draft.dueOn = dayIn(text, world.today)
      return draft.dueOn !== null
    case 'notes':
      draft.notes.push(text)
      return true
  }
}

/** The day that a cell holds, and nothing else. */
function dayIn(text: string, today: Day): Day | null {
  const announced = `by ${text}`
  const found = dueDayAt(announced, today)
  return isDay(text) ? text : found && found.length === announced.length ? found.day : null
}
