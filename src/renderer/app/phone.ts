import type { PhoneKit } from '../../core/phone/phone-kit'
import metadata from 'libphonenumber-js/min/metadata'
import { createPhoneKit } from '../../core/phone/phone-kit'

/** Phone parsing and formatting; its own chunk, since the number plans of the world weigh more than a screen. */
export function loadPhoneKit(): PhoneKit {
  return createPhoneKit(metadata)
}
