import type { Fields } from './fields'
import type { Category, Importance } from '../records/account'
import type { BindingState } from '../records/binding'

/** What can be found, in the order in which equals are shown. */
export const ENTRY_KINDS = ['act', 'number', 'binding', 'task', 'service', 'provider', 'page'] as const
export type EntryKind = typeof ENTRY_KINDS[number]

/** One thing that entries are found by; many entries share it, and it is compared once for all of them. */
export type Handle = {
  /** Its place in the table. */
  readonly no: number
  readonly fields: Fields
  /** Added to its rank: a login tells less than a name. */
  readonly weight: number
  /** Found by this alone, an entry stands behind those found by name: the bindings of a number, where its digits are typed. */
  readonly isAside: boolean
  /** No slip is forgiven in it: logins differ by a letter. */
  readonly isExact: boolean
}

/** What operators ask for; an entry that lacks a facet fits no operator of that name. */
export type Facets = {
  readonly state?: BindingState
  readonly risk?: Importance
  readonly category?: Category
  /** Of the number itself, or of the one it hangs on. */
  readonly number?: NumberFacet
}
export type NumberFacet = { readonly digits: string, readonly label: string }

/** One thing that can be found. */
export type Entry = {
  readonly kind: EntryKind
  /** Id of the row, of the entry in the catalogue or of the act; of a task its number's and its key. */
  readonly id: string
  readonly handles: readonly Handle[]
  readonly facets: Facets
  /** Among equals the highest comes first: the moment it last changed, or how soon it is due. */
  readonly at: number
}

/** Id of a task over all numbers. */
export function taskEntryId({ numberId, key }: { numberId: string, key: string }): string {
  return `${numberId} ${key}`
}
