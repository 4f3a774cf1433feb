import { describe, expect, it } from 'vitest'
import { plainProperties } from '../../../src/build/old-engine-css'

describe('css for the older engine', () => {
  it('takes the registration of properties without a first value away, and keeps them from being inherited', () => {
    const css = plainProperties('.a{color:red}@property --tw-ring-inset {\n  syntax: "*";\n  inherits: false;\n}\n@property --tw-blur{syntax:"*";inherits:false}')
    expect(css).not.toContain('@property')
    expect(css).toContain('.a{color:red}')
    expect(css).toContain('@layer properties{*,::before,::after,::backdrop{--tw-ring-inset:initial;--tw-blur:initial}}')
  })

  it('leaves those with a first value, and other sheets, as they are', () => {
    const css = '@property --tw-shadow{syntax:"*";inherits:false;initial-value:0 0 #0000}.b{color:blue}'
    expect(plainProperties(css)).toBe(css)
  })
})
