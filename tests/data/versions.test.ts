import type { RowChange, TimelineEvent } from '../../src/core/records/timeline-event'
import type { Version } from '../../src/data/versions/version'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { TABLES } from '../../src/core/records/tables'
import { DATABASE, declareDatabase, openFailureOf, PLAIN_DATABASE, versionsOnDisk } from '../../src/data/database'
import { createSealer } from '../../src/data/seal/sealer'
import { latestVersion, liftedChanges, versions } from '../../src/data/versions'
import { version001 } from '../../src/data/versions/001-first'
import { done, filesOn, KEY, newDisk, openOn, useDisk } from './open'
import { writeTick } from './write-tick'

const firstRows = JSON.parse(readFileSync(resolve(import.meta.dirname, '../fixtures/databases/v1/rows.json'), 'utf8')) as Record<string, { id: string }[]>
const sealer = createSealer(KEY)

/** A database as the first version left it: plain rows under a name of its own. */
async function layFirstVersion(): Promise<void> {
  const plain = new Dexie(PLAIN_DATABASE)
  plain.version(version001.number).stores(version001.stores)
  await plain.open()
  for (const [table, rows] of Object.entries(firstRows))
    await plain.table(table).bulkAdd(rows)
  plain.close()
}

describe('database versions', () => {
  it('are numbered 1, 2, 3 without gaps', () => {
    expect(versions.map(version => version.number)).toEqual(Array.from({ length: latestVersion }, (_, index) => index + 1))
  })

  it.each([DATABASE, PLAIN_DATABASE])('a newer database named %s is refused as such, and left as it is', async (name) => {
    const disk = newDisk()
    useDisk(disk)
    const newer = new Dexie(name)
    newer.version(latestVersion + 1).stores({ numbers: 'id, later' })
    await newer.open()
    await newer.table('numbers').add({ id: 'kept' })
    newer.close()

    expect(await openOn(disk).then(() => 'opened', openFailureOf)).toBe('newer-version')

    await newer.open()
    expect(await newer.table('numbers').toArray()).toEqual([{ id: 'kept' }])
  })

  it('lifts each sealed row by its step, and binds it to its new shape', async () => {
    useDisk(newDisk())
    const first = declareDatabase(DATABASE, sealer)
    await first.open()
    await first.ticks.bulkAdd(['a', 'b'].map(id => ({ id, v: latestVersion, box: sealer.seal({ table: 'ticks', id, version: latestVersion }, { id, note: 'x' }) })))
    first.close()
    const next: Version = { number: latestVersion + 1, stores: {}, up: { ticks: row => ({ ...row, note: `${String(row['note'])}!` }) } }
    const lifted = declareDatabase(DATABASE, sealer, [...versions, next])
    await lifted.open()
    const rows = await lifted.ticks.toArray()
    expect(rows.map(({ id, v, box }) => sealer.open({ table: 'ticks', id, version: v }, box))).toEqual([{ id: 'a', note: 'x!' }, { id: 'b', note: 'x!' }])
    expect(rows.map(({ v }) => v)).toEqual([next.number, next.number])
  })

  it.each([
    ['VersionError', 'newer-version'],
    ['QuotaExceededError', 'no-room'],
    ['UnknownError', 'unreadable'],
  ])('%s is told as %s, also from inside', (name, failure) => {
    expect(openFailureOf(Object.assign(new Error('x'), { name }))).toBe(failure)
    expect(openFailureOf(Object.assign(new Error('outer'), { name: 'AbortError', inner: { name } }))).toBe(failure)
  })
})

it('lifts the rows that an old event holds, before and after', () => {
  const next: Version = { number: latestVersion + 1, stores: {}, up: { ticks: row => ({ ...row, note: `${String(row['note'])}!` }) } }
  const changes: RowChange[] = [
    { table: 'ticks', id: 'a', before: { note: 'x' }, after: null },
    { table: 'ticks', id: 'b', before: null, after: { note: 'y' } },
    { table: 'numbers', id: 'c', before: { note: 'z' }, after: { note: 'z' } },
  ]
  expect(liftedChanges(changes, latestVersion, [...versions, next]).map(({ before, after }) => [before, after]))
    .toEqual([[{ note: 'x!' }, null], [null, { note: 'y!' }], [{ note: 'z' }, { note: 'z' }]])
  expect(liftedChanges(changes, latestVersion)).toEqual(changes)
})

describe('a record of the first version', () => {
  it('is taken over whole, sealed, with its history, and the open one is gone', async () => {
    const disk = newDisk()
    useDisk(disk)
    await layFirstVersion()
    const record = await openOn(disk)
    for (const table of TABLES)
      expect([...record.facts()[table].values()].sort(byId)).toEqual((firstRows[table] ?? []).toSorted(byId))
    expect(record.next().undo?.id).toBe((firstRows['events'] as unknown as TimelineEvent[]).findLast(event => event.mode === 'do')?.id)
    expect((await versionsOnDisk()).has(PLAIN_DATABASE)).toBe(false)
    expect(await filesOn(disk).snapshots.list()).toHaveLength(1)
  })

  it('stays until a snapshot of it is proved, and what was done meanwhile is not taken back', async () => {
    const disk = newDisk()
    useDisk(disk)
    await layFirstVersion()
    const files = filesOn(disk)
    const full = { ...files, snapshots: { ...files.snapshots, write: async () => 'full' as const } }
    const record = await openOn(disk, {}, { files: full })
    const numberId = [...record.facts().numbers.keys()][0]!
    await done(record.commit(writeTick, { numberId, taskKey: 'prepare:lock' }))
    record.close()
    expect((await versionsOnDisk()).get(PLAIN_DATABASE)).toBe(1)

    const again = await openOn(disk)
    expect([...again.facts().ticks.values()].filter(tick => tick.taskKey === 'prepare:lock')).toHaveLength(1)
    expect((await versionsOnDisk()).has(PLAIN_DATABASE)).toBe(false)
  })
})

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}
