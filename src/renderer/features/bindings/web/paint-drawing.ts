import type { Drawing } from '../../../../core/web/drawing'

/** Longest side of a canvas that every machine draws, px. */
const MOST_SIDE = 16_000
/** Finer than this nobody sees. */
const FINEST = 2

/** The picture as a PNG, at twice its size where that fits. Null = it could not be drawn. */
export async function toPng({ width, height, background, shapes }: Drawing, font: string): Promise<Uint8Array | null> {
  const scale = Math.min(FINEST, MOST_SIDE / Math.max(width, height))
  // Smaller than half, its words could not be read any more.
  if (scale < 0.5)
    return null
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (!context)
    return null
  context.scale(scale, scale)
  context.fillStyle = background
  context.fillRect(0, 0, width, height)
  for (const shape of shapes) {
    if (shape.kind === 'text') {
      context.font = `${shape.weight} ${shape.size}px ${font}`
      context.textAlign = shape.anchor === 'middle' ? 'center' : 'left'
      context.fillStyle = shape.colour
      context.fillText(shape.text, shape.x, shape.y)
      continue
    }
    const path = new Path2D(shape.d)
    context.save()
    context.translate(shape.x, shape.y)
    context.scale(shape.scale, shape.scale)
    if (shape.fill) {
      context.fillStyle = shape.fill
      context.fill(path)
    }
    if (shape.stroke) {
      context.strokeStyle = shape.stroke
      context.lineWidth = shape.width ?? 1
      context.lineCap = shape.dash || shape.isButt ? 'butt' : 'round'
      context.lineJoin = 'round'
      context.setLineDash(shape.dash ? [...shape.dash] : [])
      context.stroke(path)
    }
    context.restore()
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
