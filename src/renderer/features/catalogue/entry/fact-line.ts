import type { Text } from '../../../../core/catalog/text'
import type { Importance } from '../../../../core/records/account'

/** One fact of an entry, as page and comparison show it. */
export type FactLine = {
  key: string
  label: string
  /** In one line; null = unknown, which is shown as that. */
  text: string | null
  /** What more is said of it. */
  note?: Text | null | undefined
  /** Drawn before the words. */
  risk?: Importance
}
