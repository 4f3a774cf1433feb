import type { BindingState } from '../records/binding'
import type { Importance } from '../records/account'
import type { Metrics } from './geometry'
import type { WebAccount } from './web'
import type { WebLayout, WebNode } from './layout'
import { accountWidth, arrowHead, arrowPath, columnsOf, fitText, middleOf, SIZES, textWidth, threadPath } from './geometry'
import { isLiveState, STATE_MARKS } from './marks'
import { leadOf } from './web'

/** Colours of the theme that is on screen. */
export type Palette = { readonly [Name in 'canvas' | 'ink' | 'ink2' | 'ink3' | 'accent' | 'accentMid' | 'soon' | 'ctl' | 'line' | 'line2']: string }

/** A picture made of paths and texts, for a file or a canvas. */
export type Shape
  // `dash`: lengths of strokes and gaps.
  = | { readonly kind: 'path', readonly d: string, readonly x: number, readonly y: number, readonly scale: number, readonly fill?: string, readonly stroke?: string, readonly width?: number, readonly dash?: readonly number[], readonly isButt?: boolean }
    | { readonly kind: 'text', readonly text: string, readonly x: number, readonly y: number, readonly size: number, readonly weight: number, readonly colour: string, readonly anchor: 'start' | 'middle' }
export type Drawing = { readonly width: number, readonly height: number, readonly background: string, readonly shapes: readonly Shape[] }

/** A dotted mark, and a line of guards that guard one another. */
const MARK_DASH = [1.7, 2.2]
export const RING_DASH = [5, 4]

/** What the picture needs in words, in the language on screen. */
export type DrawingWords = {
  readonly title: string
  readonly numberName: (node: WebNode & { kind: 'number' }) => { readonly name: string, readonly phone: string, readonly left: number, readonly ring: readonly { readonly d: string, readonly colour: keyof Palette }[] }
  readonly accountName: (account: WebAccount) => string
  /** Brand as a path on a 24 × 24 field; null = none. */
  readonly icon: (account: WebAccount) => string | null
  readonly fold: (fold: WebNode & { kind: 'fold' }) => string
  readonly caption: (guard: WebAccount) => readonly [string, string]
  readonly legend: readonly [holds: string, loose: string, guards: string]
}

const EDGE = 36
const HEAD = 92
const BARS: Record<Importance, number> = { low: 1, medium: 2, high: 3, critical: 4 }

/** The whole web as a picture, whatever part of it is in sight. */
export function drawWeb(layout: WebLayout, metrics: Metrics, palette: Palette, words: DrawingWords): Drawing {
  const shapes: Shape[] = []
  const columns = columnsOf(metrics)
  const path = (d: string, more: Partial<Shape & { kind: 'path' }>, x = 0, y = 0, scale = 1): number => shapes.push({ kind: 'path', d, x: x + EDGE, y: y + HEAD, scale, ...more })
  const text = (value: string, x: number, y: number, colour: string, more: Partial<Shape & { kind: 'text' }> = {}): number =>
    shapes.push({ kind: 'text', text: value, x: x + EDGE, y: y + HEAD, size: 14, weight: 440, anchor: 'start', colour, ...more })

  function head(): void {
    text(words.title, 0, 26 - HEAD + EDGE - 8, palette.ink, { size: 20, weight: 620 })
    const y = 62 - HEAD + EDGE - 16
    let x = 0
    ;([[`M0 0H28`, palette.accentMid], ['M0 -5C2 -1 8 0 14 0H28', palette.ctl], ['M0 0H20', palette.soon]] as const).forEach(([d, stroke], index) => {
      path(d, { stroke, width: 2 }, x, y)
      if (index === 2)
        path('M28 0L18 -5V5Z', { fill: palette.soon }, x, y)
      text(words.legend[index]!, x + 38, y + 5, palette.ink2, { size: 13 })
      x += 38 + textWidth(words.legend[index]!, 13) + 26
    })
  }

  function stateMark(state: BindingState, x: number, y: number): void {
    const colour = isLiveState(state) ? palette.accent : palette.ctl
    for (const part of STATE_MARKS[state])
      path(part.d, part.isFilled ? { fill: colour } : { stroke: part.isOnFill ? palette.canvas : colour, width: 1.6, ...part.isDashed && { dash: MARK_DASH } }, x, y - 8)
  }

  function account(node: WebNode & { kind: 'account' | 'guarded' }): void {
    const x = node.kind === 'account' ? columns.accounts : columns.guarded
    const y = middleOf(node, metrics)
    const most = (node.kind === 'account' ? columns.accountWidth : columns.guardedWidth) - 8
    const name = fitText(words.accountName(node.account), most - 91)
    const lead = leadOf(node.account)
    if (lead)
      stateMark(lead.binding.state, x + 8, y)
    const icon = words.icon(node.account)
    if (icon) {
      path(icon, { fill: palette.ink2 }, x + 33, y - 9, 0.75)
    }
    else {
      path('M5 0H13A5 5 0 0 1 18 5V13A5 5 0 0 1 13 18H5A5 5 0 0 1 0 13V5A5 5 0 0 1 5 0Z', { fill: palette.line }, x + 33, y - 9)
      text([...name].find(sign => /[\p{L}\p{N}]/u.test(sign))?.toLocaleUpperCase() ?? '?', x + 42, y + 4, palette.ink2, { size: 10, weight: 620, anchor: 'middle' })
    }
    text(name, x + 59, y + 5, node.account.isSettled && lead ? palette.ink2 : palette.ink, { weight: node.account.isSettled ? 440 : 560 })
    for (let bar = 1; bar <= 4; bar++)
      path(`M0 0h2.8v${-3 - bar * 2}h-2.8Z`, { fill: bar <= BARS[node.account.importance] ? palette.ink2 : palette.line2 }, x + 67 + textWidth(name) + (bar - 1) * 4.2, y + 6)
  }

  function number(node: WebNode & { kind: 'number' }): void {
    const y = middleOf(node, metrics)
    const { name, phone, left, ring } = words.numberName(node)
    for (const { d, colour } of ring)
      path(d, { stroke: palette[colour], width: 4, isButt: true }, columns.numberMiddle - SIZES.ring / 2, y - SIZES.ring / 2)
    if (left === 0)
      path('M-7.5 0.5l5 5l10 -11', { stroke: palette.accent, width: 2.4 }, columns.numberMiddle, y)
    else
      text(String(left), columns.numberMiddle, y + 6, palette.ink, { size: 16, weight: 620, anchor: 'middle' })
    text(fitText(name, columns.numberMiddle * 2, 14), columns.numberMiddle, y + SIZES.ring / 2 + 20, palette.ink, { weight: 570, anchor: 'middle' })
    text(phone, columns.numberMiddle, y + SIZES.ring / 2 + 38, palette.ink2, { size: 13, anchor: 'middle' })
  }

  head()
  for (const thread of layout.threads)
    path(threadPath(thread, layout, metrics), { stroke: thread.line.isSettled ? palette.ctl : palette.accentMid, width: 2 })
  for (const arrow of layout.arrows) {
    const [from, to] = [layout.node(arrow.from), layout.node(arrow.to)]
    if (from?.kind !== 'account' || !to)
      continue
    path(arrowPath(from, to, columns.accounts + accountWidth(words.accountName(from.account), columns.accountWidth), metrics), { stroke: palette.soon, width: 1.6, ...arrow.isRing && { dash: RING_DASH } })
    path(arrowHead(to, metrics), { fill: palette.soon })
  }
  for (const node of layout.nodes) {
    if (node.kind === 'number')
      number(node)
    else if (node.kind === 'fold')
      text(words.fold(node), (node.column === 1 ? columns.accounts : columns.guarded) + 8, middleOf(node, metrics) + 5, palette.ink2)
    else
      account(node)
  }
  for (const { guard, top } of layout.captions) {
    const [first, second] = words.caption(guard)
    text(fitText(first, columns.guardedWidth, 13), columns.guarded + 8, top * metrics.row + 20, palette.ink, { size: 13, weight: 620 })
    text(fitText(second, columns.guardedWidth, 13), columns.guarded + 8, top * metrics.row + 38, palette.ink2, { size: 13 })
  }
  return { width: metrics.width + EDGE * 2, height: Math.ceil(layout.rows * metrics.row) + HEAD + EDGE, background: palette.canvas, shapes }
}
