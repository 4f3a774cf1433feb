import type { Account } from '../../../core/records/account'
import type { Binding } from '../../../core/records/binding'

/** One binding with its account, and its service as it is called on screen: what a menu or panel of it needs. */
export type BoundLine = { readonly binding: Binding, readonly account: Account, readonly name: string }
