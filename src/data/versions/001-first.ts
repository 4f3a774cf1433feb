import type { Version } from './version'

/** The first database: one store for each table, keyed by id, and the timeline by its place in history. */
export const version001: Version = {
  number: 1,
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
    events: 'seq, &id, *numberIds',
  },
  up: {},
}
