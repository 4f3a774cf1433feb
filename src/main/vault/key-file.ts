import type { KeySlot } from '../../shared/vault'
import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { BESIDE, writeWhole } from '../durable-file'
import { keySlotsSchema, parseKeySlots } from './slot-schema'

/** What was found in the folder. `newer` was written by a later version and is left alone. */
export type KeyFileReading
  = | { state: 'read', slots: KeySlot[] }
    | { state: 'none' | 'damaged' | 'newer' }

export type KeyFileName = 'keys.json' | 'keys.copy.json'
export const KEY_FILE: KeyFileName = 'keys.json'
export const KEY_COPY: KeyFileName = 'keys.copy.json'

const FORMAT = 'untether-keys'
const VERSION = 1
const ASIDE = /^keys\.(?:copy\.)?aside-[\w-]+\.json$/

const markSchema = z.object({ format: z.literal(FORMAT), version: z.number().check(z.int(), z.gte(VERSION)) })
const fileSchema = z.strictObject({ format: z.literal(FORMAT), version: z.literal(VERSION), checksum: z.string(), slots: keySlotsSchema })

/** One of the two files; the text is null when it is not there or cannot be read. */
type OneReading = KeyFileReading & { text: string | null }

/** The slots of the key file, or of its copy when the file is gone or damaged. The worse of the two is made anew. */
export function readKeyFile(folder: string): KeyFileReading {
  const first = readOne(folder, KEY_FILE)
  const second = readOne(folder, KEY_COPY)
  if (first.state === 'read') {
    if (second.state !== 'newer' && second.text !== first.text)
      writeKeyFile(folder, KEY_COPY, first.slots)
    return { state: 'read', slots: first.slots }
  }
  if (first.state === 'newer' || second.state === 'newer')
    return { state: 'newer' }
  if (second.state === 'read') {
    writeKeyFile(folder, KEY_FILE, second.slots)
    return { state: 'read', slots: second.slots }
  }
  return { state: first.state === 'none' && second.state === 'none' ? 'none' : 'damaged' }
}

/** The slots of one file exactly as they lie on disk, or null. */
export function readBack(folder: string, name: KeyFileName): KeySlot[] | null {
  const reading = readOne(folder, name)
  return reading.state === 'read' ? reading.slots : null
}

/** Writes one file whole or not at all; false = the old one is still there. */
export function writeKeyFile(folder: string, name: KeyFileName, slots: readonly KeySlot[]): boolean {
  const checked = parseKeySlots(slots)
  if (checked === null)
    return false
  const text = `${JSON.stringify({ format: FORMAT, version: VERSION, checksum: checksumOf(checked), slots: checked }, null, 2)}\n`
  return isWritten(join(folder, name), text)
}

/** Keeps what lies in both files under other names; false when one of them cannot be kept. */
export function keepAside(folder: string, newId: () => string): boolean {
  const id = newId()
  return [KEY_FILE, KEY_COPY].every((name) => {
    const bytes = readBytes(join(folder, name))
    return bytes === null || (bytes !== 'unreadable' && isWritten(join(folder, name.replace('.json', `.aside-${id}.json`)), bytes))
  })
}

/** Removes what was kept aside and what interrupted writes left: a key that nothing guards may be in there. */
export function dropAside(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter(name => isLeftOver(name)))
      rmSync(join(folder, name), { force: true })
  }
  catch {
    // The next passphrase tries again.
  }
}

function isLeftOver(name: string): boolean {
  const whole = name.replace(BESIDE, '')
  return ASIDE.test(whole) || (whole !== name && (whole === KEY_FILE || whole === KEY_COPY))
}

function isWritten(file: string, bytes: Uint8Array | string): boolean {
  try {
    writeWhole(file, bytes)
    return true
  }
  catch {
    return false
  }
}

function readOne(folder: string, name: KeyFileName): OneReading {
  const bytes = readBytes(join(folder, name))
  if (bytes === null)
    return { state: 'none', text: null }
  if (bytes === 'unreadable')
    return { state: 'damaged', text: null }
  const text = bytes.toString('utf8')
  return { ...parseKeyFile(text), text }
}

function parseKeyFile(text: string): KeyFileReading {
  let value: unknown
  try {
    value = JSON.parse(text)
  }
  catch {
    return { state: 'damaged' }
  }
  const mark = markSchema.safeParse(value)
  if (mark.success && mark.data.version > VERSION)
    return { state: 'newer' }
  const file = fileSchema.safeParse(value)
  // The checksum tells a rotten disk from a wrong secret; against people the boxes themselves stand.
  return file.success && file.data.checksum === checksumOf(file.data.slots) ? { state: 'read', slots: file.data.slots } : { state: 'damaged' }
}

function checksumOf(slots: readonly KeySlot[]): string {
  return createHash('sha256').update(JSON.stringify(slots)).digest('hex')
}

function readBytes(file: string): Buffer | 'unreadable' | null {
  try {
    return readFileSync(file)
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable'
  }
}
