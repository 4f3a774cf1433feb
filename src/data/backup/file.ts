import type { KeySlot } from '../../shared/vault'
import * as z from 'zod/mini'
import { parseJson } from './json'

/**
 * The file of snapshots, exports and attachments (docs: src/data/backup/README.md).
 *
 * 1. `UNTETHER-BACKUP 1` and a line feed.
 * 2. The header as one line of JSON, and a line feed.
 * 3. Chunks: a length (4 bytes, big-endian), then that many bytes of AES-256-GCM. The key is HKDF-SHA-256 of the data key with
 *    the header's salt and the word `untether backup 1`; the nonce is the chunk's place (11 bytes, big-endian) and 1 for
 *    the last chunk, else 0, so that none can be left out, swapped or cut off (the STREAM construction of Hoang, Reyhanitabar,
 *    Rogaway and Vizár, 2015, as age uses it); bound to each is the SHA-256 of the first two parts.
 * 4. The first chunk is the summary; the others together are a gzip stream of the content.
 */
export const MAGIC = 'UNTETHER-BACKUP 1\n'
const INFO = 'untether backup 1'
const CHUNK = 256 * 1024
const TAG = 16
const MAX_HEADER = 64 * 1024
/** A content may unpack to this much and no more, in bytes. */
export const MAX_CONTENT = 1024 * 1024 * 1024
/** And one line of it to this much, in characters. */
export const MAX_LINE = 32 * 1024 * 1024
/** Bytes unpacked between two looks at the limits: at most a thousand times as much may come out. */
const SIP = 16 * 1024

/** What anyone may read of a file. */
export type FileHeader = {
  kind: 'snapshot' | 'export' | 'attachment'
  /** Epoch ms. */
  createdAt: number
  /** Version of the app that wrote it. */
  app: string
  /** Version of the database whose shapes the rows have. */
  schema: number
  slots: KeySlot[]
  salt: string
}

const headerSchema = z.strictObject({
  kind: z.enum(['snapshot', 'export', 'attachment']),
  createdAt: z.number().check(z.int(), z.gte(0)),
  app: z.string().check(z.maxLength(50)),
  schema: z.number().check(z.int(), z.gte(1)),
  // Checked by the vault, which alone knows what a slot must be.
  slots: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(8)),
  salt: z.string().check(z.regex(/^[a-z0-9+/]{43}=$/i)),
})

/** Why a file is no backup, or not one that opens. `other-computer`: nothing but the keychain that sealed it could open it. */
export const FILE_FAULTS = ['empty', 'not-a-backup', 'newer', 'damaged', 'cut-off', 'wrong-key', 'other-computer', 'too-large'] as const
export type FileFault = typeof FILE_FAULTS[number]

/** A file that does not open, and why. */
export class BackupError extends Error {
  override name = 'BackupError'
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(fault)
    this.fault = fault
  }
}

/** A file whose header was read; nothing in it is trusted yet. */
export type SealedFile = { header: FileHeader, head: Uint8Array<ArrayBuffer>, body: Uint8Array }

/** Writes a file. `content` is gzipped on the way; both run beside the page, not in it. */
export async function writeFile(header: Omit<FileHeader, 'salt'>, dataKey: Uint8Array, summary: unknown, content: AsyncIterable<string | Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
  const salt = crypto.getRandomValues(new Uint8Array(32))
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify({ ...header, salt: btoa(String.fromCharCode(...salt)) })}\n`)
  const key = await fileKey(dataKey, salt, 'encrypt')
  const bound = await crypto.subtle.digest('SHA-256', head)
  const parts: Uint8Array[] = [head]
  let place = 0
  const add = async (text: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<void> => {
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonceOf(place++, isLast), additionalData: bound }, key, text)
    const length = new Uint8Array(4)
    new DataView(length.buffer).setUint32(0, sealed.byteLength)
    parts.push(length, new Uint8Array(sealed))
  }

  await add(new TextEncoder().encode(JSON.stringify(summary)), false)
  let held: Uint8Array<ArrayBuffer> = new Uint8Array(0)
  for await (const bytes of gzipped(content)) {
    held = joined([held, bytes])
    while (held.length > CHUNK) {
      await add(held.slice(0, CHUNK), false)
      held = held.slice(CHUNK)
    }
  }
  await add(held, true)
  return joined(parts)
}

/** Whether the bytes begin as our container does, of this version or another. */
export function isSealed(bytes: Uint8Array): boolean {
  const start = MAGIC.slice(0, -2)
  return String.fromCharCode(...bytes.subarray(0, start.length)) === start
}

/** Reads the open part of a file. @throws {BackupError} */
export function readHeader(bytes: Uint8Array): SealedFile {
  const start = String.fromCharCode(...bytes.subarray(0, 24))
  if (!start.startsWith(MAGIC)) {
    if (bytes.length === 0)
      throw new BackupError('empty')
    if (MAGIC.startsWith(start))
      throw new BackupError('cut-off')
    // The number before the line's end is the file's format.
    throw new BackupError(/^UNTETHER-BACKUP \d+\n/.test(start) ? 'newer' : 'not-a-backup')
  }
  const end = bytes.indexOf(10, MAGIC.length)
  if (end === -1 || end > MAX_HEADER)
    throw new BackupError(end === -1 && bytes.length < MAX_HEADER ? 'cut-off' : 'damaged')
  let value: unknown
  try {
    value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(MAGIC.length, end)))
  }
  catch {
    throw new BackupError('damaged')
  }
  const header = headerSchema.safeParse(value)
  if (!header.success)
    throw new BackupError('damaged')
  return { header: header.data as unknown as FileHeader, head: bytes.slice(0, end + 1), body: bytes.subarray(end + 1) }
}

/** Opens the summary alone. @throws {BackupError} */
export async function readSummary(file: SealedFile, dataKey: Uint8Array): Promise<unknown> {
  const next = await opener(file, dataKey)
  const text = await next()
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(text ?? new Uint8Array(0)))
  }
  catch {
    throw new BackupError('damaged')
  }
}

/**
 * Opens the content. Every chunk is proved before a byte of it is unpacked, but only the end of the stream proves that all of it
 * was there: keep nothing before.
 * @throws {BackupError}
 */
export async function* readBytes(file: SealedFile, dataKey: Uint8Array): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const next = await opener(file, dataKey)
  await next()
  async function* chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let chunk = await next(); chunk; chunk = await next()) {
      for (let at = 0; at < chunk.length; at += SIP)
        yield chunk.subarray(at, at + SIP)
    }
  }
  let size = 0
  for await (const bytes of gunzipped(chunks())) {
    size += bytes.length
    if (size > MAX_CONTENT)
      throw new BackupError('too-large')
    yield bytes
  }
}

/**
 * Opens the content, line by line, as `readBytes` does.
 * @throws {BackupError}
 */
export async function* readLines(file: SealedFile, dataKey: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let held: string[] = []
  let length = 0
  for await (const bytes of readBytes(file, dataKey)) {
    const text = decoded(decoder, bytes)
    let from = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      held.push(text.slice(from, end))
      yield held.join('')
      held = []
      length = 0
      from = end + 1
    }
    held.push(text.slice(from))
    length += text.length - from
    if (length > MAX_LINE)
      throw new BackupError('too-large')
  }
  if (length > 0 || decoded(decoder) !== '')
    throw new BackupError('damaged')
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array<ArrayBuffer>): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  }
  catch {
    throw new BackupError('damaged')
  }
}

/** Gives one opened chunk after the other, null after the last. */
async function opener({ head, header, body }: SealedFile, dataKey: Uint8Array): Promise<() => Promise<Uint8Array<ArrayBuffer> | null>> {
  const key = await fileKey(dataKey, Uint8Array.from(atob(header.salt), char => char.charCodeAt(0)), 'decrypt')
  const bound = await crypto.subtle.digest('SHA-256', head)
  let place = 0
  let at = 0

  function open(sealed: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<Uint8Array<ArrayBuffer> | null> {
    return crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonceOf(place, isLast), additionalData: bound }, key, sealed).then(text => new Uint8Array(text), () => null)
  }

  return async () => {
    if (at === body.length && place > 1)
      return null
    if (at + 4 > body.length)
      throw new BackupError('cut-off')
    const length = new DataView(body.buffer, body.byteOffset + at).getUint32(0)
    if (length < TAG || length > CHUNK + TAG)
      throw new BackupError('damaged')
    if (at + 4 + length > body.length)
      throw new BackupError('cut-off')
    const sealed = body.slice(at + 4, at + 4 + length)
    at += 4 + length
    const isLast = at === body.length
    const text = await open(sealed, isLast)
    if (!text) {
      // The last one there is none that was written as the last: the file ends too early.
      const isCutOff = isLast && await open(sealed, false) !== null
      throw new BackupError(isCutOff ? 'cut-off' : place === 0 ? 'wrong-key' : 'damaged')
    }
    place++
    return text
  }
}

async function fileKey(dataKey: Uint8Array, salt: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new Uint8Array(dataKey), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(INFO) }, base, { name: 'AES-GCM', length: 256 }, false, [use])
}

function nonceOf(place: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(7, place)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

async function* gzipped(content: AsyncIterable<string | Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const part of content)
      yield typeof part === 'string' ? encoder.encode(part) : part
  }
  yield* through(bytes(), new CompressionStream('gzip'))
}

async function* gunzipped(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    yield* through(chunks, new DecompressionStream('gzip'))
  }
  catch (error) {
    throw error instanceof BackupError ? error : new BackupError('damaged')
  }
}

/** Sends bytes through a native stream. The writer runs beside the reader; its fault is told by whoever reads. */
async function* through(source: AsyncIterable<Uint8Array<ArrayBuffer>>, stream: CompressionStream | DecompressionStream): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
  const feeding = (async () => {
    try {
      for await (const bytes of source)
        await writer.write(bytes)
      await writer.close()
    }
    catch (error) {
      await writer.abort(error).catch(() => undefined)
      throw error
    }
  })()
  // Awaited below; until then its failure must not count as unhandled.
  feeding.catch(() => undefined)
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(async (error: unknown) => {
        await feeding
        throw error
      })
      if (done)
        break
      yield value
    }
    await feeding
  }
  finally {
    // Whoever reads may have had enough: what is still on its way is let go.
    reader.cancel().catch(() => undefined)
  }
}

/** One after the other, in one piece. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
