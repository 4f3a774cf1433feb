import { Buffer } from 'node:buffer'

/** A picture's header that says it is this large; nothing that could be drawn follows. */
export const headers = {
  png: (width: number, height: number) => bytes('\u0089PNG\r\n\u001A\n\0\0\0\rIHDR', be32(width), be32(height), '\u0008\u0006\0\0\0'),
  jpeg: (width: number, height: number) => bytes('\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0\u00FF\u00FF\u00DB\0\u0004ab\u00FF\u00C2\0\u0011\u0008', be16(height), be16(width), '\u0003\u0001"'),
  gif: (width: number, height: number) => bytes('GIF89a', le16(1), le16(1), '\u0080\0\0abcdef!\u00F9\u0004\0\0\0\0\0,', le16(0), le16(0), le16(width), le16(height), '\0'),
  webp: (width: number, height: number) => bytes('RIFF\u0020\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0', le32(width - 1).slice(0, 3), le32(height - 1).slice(0, 3)),
  lossy: (width: number, height: number) => bytes('RIFF\u0020\0\0\0WEBPVP8 \n\0\0\0abc\u009D\u0001*', le16(width), le16(height)),
  lossless: (width: number, height: number) => bytes('RIFF\u0020\0\0\0WEBPVP8L\n\0\0\0/', le32((width - 1) | ((height - 1) << 14)), '\0\0\0\0\0'),
  bmp: (width: number, height: number) => bytes('BM', le32(1000), '\0\0\0\0', le32(54), le32(40), le32(width), le32(-height)),
}

/** The smallest picture that can be drawn: one pixel. */
export const onePixel = {
  png: Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')),
  gif: Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')),
}

/** Bytes by letters up to U+00FF and by figures. */
export function bytes(...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap(part => typeof part === 'string' ? [...part].map(letter => letter.charCodeAt(0)) : part))
}

const le16 = (value: number): number[] => [value & 255, (value >> 8) & 255]
const le32 = (value: number): number[] => [...le16(value), ...le16(value >> 16)]
const be16 = (value: number): number[] => le16(value).toReversed()
const be32 = (value: number): number[] => le32(value).toReversed()
