import { expect, it } from 'vitest'
import { assertNever } from '../../../../src/core/lib/assert-never'

it('throws on a value from outside the types', () => {
  expect(() => assertNever('x' as never)).toThrow('unexpected value: "x"')
})
