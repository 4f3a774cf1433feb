import type { Guide } from '../../src/core/records/guide'
import type { OpenRecord } from '../../src/data/record'
import { IDBFactory } from 'fake-indexeddb'
import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { restoreRecord } from '../../src/core/actions/restore-record'
import { saveGuide } from '../../src/core/actions/save-guide'
import { createCatalog } from '../../src/core/catalog/catalog'
import { blankEntry } from '../../src/core/catalog/own-guide'
import { openPlain } from '../../src/data/backup/opened'
import { writePlain } from '../../src/data/backup/plain'
import { DATABASE, declareDatabase, versionsOnDisk } from '../../src/data/database'
import { createSealer } from '../../src/data/seal/sealer'
import { versions } from '../../src/data/versions'
import { noPause } from '../unit/data/backup/generated'
import { HEAD } from '../unit/data/backup/kit'
import { done, KEY, newDisk, openOn, TODAY, useDisk } from './open'

const catalog = createCatalog(facts)

async function withGuide(record: OpenRecord): Promise<Guide> {
  await done(record.commit(addNumber, { e164: '+14155550134', provider: { kind: 'own', name: 'Corner Phone' } }))
  await done(record.commit(saveGuide, { target: { ownName: 'Corner Phone' }, fields: { ...blankEntry('Corner Phone', TODAY), pitfalls: ['小心'] }, catalog }))
  return [...record.facts().guides.values()][0]!
}

describe('a guide of the user\'s', () => {
  it('is there after a restart, with undo', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    const guide = await withGuide(record)
    record.close()
    const again = await openOn(disk)
    expect([...again.facts().guides.values()]).toEqual([guide])
    await done(again.undo())
    expect(again.facts().guides.size).toBe(0)
    expect([...again.facts().numbers.values()][0]!.provider).toEqual({ kind: 'own', name: 'Corner Phone' })
  })

  it('is brought back by the journal and a snapshot when the database is lost', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    await record.snapshot()
    const guide = await withGuide(record)
    await record.snapshot()
    record.close()
    const again = await openOn({ ...disk, indexedDB: new IDBFactory() })
    expect([...again.facts().guides.values()]).toEqual([guide])
  })

  it('goes into an export and comes back from it; a merge knows the provider under another id', async () => {
    const record = await openOn(newDisk())
    const guide = await withGuide(record)
    const bytes = await writePlain(HEAD, record.content(), noPause)
    const { facts: inside, isEdited } = await openPlain(bytes, noPause)
    expect(isEdited).toBe(false)
    const other = await openOn(newDisk())
    await done(other.commit(restoreRecord, { backup: inside, mode: 'replace', madeAt: 0 }))
    expect([...other.facts().guides.values()]).toEqual([guide])

    const twin = { ...guide, id: '00000000-0000-4000-8000-00000000abcd', updatedAt: guide.updatedAt + 1, origin: 'file' as const }
    await done(other.commit(restoreRecord, { backup: { ...inside, guides: new Map([[twin.id, twin]]) }, mode: 'merge', madeAt: 0 }))
    expect([...other.facts().guides.values()]).toEqual([{ ...twin, id: guide.id }])
  })

  it('a record of the version before opens with all its rows, and takes a guide', async () => {
    const disk = newDisk()
    useDisk(disk)
    const sealer = createSealer(KEY)
    const before = declareDatabase(DATABASE, sealer, versions.slice(0, 2))
    await before.open()
    const settings = { id: 'settings', createdAt: 1, updatedAt: 1, language: 'zh-CN', theme: 'dark', isStarted: true }
    await before.settings.add({ id: 'settings', v: 2, box: sealer.seal({ table: 'settings', id: 'settings', version: 2 }, settings) })
    before.close()
    const record = await openOn(disk)
    expect(record.facts().settings.get('settings')).toEqual(settings)
    const guide = await withGuide(record)
    await record.tidy()
    record.close()
    expect((await versionsOnDisk()).get(DATABASE)).toBe(versions.length)
    expect([...(await openOn(disk)).facts().guides.values()]).toEqual([guide])
  })
})
