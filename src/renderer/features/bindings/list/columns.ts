import type { Column } from '../../../../core/bindings/view'
import { COLUMNS } from '../../../../core/bindings/view'

/** Columns that leave the table in a narrow window. */
const WIDE_ONLY: readonly Column[] = ['roles', 'importance']

/** No track goes by what is in it, so that the columns of all rows and their head line up. */
const TRACKS: Record<Column, string> = {
  account: 'minmax(110px, 1.15fr)',
  number: '68px',
  roles: '120px',
  state: '172px',
  importance: '108px',
  due: '128px',
}

/** Columns that are shown, in their order. */
export function shownColumns(hidden: readonly Column[], isNarrow: boolean): Column[] {
  return COLUMNS.filter(column => !hidden.includes(column) && !(isNarrow && WIDE_ONLY.includes(column)))
}

/** The tracks of head and rows: check box and service before the columns, the menu after them. */
export function tracksOf(columns: readonly Column[]): string {
  return ['42px', 'minmax(140px, 1.2fr)', ...columns.map(column => TRACKS[column]), '34px'].join(' ')
}
