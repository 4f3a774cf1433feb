import type { Version } from '../../src/data/versions/version'
import { describe, expect, it } from 'vitest'
import { openFailureOf } from '../../src/data/database'
import { openRecord } from '../../src/data/record'
import { latestVersion, versions } from '../../src/data/versions'
import { databaseOn, newDisk, testWorld } from './open'

describe('database versions', () => {
  it('are numbered 1, 2, 3 without gaps', () => {
    expect(versions.map(version => version.number)).toEqual(Array.from({ length: latestVersion }, (_, index) => index + 1))
  })

  it('a newer database is refused as such, and left as it is', async () => {
    const disk = newDisk()
    const newer = databaseOn(disk, [...versions, { number: latestVersion + 1, stores: { numbers: 'id, later' }, up: {} }])
    await newer.open()
    await newer.table('numbers').add({ id: 'kept' })
    newer.close()

    const failure = await openRecord(databaseOn(disk), testWorld()).then(() => 'opened', openFailureOf)
    expect(failure).toBe('newer-version')

    const again = databaseOn(disk, [...versions, { number: latestVersion + 1, stores: { numbers: 'id, later' }, up: {} }])
    await again.open()
    expect(await again.table('numbers').toArray()).toEqual([{ id: 'kept' }])
  })

  it('lifts each row by its step', async () => {
    const disk = newDisk()
    const first = databaseOn(disk)
    await first.open()
    await first.table('ticks').bulkAdd([{ id: 'a', note: 'x' }, { id: 'b', note: 'y' }])
    first.close()
    const next: Version = { number: latestVersion + 1, stores: {}, up: { ticks: row => ({ ...row, note: `${String(row['note'])}!` }) } }
    const lifted = databaseOn(disk, [...versions, next])
    await lifted.open()
    expect(await lifted.table('ticks').toArray()).toEqual([{ id: 'a', note: 'x!' }, { id: 'b', note: 'y!' }])
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
