import type { Version } from './version'

/** A table of its own for the services that the user has added or corrected. Rows written before stay as they are. */
export const version004: Version = {
  number: 4,
  stores: { ownServices: 'id' },
  up: {},
}
