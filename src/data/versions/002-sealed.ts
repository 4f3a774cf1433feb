import type { Version } from './version'
import { version001 } from './001-first'

/**
 * Rows are sealed from here on. What stays open is what lookup needs: random ids, an event's place in history and the
 * ids of the numbers it touches. `pages` holds the whole record once more, in large boxes that open fast.
 */
export const version002: Version = {
  number: 2,
  stores: { ...version001.stores, events: 'seq, *numberIds', pages: 'id' },
  up: {},
}
