import type { WebArrow, WebCaption, WebLayout, WebNode, WebThread } from './layout'

/** What is drawn while the rows from `from` to `to` are in sight. */
export type Seen = {
  readonly nodes: readonly WebNode[]
  readonly captions: readonly WebCaption[]
  /** Lines that end at an account in sight: each can be followed. */
  readonly threads: readonly WebThread[]
  /** To what is in sight, wherever its guard stands. */
  readonly arrows: readonly WebArrow[]
  /** Lines from a number in sight to accounts that are not: drawn as one. */
  readonly rest: readonly WebThread[]
}

/** Picks what is in sight out of the layout; everything else is not drawn at all. */
export function seenOf(layout: WebLayout, from: number, to: number, always: string | null = null): Seen {
  const inSight = ({ top, rows }: { top: number, rows: number }): boolean => top < to && top + rows > from
  const nodes = layout.nodes.filter(node => inSight(node) || node.key === always)
  const keys = new Set(nodes.map(node => node.key))
  return {
    nodes,
    captions: layout.captions.filter(inSight),
    threads: layout.threads.filter(thread => keys.has(thread.to)),
    arrows: layout.arrows.filter(arrow => keys.has(arrow.to)),
    rest: layout.threads.filter(thread => !keys.has(thread.to) && keys.has(thread.from) && !thread.line.isSettled),
  }
}
