import type { MetadataJson } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.max.json'
import { createPhoneKit } from '../../../../src/core/phone/phone-kit'

/** The kit with the metadata that the app loads. */
export const kit = createPhoneKit(metadata as unknown as MetadataJson)
