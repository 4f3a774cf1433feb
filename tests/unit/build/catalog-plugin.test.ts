import { resolve } from 'node:path'
import icons from 'virtual:catalog/icons'
import facts from 'virtual:catalog/facts'
import guides from 'virtual:catalog/guides'
import patterns from 'virtual:catalog/patterns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherCatalog } from '../../../src/build/catalog'
import { factsModule, parsedModule } from '../../../src/build/catalog-plugin'

const gathered = gatherCatalog(resolve(import.meta.dirname, '../../../resources/catalog'))

describe('the virtual modules', () => {
  it('hold what was gathered', () => {
    expect({ facts, guides, patterns, icons }).toEqual(gathered)
  })

  it('keep the facts small: they load before the first paint', () => {
    expect(factsModule(gathered.facts).length).toBeLessThan(150_000)
  })
})

describe('parsedModule', () => {
  it('gives back any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const expression = parsedModule(value).replace(/^export default/, 'return')
      // eslint-disable-next-line no-new-func -- it is script text that is tested
      expect(new Function(expression)()).toEqual(value)
    }))
  })
})
