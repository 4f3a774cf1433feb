/** How many bindings of a number stand where. */
export type ProgressCounts = {
  verified: number
  /** Waived, removed or closed: settled without a new factor. */
  letGo: number
  /** Moving or moved. */
  halfway: number
  bound: number
}

export type ProgressPart = { kind: keyof ProgressCounts, from: number, to: number }

const ORDER = ['verified', 'letGo', 'halfway', 'bound'] as const
/** More parts than this would be too thin to tell apart: then one arc for each kind. */
const MOST_PARTS = 36

/** Arcs of the ring, as shares of a turn from the top, clockwise; one for each binding while they can be told apart. */
export function progressParts(counts: ProgressCounts): ProgressPart[] {
  const total = ORDER.reduce((sum, kind) => sum + counts[kind], 0)
  const parts: ProgressPart[] = []
  let at = 0
  for (const kind of ORDER) {
    const pieces = total > MOST_PARTS ? Math.min(1, counts[kind]) : counts[kind]
    const width = pieces === 0 ? 0 : counts[kind] / pieces / total
    for (let piece = 0; piece < pieces; piece++) {
      parts.push({ kind, from: at, to: at + width })
      at += width
    }
  }
  return parts
}

/** SVG path of an arc around (c, c). `gap` is taken off the ends, in units of length. */
export function arcPath(part: Pick<ProgressPart, 'from' | 'to'>, c: number, r: number, gap: number): string {
  const share = part.to - part.from
  if (share >= 1)
    return `M${c} ${c - r}A${r} ${r} 0 1 1 ${c} ${c + r}A${r} ${r} 0 1 1 ${c} ${c - r}`
  const cut = Math.min(gap / 2 / (2 * Math.PI * r), share * 0.4)
  const [from, to] = [part.from + cut, part.to - cut]
  const point = (turn: number): string => `${round(c + r * Math.sin(2 * Math.PI * turn))} ${round(c - r * Math.cos(2 * Math.PI * turn))}`
  return `M${point(from)}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
