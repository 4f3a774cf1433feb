/** What a file is by its content. */
export const FILE_KINDS = ['png', 'jpeg', 'gif', 'webp', 'bmp', 'pdf', 'svg', 'text', 'unknown'] as const
export type FileKind = typeof FILE_KINDS[number]

/** How many of its first bytes tell what a file is. */
export const HEAD_BYTES = 64 * 1024

const MEDIA_TYPES: Record<FileKind, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  text: 'text/plain',
  unknown: 'application/octet-stream',
}

const ENDINGS: Record<Exclude<FileKind, 'unknown'>, readonly string[]> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  gif: ['gif'],
  webp: ['webp'],
  bmp: ['bmp', 'dib'],
  pdf: ['pdf'],
  svg: ['svg'],
  text: ['txt', 'text', 'md', 'csv', 'tsv', 'log', 'json', 'xml', 'html', 'htm', 'eml', 'ics', 'vcf', 'yaml', 'yml'],
}

/** Sizes that a bitmap's second header may have: "BM" alone begins many a text. */
const BMP_HEADERS: readonly number[] = [12, 40, 52, 56, 64, 108, 124]
/** Readers take a PDF whose first line stands this far in (Adobe, PDF Reference 1.7, note 13 of appendix H). */
const PDF_WITHIN = 1024

/**
 * What a file is, by its first bytes; neither its name nor the system is asked. Never throws.
 *
 * Marks of images, PDF and text: WHATWG MIME Sniffing, sections 6.1, 7.1 and 7.2 (https://mimesniff.spec.whatwg.org).
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = bytes.subarray(0, HEAD_BYTES)
  if (hasAt(head, 0, '\u0089PNG\r\n\u001A\n'))
    return 'png'
  if (hasAt(head, 0, '\u00FF\u00D8\u00FF'))
    return 'jpeg'
  if (hasAt(head, 0, 'GIF87a') || hasAt(head, 0, 'GIF89a'))
    return 'gif'
  if (hasAt(head, 0, 'RIFF') && hasAt(head, 8, 'WEBPVP'))
    return 'webp'
  if (hasAt(head, 0, 'BM') && hasAt(head, 6, '\0\0\0\0') && hasAt(head, 15, '\0\0\0') && BMP_HEADERS.includes(head[14] ?? 0))
    return 'bmp'
  // A mark of UTF-16 makes text of what would be none; without its empty bytes the start of it can still be looked at.
  const isWide = hasAt(head, 0, '\u00FF\u00FE') || hasAt(head, 0, '\u00FE\u00FF')
  const isText = isWide || !head.some(isBinary)
  const start = latin(head.subarray(0, 4096).filter(byte => byte !== 0)).replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\s*/, '')
  if (start.startsWith('%PDF-') || (!isText && latin(head.subarray(0, PDF_WITHIN)).includes('%PDF-')))
    return 'pdf'
  if (!isText)
    return 'unknown'
  return isSvg(start) ? 'svg' : 'text'
}

/** The type a file of this kind is kept under. */
export function mediaTypeOf(kind: FileKind): string {
  return MEDIA_TYPES[kind]
}

/** What a kept file is; null = it was kept before content was looked at, and under a type that tells nothing. */
export function kindOfMediaType(mediaType: string): FileKind | null {
  const kind = FILE_KINDS.find(each => MEDIA_TYPES[each] === mediaType)
  return kind ?? (mediaType.startsWith('text/') ? 'text' : null)
}

/** What the ending of a name says; null = nothing that we could tell to be untrue. */
export function kindOfName(name: string): FileKind | null {
  const ending = /\.([a-z]+)\s*$/i.exec(name)?.[1]?.toLowerCase()
  return FILE_KINDS.find(kind => kind !== 'unknown' && ending !== undefined && ENDINGS[kind].includes(ending)) ?? null
}

/** The kind that a name promises where the content is of another; null = the name says nothing, or the truth. */
export function untrueName(name: string, kind: FileKind): FileKind | null {
  const named = kindOfName(name)
  // A drawing is text too, so that `.xml` is no lie.
  return named === kind || (named === 'text' && kind === 'svg') ? null : named
}

/** Whether it is shown as a picture. A drawing is not: it is a document with scripts, links and loops of its own. */
export function isPicture(kind: FileKind | null): boolean {
  return kind === 'png' || kind === 'jpeg' || kind === 'gif' || kind === 'webp' || kind === 'bmp'
}

/** The standard's "binary data byte". */
function isBinary(byte: number): boolean {
  return byte <= 0x08 || byte === 0x0B || (byte >= 0x0E && byte <= 0x1A) || (byte >= 0x1C && byte <= 0x1F)
}

/** Whether the first element is a drawing, after what XML lets stand before it. */
function isSvg(start: string): boolean {
  let rest = start
  for (let before = ''; before !== rest;) {
    before = rest
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : /^<!doctype\s+svg/i.test(rest) ? '>' : null
    if (end === '>')
      return true
    const at = end === null ? -1 : rest.indexOf(end)
    if (end !== null && at >= 0)
      rest = rest.slice(at + end.length).trimStart()
  }
  return /^<(?:\w+:)?svg[\s/>]/i.test(rest)
}

function hasAt(bytes: Uint8Array, at: number, mark: string): boolean {
  return [...mark].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}
