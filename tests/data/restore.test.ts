import type { Opened } from '../../src/data/backup/opened'
import type { OpenRecord } from '../../src/data/record'
import type { Step } from '../unit/core/actions/random-steps'
import type { Disk } from './open'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { restoreRecord } from '../../src/core/actions/restore-record'
import { linesOf } from '../../src/data/backup/content'
import { stepArb, takeStep } from '../unit/core/actions/random-steps'
import { noPause, stream } from '../unit/data/backup/generated'
import { done, newDisk, NOW, openOn } from './open'

/** Takes the steps; those that are refused are left out. */
async function play(record: OpenRecord, steps: readonly Step[]): Promise<void> {
  for (const step of steps)
    await record.commit(takeStep, step)
}

/** Everything that the record is, as a snapshot of it holds it. */
async function all(record: OpenRecord): Promise<Opened> {
  await record.snapshot()
  return record.snapshots.read((await record.snapshots.list())[0]!.name)
}

/** The rows as the lines of a backup: equal text means equal to the last byte. */
async function text({ facts }: Pick<Opened, 'facts'>): Promise<string> {
  let lines = ''
  for await (const part of linesOf({ facts: { ...facts, settings: new Map() }, events: stream([]) }, noPause))
    lines += part
  return lines
}

const withoutDatabase = (disk: Disk): Disk => ({ ...disk, indexedDB: new IDBFactory() })
const steps = fc.array(stepArb, { minLength: 1, maxLength: 25 })
const first: Step = { what: 0, a: 1, b: 1, text: 'a' }

describe('restoring', () => {
  it('an export into an empty record gives back rows and history, also after a restart and when the database is lost', async () => {
    await fc.assert(fc.asyncProperty(steps, async (taken) => {
      const record = await openOn(newDisk())
      await play(record, [first, ...taken])
      // An empty record has no snapshot.
      await done(record.commit(addNumber, { e164: '+14155559876' }))
      const exported = await all(record)
      record.close()

      const disk = newDisk()
      const other = await openOn(disk)
      expect(await other.adoptHistory(exported.events)).toBe(true)
      const outcome = await other.commit(restoreRecord, { backup: exported.facts, mode: 'replace', madeAt: NOW })
      expect(outcome.ok).toBe(true)
      const taken2 = await all(other)
      expect(await text(taken2)).toBe(await text(exported))
      expect(taken2.events.slice(0, -1)).toEqual(exported.events)
      expect(taken2.events.at(-1)!.seq).toBe(exported.events.at(-1)!.seq + 1)
      other.close()
      for (const then of [disk, withoutDatabase(disk)]) {
        const again = await openOn(then)
        expect(await text({ facts: again.facts() })).toBe(await text(exported))
        expect((await all(again)).events).toEqual(taken2.events)
        again.close()
      }
    }), { numRuns: 12 })
  })

  it('a snapshot gives back its rows, and undo what was there before', async () => {
    await fc.assert(fc.asyncProperty(steps, steps, async (before, after) => {
      const record = await openOn(newDisk())
      await play(record, [first, ...before])
      await done(record.commit(addNumber, { e164: '+14155559876' }))
      const made = await all(record)
      await play(record, after)
      const now = record.facts()
      const outcome = await record.commit(restoreRecord, { backup: made.facts, mode: 'replace', madeAt: NOW })
      expect(await text({ facts: record.facts() })).toBe(await text(made))
      if (outcome.ok) {
        await done(record.undo())
        expect(await text({ facts: record.facts() })).toBe(await text({ facts: now }))
      }
      record.close()
    }), { numRuns: 12 })
  })

  it('takes no history over where something is, or where there is none', async () => {
    const record = await openOn(newDisk())
    expect(await record.adoptHistory([])).toBe(false)
    await done(record.commit(addNumber, { e164: '+14155550134' }))
    const { events } = await all(record)
    expect(await record.adoptHistory(events)).toBe(false)
    expect((await all(record)).events).toEqual(events)
  })
})
