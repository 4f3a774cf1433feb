import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromColumns, toColumns } from '../../../../src/core/catalog/columns'

it('columns come back as the records they were made of', () => {
  const record = fc.record({
    id: fc.string(),
    list: fc.array(fc.nat()),
    nothing: fc.constant(null),
    same: fc.record({ a: fc.nat(), deep: fc.record({ b: fc.boolean() }) }),
    sometimes: fc.option(fc.record({ c: fc.string() }), { nil: null }),
    open: fc.dictionary(fc.string(), fc.nat()),
  }, { noNullPrototype: true })
  fc.assert(fc.property(fc.array(record), (records) => {
    const json = JSON.parse(JSON.stringify(records)) as typeof records
    expect(fromColumns(JSON.parse(JSON.stringify(toColumns(json))))).toEqual(json)
  }))
})
