import { accountSchema } from './account'
import { attachmentSchema } from './attachment'
import { bindingSchema } from './binding'
import { contactLogSchema } from './contact-log'
import { guideSchema } from './guide'
import { ledgerEntrySchema } from './ledger-entry'
import { numberSchema } from './number'
import { ownServiceSchema } from './own-service'
import { refundClaimSchema } from './refund-claim'
import { settingsSchema } from './settings'
import { tickSchema } from './tick'

/** The check of each table's rows; `commit` runs it on every row it writes. */
export const schemas = {
  numbers: numberSchema,
  accounts: accountSchema,
  bindings: bindingSchema,
  ledgerEntries: ledgerEntrySchema,
  refundClaims: refundClaimSchema,
  contactLogs: contactLogSchema,
  ticks: tickSchema,
  attachments: attachmentSchema,
  guides: guideSchema,
  ownServices: ownServiceSchema,
  settings: settingsSchema,
}
