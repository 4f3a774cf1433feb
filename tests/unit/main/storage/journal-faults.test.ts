import type { FileHandle } from 'node:fs/promises'
import type { SmallDisk } from '../../../flows/small-disk'
import { execFileSync, spawn } from 'node:child_process'
import fs, { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { openSnapshots } from '../../../../src/main/storage/snapshots'
import { smallDisk } from '../../../flows/small-disk'
import { appendUpTo, boxOf, names, workplace } from './journal-kit'

const place = workplace()
const root = resolve(import.meta.dirname, '../../../..')
const disks: SmallDisk[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  disks.splice(0).forEach(disk => disk.close())
  await place.clear()
})

/** Appends as fast as the disk answers, and says each place that was acknowledged. */
const writer = `
  import { writeSync } from 'node:fs'
  import { createJiti } from 'jiti'
  const jiti = createJiti(${JSON.stringify(join(root, 'tests/unit/main/storage/journal-kit.ts'))})
  const { openJournal } = await jiti.import(${JSON.stringify(join(root, 'src/main/storage/journal.ts'))})
  const { boxOf } = await jiti.import('./journal-kit.ts')
  const journal = openJournal(process.argv[1], { segmentBytes: 64 * 1024 })
  let { lastSeq } = await journal.read(0)
  while (await journal.append(lastSeq + 1, boxOf(lastSeq + 1)) === 'done')
    writeSync(1, ++lastSeq + '\\n')
`

/** Runs the writer, kills it some time after its first word, and gives the last place that it said. */
async function writeUntilKilled(folder: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  let isKilled = false
  child.stdout.on('data', (bytes) => {
    said += String(bytes)
    if (!isKilled) {
      isKilled = true
      void sleep(milliseconds).then(() => child.kill('SIGKILL'))
    }
  })
  const signal = await new Promise(done => child.on('close', (_, by) => done(by)))
  expect(signal).toBe('SIGKILL')
  return Number(said.trimEnd().split('\n').at(-1))
}

it('keeps every acknowledged record, none half and none twice, when the app is killed at any moment', async () => {
  const folder = place.folder()
  let last = 0
  for (let run = 0; run < 30; run++) {
    const acknowledged = await writeUntilKilled(folder, Math.random() * 25)
    const journal = place.open(folder)
    const { records, isDamaged, lastSeq } = await journal.read(last)
    await journal.close()

    expect(isDamaged).toBe(false)
    expect(acknowledged).toBeGreaterThan(last)
    // One more may have been written before it could be acknowledged.
    expect([acknowledged, acknowledged + 1]).toContain(lastSeq)
    expect(records).toEqual(Array.from({ length: lastSeq - last }, (_, index) => ({ seq: last + index + 1, box: boxOf(last + index + 1) })))
    last = lastSeq
  }
  const { records } = await place.open(folder).read(0)
  expect(records.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
}, 120_000)

it.skipIf(!canMount())('says that the disk is full, is as it was, and goes on when there is room', async () => {
  const folder = place.folder()
  const disk = smallDisk(folder, 2)
  disks.push(disk)
  const journal = place.open(join(folder, 'journal'), { segmentBytes: 20_000 })
  const file = join(folder, 'journal', 'journal-000001.untj')
  await appendUpTo(journal, 3, 5_000)
  const before = readFileSync(file)
  disk.fill()

  // The first page fits into the block that is there already; what follows it does not.
  expect(await journal.append(4, boxOf(4, 9_000))).toBe('full')
  expect(readFileSync(file)).toEqual(before)
  expect(await journal.read(0)).toMatchObject({ lastSeq: 3, isDamaged: false })
  disk.empty()
  expect(await journal.append(4, boxOf(4, 9_000))).toBe('done')

  disk.fill()
  expect(await journal.append(5, boxOf(5))).toBe('full')
  expect(await journal.restart(90)).toBe('full')
  expect(names(join(folder, 'journal'))).toEqual(['journal-000001.untj'])
  expect(await place.open(join(folder, 'journal')).read(3)).toMatchObject({ records: [{ seq: 4, box: boxOf(4, 9_000) }], isTorn: false, isDamaged: false })
  disk.empty()
  expect(await journal.append(5, boxOf(5))).toBe('done')
  expect(await place.open(join(folder, 'journal')).read(0)).toMatchObject({ lastSeq: 5, isTorn: false, isDamaged: false })
})

it.skipIf(!canMount())('says the same of a snapshot, and leaves nothing of it', async () => {
  const folder = place.folder()
  const disk = smallDisk(folder, 2)
  disks.push(disk)
  const snapshots = openSnapshots({ folder: join(folder, 'snapshots') })
  const [first, second] = ['untether-20260101-000000-000.untether', 'untether-20260102-000000-000.untether'] as const
  await snapshots.write(first, boxOf(1, 100_000))
  disk.fill()

  expect(await snapshots.write(second, boxOf(2, 100_000))).toBe('full')
  expect(names(join(folder, 'snapshots'))).toEqual([first])
  disk.empty()
  expect(await snapshots.write(second, boxOf(2, 100_000))).toBe('done')
  expect(await snapshots.read(second)).toEqual(boxOf(2, 100_000))
})

it.skipIf(!canForbidCutting())('remembers a record that it could not cut off, and cuts it before the next one', async () => {
  const folder = place.folder()
  const file = join(folder, 'journal-000001.untj')
  const journal = place.open(folder)
  await appendUpTo(journal, 3)
  const { size } = statSync(file)
  forbidCutting(file, true)

  expect(await journal.drop(3)).toBe('failed')
  expect(await journal.drop(3)).toBe('failed')
  expect(await journal.append(3, boxOf(30))).toBe('failed')
  expect(statSync(file).size).toBe(size)
  forbidCutting(file, false)
  expect(await journal.append(3, boxOf(2))).toBe('done')
  expect(await journal.read(2)).toMatchObject({ records: [{ seq: 3, box: boxOf(2) }] })

  forbidCutting(file, true)
  expect(await journal.drop(3)).toBe('failed')
  forbidCutting(file, false)
  expect(await journal.drop(3)).toBe('done')
  expect(await place.open(folder).read(0)).toMatchObject({ lastSeq: 2, isTorn: false, isDamaged: false })
})

it.skipIf(!canForbidCutting())('reads what is whole where the rest cannot be cut off', async () => {
  const folder = place.folder()
  const file = join(folder, 'journal-000001.untj')
  await appendUpTo(place.open(folder), 3)
  writeFileSync(file, 'half a record', { flag: 'a' })
  const { size } = statSync(file)
  forbidCutting(file, true)
  const journal = place.open(folder)

  expect(await journal.read(0)).toMatchObject({ lastSeq: 3, isTorn: true, isDamaged: false })
  expect(await journal.append(4, boxOf(4))).toBe('failed')
  expect(statSync(file).size).toBe(size)
  forbidCutting(file, false)
  expect(await journal.append(4, boxOf(4))).toBe('done')
  expect(await place.open(folder).read(0)).toMatchObject({ lastSeq: 4, isTorn: false, isDamaged: false })
})

it('is flushed before it answers, once for each record; a flush that fails takes the record away again', async () => {
  const folder = place.folder()
  const journal = place.open(folder)
  await appendUpTo(journal, 2)
  // All handles share these. No disk can be asked to fail a flush, so this one time it is pretended.
  const handle = await open(join(folder, 'other'), 'w')
  const flush = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync')
  await handle.close()
  await appendUpTo(journal, 12)
  expect(flush).toHaveBeenCalledTimes(10)
  expect(await journal.drop(12)).toBe('done')
  expect(flush).toHaveBeenCalledTimes(11)

  for (const [code, answer] of [['EIO', 'failed'], ['EDQUOT', 'full']] as const) {
    flush.mockRejectedValueOnce(Object.assign(new Error(code), { code }))
    expect(await journal.append(12, boxOf(99))).toBe(answer)
    expect(await place.open(folder).read(0)).toMatchObject({ lastSeq: 11, isTorn: false, isDamaged: false })
  }
  expect(await journal.append(12, boxOf(12))).toBe('done')
  expect((await place.open(folder).read(11)).records).toEqual([{ seq: 12, box: boxOf(12) }])
})

it.skipIf(process.platform === 'win32')('does not leave a file that may be gone after a power cut', async () => {
  const folder = place.folder()
  const journal = place.open(folder, { segmentBytes: 40 })
  const snapshots = openSnapshots({ folder })
  await appendUpTo(journal, 1)
  const { fsyncSync } = fs
  const flush = vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
    if (fs.fstatSync(descriptor).isDirectory())
      throw Object.assign(new Error('EIO'), { code: 'EIO' })
    fsyncSync(descriptor)
  })
  syncBuiltinESMExports()

  expect(await journal.append(2, boxOf(2))).toBe('failed')
  expect(await journal.restart(7)).toBe('failed')
  expect(await snapshots.write('untether-20260101-000000-000.untether', boxOf(2))).toBe('failed')
  expect(names(folder)).toEqual(['journal-000001.untj'])
  flush.mockRestore()
  syncBuiltinESMExports()
  expect(await journal.append(2, boxOf(2))).toBe('done')
  expect(await place.open(folder).read(0)).toMatchObject({ lastSeq: 2, isDamaged: false })
})

function canMount(): boolean {
  return isPossible(folder => smallDisk(folder, 1).close())
}

function canForbidCutting(): boolean {
  return isPossible((folder) => {
    const file = join(folder, 'file')
    writeFileSync(file, 'x')
    forbidCutting(file, true)
    forbidCutting(file, false)
  })
}

/** Bytes can be added to such a file by those who have it open, but none taken away; needs Linux and the rights of root. */
function forbidCutting(file: string, isForbidden: boolean): void {
  const command = 'chattr'
  execFileSync(command, [isForbidden ? '+a' : '-a', file], { stdio: 'ignore' })
}

function isPossible(job: (folder: string) => void): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'untether-can-'))
  try {
    job(folder)
    return true
  }
  catch {
    return false
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
