import type { ContactLog } from '../../../../src/core/records/contact-log'
import type { Facts } from '../../../../src/core/records/tables'
import type { Opened } from '../../../../src/data/backup/opened'
import { Buffer } from 'node:buffer'
import { randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import process from 'node:process'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { largeFacts } from '../../../../src/core/sample/large'
import { emptyFacts } from '../../../../src/core/records/facts'
import { BackupError, MAX_LINE } from '../../../../src/data/backup/file'
import { openPlain, openSealed, recognise } from '../../../../src/data/backup/opened'
import { writePlain } from '../../../../src/data/backup/plain'
import { latestVersion } from '../../../../src/data/versions'
import { noPause, stream } from './generated'
import { chunkBorders, HEAD, KEY, sealed, sealedLines, zip } from './kit'

/** Few rows and much text that no packing makes small: a file of several chunks that opens fast. */
const facts: Facts = {
  ...largeFacts({ numbers: 3, bindings: 9, today: '2026-11-23' }),
  contactLogs: new Map(Array.from({ length: 90 }, (): ContactLog => ({ id: randomUUID(), createdAt: 1, updatedAt: 1, numberId: randomUUID(), at: 1, channel: 'phone', withRole: '', reference: '', outcome: randomBytes(7_000).toString('base64'), callBackOn: null })).map(row => [row.id, row])),
}

async function opened(bytes: Uint8Array, key = KEY): Promise<Opened> {
  const found = recognise(bytes)
  return found.format === 'plain' ? openPlain(found.bytes, noPause) : openSealed(found.file, key, noPause)
}

/** The fault a file is refused with; anything else fails the test. */
async function fault(bytes: Uint8Array, key = KEY): Promise<string> {
  try {
    await opened(bytes, key)
  }
  catch (error) {
    if (error instanceof BackupError)
      return error.fault
    throw error
  }
  return 'opened'
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const other = Uint8Array.from(bytes)
  other[bit >> 3]! ^= 1 << (bit & 7)
  return other
}

describe.each(['snapshot', 'export'] as const)('a sealed %s', (kind) => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await sealed(facts, [], { kind })
  })

  it('opens whole', async () => {
    expect(chunkBorders(bytes).length).toBeGreaterThan(3)
    expect((await opened(bytes)).facts).toEqual(facts)
  })

  it('a thousand bits flipped, one at a time: each is found out', { timeout: 120_000 }, async () => {
    const bits = Array.from({ length: 1000 }, () => randomBytes(4).readUInt32BE() % (bytes.length * 8))
    // The open head is a small part of the file and gets its share for sure.
    bits.push(...Array.from({ length: 100 }, (_, index) => index * 8 + index % 8))
    for (const bit of bits)
      expect([bit, await fault(flipped(bytes, bit))]).not.toEqual([bit, 'opened'])
  })

  it('cut at every border of its chunks, and anywhere: each is found out', { timeout: 60_000 }, async () => {
    const borders = chunkBorders(bytes)
    for (const end of borders.slice(0, -1))
      expect([end, await fault(bytes.subarray(0, end))]).toEqual([end, 'cut-off'])
    for (let turn = 0; turn < 100; turn++) {
      const end = 1 + randomBytes(4).readUInt32BE() % (bytes.length - 1)
      expect([end, await fault(bytes.subarray(0, end))]).toEqual([end, 'cut-off'])
    }
  })

  it('chunks swapped, left out, doubled or with something behind them are found out', async () => {
    const borders = chunkBorders(bytes)
    const head = bytes.subarray(0, borders[0])
    const chunks = borders.slice(0, -1).map((start, index) => bytes.subarray(start, borders[index + 1]))
    const file = (of: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat([head, ...of]))
    expect(await fault(file(chunks))).toBe('opened')
    const [first, second, ...rest] = chunks as [Uint8Array, Uint8Array, ...Uint8Array[]]
    for (const wrong of [[second, first, ...rest], [first, ...rest], [second, ...rest], [first, second, second, ...rest], [...chunks, chunks.at(-1)!], [...chunks, new Uint8Array(1)]])
      expect(await fault(file(wrong))).not.toBe('opened')
  })

  it('chunks of another file of the same key do not fit', async () => {
    const other = await sealed(facts, [], { kind })
    const mixed = Buffer.concat([bytes.subarray(0, chunkBorders(bytes)[0]), other.subarray(chunkBorders(other)[0])])
    expect(await fault(Uint8Array.from(mixed))).toBe('wrong-key')
  })

  it('does not open with another key', async () => {
    expect(await fault(bytes, KEY.toReversed())).toBe('wrong-key')
  })
})

describe('what is no backup', () => {
  it.each([
    ['nothing at all', () => new Uint8Array(0), 'empty'],
    ['random bytes', () => Uint8Array.from(randomBytes(100_000)).fill(200, 0, 1), 'not-a-backup'],
    ['a zip', () => zip('backup.untether', 'UNTETHER-BACKUP 1\n'), 'not-a-backup'],
    ['a gzip', () => Uint8Array.from(gzipSync('{"format":"untether-export"}')), 'not-a-backup'],
    ['text', () => new TextEncoder().encode('Dear diary'), 'not-a-backup'],
    ['JSON of someone else', () => new TextEncoder().encode('{"format":"other","version":1}'), 'not-a-backup'],
    ['JSON that is a list', () => new TextEncoder().encode('[{"format":"untether-export"}]'), 'not-a-backup'],
    ['an opening brace and noise', () => Uint8Array.from([123, ...randomBytes(1000)]), 'not-a-backup'],
    ['the first letters of one', () => new TextEncoder().encode('UNTETHER-B'), 'cut-off'],
    ['one of a later format', () => new TextEncoder().encode('UNTETHER-BACKUP 2\n{}\n'), 'newer'],
    ['a first line alone', () => new TextEncoder().encode('UNTETHER-BACKUP 1\n'), 'cut-off'],
    ['a header that is none', () => new TextEncoder().encode('UNTETHER-BACKUP 1\n{"kind":"export"}\n'), 'damaged'],
  ] as const)('%s', async (_what, make, expected) => {
    expect(await fault(make())).toBe(expected)
  })

  it('200 MB of zeros, in no time', async () => {
    const zeros = new Uint8Array(200 * 1024 * 1024)
    const start = performance.now()
    expect(await fault(zeros)).toBe('not-a-backup')
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('random bytes of any kind never open and never throw anything else', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', 'UNTETHER-BACKUP 1\n', '{"format":"untether-export",'), async (bytes, start) => {
      expect(await fault(Uint8Array.from([...new TextEncoder().encode(start), ...bytes]))).not.toBe('opened')
    }), { numRuns: 300 })
  })
})

describe('a sealed file that means harm', () => {
  it('a line that never ends is given up, and memory stays small', { timeout: 60_000 }, async () => {
    const block = '0'.repeat(1024 * 1024)
    const bomb = await sealedLines((function* () {
      for (let size = 0; size < MAX_LINE + 32 * block.length; size += block.length)
        yield block
    })())
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage.rss()
    expect(await fault(bomb)).toBe('too-large')
    expect(process.memoryUsage.rss() - before).toBeLessThan(4 * MAX_LINE)
  })

  it('a bomb of empty lines ends at the first', async () => {
    const block = '\n'.repeat(1024 * 1024)
    const start = performance.now()
    expect(await fault(await sealedLines(Array.from({ length: 100 }, () => block)))).toBe('damaged')
    expect(await fault(await sealedLines(['["changes",[]]\n["end",1]\n']))).toBe('damaged')
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it.each([
    ['a table that is none', ['["secrets",{}]\n', '["end",1]\n']],
    ['a row that is none', ['["numbers",{"id":"x"}]\n', '["end",1]\n']],
    ['a row with a prototype', ['["settings",{"__proto__":{"isAdmin":true},"id":"settings","createdAt":0,"updatedAt":0,"language":null,"theme":"system","isStarted":true}]\n', '["end",1]\n']],
    ['no end', ['["settings",{"id":"settings","createdAt":0,"updatedAt":0,"language":null,"theme":"system","isStarted":true}]\n']],
    ['a wrong count', ['["end",1]\n']],
    ['something behind the end', ['["end",0]\n', '["end",0]\n']],
    ['no line feed at the end', ['["end",0]']],
    ['no UTF-8', ['["end",0]\n\uD800']],
    ['a summary that says otherwise', ['["end",0]\n'], { lastSeq: 0, numbers: 3, bindings: 0, files: 0, rows: 3 }],
    ['a summary that is none', ['["end",0]\n'], 'x'],
  ])('%s', async (_what, lines, summary?: unknown) => {
    expect(await fault(await sealedLines(lines, summary))).toBe('damaged')
  })

  it('rows of a newer version are left alone', async () => {
    expect(await fault(await sealed(emptyFacts(), [], { schema: latestVersion + 1 }))).toBe('newer')
  })
})

describe('an open export', () => {
  const text = async (): Promise<string> => new TextDecoder().decode(await writePlain(HEAD, { facts: largeFacts({ numbers: 3, bindings: 9, today: '2026-11-23' }), events: stream([]) }, noPause))
  const bytes = (json: string): Uint8Array => new TextEncoder().encode(json)

  it('opens, also behind a byte-order mark and white space', async () => {
    const json = await text()
    expect((await opened(bytes(json))).isEdited).toBe(false)
    expect((await opened(bytes(`\uFEFF\n ${json}`))).summary.bindings).toBe(9)
  })

  it('cut anywhere it does not open', async () => {
    const json = await text()
    for (let turn = 0; turn < 100; turn++)
      expect(await fault(bytes(json.slice(0, 1 + randomBytes(4).readUInt32BE() % (json.trimEnd().length - 1))))).toMatch(/^(?:cut-off|damaged|not-a-backup)$/)
    expect(await fault(bytes(json.slice(0, json.length / 2)))).toBe('cut-off')
  })

  it('a thousand bits flipped: refused, or known as edited', { timeout: 60_000 }, async () => {
    const whole = bytes(await text())
    for (let turn = 0; turn < 1000; turn++) {
      const bit = randomBytes(4).readUInt32BE() % (whole.length * 8)
      const result = await opened(flipped(whole, bit)).then(({ isEdited }) => isEdited ? 'edited' : 'as it was', (error: unknown) => {
        if (!(error instanceof BackupError))
          throw error
        return error.fault
      })
      // White space between the lines means nothing to JSON and to the checksum.
      const isSpace = /\s/.test(String.fromCharCode(whole[bit >> 3]!))
      expect([bit, result]).not.toEqual([bit, isSpace ? 'never' : 'as it was'])
    }
  })

  it.each([
    ['a later version', (of: object) => ({ ...of, version: 2, more: true }), 'newer'],
    ['rows of a later version', (of: object) => ({ ...of, schema: latestVersion + 1 }), 'newer'],
    ['no version', (of: object) => ({ ...of, version: undefined }), 'damaged'],
    ['a table that is none', (of: { tables: object }) => ({ ...of, tables: { ...of.tables, secrets: [] } }), 'damaged'],
    ['a row twice', (of: { tables: { numbers: unknown[] } }) => ({ ...of, tables: { ...of.tables, numbers: [of.tables.numbers[0], of.tables.numbers[0]] } }), 'damaged'],
    ['a row that is none', (of: object) => ({ ...of, tables: { numbers: [7] } }), 'damaged'],
  ] as const)('%s', async (_what, change, expected) => {
    expect(await fault(bytes(JSON.stringify(change(JSON.parse(await text()) as never))))).toBe(expected)
  })

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('with a key %s is refused at any depth and pollutes nothing', async (key) => {
    const json = await text()
    const evil = `"${key}":{"isAdmin":true},`
    for (const place of ['{"format"', '"tables":{\n', '"numbers":[\n{']) {
      expect(json).toContain(place)
      const at = json.indexOf(place) + place.length - (place === '{"format"' ? 8 : 0)
      expect(await fault(bytes(`${json.slice(0, at)}${evil}${json.slice(at)}`))).toBe('damaged')
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('nested as deep as it goes is refused, not a crash', async () => {
    const deep = '['.repeat(1_000_000)
    expect(await fault(bytes(`{"format":"untether-export","a":${deep}}`))).toBe('damaged')
    expect(await fault(bytes(`{"format":"untether-export","__proto__":1,"a":${deep}${']'.repeat(1_000_000)}}`))).toBe('damaged')
  })
})
