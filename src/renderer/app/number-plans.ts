import type { PhoneKit } from '../../core/phone/phone-kit'
import metadata from 'libphonenumber-js/max/metadata'
import { createPhoneKit } from '../../core/phone/phone-kit'

/** The phone kit with every number plan; a chunk of its own. */
export function knowingPhoneKit(): PhoneKit {
  return createPhoneKit(metadata)
}
