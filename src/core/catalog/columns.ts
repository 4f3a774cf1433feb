/**
 * A list of records of one shape, kept as columns: each field's name stands once instead of once for each record.
 *
 * The facts are read before the first paint, and half of them would be names of fields.
 */
export type Columns = {
  /** How many records. */
  length: number
  /** Field by field: the values, or columns again where every value is a record of one shape. */
  fields: Record<string, Column>
}

type Column = { values: unknown[] } | { columns: Columns }

/** Records of one shape (the same fields in the same order) to columns. */
export function toColumns(records: readonly object[]): Columns {
  const fields: Columns['fields'] = {}
  for (const name of Object.keys(records[0] ?? {})) {
    const values = records.map(record => Reflect.get(record, name) as unknown)
    fields[name] = isOneShape(values) ? { columns: toColumns(values) } : { values }
  }
  return { length: records.length, fields }
}

/** And back; the caller names the type, as with `JSON.parse`. */
export function fromColumns<Item>({ length, fields }: Columns): Item[] {
  const columns = Object.entries(fields).map(([name, column]) =>
    [name, 'values' in column ? column.values : fromColumns(column.columns)] as const)
  return Array.from({ length }, (_, at) => {
    const record: Record<string, unknown> = {}
    for (const [name, values] of columns)
      record[name] = values[at]
    return record as Item
  })
}

/** Are all of them plain records with the same fields in the same order? */
function isOneShape(values: readonly unknown[]): values is object[] {
  const shape = shapeOf(values[0])
  return shape !== undefined && shape !== '' && values.every(value => shapeOf(value) === shape)
}

function shapeOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).join('\t') : undefined
}
