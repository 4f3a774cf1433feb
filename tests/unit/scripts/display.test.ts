import { describe, expect, it } from 'vitest'
import { isHeadless, sandboxFlags } from '../../../scripts/display.mjs'

describe('sandbox', () => {
  it('is switched off for user id 0 only', () => {
    expect(sandboxFlags(0)).toEqual(['--no-sandbox'])
    expect(sandboxFlags(1)).toEqual([])
    expect(sandboxFlags(1000)).toEqual([])
  })
})

describe('display', () => {
  it('is started only on Linux without one', () => {
    expect(isHeadless({ platform: 'linux', env: {} })).toBe(true)
    expect(isHeadless({ platform: 'linux', env: { DISPLAY: '' } })).toBe(true)
    expect(isHeadless({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(false)
    expect(isHeadless({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(false)
    expect(isHeadless({ platform: 'darwin', env: {} })).toBe(false)
    expect(isHeadless({ platform: 'win32', env: {} })).toBe(false)
  })
})
