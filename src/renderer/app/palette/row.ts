import type { Urgency } from '../../../core/plan/plan'
import type { BindingState } from '../../../core/records/binding'
import type { IconName } from '../../ui/icons'

export type GroupKey = 'recent' | 'next' | 'act' | 'number' | 'binding' | 'task' | 'go'

/** One line of find or do. */
export type Row = {
  key: string
  icon: IconName | null
  /** Drawing and name of a service, where that says more than an icon. */
  mark: { path: string | null, name: string } | null
  title: string
  /** Behind the title: account, number, name. */
  note: string
  /** How a binding stands, at the far end. */
  state: BindingState | null
  due: { text: string, urgency: Urgency } | null
  /** Key that does the same elsewhere in the app. */
  keys: string | null
  /** Something is done, and not only shown. */
  isAct: boolean
  run: () => unknown
}

export type RowGroup = { key: GroupKey, rows: readonly Row[] }

/** A row with what most rows lack left out. */
export function rowOf(given: Pick<Row, 'key' | 'title' | 'run'> & Partial<Row>): Row {
  return { icon: null, mark: null, note: '', state: null, due: null, keys: null, isAct: false, ...given }
}
