import * as z from 'zod/mini'
import { lineSchema } from '../lib/text'
import { CATEGORIES, IMPORTANCES } from '../records/account'
import { idSchema } from '../records/base'
import { BINDING_STATES, ROLES } from '../records/binding'

/** Which of the bindings: all, or what is still to be done about them. */
export const SHOWN = ['all', 'unsettled', 'to-verify', 'late'] as const
export type Shown = typeof SHOWN[number]

/** What the table can be ordered by; `next` = what to do first. */
export const SORT_KEYS = ['next', 'service', 'account', 'number', 'state', 'importance', 'due'] as const
export type SortKey = typeof SORT_KEYS[number]

export const GROUP_KEYS = ['number', 'service', 'category', 'state', 'importance'] as const
export type GroupKey = typeof GROUP_KEYS[number]

/** Columns that can be left out; the service is always there. */
export const COLUMNS = ['account', 'number', 'roles', 'state', 'importance', 'due'] as const
export type Column = typeof COLUMNS[number]

/** An empty list lets everything through; among several lists all must fit. */
export const filterSchema = z.strictObject({
  show: z.enum(SHOWN),
  states: z.array(z.enum(BINDING_STATES)),
  importances: z.array(z.enum(IMPORTANCES)),
  numberIds: z.array(idSchema),
  categories: z.array(z.enum(CATEGORIES)),
  roles: z.array(z.enum(ROLES)),
  /** Found in the service, the login or the number. */
  text: lineSchema(120),
})
export type BindingFilter = z.infer<typeof filterSchema>

/** How the table of all bindings is looked at. */
export const viewSchema = z.strictObject({
  filter: filterSchema,
  sort: z.strictObject({ key: z.enum(SORT_KEYS), isDown: z.boolean() }),
  group: z.nullable(z.enum(GROUP_KEYS)),
  /** Columns left out. */
  hidden: z.array(z.enum(COLUMNS)),
})
export type BindingsView = z.infer<typeof viewSchema>

/** A view kept under a name. */
export const savedViewSchema = z.strictObject({ name: lineSchema(60).check(z.minLength(1)), view: viewSchema })
export type SavedView = z.infer<typeof savedViewSchema>

/** Views that can be kept. */
export const MOST_VIEWS = 30

export const noFilter: BindingFilter = { show: 'all', states: [], importances: [], numberIds: [], categories: [], roles: [], text: '' }
export const viewDefaults: BindingsView = { filter: noFilter, sort: { key: 'next', isDown: false }, group: null, hidden: [] }

/** Does the filter hold anything back? */
export function isFiltered({ show, text, ...lists }: BindingFilter): boolean {
  return show !== 'all' || text !== '' || Object.values(lists).some(list => list.length > 0)
}
