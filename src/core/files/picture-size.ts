import type { FileKind } from './file-kind'

export type PictureSize = { width: number, height: number }

/** Most pixels of a picture that is unpacked, 4 bytes each: 8K screenshots and long pages pass, bombs do not. */
export const MAX_PIXELS = 50_000_000

/** How large a picture says it is, read without unpacking it; null = its header is cut off or nonsense. Never throws. */
export function pictureSize(bytes: Uint8Array, kind: FileKind): PictureSize | null {
  const size = read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), kind)
  return size && size.width > 0 && size.height > 0 ? size : null
}

/** Whether it may be unpacked. */
export function isModest({ width, height }: PictureSize): boolean {
  return width * height <= MAX_PIXELS
}

function read(view: DataView, kind: FileKind): PictureSize | null {
  switch (kind) {
    case 'png': return png(view)
    case 'jpeg': return jpeg(view)
    case 'gif': return gif(view)
    case 'webp': return webp(view)
    case 'bmp': return bmp(view)
    default: return null
  }
}

/** W3C PNG, 11.2.1: IHDR is the first chunk, and begins with both sizes. */
function png(view: DataView): PictureSize | null {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452)
    return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** ITU T.81, B.2.2: a frame header (SOFn) holds them, after segments of any number, each with its length. */
function jpeg(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xFF)
      return null
    const marker = view.getUint8(at + 1)
    // A marker may be preceded by any number of fill bytes, and these stand alone: TEM, RSTn, SOI.
    if (marker === 0xFF || marker === 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
      at += marker === 0xFF ? 1 : 2
      continue
    }
    // C4, C8 and CC are tables; a scan or the end without a frame is nonsense.
    if (marker >= 0xC0 && marker <= 0xCF && ![0xC4, 0xC8, 0xCC].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xD9 || marker === 0xDA)
      return null
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

/** CompuServe GIF89a, 18 and 20: the screen, or the first frame where it is larger (engines grow the screen then). */
function gif(view: DataView): PictureSize | null {
  if (view.byteLength < 13)
    return null
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  const flags = view.getUint8(10)
  for (let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0); at + 9 <= view.byteLength;) {
    const block = view.getUint8(at)
    if (block === 0x2C) {
      const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true)
      const bottom = view.getUint16(at + 3, true) + view.getUint16(at + 7, true)
      return { width: Math.max(screen.width, right), height: Math.max(screen.height, bottom) }
    }
    if (block !== 0x21)
      break
    // An extension: its label, then pieces that each tell their length, to an empty one.
    for (at += 2; at < view.byteLength;) {
      const piece = view.getUint8(at)
      at += 1 + piece
      if (piece === 0)
        break
    }
  }
  return screen
}

/** RFC 9649, 2.5 to 2.7: lossy (a VP8 key frame, RFC 6386, 9.1), lossless, or extended with a canvas. */
function webp(view: DataView): PictureSize | null {
  if (view.byteLength < 30)
    return null
  const variant = view.getUint8(15)
  if (variant === 0x20 && view.getUint8(23) === 0x9D && view.getUint8(24) === 0x01 && view.getUint8(25) === 0x2A)
    return { width: view.getUint16(26, true) & 0x3FFF, height: view.getUint16(28, true) & 0x3FFF }
  if (variant === 0x4C && view.getUint8(20) === 0x2F) {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3FFF) + 1, height: ((bits >>> 14) & 0x3FFF) + 1 }
  }
  if (variant === 0x58)
    return { width: (view.getUint32(24, true) & 0xFFFFFF) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
  return null
}

/** Microsoft, BITMAPCOREHEADER and BITMAPINFOHEADER: a negative height only turns the rows round. */
function bmp(view: DataView): PictureSize | null {
  if (view.byteLength < 26)
    return null
  if (view.getUint32(14, true) === 12)
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
}
