import type { ContactLog } from '../records/contact-log'
import { claimIdOf, contactIdOf, isBalanceKey } from './task-keys'

/** The latest of those that are wanted; undefined = there is none. */
export function lastContact(contacts: readonly ContactLog[], isWanted: (contact: ContactLog) => boolean): ContactLog | undefined {
  return contacts.reduce<ContactLog | undefined>((last, contact) => isWanted(contact) && (!last || contact.at > last.at) ? contact : last, undefined)
}

/** Was money talked of, not leaving? A call back is about what the first call was about. */
export function isAboutMoney({ about = '' }: ContactLog, all: readonly ContactLog[]): boolean {
  const firstId = contactIdOf(about)
  const key = firstId === null ? about : all.find(contact => contact.id === firstId)?.about ?? ''
  return isBalanceKey(key) || claimIdOf(key) !== null
}
