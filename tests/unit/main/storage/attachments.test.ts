import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { openAttachments } from '../../../../src/main/storage/attachments'
import { boxOf, names, workplace } from './journal-kit'

const place = workplace()
afterEach(place.clear)

const nameOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}.sealed`
const now = new Date()

it('are copied beside the snapshots, where these lie elsewhere, and read from whichever is left', async () => {
  const [folder, beside] = [join(place.folder(), 'own'), join(place.folder(), 'copies')]
  const attachments = openAttachments({ folder, beside: () => beside })
  expect(await attachments.write(nameOf(1), boxOf(1))).toBe('done')
  await attachments.copyAll(now)
  expect([names(folder), names(beside)]).toEqual([[nameOf(1)], [nameOf(1)]])
  rmSync(folder, { recursive: true })
  expect(await attachments.read(nameOf(1))).toEqual(boxOf(1))
  expect(await attachments.list(now)).toEqual([])
})

it('counts as written when the copy cannot be made', async () => {
  const folder = place.folder()
  const attachments = openAttachments({ folder, beside: () => join(folder, nameOf(1), 'no folder') })
  expect(await attachments.write(nameOf(1), boxOf(1))).toBe('done')
  expect(await attachments.read(nameOf(1))).toEqual(boxOf(1))
  await attachments.copyAll(now)
  expect(names(folder)).toEqual([nameOf(1)])
})

it('copies what another folder lacks, and takes nothing away there', async () => {
  const [folder, first, second] = [place.folder(), place.folder(), place.folder()]
  let beside: string | null = null
  const attachments = openAttachments({ folder, beside: () => beside })
  await attachments.copyAll(now)
  await attachments.write(nameOf(1), boxOf(1))
  beside = first
  await attachments.write(nameOf(2), boxOf(2))
  await attachments.copyAll(now)
  expect(names(first)).toEqual([nameOf(1), nameOf(2)])
  beside = second
  await openAttachments({ folder: second, beside: () => null }).write(nameOf(9), boxOf(9))
  await attachments.copyAll(now)
  expect(names(second)).toEqual([nameOf(1), nameOf(2), nameOf(9)])
  await attachments.remove([nameOf(1)])
  expect([names(folder), names(second)]).toEqual([[nameOf(2)], [nameOf(2), nameOf(9)]])
})

it.each(['../a.sealed', 'a.sealed', `${nameOf(1)}.new`, nameOf(1).toUpperCase(), ''])('has no file called %j', async (name) => {
  const attachments = openAttachments({ folder: place.folder(), beside: () => null })
  expect(await attachments.write(name, boxOf(1))).toBe('failed')
  expect(await attachments.read(name)).toBeNull()
})
