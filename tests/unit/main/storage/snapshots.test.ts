import { mkdirSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { openSnapshots } from '../../../../src/main/storage/snapshots'
import { MAX_BACKUP_BYTES } from '../../../../src/shared/storage'
import { boxOf, names, workplace } from './journal-kit'

const place = workplace()
afterEach(place.clear)

const isWindows = process.platform === 'win32'
const nameOf = (day: number): string => `untether-202601${String(day).padStart(2, '0')}-120000-000.untether`
const now = new Date()

it('writes, lists newest first, reads and removes', async () => {
  const folder = join(place.folder(), 'not', 'yet')
  const snapshots = openSnapshots({ folder })
  expect(await snapshots.list(now)).toEqual([])
  for (const day of [2, 10, 1])
    expect(await snapshots.write(nameOf(day), boxOf(day, day))).toBe('done')

  expect(await snapshots.list(now)).toEqual([10, 2, 1].map(day => ({ name: nameOf(day), bytes: day })))
  expect(await snapshots.read(nameOf(10))).toEqual(boxOf(10, 10))
  expect(await snapshots.read(nameOf(3))).toBeNull()
  expect(await snapshots.remove([nameOf(2), nameOf(3)])).toBe('done')
  expect(names(folder)).toEqual([nameOf(1), nameOf(10)])
})

it('never overwrites a snapshot, not even when both are written at once', async () => {
  const folder = place.folder()
  const snapshots = openSnapshots({ folder })

  expect(await Promise.all([snapshots.write(nameOf(1), boxOf(1, 9)), snapshots.write(nameOf(1), boxOf(2, 9))])).toEqual(['done', 'failed'])
  expect(await snapshots.read(nameOf(1))).toEqual(boxOf(1, 9))
})

it('refuses every name that is none of a snapshot', async () => {
  const folder = join(place.folder(), 'snapshots')
  const snapshots = openSnapshots({ folder })
  await snapshots.write(nameOf(1), boxOf(1))
  const outside = join(dirname(folder), nameOf(2))
  writeFileSync(outside, 'mine')
  const wrong = fc.oneof(fc.string(), fc.constantFrom(`../${nameOf(2)}`, `./${nameOf(1)}`, `${nameOf(1)}\n`, `${nameOf(1)}\0`, outside, '', '.', '..', `${nameOf(1)}/../../${nameOf(2)}`, nameOf(1).toUpperCase()))

  await fc.assert(fc.asyncProperty(wrong, async (name) => {
    expect(await snapshots.write(name, boxOf(3))).toBe('failed')
    expect(await snapshots.read(name)).toBeNull()
    expect(await snapshots.remove([name])).toBe('failed')
  }))
  expect(readFileSync(outside, 'utf8')).toBe('mine')
  expect(names(folder)).toEqual([nameOf(1)])
})

it.skipIf(isWindows)('follows no link', async () => {
  const [folder, outside] = [place.folder(), place.folder()]
  const snapshots = openSnapshots({ folder })
  writeFileSync(join(outside, 'secret'), 'secret')
  symlinkSync(join(outside, 'secret'), join(folder, nameOf(1)))
  symlinkSync(join(outside, 'new'), join(folder, nameOf(2)))

  expect(await snapshots.list(now)).toEqual([])
  expect(await snapshots.read(nameOf(1))).toBeNull()
  expect(await snapshots.write(nameOf(2), boxOf(2))).toBe('failed')
  expect(await snapshots.remove([nameOf(1), nameOf(2)])).toBe('done')
  expect(names(folder)).toEqual([])
  expect(names(outside)).toEqual(['secret'])
})

it('neither reads nor writes what is too large for a restore', async () => {
  const folder = place.folder()
  const snapshots = openSnapshots({ folder })
  writeFileSync(join(folder, nameOf(1)), '')
  truncateSync(join(folder, nameOf(1)), MAX_BACKUP_BYTES + 1)

  expect(await snapshots.list(now)).toEqual([{ name: nameOf(1), bytes: MAX_BACKUP_BYTES + 1 }])
  expect(await snapshots.read(nameOf(1))).toBeNull()
  expect(await snapshots.write(nameOf(2), new Uint8Array(MAX_BACKUP_BYTES + 1))).toBe('failed')
})

it('removes what an interrupted write left more than an hour ago, and nothing else', async () => {
  const folder = place.folder()
  const snapshots = openSnapshots({ folder })
  const [old, fresh] = [`${nameOf(1)}.0123456789abcdef.new`, `${nameOf(2)}.0123456789abcdef.new`]
  const foreign = ['mine.0123456789abcdef.new', `${nameOf(1)}.new`]
  for (const name of [old, fresh, ...foreign]) {
    writeFileSync(join(folder, name), 'x')
    utimesSync(join(folder, name), now, new Date(now.getTime() - (name === fresh ? 59 : 61) * 60_000))
  }

  expect(await snapshots.list(now)).toEqual([])
  expect(names(folder)).toEqual([fresh, ...foreign].sort())
})

it('answers where the folder is no folder, or a snapshot is one', async () => {
  const folder = place.folder()
  writeFileSync(join(folder, 'a file'), 'x')
  mkdirSync(join(folder, nameOf(1), 'mine'), { recursive: true })
  for (const snapshots of [openSnapshots({ folder }), openSnapshots({ folder: join(folder, 'a file') })]) {
    expect(await snapshots.list(now)).toEqual([])
    expect(await snapshots.read(nameOf(1))).toBeNull()
    expect(await snapshots.write(nameOf(1), boxOf(1))).toBe('failed')
  }
  expect(await openSnapshots({ folder }).remove([nameOf(1)])).toBe('failed')
  expect(names(join(folder, nameOf(1)))).toEqual(['mine'])
})
