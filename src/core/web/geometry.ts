import type { WebLayout, WebNode, WebThread } from './layout'

/** What turns rows and columns into lengths, px. */
export type Metrics = {
  /** Width of the whole. */
  readonly width: number
  /** Height of a row; grows and shrinks with the zoom. Text keeps its size. */
  readonly row: number
}

/** Sizes that do not change with the zoom, px. */
export const SIZES = { ring: 60, number: 126, caption: 44, mark: 16, node: 30 } as const
/** Row heights that can be chosen: the lines and gaps grow, text does not. */
export const ROW_HEIGHTS = [30, 36, 44, 54, 66] as const
/** Row height to begin with. */
export const ROW_HEIGHT = 44
/** Less room than this, and the picture is scrolled sideways. */
export const LEAST_WIDTH = 640

/** Where each column begins, as shares of the width. */
const COLUMNS = { accounts: 0.395, guarded: 0.755 } as const
/** Middle of the numbers. */
const NUMBERS = 0.078

/** Left edges and middles of the columns. */
export function columnsOf({ width }: Metrics): { numberMiddle: number, accounts: number, guarded: number, accountWidth: number, guardedWidth: number } {
  const [accounts, guarded] = [Math.round(width * COLUMNS.accounts), Math.round(width * COLUMNS.guarded)]
  return { numberMiddle: Math.max(74, Math.round(width * NUMBERS)), accounts, guarded, accountWidth: guarded - accounts - 72, guardedWidth: width - guarded }
}

/** Middle of a node, from the top. */
export function middleOf(node: Pick<WebNode, 'top' | 'rows' | 'kind'>, { row }: Metrics): number {
  // A number's lines leave from its ring, which stands above its name.
  return node.kind === 'number' ? node.top * row + SIZES.ring / 2 : (node.top + node.rows / 2) * row
}

const round = (value: number): number => Math.round(value * 10) / 10

/** A line from its number to its account; a loose one ends in a short curl before it gets there. */
export function threadPath(thread: WebThread, layout: WebLayout, metrics: Metrics): string {
  const [from, to] = [layout.node(thread.from), layout.node(thread.to)]
  if (!from || !to)
    return ''
  const { numberMiddle, accounts } = columnsOf(metrics)
  // Lines of one account end side by side.
  const y = round(middleOf(to, metrics) + (thread.slot - (thread.slots - 1) / 2) * 5)
  const end = accounts - 8
  if (thread.line.isSettled) {
    const start = round(end - (end - numberMiddle - SIZES.ring / 2) * 0.5)
    return `M${start} ${y - 5}C${start + 6} ${y - 1} ${start + 24} ${y} ${start + 60} ${y}H${end}`
  }
  return curve(numberMiddle + SIZES.ring / 2 + 1, round(middleOf(from, metrics)), end, y)
}

/** An arrow from a guard, whose name ends at `start`, to what it guards; without its head. */
export function arrowPath(from: WebNode, to: WebNode, start: number, metrics: Metrics): string {
  return curve(start, round(middleOf(from, metrics)), columnsOf(metrics).guarded - 16, round(middleOf(to, metrics)))
}

/** The head of that arrow. */
export function arrowHead(to: WebNode, metrics: Metrics): string {
  const [x, y] = [columnsOf(metrics).guarded - 8, round(middleOf(to, metrics))]
  return `M${x} ${y}L${x - 10} ${y - 5}V${y + 5}Z`
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const bend = round((x2 - x1) * 0.42)
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}

/** Widths of the signs from the space to the tilde in the bundled face, hundredths of the size; measured at the weight of names. */
const LATIN = '26 25 36 70 56 74 70 19 26 26 40 56 24 33 24 42 56 56 56 56 56 56 56 56 56 56 24 24 56 56 56 52 88 66 61 71 68 59 57 74 69 26 56 65 50 85 69 75 56 78 61 57 59 66 67 97 66 62 60 29 46 29 60 46 31 55 58 52 58 55 35 52 56 24 24 55 28 84 56 58 58 58 42 48 36 56 53 76 54 53 48 27 27 27 56'.split(' ').map(Number)

/** About how wide a text is; every Chinese sign, and what the face does not have, is as wide as it is high. */
export function textWidth(text: string, size = 14): number {
  let hundredths = 0
  for (const sign of text)
    hundredths += sign === '·' ? 24 : LATIN[sign.charCodeAt(0) - 32] ?? 102
  return Math.ceil(hundredths * size / 100)
}

/** The text, cut with an ellipsis where it is wider than there is room. */
export function fitText(text: string, width: number, size = 14): string {
  if (textWidth(text, size) <= width)
    return text
  const signs = [...text]
  let [low, high] = [0, signs.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (textWidth(`${signs.slice(0, middle).join('')}…`, size) <= width)
      low = middle
    else
      high = middle - 1
  }
  return `${signs.slice(0, low).join('').trimEnd()}…`
}

/** Width of an account with its marks. */
export function accountWidth(name: string, most: number): number {
  return Math.min(most, ACCOUNT_EXTRA + textWidth(name))
}
/** Margins, mark of the state, of the service, bars and the gaps between them. */
const ACCOUNT_EXTRA = 8 + 16 + 9 + 18 + 8 + 8 + 16 + 8
