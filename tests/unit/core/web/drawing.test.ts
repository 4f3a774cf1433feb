import { describe, expect, it } from 'vitest'
import { drawWeb } from '../../../../src/core/web/drawing'
import { accountWidth, fitText, textWidth, threadPath } from '../../../../src/core/web/geometry'
import { layOut } from '../../../../src/core/web/layout'
import { escaped, toSvg } from '../../../../src/core/web/svg'
import { weave } from '../../../../src/core/web/web'
import { catalog, options, record } from './kit'

const NASTY = '<script>alert("1")</script> & \'\u0007\uD800'
const colours = { canvas: '#fff', ink: '#000', ink2: '#111', ink3: '#222', accent: '#00f', accentMid: '#44f', soon: '#850', ctl: '#888', line: '#eee', line2: '#ddd' }
const words = {
  title: NASTY,
  numberName: () => ({ name: NASTY, phone: '+1 415-555-0134', left: 2, ring: [{ d: 'M0 0H9', colour: 'accent' as const }] }),
  accountName: () => NASTY,
  icon: () => null,
  fold: () => NASTY,
  caption: () => [NASTY, NASTY] as const,
  legend: [NASTY, NASTY, NASTY] as const,
}
const metrics = { width: 900, row: 44 }

function drawn() {
  const layout = layOut(weave(record({ accounts: [{}, { guardedBy: [0] }], bindings: [{ account: 0, number: 0 }, { account: 1, number: 0, state: 'verified' }] }), catalog), options())
  return { layout, drawing: drawWeb(layout, metrics, colours, words) }
}

describe('the picture as a file', () => {
  it('holds no text of the user as anything but text, and nothing from outside', () => {
    const svg = toSvg(drawn().drawing, NASTY)
    expect(svg).not.toMatch(/<script|<style|<image|<use|href|url\(|\son\w+=/i)
    expect(svg).toContain('&lt;script&gt;')
    const lines = svg.trim().split('\n').slice(1)
    expect(lines.every(line => /^<(?:svg [^<>]*>|\/svg>|rect [^<>]*\/>|path [^<>]*\/>|(?:text|title)(?: [^<>]*)?>[^<>]*<\/(?:text|title)>)$/.test(line))).toBe(true)
  })

  it('leaves out what no XML may hold, and keeps every other sign', () => {
    expect(escaped('a\u0000\u001Fb\uD83Dc\uFFFF')).toBe('abc')
    expect(escaped('微信 😀 "\'&<>')).toBe('微信 😀 &quot;&#39;&amp;&lt;&gt;')
  })

  it('has every line and every name in it', () => {
    const { drawing, layout } = drawn()
    const paths = drawing.shapes.filter(({ kind }) => kind === 'path').map(shape => shape.kind === 'path' ? shape.d : '')
    for (const thread of layout.threads)
      expect(paths).toContain(threadPath(thread, layout, metrics))
    expect(drawing.height).toBeGreaterThan(layout.rows * metrics.row)
  })

  it('lets the line of a settled binding end before it reaches the number', () => {
    const { layout } = drawn()
    const start = (settled: boolean) => Number(/^M(\d+)/.exec(threadPath(layout.threads.find(({ line }) => line.isSettled === settled)!, layout, metrics))![1])
    expect(start(true)).toBeGreaterThan(start(false) + 50)
  })

  it('cuts a name to its room', () => {
    expect(fitText('Gmail', 200)).toBe('Gmail')
    const cut = fitText('A very long name of a club that nobody knows', 120)
    expect(cut.endsWith('…')).toBe(true)
    expect(textWidth(cut)).toBeLessThanOrEqual(120)
    expect(fitText('微信'.repeat(30), 60)).toMatch(/^(?:微信?)+…$/)
    expect(accountWidth('微信'.repeat(30), 100)).toBe(100)
  })
})
