import type { Account } from '../records/account'
import type { Id } from '../records/base'
import type { Facts, Rows, TableName } from '../records/tables'

/** Id in the backup → id of the same thing here. */
type Ids = ReadonlyMap<Id, Id>

/**
 * The backup in the words of the record that is here: a number, account, binding, tick or guide that both know, each under an id of
 * its own, takes the id that it has here. Records that were begun apart then merge without doubles; of one record nothing changes.
 */
export function aligned(here: Facts, backup: Facts): Facts {
  if (!hasForeign(here, backup))
    return backup
  const numbers = sameRows(here, backup, 'numbers', ({ e164 }) => e164)
  const accounts = sameRows(here, backup, 'accounts', accountKey)
  const bindings = sameRows(here, backup, 'bindings', row => `${row.numberId}/${row.accountId}`, row => `${to(numbers, row.numberId)}/${to(accounts, row.accountId)}`)
  const ticks = sameRows(here, backup, 'ticks', row => `${row.numberId}/${row.taskKey}`, row => `${to(numbers, row.numberId)}/${row.taskKey}`)
  const guides = sameRows(here, backup, 'guides', ({ providerId }) => providerId)
  const ownServices = sameRows(here, backup, 'ownServices', ({ serviceId }) => serviceId)
  const owners: Record<Rows['attachments']['ownerTable'], Ids> = { bindings, ticks, contactLogs: new Map(), refundClaims: new Map() }
  const onNumber = <Row extends { numberId: Id }>(row: Row): Row => ({ ...row, numberId: to(numbers, row.numberId) })

  function replacementHere(replacement: Rows['bindings']['replacement']): Rows['bindings']['replacement'] {
    if (replacement?.kind === 'binding')
      return { ...replacement, bindingId: to(bindings, replacement.bindingId) }
    return replacement?.kind === 'other-number' && replacement.numberId !== undefined ? { ...replacement, numberId: to(numbers, replacement.numberId) } : replacement
  }

  return {
    ...backup,
    numbers: mapped(backup.numbers, numbers, row => row),
    accounts: mapped(backup.accounts, accounts, row => ({ ...row, guardedBy: row.guardedBy.map(id => to(accounts, id)) })),
    bindings: mapped(backup.bindings, bindings, row => ({
      ...onNumber(row),
      accountId: to(accounts, row.accountId),
      replacement: replacementHere(row.replacement),
    })),
    ledgerEntries: mapped(backup.ledgerEntries, new Map(), onNumber),
    refundClaims: mapped(backup.refundClaims, new Map(), onNumber),
    contactLogs: mapped(backup.contactLogs, new Map(), onNumber),
    ticks: mapped(backup.ticks, ticks, onNumber),
    attachments: mapped(backup.attachments, new Map(), row => ({ ...row, ownerId: to(owners[row.ownerTable], row.ownerId) })),
    guides: mapped(backup.guides, guides, row => row),
    ownServices: mapped(backup.ownServices, ownServices, row => row),
  }
}

/** Whether the backup has any number, account, binding, tick or guide that is not known by its id: one's own snapshots seldom do. */
function hasForeign(here: Facts, backup: Facts): boolean {
  return (['numbers', 'accounts', 'bindings', 'ticks', 'guides', 'ownServices'] as const).some(table => [...backup[table].keys()].some(id => !here[table].has(id)))
}

/** Rows of the backup that are here under another id. Each row here is taken once, and never one that the backup knows by its id. */
function sameRows<T extends TableName>(here: Facts, backup: Facts, table: T, key: (row: Rows[T]) => string, keyThere = key): Ids {
  const free = new Map<string, Id>()
  for (const [id, row] of here[table] as ReadonlyMap<Id, Rows[T]>) {
    const own = key(row)
    if (!backup[table].has(id) && !free.has(own))
      free.set(own, id)
  }
  const same = new Map<Id, Id>()
  for (const [id, row] of backup[table] as ReadonlyMap<Id, Rows[T]>) {
    const own = keyThere(row)
    const other = here[table].has(id) ? undefined : free.get(own)
    if (other !== undefined) {
      same.set(id, other)
      free.delete(own)
    }
  }
  return same
}

/** As `findAccount` tells accounts apart. */
function accountKey({ service, login }: Account): string {
  return `${service.kind}/${service.kind === 'catalog' ? service.id : service.name.toLowerCase()}/${login.toLowerCase()}`
}

function mapped<Row extends { id: Id }>(rows: ReadonlyMap<Id, Row>, ids: Ids, change: (row: Row) => Row): ReadonlyMap<Id, Row> {
  return new Map([...rows.values()].map((row) => {
    const after = { ...change(row), id: to(ids, row.id) }
    return [after.id, after]
  }))
}

function to(ids: Ids, id: Id): Id {
  return ids.get(id) ?? id
}
