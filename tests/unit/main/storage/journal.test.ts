import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { frame, frameLength, MAX_BOX, segmentHead } from '../../../../src/main/storage/journal-format'
import { appendUpTo, boxOf, names, workplace } from './journal-kit'

const place = workplace()
afterEach(place.clear)

const FIRST = 'journal-000001.untj'
const isWindows = process.platform === 'win32'
const places = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const recordsOf = (from: number, to: number, bytes?: number): object[] => places(from, to).map(seq => ({ seq, box: boxOf(seq, bytes) }))

/** The head of a segment in a format that is not known yet, with a checksum that matches. */
function laterVersion(): Buffer {
  const head = segmentHead({ base: 3, isStart: false }).subarray(0, 16)
  head.writeUInt16LE(2, 4)
  return Buffer.concat([head, createHash('sha256').update(head).digest().subarray(0, 16)])
}

/** A folder with a journal of one segment. */
async function journalOf(last: number, bytes?: number): Promise<{ folder: string, file: string }> {
  const folder = place.folder()
  const journal = place.open(folder)
  await appendUpTo(journal, last, bytes)
  await journal.close()
  return { folder, file: join(folder, FIRST) }
}

describe('append and read', () => {
  it('is empty where nothing was written, and makes nothing', async () => {
    const folder = join(place.folder(), 'not', 'yet')

    expect(await place.open(folder).read(0)).toEqual({ records: [], lastSeq: 0, firstSeq: 0, isTorn: false, isDamaged: false })
    expect(names(join(folder, '..', '..'))).toEqual([])
  })

  it('gives back whatever was appended, from every place, now and at the next start', async () => {
    const box = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 40 }).map(inner => new Uint8Array(frame(2, inner))))
    await fc.assert(fc.asyncProperty(fc.array(box, { minLength: 1, maxLength: 12 }), fc.integer({ min: 40, max: 900 }), async (boxes, segmentBytes) => {
      const folder = place.folder()
      const journal = place.open(folder, { segmentBytes })
      const answers = await Promise.all(boxes.map((one, index) => journal.append(index + 1, one)))
      const records = boxes.map((one, index) => ({ seq: index + 1, box: one }))

      expect(new Set(answers)).toEqual(new Set(['done']))
      for (const reader of [journal, place.open(folder, { segmentBytes })]) {
        for (const after of places(0, boxes.length + 1))
          expect(await reader.read(after)).toEqual({ records: records.slice(after), lastSeq: boxes.length, firstSeq: 1, isTorn: false, isDamaged: false })
      }
      await place.clear()
    }), { numRuns: 40 })
  })

  it('takes only the next place, and nothing that is too large', async () => {
    const folder = place.folder()
    const journal = place.open(folder)
    await appendUpTo(journal, 2)
    const before = readFileSync(join(folder, FIRST))

    for (const seq of [0, 1, 2, 4, -3, 2.5, Number.NaN])
      expect(await journal.append(seq, boxOf(1))).toBe('failed')
    expect(await journal.append(3, new Uint8Array(MAX_BOX + 1))).toBe('failed')
    expect(readFileSync(join(folder, FIRST))).toEqual(before)
    expect(await journal.append(3, boxOf(3))).toBe('done')
  })

  it('hands out boxes that carry nothing else along', async () => {
    const { folder } = await journalOf(3)
    const { records } = await place.open(folder).read(0)

    expect(records.map(({ box }) => box.buffer.byteLength)).toEqual(records.map(({ box }) => box.length))
  })

  it('reads boxes that are larger than a piece of reading', async () => {
    const folder = place.folder()
    const journal = place.open(folder)
    const large = [new Uint8Array(3_000_000).fill(1), new Uint8Array(10).fill(2), new Uint8Array(1_100_000).fill(3)]
    for (const [index, box] of large.entries())
      await journal.append(index + 1, box)

    expect((await place.open(folder).read(0)).records.map(({ box }) => Buffer.compare(box, large[box[0]! - 1]!))).toEqual([0, 0, 0])
  })

  it('removes what a killed start of a segment left, and no other name', async () => {
    const { folder } = await journalOf(1)
    const foreign = ['journal-000001.untj.new', 'journal-1.untj', 'journal-0000002.untj', 'notes.0123456789abcdef.new', 'shell.json']
    for (const name of ['journal-000002.untj.0123456789abcdef.new', ...foreign])
      writeFileSync(join(folder, name), 'x')
    const journal = place.open(folder)

    expect(await journal.read(0)).toMatchObject({ records: recordsOf(1, 1), isDamaged: false })
    expect(names(folder)).toEqual([FIRST, ...foreign].sort())
    expect(await journal.restart(7)).toBe('done')
    expect(names(folder)).toEqual([`${FIRST}.damaged`, 'journal-000002.untj', ...foreign].sort())
  })
})

describe('a last record that was not written to its end', () => {
  it('is dropped wherever it was cut; the earlier ones stay and the journal goes on', async () => {
    const { file } = await journalOf(4, 50)
    const whole = readFileSync(file)
    const start = whole.length - frameLength(50)
    for (let length = start + 1; length < whole.length; length++) {
      const folder = place.folder()
      writeFileSync(join(folder, FIRST), whole.subarray(0, length))
      const journal = place.open(folder)

      expect(await journal.read(0)).toEqual({ records: recordsOf(1, 3, 50), lastSeq: 3, firstSeq: 1, isTorn: true, isDamaged: false })
      expect(statSync(join(folder, FIRST)).size).toBe(start)
      expect(await journal.append(4, boxOf(9))).toBe('done')
      expect(await place.open(folder).read(2)).toEqual({ records: [...recordsOf(3, 3, 50), { seq: 4, box: boxOf(9) }], lastSeq: 4, firstSeq: 1, isTorn: false, isDamaged: false })
      await place.clear()
    }
  })

  it('is no news when nothing of it was written', async () => {
    const { folder, file } = await journalOf(4, 50)
    truncateSync(file, statSync(file).size - frameLength(50))

    expect(await place.open(folder).read(0)).toMatchObject({ lastSeq: 3, isTorn: false, isDamaged: false })
  })

  it.each([
    ['zeros', Buffer.alloc(5_000)],
    ['noise', Buffer.from(boxOf(3, 3_000))],
    ['heads of records long gone', Buffer.concat([Buffer.alloc(9), frame(1, boxOf(1)), frame(2, boxOf(2))])],
    ['a head and zeros', Buffer.concat([frame(4, boxOf(4)).subarray(0, 20), Buffer.alloc(boxOf(4).length + 16)])],
  ])('may also be %s', async (_, rest) => {
    const { folder, file } = await journalOf(3)
    const whole = readFileSync(file)
    writeFileSync(file, Buffer.concat([whole, rest]))

    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 3), isTorn: true, isDamaged: false })
    expect(readFileSync(file)).toEqual(whole)
  })

  it('is one record at most: a broken one before it was acknowledged, and stays where it is', async () => {
    const { folder, file } = await journalOf(3, 50)
    const bytes = Buffer.concat([readFileSync(file), frame(4, boxOf(4)).subarray(0, 30)])
    bytes[bytes.length - 40]! ^= 1
    writeFileSync(file, bytes)

    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 2, 50), lastSeq: 2, isTorn: false, isDamaged: true })
    expect(readFileSync(file)).toEqual(bytes)
  })
})

describe('bytes that broke', () => {
  it('never give a wrong box, and cost at most the last record', async () => {
    const { file } = await journalOf(3, 12)
    const whole = readFileSync(file)
    const lastAt = whole.length - frameLength(12)
    for (let at = 0; at < whole.length; at++) {
      const folder = place.folder()
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1 << (at * 3 % 8)
      writeFileSync(join(folder, FIRST), bytes)
      const journal = place.open(folder)
      const reading = await journal.read(0)

      expect(reading.records).toEqual(recordsOf(1, reading.records.length, 12))
      expect(reading.lastSeq).toBe(reading.records.length)
      if (at >= lastAt) {
        expect(reading).toMatchObject({ lastSeq: 2, isTorn: true, isDamaged: false })
      }
      else {
        expect(reading).toMatchObject({ isTorn: false, isDamaged: true })
        expect(await journal.append(reading.lastSeq + 1, boxOf(1))).toBe('failed')
        expect(await journal.drop(reading.lastSeq)).toBe('failed')
        expect(readFileSync(join(folder, FIRST))).toEqual(bytes)
      }
      await place.clear()
    }
  })

  it('never give a wrong box, whatever is done to the file', async () => {
    const { file } = await journalOf(5, 40)
    const whole = readFileSync(file)
    const part = fc.tuple(fc.nat(whole.length), fc.nat(whole.length)).map(([one, other]) => whole.subarray(Math.min(one, other), Math.max(one, other)))
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(part, fc.uint8Array({ maxLength: 40 })), { maxLength: 5 }), async (parts) => {
      const folder = place.folder()
      writeFileSync(join(folder, FIRST), Buffer.concat([whole.subarray(0, 32), ...parts]))
      const reading = await place.open(folder).read(0)

      expect(reading.records).toEqual(recordsOf(1, reading.records.length, 40))
      await place.clear()
    }), { numRuns: 200 })
  })

  it.each([
    ['no bytes', ''],
    ['half a head', 'UNTJ'],
    ['noise', boxOf(5, 4_000)],
    ['a later version', laterVersion()],
  ])('may leave a segment of %s: said, left alone, and the earlier records are there', async (_, bytes) => {
    const { folder } = await journalOf(3)
    writeFileSync(join(folder, 'journal-000002.untj'), bytes)
    const journal = place.open(folder)

    expect(await journal.append(4, boxOf(4))).toBe('failed')
    expect(await journal.read(0)).toEqual({ records: recordsOf(1, 3), lastSeq: 3, firstSeq: 1, isTorn: false, isDamaged: true })
    expect(names(folder)).toEqual([FIRST, 'journal-000002.untj'])
    expect(await journal.restart(3)).toBe('done')
    expect(await journal.append(4, boxOf(4))).toBe('done')
    expect(await place.open(folder).read(3)).toMatchObject({ records: recordsOf(4, 4), isDamaged: false })
  })

  it('may leave a folder where a segment was', async () => {
    const folder = place.folder()
    mkdirSync(join(folder, FIRST, 'mine'), { recursive: true })
    const journal = place.open(folder)

    expect(await journal.read(0)).toMatchObject({ records: [], isDamaged: true })
    expect(await journal.append(1, boxOf(1))).toBe('failed')
    expect(await journal.restart(0)).toBe('done')
    expect(await journal.append(1, boxOf(1))).toBe('done')
    for (const seq of [10, 20, 30]) {
      await journal.restart(seq)
      await appendUpTo(journal, seq + 1)
    }
    expect(names(folder)).toHaveLength(5)
    expect(names(join(folder, `${FIRST}.damaged`))).toEqual(['mine'])
  })

  it.skipIf(isWindows)('may leave a link, which is not followed', async () => {
    const { folder } = await journalOf(2)
    const other = place.folder()
    symlinkSync(join(folder, FIRST), join(other, FIRST))
    const journal = place.open(other)

    expect(await journal.read(0)).toMatchObject({ records: [], isDamaged: true })
    expect(await journal.append(3, boxOf(3))).toBe('failed')
    expect(await place.open(folder).read(0)).toMatchObject({ lastSeq: 2 })
  })

  it.skipIf(isWindows)('may leave a pipe, which nobody waits for', async () => {
    const { folder } = await journalOf(2)
    const command = 'mkfifo'
    execFileSync(command, [join(folder, 'journal-000002.untj')])

    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 2), isDamaged: true })
  }, 3_000)

  it('are found at a reading when they are asked for, and then nothing more is appended', async () => {
    const { folder, file } = await journalOf(5, 50)
    const bytes = readFileSync(file)
    bytes[32 + frameLength(50) + 30]! ^= 1
    writeFileSync(file, bytes)
    const journal = place.open(folder)

    expect(await journal.read(2)).toMatchObject({ records: recordsOf(3, 5, 50), isDamaged: false })
    expect(await journal.append(6, boxOf(6))).toBe('done')
    expect(await journal.read(0)).toMatchObject({ records: recordsOf(1, 1, 50), lastSeq: 1, isDamaged: true })
    expect(await journal.append(7, boxOf(7))).toBe('failed')
    expect(await journal.prune(3)).toBe('failed')
  })
})

describe('segments', () => {
  it('are begun when the one before is large enough, and read as one', async () => {
    const folder = place.folder()
    await appendUpTo(place.open(folder, { segmentBytes: 400 }), 12, 100)

    expect(names(folder)).toEqual(places(1, 4).map(number => `journal-00000${number}.untj`))
    expect(await place.open(folder, { segmentBytes: 400 }).read(4)).toMatchObject({ records: recordsOf(5, 12, 100), firstSeq: 1, lastSeq: 12 })
  })

  it('are pruned when all their records are old, but never the newest', async () => {
    const folder = place.folder()
    const journal = place.open(folder, { segmentBytes: 400 })
    await appendUpTo(journal, 12, 100)

    expect(await journal.prune(5)).toBe('done')
    expect(names(folder)).toEqual(places(2, 4).map(number => `journal-00000${number}.untj`))
    expect(await journal.read(0)).toMatchObject({ records: recordsOf(4, 12, 100), firstSeq: 4, isDamaged: false })
    expect(await journal.prune(6)).toBe('done')
    expect(names(folder)).toEqual(places(3, 4).map(number => `journal-00000${number}.untj`))
    expect(await journal.prune(1_000)).toBe('done')
    for (const reader of [journal, place.open(folder)])
      expect(await reader.read(0)).toEqual({ records: recordsOf(10, 12, 100), firstSeq: 10, lastSeq: 12, isTorn: false, isDamaged: false })
    expect(names(folder)).toEqual(['journal-000004.untj'])
    await appendUpTo(journal, 13, 100)
    expect(names(folder)).toEqual(['journal-000004.untj', 'journal-000005.untj'])
  })

  it('that are missing are a gap: said when it lies in what is asked for', async () => {
    const folder = place.folder()
    await appendUpTo(place.open(folder, { segmentBytes: 400 }), 12, 100)
    rmSync(join(folder, 'journal-000003.untj'))

    expect(await place.open(folder).read(1)).toMatchObject({ records: recordsOf(2, 6, 100), lastSeq: 6, isDamaged: true })
    const later = place.open(folder)
    expect(await later.read(10)).toMatchObject({ records: recordsOf(11, 12, 100), firstSeq: 10, lastSeq: 12, isDamaged: false })
    expect(await later.append(13, boxOf(13))).toBe('done')
  })

  it('that end too early are a gap as well', async () => {
    const folder = place.folder()
    await appendUpTo(place.open(folder, { segmentBytes: 400 }), 12, 100)
    const file = join(folder, 'journal-000002.untj')
    const { size } = statSync(file)
    for (const length of [size - frameLength(100), size - 5]) {
      truncateSync(file, length)
      expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 5, 100), lastSeq: 5, isTorn: false, isDamaged: true })
      expect(statSync(file).size).toBe(length)
    }
  })

  it('that come from another journal do not join', async () => {
    const folder = place.folder()
    await appendUpTo(place.open(folder), 3)
    writeFileSync(join(folder, 'journal-000002.untj'), Buffer.concat([segmentHead({ base: 7, isStart: false }), frame(8, boxOf(8))]))

    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 3), lastSeq: 3, isDamaged: true })
  })

  it('with places that do not follow are damaged', async () => {
    const { folder, file } = await journalOf(3)
    writeFileSync(file, Buffer.concat([readFileSync(file), frame(5, boxOf(5))]))

    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 3), isTorn: false, isDamaged: true })
  })

  it.each([
    ['small', 1_000, 9 * 1024 * 1024],
    ['large', 400_000, 2 * 1024 * 1024],
  ])('of 50 MB with %s boxes cost at most one of them to read when nothing follows', async (_, bytes, most) => {
    const folder = place.folder()
    let seq = 0
    for (const number of places(1, 6)) {
      const head = segmentHead({ base: seq, isStart: seq === 0 })
      const records = Array.from({ length: Math.ceil(8.5 * 1024 * 1024 / bytes) }, () => frame(++seq, Buffer.alloc(bytes, seq)))
      writeFileSync(join(folder, `journal-00000${number}.untj`), Buffer.concat([head, ...records]))
    }
    let read = 0
    const journal = place.open(folder, { onRead: count => read += count })

    expect(await journal.read(seq)).toEqual({ records: [], lastSeq: seq, firstSeq: 1, isTorn: false, isDamaged: false })
    expect(read).toBeLessThan(most)
    read = 0
    expect((await journal.read(seq - 1)).records).toHaveLength(1)
    expect(read).toBe(frameLength(bytes))
  })
})

describe('restart', () => {
  it('begins anew after a place, with a journal or without', async () => {
    const folder = place.folder()
    const journal = place.open(folder)

    expect(await journal.restart(500)).toBe('done')
    expect(await journal.read(0)).toEqual({ records: [], lastSeq: 500, firstSeq: 0, isTorn: false, isDamaged: false })
    expect(await journal.append(500, boxOf(1))).toBe('failed')
    expect(await journal.append(501, boxOf(1))).toBe('done')
    expect(await place.open(folder).read(0)).toMatchObject({ records: [{ seq: 501, box: boxOf(1) }], firstSeq: 501, lastSeq: 501 })
    for (const wrong of [-1, 1.5, Number.NaN, Number.MAX_VALUE])
      expect(await journal.restart(wrong)).toBe('failed')
    expect(await journal.restart(Number.MAX_SAFE_INTEGER)).toBe('done')
    expect(await journal.append(Number.MAX_SAFE_INTEGER + 1, boxOf(1))).toBe('failed')
  })

  it('keeps the newest three that held records, and no empty one', async () => {
    const folder = place.folder()
    const journal = place.open(folder, { segmentBytes: 400 })
    await appendUpTo(journal, 8, 100)
    await journal.restart(20)
    await appendUpTo(journal, 21, 100)
    await journal.restart(30)
    await journal.restart(40)

    expect(names(folder)).toEqual([...places(2, 4).map(number => `journal-00000${number}.untj.damaged`), 'journal-000006.untj'])
    expect(readFileSync(join(folder, 'journal-000004.untj.damaged')).includes(Buffer.from(boxOf(21, 100)))).toBe(true)
  })

  it('counts from its first step: a power cut before the old ones are moved changes nothing', async () => {
    const { folder, file } = await journalOf(3)
    const bytes = readFileSync(file)
    const journal = place.open(folder)
    await journal.restart(90)
    await appendUpTo(journal, 91)
    renameSync(`${file}.damaged`, file)

    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(91, 91), firstSeq: 91, isDamaged: false })
    expect(readFileSync(`${file}.damaged`)).toEqual(bytes)
  })
})

describe('drop', () => {
  it('takes the last record away, and only that', async () => {
    const { folder } = await journalOf(3)
    const journal = place.open(folder)

    expect(await Promise.all([journal.drop(2), journal.drop(4), journal.drop(0)])).toEqual(['failed', 'failed', 'failed'])
    expect(await journal.drop(3)).toBe('done')
    expect(await journal.drop(3)).toBe('failed')
    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 2), isTorn: false, isDamaged: false })
    expect(await journal.append(3, boxOf(30))).toBe('done')
    expect((await place.open(folder).read(2)).records).toEqual([{ seq: 3, box: boxOf(30) }])
  })

  it('takes the only record of a segment away', async () => {
    const folder = place.folder()
    const journal = place.open(folder, { segmentBytes: 40 })
    await appendUpTo(journal, 2)

    expect(await journal.drop(2)).toBe('done')
    expect(await journal.append(2, boxOf(20))).toBe('done')
    expect(names(folder)).toHaveLength(2)
    expect((await place.open(folder).read(0)).records).toEqual([...recordsOf(1, 1), { seq: 2, box: boxOf(20) }])
  })

  it('fails where there is nothing', async () => {
    expect(await place.open(place.folder()).drop(0)).toBe('failed')
  })
})

describe('a folder that is not what it was', () => {
  it('may lie under a file: nothing can be written, nothing is thrown', async () => {
    const file = join(place.folder(), 'a file')
    writeFileSync(file, 'x')
    const journal = place.open(join(file, 'journal'))

    expect(await journal.append(1, boxOf(1))).toBe('failed')
    expect(await journal.restart(0)).toBe('failed')
    expect(await journal.prune(1)).toBe('failed')
    expect(await journal.drop(1)).toBe('failed')
    expect(await journal.read(0)).toMatchObject({ records: [], isDamaged: true })
  })

  it.skipIf(isWindows)('may be gone: no record is said to be written that is not, and it goes on when it is back', async () => {
    const folder = place.folder()
    const journal = place.open(folder)
    await appendUpTo(journal, 2)
    renameSync(folder, `${folder}-away`)

    expect(await journal.append(3, boxOf(3))).toBe('failed')
    expect(await journal.read(0)).toMatchObject({ records: [], isDamaged: true })
    renameSync(`${folder}-away`, folder)
    expect(await journal.read(0)).toMatchObject({ records: recordsOf(1, 2), isDamaged: false })
    expect(await journal.append(3, boxOf(3))).toBe('done')
    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 3) })
  })

  it.skipIf(isWindows)('may hold another file of the same name: the record is written where it will be found', async () => {
    const { folder, file } = await journalOf(2)
    const journal = place.open(folder)
    await journal.append(3, boxOf(3))
    copyFileSync(file, `${file}.copy`)
    linkSync(file, `${file}.linked`)
    renameSync(`${file}.copy`, file)

    expect(await journal.append(4, boxOf(4))).toBe('done')
    expect(await place.open(folder).read(0)).toMatchObject({ records: recordsOf(1, 4) })
  })

  it('may be written by somebody else: nothing is overwritten, and the next call looks anew', async () => {
    const { folder, file } = await journalOf(2)
    const [one, other] = [place.open(folder), place.open(folder)]
    await one.read(0)
    await appendUpTo(other, 4)
    const bytes = readFileSync(file)

    expect(await one.append(3, boxOf(77))).toBe('failed')
    expect(readFileSync(file)).toEqual(bytes)
    expect(await one.read(0)).toMatchObject({ records: recordsOf(1, 4), isDamaged: false })
    truncateSync(file, statSync(file).size - frameLength(boxOf(4).length))
    expect(await one.append(5, boxOf(5))).toBe('failed')
    expect(await one.append(4, boxOf(4))).toBe('done')
  })

  it('may hold a new segment of somebody else, which is not overwritten', async () => {
    const folder = place.folder()
    const [one, other] = [place.open(folder), place.open(folder)]
    await one.read(0)
    await appendUpTo(other, 2)

    expect(await one.append(1, boxOf(77))).toBe('failed')
    expect(await one.read(0)).toMatchObject({ records: recordsOf(1, 2) })
  })
})
