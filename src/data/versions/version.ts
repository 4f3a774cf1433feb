/** One version of the database. A shipped one is never edited; a change is a new file. */
export type Version = {
  /** 1, 2, 3 … without gaps. */
  number: number
  /** Dexie's store notation for tables that are new or whose indexes change; null takes a table away. */
  stores: { [table: string]: string | null }
  /** Lifts one plain row from the version before; pure, so that rows, journal and old backup files are lifted by the same step. */
  up: { [table: string]: (row: Record<string, unknown>) => Record<string, unknown> }
}
