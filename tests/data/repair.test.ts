import type { Facts } from '../../src/core/records/tables'
import type { OpenRecord } from '../../src/data/record'
import type { Disk } from './open'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { openFailureOf } from '../../src/data/database'
import { copyDatabase, withoutDatabase } from './copy-database'
import { done, filesOn, KEY, newDisk, NOW, openOn, tablesOn } from './open'
import { writeTick } from './write-tick'

let disk: Disk
let record: OpenRecord
let numberId: string
let ticks = 0

async function tick(on = record): Promise<void> {
  await done(on.commit(writeTick, { numberId, taskKey: `prepare:step-${ticks++}` }))
}

function journalFile(): string {
  const folder = join(disk.folder, 'journal')
  return join(folder, readdirSync(folder).filter(name => name.endsWith('.untj')).sort().at(-1)!)
}

function expectSame(one: Facts, other: Facts): void {
  expect(plain(one)).toEqual(plain(other))
}

function plain(facts: Facts): unknown {
  return Object.fromEntries(Object.entries(facts).map(([table, rows]) => [table, [...rows.values()].sort((a, b) => a.id < b.id ? -1 : 1)]))
}

beforeEach(async () => {
  disk = newDisk()
  record = await openOn(disk)
  numberId = await done(record.commit(addNumber, { e164: '+14155550134', label: 'Bank codes' }))
  await tick()
  await tick()
})

describe('a start', () => {
  it('has nothing to say where nothing happened', async () => {
    record.close()
    expect((await openOn(disk)).repairs).toEqual([])
  })

  it('rebuilds a database that came back empty from the journal alone', async () => {
    const before = record.facts()
    record.close()
    const again = await openOn(withoutDatabase(disk))
    expectSame(again.facts(), before)
    expect(again.repairs).toEqual([{ kind: 'rebuilt', from: null, changes: 3 }])
    // It goes on where it was: undo, and the next change.
    await done(again.undo())
    await tick(again)
  })

  it('rebuilds it from the last snapshot and what came after', async () => {
    await record.snapshot()
    await tick()
    const before = record.facts()
    record.close()
    const again = await openOn(withoutDatabase(disk))
    expectSame(again.facts(), before)
    expect(again.repairs).toEqual([{ kind: 'rebuilt', from: NOW, changes: 1 }])
  })

  it('rebuilds it from the snapshot where the journal is gone too', async () => {
    await record.snapshot()
    const before = record.facts()
    record.close()
    rmSync(join(disk.folder, 'journal'), { recursive: true })
    const empty = withoutDatabase(disk)
    const again = await openOn(empty)
    expectSame(again.facts(), before)
    await tick(again)
    const after = again.facts()
    again.close()
    const later = await openOn(empty)
    expect(later.repairs).toEqual([])
    expectSame(later.facts(), after)
  })

  it('passes over a snapshot that is damaged', async () => {
    await record.snapshot()
    const before = record.facts()
    record.close()
    const [name] = readdirSync(join(disk.folder, 'snapshots'))
    const file = join(disk.folder, 'snapshots', name!)
    const bytes = readFileSync(file)
    bytes[bytes.length - 5]! ^= 1
    writeFileSync(file, bytes)
    const again = await openOn(withoutDatabase(disk))
    expectSame(again.facts(), before)
    expect(again.repairs).toEqual([{ kind: 'rebuilt', from: null, changes: 3 }])
  })

  it('brings back what the database lost in a power cut', async () => {
    const older = await copyDatabase(disk)
    record.close()
    record = await openOn(disk)
    await tick()
    await tick()
    const before = record.facts()
    record.close()
    const again = await openOn(older)
    expectSame(again.facts(), before)
    expect(again.repairs).toEqual([{ kind: 'caught-up', changes: 2 }])
    again.close()
    expect((await openOn(older)).repairs).toEqual([])
  })

  it('gives a journal that was lost what it lacks, and can lose the database after that', async () => {
    const before = record.facts()
    record.close()
    rmSync(join(disk.folder, 'journal'), { recursive: true })
    const again = await openOn(disk)
    expectSame(again.facts(), before)
    again.close()
    expectSame((await openOn(withoutDatabase(disk))).facts(), before)
  })

  it('drops a last record that was not written to its end, at whatever byte, and says so', async () => {
    const older = await copyDatabase(disk)
    record.close()
    const start = readFileSync(journalFile()).length
    record = await openOn(disk)
    const before = record.facts()
    await tick()
    record.close()
    const whole = readFileSync(journalFile())
    for (let length = start + 1; length < whole.length; length += 7) {
      writeFileSync(journalFile(), whole)
      truncateSync(journalFile(), length)
      const again = await openOn(await copyDatabase(older))
      expectSame(again.facts(), before)
      expect(again.repairs).toEqual([{ kind: 'torn' }])
      again.close()
    }
  })

  it('says so where changes are neither in database, journal nor snapshot', async () => {
    const older = await copyDatabase(disk)
    record.close()
    record = await openOn(disk)
    await tick()
    await filesOn(disk).journal.restart(4)
    record.close()
    const files = filesOn(disk)
    await files.journal.append(5, new Uint8Array(40))
    const again = await openOn(older)
    expect(again.repairs).toEqual([{ kind: 'gap' }])
    expect(again.facts().ticks.size).toBe(2)
    await tick(again)
  })

  it('never applies what comes after a gap in the journal', async () => {
    const older = await copyDatabase(disk)
    record.close()
    record = await openOn(disk)
    const before = record.facts()
    await tick()
    await tick()
    record.close()
    const { journal } = filesOn(disk)
    const last = (await journal.read(4)).records[0]!
    await journal.restart(4)
    expect(await journal.append(5, last.box)).toBe('done')
    await journal.close()
    const again = await openOn(older)
    expect(again.repairs).toEqual([{ kind: 'gap' }])
    expectSame(again.facts(), before)
    await tick(again)
  })

  it('reads the rows where an event after the pages is missing', async () => {
    await record.tidy()
    await tick()
    await tick()
    const before = record.facts()
    record.close()
    const { db } = await tablesOn(disk)
    await db.events.delete(4)
    db.close()
    const again = await openOn(disk)
    expectSame(again.facts(), before)
    await tick(again)
  })

  it('says nothing of a torn journal whose last record the database has', async () => {
    const before = record.facts()
    record.close()
    truncateSync(journalFile(), readFileSync(journalFile()).length - 3)
    const again = await openOn(disk)
    expect(again.repairs).toEqual([])
    expectSame(again.facts(), before)
    again.close()
    expectSame((await openOn(withoutDatabase(disk))).facts(), before)
  })

  it('throws nothing away where nothing opens: another key', async () => {
    await record.snapshot()
    const before = record.facts()
    record.close()
    const failure = await openOn(disk, {}, { key: KEY.map(byte => byte ^ 1) }).then(() => 'opened', openFailureOf)
    expect(failure).toBe('unreadable')
    expectSame((await openOn(disk)).facts(), before)
  })
})

describe('damage in the database', () => {
  async function spoil(table: string): Promise<void> {
    const { db } = await tablesOn(disk)
    await db.table(table).toCollection().modify((row: { box?: Uint8Array, boxes?: Uint8Array[] }) => {
      const box = row.box ?? row.boxes!.at(-1)!
      box[box.length - 1]! ^= 1
    })
    db.close()
  }

  it('in a page costs nothing', async () => {
    await record.tidy()
    const before = record.facts()
    record.close()
    await spoil('pages')
    const again = await openOn(disk)
    expect(again.repairs).toEqual([])
    expectSame(again.facts(), before)
  })

  it('in rows beneath sound pages is healed in a quiet moment', async () => {
    await record.tidy()
    const before = record.facts()
    record.close()
    await spoil('ticks')
    const again = await openOn(disk)
    await again.tidy()
    again.close()
    await spoil('pages')
    const later = await openOn(disk)
    expect(later.repairs).toEqual([])
    expectSame(later.facts(), before)
  })

  it('in rows without pages has the record rebuilt', async () => {
    const before = record.facts()
    record.close()
    await spoil('ticks')
    const again = await openOn(disk)
    expect(again.repairs).toEqual([{ kind: 'rebuilt', from: null, changes: 3 }])
    expectSame(again.facts(), before)
  })

  it('does not bring back a row that was removed while rows were being proved, at whatever moment', async () => {
    for (let moment = 1; moment <= 6; moment++) {
      const own = newDisk()
      const first = await openOn(own)
      numberId = await done(first.commit(addNumber, { e164: '+14155550134' }))
      await tick(first)
      await tick(first)
      await first.tidy()
      first.close()
      let pauses = -1
      const again = await openOn(own, {
        pause: async () => {
          if (pauses >= 0 && ++pauses === moment)
            await again.undo()
        },
      })
      pauses = 0
      await again.tidy()
      if (pauses < moment)
        await again.undo()
      again.close()
      const { db } = await tablesOn(own)
      expect(await db.ticks.count(), `moment ${moment}`).toBe(1)
      db.close()
    }
  })
})

describe('a commit', () => {
  it('that the journal has no room for is refused, and changes nothing', async () => {
    record.close()
    const files = filesOn(disk)
    let isFull = true
    const full = { ...files, journal: { ...files.journal, append: async (seq: number, box: Uint8Array) => isFull ? 'full' as const : files.journal.append(seq, box) } }
    const again = await openOn(disk, {}, { files: full })
    const before = again.facts()
    expect(await again.commit(writeTick, { numberId, taskKey: 'prepare:late' })).toMatchObject({ ok: false, refused: 'disk-full' })
    expect(again.facts()).toBe(before)
    isFull = false
    await done(again.commit(writeTick, { numberId, taskKey: 'prepare:late' }))
  })

  it('that the database refuses leaves no trace in the journal either', async () => {
    const { db } = await tablesOn(disk)
    const seq = Math.max(...(await db.events.toArray()).map(event => event.seq)) + 1
    await db.events.add({ seq, numberIds: [], v: 2, boxes: [new Uint8Array(44)] })
    expect(await record.commit(writeTick, { numberId, taskKey: 'prepare:no' })).toMatchObject({ ok: false })
    await db.events.delete(seq)
    const before = record.facts()
    record.close()
    const again = await openOn(withoutDatabase(disk))
    expectSame(again.facts(), before)
  })

  it('waits for a failed one to be taken back before it follows', async () => {
    const { db } = await tablesOn(disk)
    record.close()
    const files = filesOn(disk)
    let drops = 0
    const sticky = { ...files, journal: { ...files.journal, drop: async (seq: number) => drops++ === 0 ? 'failed' as const : files.journal.drop(seq) } }
    const again = await openOn(disk, {}, { files: sticky })
    await db.events.add({ seq: 4, numberIds: [], v: 2, boxes: [new Uint8Array(44)] })
    expect(await again.commit(writeTick, { numberId, taskKey: 'prepare:no' })).toMatchObject({ ok: false })
    await db.events.delete(4)
    await done(again.commit(writeTick, { numberId, taskKey: 'prepare:yes' }))
    const before = again.facts()
    again.close()
    expectSame((await openOn(withoutDatabase(disk))).facts(), before)
  })
})

it('loses no acknowledged change, whatever is lost between two starts', async () => {
  const fault = fc.constantFrom('none', 'database', 'old database', 'journal', 'tail', 'snapshots')
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ commits: fc.integer({ min: 1, max: 4 }), hasSnapshot: fc.boolean(), fault }), { minLength: 1, maxLength: 5 }), async (runs) => {
    disk = newDisk()
    let open = await openOn(disk)
    numberId = await done(open.commit(addNumber, { e164: '+14155550134' }))
    for (const run of runs) {
      const older = await copyDatabase(disk)
      for (let index = 0; index < run.commits; index++)
        await tick(open)
      if (run.hasSnapshot)
        await open.snapshot()
      const before = open.facts()
      open.close()
      if (run.fault === 'database')
        disk = withoutDatabase(disk)
      else if (run.fault === 'old database')
        disk = older
      else if (run.fault === 'journal')
        rmSync(join(disk.folder, 'journal'), { recursive: true, force: true })
      else if (run.fault === 'tail')
        writeFileSync(journalFile(), Uint8Array.of(0x55, 1, 2), { flag: 'a' })
      else if (run.fault === 'snapshots')
        rmSync(join(disk.folder, 'snapshots'), { recursive: true, force: true })
      open = await openOn(disk)
      expectSame(open.facts(), before)
    }
    open.close()
  }), { numRuns: 40 })
}, 60_000)
