import type { BindingRow } from '../../../../core/bindings/binding-row'
import type { useBulk } from './use-bulk'

/** What each question of the bulk bar is given. */
export type AskMany = { rows: readonly BindingRow[], change: ReturnType<typeof useBulk>['change'] }
