import type { Drawing, Shape } from './drawing'

/** Faces that stand in one for the other; nothing is fetched. */
const FONTS = '\'Hanken Grotesk\', \'Segoe UI\', system-ui, \'PingFang SC\', \'Noto Sans CJK SC\', \'Microsoft YaHei\', sans-serif'

/** The picture as an SVG file: no script, no style sheet, nothing from outside; every text is a text. */
export function toSvg({ width, height, background, shapes }: Drawing, title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${escaped(background)}"/>`,
    ...shapes.map(shapeOf),
    '</svg>',
    '',
  ].join('\n')
}

function shapeOf(shape: Shape): string {
  if (shape.kind === 'text') {
    const { text, x, y, size, weight, colour, anchor } = shape
    return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${escaped(colour)}"${anchor === 'middle' ? ' text-anchor="middle"' : ''}>${escaped(text)}</text>`
  }
  const { d, x, y, scale, fill, stroke, width, dash, isButt } = shape
  const place = x === 0 && y === 0 && scale === 1 ? '' : ` transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}"`
  const line = stroke ? ` stroke="${escaped(stroke)}" stroke-width="${width ?? 1}" stroke-linecap="${dash || isButt ? 'butt' : 'round'}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}` : ''
  return `<path d="${escaped(d)}"${place} fill="${escaped(fill ?? 'none')}"${line}/>`
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/** Text as XML takes it: its five signs named, what no XML may hold left out, halves of signs too. */
export function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are just the ones to leave out
  return text.replace(/[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '').replace(/[&<>"']/g, sign => SIGNS[sign]!)
}
