import type { Facts } from '../../../../src/core/records/tables'
import type { TimelineEvent } from '../../../../src/core/records/timeline-event'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../../../src/core/actions/apply'
import { largeFacts } from '../../../../src/core/sample/large'
import { restoreRecord } from '../../../../src/core/actions/restore-record'
import { emptyFacts } from '../../../../src/core/records/facts'
import { sha256Of } from '../../../../src/data/attachments/files'
import { linesOf, summaryOf } from '../../../../src/data/backup/content'
import type { BackupError } from '../../../../src/data/backup/file'
import { readHeader, writeFile } from '../../../../src/data/backup/file'
import { openPlain, openSealed, recognise } from '../../../../src/data/backup/opened'
import { writePlain } from '../../../../src/data/backup/plain'
import { anyEvents, anyFacts, noPause, stream } from './generated'
import { HEAD, KEY, MADE_AT, sealed } from './kit'

async function linesText(facts: Facts, events: readonly TimelineEvent[]): Promise<string> {
  let text = ''
  for await (const part of linesOf({ facts, events: stream(events) }, noPause))
    text += part
  return text
}

/** The record after the backup was put in its place. */
function replaced(here: Facts, backup: Facts): Facts {
  const outcome = restoreRecord(here, { backup, mode: 'replace', madeAt: MADE_AT }, { now: 0, today: '2026-11-23', newId: () => '' })
  return 'refused' in outcome ? here : applyChanges(here, outcome.changes)
}

/** What is expected of it: language and look stay as they were chosen here. */
function expected(here: Facts, facts: Facts): Facts {
  return here.settings.size > 0 ? { ...facts, settings: here.settings } : facts
}

/** The same record with its rows in another order, and each row's fields in another order. */
function shuffled(facts: Facts): Facts {
  const turned = (row: object): object => Object.fromEntries(Object.entries(row).reverse())
  const tables = Object.entries(facts as Record<string, ReadonlyMap<string, object>>).map(([table, rows]) => [table, new Map([...rows].reverse().map(([id, row]) => [id, turned(row)]))])
  return Object.fromEntries(tables) as Facts
}

describe('export, restore, export', () => {
  it('plain: the same bytes, whatever stood there before', async () => {
    await fc.assert(fc.asyncProperty(anyFacts, anyFacts, async (facts, here) => {
      const first = await writePlain(HEAD, { facts, events: stream([]) }, noPause)
      const read = await openPlain(first, noPause)
      expect(read.isEdited).toBe(false)
      const second = await writePlain(HEAD, { facts: replaced(here, read.facts), events: stream([]) }, noPause)
      const wanted = await writePlain(HEAD, { facts: expected(here, facts), events: stream([]) }, noPause)
      expect(new TextDecoder().decode(second)).toBe(new TextDecoder().decode(wanted))
    }), { numRuns: 60 })
  })

  it('sealed: the same content, byte for byte; only the salt of the file is new', async () => {
    await fc.assert(fc.asyncProperty(anyFacts, anyFacts, async (facts, here) => {
      const found = recognise(await sealed(facts))
      const read = found.format === 'sealed' ? await openSealed(found.file, KEY, noPause) : null
      expect(await linesText(replaced(here, read!.facts), [])).toBe(await linesText(expected(here, facts), []))
    }), { numRuns: 60 })
  })

  it('history goes through both as it is', async () => {
    await fc.assert(fc.asyncProperty(anyFacts, anyEvents, async (facts, events) => {
      const plain = await openPlain(await writePlain(HEAD, { facts, events: stream(events) }, noPause), noPause)
      expect(plain.events).toEqual(events)
      const found = recognise(await sealed(facts, events))
      const read = found.format === 'sealed' ? await openSealed(found.file, KEY, noPause) : null
      expect(read!.events).toEqual(events)
      expect(read!.facts).toEqual(facts)
      expect(read!.summary.lastSeq).toBe(events.length)
    }), { numRuns: 40 })
  })

  it('an event that changed many rows goes on in lines of its own, none of them long', async () => {
    const facts = largeFacts({ numbers: 5, bindings: 1_000, today: '2026-11-23' })
    const changes = [...facts.bindings.values(), ...facts.accounts.values()].map(row => ({ table: 'numberId' in row ? 'bindings' as const : 'accounts' as const, id: row.id, before: null, after: row }))
    const events = [1, 2, 3].map((seq): TimelineEvent => ({ id: `00000000-0000-4000-8000-00000000000${seq}`, seq, at: seq, kind: 'backup.restored', numberIds: [], params: {}, changes: seq === 2 ? changes : changes.slice(0, 3), mode: 'do', ofEventId: null }))
    const longest = Math.max(...(await linesText(facts, events)).split('\n').map(line => line.length))
    expect(longest).toBeLessThan(JSON.stringify(changes).length / 4)
    const found = recognise(await sealed(facts, events))
    const read = found.format === 'sealed' ? await openSealed(found.file, KEY, noPause) : null
    expect(read!.events).toEqual(events)
  })

  it('files go through both byte for byte, and only such as the rows name', async () => {
    await fc.assert(fc.asyncProperty(anyFacts, fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 5, maxLength: 5 }), fc.integer({ min: 1, max: 6 }), async (facts, contents, times) => {
      const files = new Map<string, Uint8Array<ArrayBuffer>>()
      const attachments = new Map(await Promise.all([...facts.attachments.values()].map(async (row, index) => {
        // Some long enough for several pieces.
        const bytes = Uint8Array.from(Array.from({ length: 2 ** times }, () => [...contents[index]!]).flat())
        files.set(row.id, bytes)
        return [row.id, { ...row, size: bytes.length, sha256: await sha256Of(bytes) }] as const
      })))
      const content = () => ({ facts: { ...facts, attachments }, events: stream([]), files: stream([...files]) })
      const plain = await openPlain(await writePlain(HEAD, content(), noPause), noPause)
      expect([...plain.files]).toEqual([...files])
      const bytes = await writeFile({ kind: 'export', ...HEAD, slots: [] }, KEY, summaryOf(facts, 0), linesOf(content(), noPause))
      const read = await openSealed(readHeader(bytes), KEY, noPause)
      expect([...read.files]).toEqual([...files])
    }), { numRuns: 15 })
  })

  it('a file that is not as its row names it makes the backup damaged', async () => {
    const row = { id: '00000000-0000-4000-8000-000000000001', createdAt: 0, updatedAt: 0, ownerTable: 'ticks' as const, ownerId: '00000000-0000-4000-8000-000000000002', name: 'a', mediaType: '', size: 1, sha256: await sha256Of(Uint8Array.of(7)) }
    const facts = { ...emptyFacts(), attachments: new Map([[row.id, row]]) }
    const opened = async (files: [string, Uint8Array][]): Promise<unknown> => {
      const file = await writeFile({ kind: 'export', ...HEAD, slots: [] }, KEY, summaryOf(facts, 0), linesOf({ facts, events: stream([]), files: stream(files) }, noPause))
      return openSealed(readHeader(file), KEY, noPause).then(({ files }) => files.size, (error: BackupError) => error.fault)
    }
    expect(await opened([[row.id, Uint8Array.of(7)]])).toBe(1)
    expect(await opened([])).toBe(0)
    expect(await opened([[row.id, Uint8Array.of(8)]])).toBe('damaged')
    expect(await opened([[row.id, Uint8Array.of(7)], [row.id, Uint8Array.of(7)]])).toBe('damaged')
    expect(await opened([['00000000-0000-4000-8000-000000000003', Uint8Array.of(7)]])).toBe('damaged')
  })

  it('the order of rows and fields in memory does not show', async () => {
    await fc.assert(fc.asyncProperty(anyFacts, async (facts) => {
      expect(await linesText(shuffled(facts), [])).toBe(await linesText(facts, []))
    }), { numRuns: 30 })
  })

  it('a restore of the same changes nothing', async () => {
    await fc.assert(fc.asyncProperty(anyFacts, async (facts) => {
      const read = await openPlain(await writePlain(HEAD, { facts, events: stream([]) }, noPause), noPause)
      for (const mode of ['replace', 'merge'] as const)
        expect(restoreRecord(facts, { backup: read.facts, mode, madeAt: MADE_AT }, { now: 0, today: '2026-11-23', newId: () => '' })).toEqual({ refused: 'already-so' })
    }), { numRuns: 30 })
  })
})
