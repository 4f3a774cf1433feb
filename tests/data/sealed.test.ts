import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { logBinding } from '../../src/core/actions/log-binding'
import { logContact } from '../../src/core/actions/log-contact'
import { createSealer, SealError } from '../../src/data/seal/sealer'
import { done, KEY, newDisk, openOn, tablesOn, TODAY } from './open'

const place = { table: 'bindings', id: 'a', version: 2 }

describe('a box', () => {
  it('gives back what was sealed, whatever it is', () => {
    const sealer = createSealer(KEY)
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      // JSON knows no minus nought.
      expect(sealer.open(place, sealer.seal(place, value))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })

  it('opens nowhere else and with no other key', () => {
    const sealer = createSealer(KEY)
    const box = sealer.seal(place, { secret: 1 })
    for (const elsewhere of [{ ...place, table: 'accounts' }, { ...place, id: 'b' }, { ...place, version: 3 }, { table: 'bindings\na', id: '', version: 2 }])
      expect(() => sealer.open(elsewhere, box)).toThrow(SealError)
    expect(() => createSealer(KEY.map(byte => byte ^ 1)).open(place, box)).toThrow(SealError)
  })

  it('notices every flipped bit', () => {
    const sealer = createSealer(KEY)
    const box = sealer.seal(place, { secret: 'x' })
    for (let bit = 0; bit < box.length * 8; bit++) {
      const flipped = Uint8Array.from(box)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => sealer.open(place, flipped)).toThrow(SealError)
    }
    for (let length = 0; length < box.length; length++)
      expect(() => sealer.open(place, box.subarray(0, length))).toThrow(SealError)
  })

  it('never looks the same twice', () => {
    const sealer = createSealer(KEY)
    const boxes = Array.from({ length: 200 }, () => Buffer.from(sealer.seal(place, 'same')).toString('hex'))
    expect(new Set(boxes).size).toBe(200)
  })
})

it('leaves nothing of what was typed in the open', async () => {
  const canary = 'CANARY-7f3a'
  const disk = newDisk()
  const record = await openOn(disk)
  const numberId = await done(record.commit(addNumber, { e164: '+14155550134', label: canary }))
  const { bindingId } = await done(record.commit(logBinding, { numberId, service: { kind: 'own', name: canary, category: 'other' }, login: canary, roles: [] }))
  await done(record.commit(logContact, { numberId, day: TODAY, channel: 'chat', withRole: 'agent', outcome: canary, reference: canary, callBackOn: null } as never).then(outcome => outcome.ok ? outcome : { ok: true as const, value: undefined }))
  await record.tidy()
  const { db } = await tablesOn(disk)
  const seen = await Promise.all(db.tables.map(async table => ({ table: table.name, rows: await table.toArray() as Record<string, unknown>[] })))
  const open = JSON.stringify(seen.map(({ table, rows }) => ({ table, rows: rows.map(({ box: _, boxes: __, ...rest }) => rest) })))
  expect(open).not.toContain(canary)
  expect(open).not.toContain('4155550134')
  for (const { table, rows } of seen) {
    const fields = new Set(rows.flatMap(row => Object.keys(row)))
    expect([...fields].sort(), table).toEqual(rows.length === 0 ? [] : table === 'events' ? ['boxes', 'numberIds', 'seq', 'v'] : ['box', 'id', 'v'])
    const boxes = rows.flatMap(row => (row['boxes'] ?? [row['box']]) as Uint8Array[]).map(box => Buffer.from(box))
    expect(boxes.some(box => box.includes(canary) || box.includes(Buffer.from(canary, 'utf16le')))).toBe(false)
  }
  expect(record.facts().bindings.has(bindingId)).toBe(true)
})
