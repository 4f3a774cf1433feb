import type { Version } from './version'

/**
 * Rows are sealed from here on. What stays open is what lookup needs: random ids, an event's place in history and the
 * ids of the numbers it touches. `pages` holds the whole record once more, in large boxes that open fast.
 */
export const version002: Version = {
  number: 2,
  stores: {
    numbers: 'id',
    accounts: 'id',
    bindings: 'id',
    ledgerEntries: 'id',
    refundClaims: 'id',
    contactLogs: 'id',
    ticks: 'id',
    attachments: 'id',
    settings: 'id',
    events: 'seq, *numberIds',
    pages: 'id',
  },
  up: {},
}
