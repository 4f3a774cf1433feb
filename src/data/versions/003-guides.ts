import type { Version } from './version'

/** A table of its own for the guides that the user has written or corrected. Rows written before stay as they are. */
export const version003: Version = {
  number: 3,
  stores: { guides: 'id' },
  up: {},
}
