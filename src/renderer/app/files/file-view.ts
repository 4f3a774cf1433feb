import type { FileKind } from '../../../core/files/file-kind'
import type { PictureSize } from '../../../core/files/picture-size'
import { fileKind, isPicture, mediaTypeOf } from '../../../core/files/file-kind'
import { isModest, pictureSize } from '../../../core/files/picture-size'

/** Most bytes of a text that are shown. */
export const SHOWN_BYTES = 200_000

/** What of a file is shown. Nothing in it is run: a picture is unpacked, letters are letters, all else is told in words. */
export type FileView = { kind: FileKind } & (
  | { is: 'picture', size: PictureSize, blob: Blob }
  | { is: 'bomb', size: PictureSize }
  | { is: 'text', text: string, isCut: boolean }
  | { is: 'broken' | 'empty' | 'closed' }
)

/** Looks at the content alone, however the file is called and whatever it was kept as. */
export function fileView(bytes: Uint8Array<ArrayBuffer>): FileView {
  const kind = fileKind(bytes)
  if (bytes.length === 0)
    return { kind, is: 'empty' }
  if (kind === 'text' || kind === 'svg')
    return { kind, is: 'text', text: textOf(bytes.subarray(0, SHOWN_BYTES)), isCut: bytes.length > SHOWN_BYTES }
  if (!isPicture(kind))
    return { kind, is: 'closed' }
  const size = pictureSize(bytes, kind)
  if (!size)
    return { kind, is: 'broken' }
  // Under the type of its content, which is never that of a document.
  return isModest(size) ? { kind, is: 'picture', size, blob: new Blob([bytes], { type: mediaTypeOf(kind) }) } : { kind, is: 'bomb', size }
}

/** Letters by the mark at the beginning, else UTF-8; what is neither was most likely written on an older Chinese system. */
function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  const marked = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le' : bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : null
  for (const encoding of marked ? [] : ['utf-8', 'gb18030']) {
    try {
      // As a stream: a letter may be cut in two where the shown part ends.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    }
    catch {}
  }
  return new TextDecoder(marked ?? 'windows-1252').decode(bytes)
}
