import { isSame } from '../is-same'
import type { Id } from '../../records/base'
import type { Context } from '../action'

/** What a new row begins with. */
export function born(context: Context): { id: Id, createdAt: number, updatedAt: number } {
  return { id: context.newId(), createdAt: context.now, updatedAt: context.now }
}

/** The row with the fields changed and the moment noted; null where nothing would change. */
export function changed<Row extends { updatedAt: number }>(row: Row, fields: Partial<Row>, context: Context): Row | null {
  const next = { ...row, ...fields }
  return isSame(row, next) ? null : { ...next, updatedAt: context.now }
}
