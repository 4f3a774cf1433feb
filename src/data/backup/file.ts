import type { KeySlot } from '../../shared/vault'
import * as z from 'zod/mini'

/**
 * The file of snapshots and exports (docs: src/data/backup/README.md).
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
const MAX_HEADER = 64 * 1024
/** A content may unpack to this much and no more, in bytes. */
export const MAX_CONTENT = 1024 * 1024 * 1024

/** What anyone may read of a file. */
export type FileHeader = {
  kind: 'snapshot' | 'export'
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
  kind: z.enum(['snapshot', 'export']),
  createdAt: z.number().check(z.int(), z.gte(0)),
  app: z.string().check(z.maxLength(50)),
  schema: z.number().check(z.int(), z.gte(1)),
  // Checked by the vault, which alone knows what a slot must be.
  slots: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(8)),
  salt: z.string().check(z.regex(/^[a-z0-9+/]{43}=$/i)),
})

/** Why a file is no backup, or not one that opens. */
export type FileFault = 'not-a-backup' | 'newer' | 'damaged' | 'wrong-key' | 'too-large'

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
export async function writeFile(header: Omit<FileHeader, 'salt'>, dataKey: Uint8Array, summary: unknown, content: AsyncIterable<string>): Promise<Uint8Array> {
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

/** Reads the open part of a file. @throws {BackupError} */
export function readHeader(bytes: Uint8Array): SealedFile {
  const magic = new TextEncoder().encode(MAGIC)
  const isOurs = bytes.length > magic.length && magic.every((byte, index) => bytes[index] === byte)
  if (!isOurs) {
    // The number before the line's end is the file's format.
    const isNewer = /^UNTETHER-BACKUP \d+\n/.test(String.fromCharCode(...bytes.subarray(0, 24)))
    throw new BackupError(isNewer ? 'newer' : 'not-a-backup')
  }
  const end = bytes.indexOf(10, magic.length)
  if (end === -1 || end > MAX_HEADER)
    throw new BackupError('damaged')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(magic.length, end)))
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
  return JSON.parse(new TextDecoder().decode(await next() ?? new Uint8Array(0)))
}

/**
 * Opens the content, line by line. Every chunk is proved before a byte of it is unpacked, but only the end of the stream proves
 * that all of it was there: keep nothing before.
 * @throws {BackupError}
 */
export async function* readLines(file: SealedFile, dataKey: Uint8Array): AsyncGenerator<string> {
  const next = await opener(file, dataKey)
  await next()
  async function* chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let chunk = await next(); chunk; chunk = await next())
      yield chunk
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let held = ''
  let size = 0
  for await (const bytes of gunzipped(chunks())) {
    size += bytes.length
    if (size > MAX_CONTENT)
      throw new BackupError('too-large')
    const lines = (held + decoder.decode(bytes, { stream: true })).split('\n')
    held = lines.pop() ?? ''
    yield* lines
  }
  if (held !== '')
    throw new BackupError('damaged')
}

/** Gives one opened chunk after the other, null after the last. */
async function opener({ head, header, body }: SealedFile, dataKey: Uint8Array): Promise<() => Promise<Uint8Array<ArrayBuffer> | null>> {
  const key = await fileKey(dataKey, Uint8Array.from(atob(header.salt), char => char.charCodeAt(0)), 'decrypt')
  const bound = await crypto.subtle.digest('SHA-256', head)
  let place = 0
  let at = 0
  return async () => {
    if (at === body.length && place > 1)
      return null
    const length = at + 4 <= body.length ? new DataView(body.buffer, body.byteOffset + at).getUint32(0) : -1
    if (length < 16 || at + 4 + length > body.length)
      throw new BackupError('damaged')
    const sealed = body.slice(at + 4, at + 4 + length)
    at += 4 + length
    const iv = nonceOf(place++, at === body.length)
    try {
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, sealed))
    }
    catch {
      throw new BackupError(place === 1 ? 'wrong-key' : 'damaged')
    }
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

async function* gzipped(content: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const text of content)
      yield encoder.encode(text)
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

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
