import type { Account } from './account'
import type { Attachment } from './attachment'
import type { Binding } from './binding'
import type { ContactLog } from './contact-log'
import type { Guide } from './guide'
import type { LedgerEntry } from './ledger-entry'
import type { PhoneNumber } from './number'
import type { OwnService } from './own-service'
import type { RefundClaim } from './refund-claim'
import type { Settings } from './settings'
import type { Tick } from './tick'

/** Tables whose rows make up the record; the timeline is kept beside them. */
export const TABLES = ['numbers', 'accounts', 'bindings', 'ledgerEntries', 'refundClaims', 'contactLogs', 'ticks', 'attachments', 'guides', 'ownServices', 'settings'] as const
export type TableName = typeof TABLES[number]

/** The row of each table. */
export type Rows = {
  numbers: PhoneNumber
  accounts: Account
  bindings: Binding
  ledgerEntries: LedgerEntry
  refundClaims: RefundClaim
  contactLogs: ContactLog
  ticks: Tick
  attachments: Attachment
  guides: Guide
  ownServices: OwnService
  settings: Settings
}

/** Everything the app knows at one moment, by id. Never changed in place: a commit makes a new one. */
export type Facts = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> }
