import type { OpenRecord } from '../../src/data/record'
import type { Disk } from './open'
import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { logBinding } from '../../src/core/actions/log-binding'
import { removeFile } from '../../src/core/actions/remove-file'
import { BackupError, readHeader } from '../../src/data/backup/file'
import { openSealed } from '../../src/data/backup/opened'
import { done, filesOn, KEY, newDisk, NOW, openOn } from './open'

const CANARY = 'CANARY-in-a-file-4d2c'
const bytes = new TextEncoder().encode(`first line\n${CANARY}\n`.repeat(3_000))
const DAY = 24 * 60 * 60 * 1000

let disk: Disk
let record: OpenRecord
let bindingId: string

beforeEach(async () => {
  disk = newDisk()
  record = await openOn(disk)
  const numberId = await done(record.commit(addNumber, { e164: '+14155550134' }))
  ;({ bindingId } = await done(record.commit(logBinding, { numberId, service: { kind: 'catalog', id: 'google' } })))
})

function attach(to: OpenRecord = record, { bytes: content = bytes, ...about }: { bytes?: Uint8Array<ArrayBuffer>, ownerId?: string } = {}): ReturnType<OpenRecord['attach']> {
  return to.attach({ ownerTable: 'bindings', ownerId: bindingId, name: '截图.png', mediaType: 'image/png', size: content.length, read: async () => content, ...about })
}
const only = (of: OpenRecord = record): { id: string, size: number, sha256: string } => [...of.facts().attachments.values()][0]!
const folder = (): string => join(disk.folder, 'attachments')
const filesThere = (): string[] => readdirSync(folder())

describe('an attached file', () => {
  it('is there after a restart, byte for byte, and nothing of it lies open', async () => {
    await done(attach())
    record.close()
    const again = await openOn(disk)
    expect(only(again)).toMatchObject({ name: '截图.png', size: bytes.length, ownerTable: 'bindings', ownerId: bindingId })
    expect(await again.files.read(only(again))).toEqual(bytes)
    const [name] = filesThere()
    const lying = readFileSync(join(folder(), name!))
    expect(name).toBe(`${only(again).id}.sealed`)
    expect(lying.includes(CANARY)).toBe(false)
    expect(lying.includes(Buffer.from('截图'))).toBe(false)
    expect(lying.includes(Buffer.from(CANARY, 'utf16le'))).toBe(false)
  })

  it('is empty, or as large as may be', async () => {
    await done(attach(record, { bytes: new Uint8Array(0) }))
    expect(await record.files.read(only())).toEqual(new Uint8Array(0))
    const largest = crypto.getRandomValues(new Uint8Array(65_536))
    const full = new Uint8Array(20 * 1024 * 1024)
    for (let at = 0; at < full.length; at += largest.length)
      full.set(largest, at)
    await done(attach(record, { bytes: full }))
    const kept = [...record.facts().attachments.values()].find(({ size }) => size > 0)!
    expect(Buffer.from((await record.files.read(kept))!).equals(full)).toBe(true)
    expect(await attach(record, { bytes: new Uint8Array(full.length + 1) })).toEqual({ ok: false, refused: 'file-too-large', params: { max: 20 } })
    expect(filesThere()).toHaveLength(2)
  })

  it('that belongs to nothing is refused before a byte is written', async () => {
    record.close()
    const files = filesOn(disk)
    let written = 0
    const again = await openOn(disk, {}, { files: { ...files, attachments: { ...files.attachments, write: async (name: string, box: Uint8Array) => {
      written++
      return files.attachments.write(name, box)
    } } } })
    expect(await attach(again, { ownerId: 'nobody' })).toMatchObject({ ok: false, refused: 'not-found' })
    expect(written).toBe(0)
  })

  it('comes back by undo after it was removed, and goes with what it belongs to', async () => {
    await done(attach())
    const { id } = only()
    await done(record.commit(removeFile, { attachmentId: id }))
    expect(record.facts().attachments.size).toBe(0)
    await done(record.undo())
    expect(await record.files.read(only())).toEqual(bytes)
  })

  it('is told from a lost, a damaged and another one', async () => {
    await done(attach())
    await done(attach(record, { bytes: new TextEncoder().encode('other') }))
    const [one, other] = [...record.facts().attachments.values()]
    const place = (id: string): string => join(folder(), `${id}.sealed`)
    const sound = readFileSync(place(one!.id))
    for (let flip = 0; flip < 60; flip++) {
      const broken = Buffer.from(sound)
      broken[Math.floor(flip * sound.length / 60)]! ^= 1
      writeFileSync(place(one!.id), broken)
      await expect(record.files.read(one!)).rejects.toThrow(BackupError)
    }
    writeFileSync(place(one!.id), readFileSync(place(other!.id)))
    await expect(record.files.read(one!)).rejects.toThrow(BackupError)
    rmSync(place(one!.id))
    expect(await record.files.read(one!)).toBeNull()
  })

  it('is no backup', async () => {
    await done(attach())
    const file = readHeader(readFileSync(join(folder(), filesThere()[0]!)))
    await expect(openSealed(file, KEY, async () => undefined)).rejects.toMatchObject({ fault: 'not-a-backup' })
  })
})

describe('a disk that is full', () => {
  it('takes neither file nor record of it, and both when there is room', async () => {
    record.close()
    const files = filesOn(disk)
    let isFull = true
    const full = { ...files, attachments: { ...files.attachments, write: async (name: string, box: Uint8Array) => isFull ? 'full' as const : files.attachments.write(name, box) } }
    const again = await openOn(disk, {}, { files: full })
    expect(await attach(again)).toEqual({ ok: false, refused: 'disk-full' })
    expect(again.facts().attachments.size).toBe(0)
    isFull = false
    await done(attach(again))
    expect(await again.files.read(only(again))).toEqual(bytes)
  })

  it('that takes the file but not the record leaves no file behind', async () => {
    record.close()
    const files = filesOn(disk)
    const again = await openOn(disk, {}, { files: { ...files, journal: { ...files.journal, append: async () => 'full' as const } } })
    expect(await attach(again)).toEqual({ ok: false, refused: 'disk-full' })
    expect(filesThere()).toEqual([])
  })
})

describe('a removed file', () => {
  /** Opens the record so many days later and lets it tidy. */
  async function later(days: number): Promise<void> {
    record.close()
    record = await openOn(disk, { now: () => NOW + days * DAY })
    await record.tidy()
  }

  it('stays as long as a snapshot could bring it back, and goes then', async () => {
    await done(attach())
    await done(record.commit(removeFile, { attachmentId: only().id }))
    await later(399)
    expect(filesThere()).toHaveLength(1)
    await later(401)
    expect(filesThere()).toEqual([])
  })

  it('that undo brought back stays for good', async () => {
    await done(attach())
    await done(record.commit(removeFile, { attachmentId: only().id }))
    await done(record.undo())
    await later(4000)
    expect(await record.files.read(only())).toEqual(bytes)
  })

  it('of another record is left alone', async () => {
    await done(attach())
    const foreign = '00000000-0000-4000-8000-0000000000ff.sealed'
    writeFileSync(join(folder(), foreign), 'theirs')
    await later(4000)
    expect(filesThere()).toContain(foreign)
  })
})
