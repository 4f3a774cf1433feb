import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, '../../src/renderer/app/tokens.css'), 'utf8')

/** Tokens of one block of the file, `name → #rrggbb`. */
function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9A-F]{6})/gi)].map(([, name, value]) => [name!, value!]))
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function ratio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const text = ['ink', 'ink2', 'accent', 'soon', 'late']

describe.each([['light', ':root'], ['dark', '.dark']])('colours in %s', (_theme, selector) => {
  const at = tokens(selector)
  const pair = (one: string, other: string): number => ratio(at.get(one) ?? '', at.get(other) ?? '')

  it.each(text.flatMap(name => ['canvas', 'side', 'accent-soft', 'raised'].map(ground => [name, ground] as const)))('%s is readable on %s', (name, ground) => {
    expect(pair(name, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['canvas', 'side'])('meta text is readable on %s', (ground) => {
    expect(pair('ink3', ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('button text is readable on the accent', () => {
    expect(pair('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(pair('on-accent', 'accent-strong')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['ctl', 'accent-mid', 'accent'])('%s can be told from the page as a shape', (name) => {
    expect(pair(name, 'canvas')).toBeGreaterThanOrEqual(3)
  })
})
