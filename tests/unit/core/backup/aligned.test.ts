import type { Facts } from '../../../../src/core/records/tables'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../../../src/core/actions/apply'
import { restoreRecord } from '../../../../src/core/actions/restore-record'
import { aligned } from '../../../../src/core/backup/aligned'
import { differences, tallies } from '../../../../src/core/backup/compare'
import { largeFacts } from '../../../../src/core/sample/large'
import { TABLES } from '../../../../src/core/records/tables'
import { anyFacts } from '../../data/backup/generated'

const context = { now: 0, today: '2026-11-23', newId: () => '' }

/** The same record as someone on another computer would have typed it: every id another. */
function retyped(facts: Facts): Facts {
  const ids = new Map(TABLES.flatMap(table => [...facts[table].keys()]).map(id => [id, id === 'settings' ? id : randomUUID()]))
  const json = JSON.stringify(TABLES.map(table => [table, [...facts[table]]])).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, id => ids.get(id) ?? id)
  return Object.fromEntries((JSON.parse(json) as [string, [string, unknown][]][]).map(([table, rows]) => [table, new Map(rows)])) as unknown as Facts
}

function merged(here: Facts, backup: Facts): Facts {
  const outcome = restoreRecord(here, { backup, mode: 'merge', madeAt: 0 }, context)
  return 'refused' in outcome ? here : applyChanges(here, outcome.changes)
}

describe('merging records that were begun apart', () => {
  const facts = { ...largeFacts({ numbers: 5, bindings: 60, today: '2026-11-23' }), ledgerEntries: new Map(), refundClaims: new Map(), contactLogs: new Map() }
  // One account for each service and login, as the app itself keeps them.
  const logins = new Map([...facts.accounts].map(([id, account], index) => [id, { ...account, login: `${index}@example.com` }]))
  const here: Facts = { ...facts, accounts: logins }

  it('makes no double of a number, an account, a binding or a tick', () => {
    expect([...tallies(differences(here, retyped(here), 'merge')).keys()]).toEqual([])
  })

  it('what only the other has comes, hung on what is here', () => {
    const other = retyped(here)
    const [number] = other.numbers.values()
    const binding = { ...[...other.bindings.values()].find(({ numberId }) => numberId === number!.id)!, id: randomUUID(), accountId: [...other.accounts.keys()].at(-1)!, replacement: null }
    const isNew = ![...other.bindings.values()].some(row => row.numberId === binding.numberId && row.accountId === binding.accountId)
    const found = differences(here, { ...other, bindings: new Map([...other.bindings, [binding.id, binding]]) }, 'merge')
    expect(found).toHaveLength(isNew ? 1 : 0)
    for (const { after } of found) {
      expect(here.numbers.has((after as typeof binding).numberId)).toBe(true)
      expect(here.accounts.has((after as typeof binding).accountId)).toBe(true)
    }
  })

  it('leaves a snapshot of the same record as it is', () => {
    expect(aligned(here, here)).toBe(here)
  })
})

describe('any two records', () => {
  it('merging twice is merging once', () => {
    fc.assert(fc.property(anyFacts, anyFacts, (here, backup) => {
      const once = merged(here, backup)
      expect(merged(once, backup)).toEqual(once)
    }), { numRuns: 100 })
  })

  it('a merge takes nothing away', () => {
    fc.assert(fc.property(anyFacts, anyFacts, (here, backup) => {
      const once = merged(here, backup)
      for (const table of TABLES) {
        for (const id of here[table].keys())
          expect(once[table].has(id)).toBe(true)
      }
    }), { numRuns: 100 })
  })
})
