import type { TimelineEvent } from '../../../src/core/records/timeline-event'
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { largeFacts } from '../../../src/core/sample/large'
import { linesOf, summaryOf } from '../../../src/data/backup/content'
import { writeFile } from '../../../src/data/backup/file'
import { openPlain } from '../../../src/data/backup/opened'
import { writePlain } from '../../../src/data/backup/plain'
import { makeFileSlots } from '../../../src/main/vault/file-slots'
import { makeRecoveryCode } from '../../../src/main/vault/recovery-code'
import { makeSecretSlot } from '../../../src/main/vault/slots'
import { HEAD } from '../data/backup/kit'
import { noPause, stream } from '../data/backup/generated'

const script = resolve(import.meta.dirname, '../../../scripts/open-backup.mjs')
const folder = mkdtempSync(join(tmpdir(), 'untether-open-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const world = { now: () => 1, newId: () => randomUUID(), random: (bytes: number) => randomBytes(bytes) }
const facts = largeFacts({ numbers: 3, bindings: 40, today: '2026-11-23' })
/** The second changed more rows than one line holds. */
const events = [3, 500].map((rows, index): TimelineEvent => ({
  id: randomUUID(),
  seq: index + 1,
  at: 1,
  kind: 'backup.restored',
  numberIds: [],
  params: {},
  changes: Array.from({ length: rows }, () => ({ table: 'bindings', id: randomUUID(), before: null, after: { label: '号' } })),
  mode: 'set',
  ofEventId: null,
}))
const PASSPHRASE = 'four quiet words 四个词'
const code = makeRecoveryCode(world.random)

/** An export as the app saves it, with a recovery code on top. */
async function exported(name: string): Promise<string> {
  const { key, slots } = (await makeFileSlots(PASSPHRASE, world))!
  slots.push(await makeSecretSlot('recovery', code, key, world))
  const file = join(folder, name)
  writeFileSync(file, await writeFile({ kind: 'export', ...HEAD, slots }, key, summaryOf(facts, 2), linesOf({ facts, events: stream(events) }, noPause)))
  return file
}

async function run(args: string[], { env, input }: { env?: string, input?: string } = {}): Promise<{ code: number | null, said: string }> {
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env['PATH'], ...env === undefined ? {} : { UNTETHER_PASSPHRASE: env } } })
  let said = ''
  child.stdout.on('data', part => said += part)
  child.stderr.on('data', part => said += part)
  child.stdin.end(input ?? '')
  return new Promise(done => child.on('close', code => done({ code, said })))
}

describe('open-backup', () => {
  it('leans on nothing but Node', () => {
    const imports = [...readFileSync(script, 'utf8').matchAll(/from '([^']+)'/g)].map(([, source]) => source)
    expect(imports.filter(source => !source!.startsWith('node:'))).toEqual([])
  })

  it('opens an export with the passphrase: the very bytes of the app\'s own plain export', async () => {
    const file = await exported('a.untether')
    expect(await run([file], { env: PASSPHRASE })).toMatchObject({ code: 0 })
    const written = readFileSync(join(folder, 'a.json'))
    expect(written.toString()).toBe(new TextDecoder().decode(await writePlain(HEAD, { facts, events: stream(events) }, noPause)))
    const read = await openPlain(written, noPause)
    expect(read.facts).toEqual(facts)
    expect(read.events).toEqual(events)
    expect(read.isEdited).toBe(false)
  })

  it('opens it with the recovery code, piped in as it was written down', async () => {
    const file = await exported('b.untether')
    const out = join(folder, 'named.json')
    expect(await run([file, '--out', out], { input: `${code.toLowerCase().replaceAll('-', ' ')}\n` })).toMatchObject({ code: 0 })
    expect((await openPlain(readFileSync(out), noPause)).facts).toEqual(facts)
  })

  it('never writes over a file', async () => {
    const file = await exported('c.untether')
    writeFileSync(join(folder, 'c.json'), 'mine')
    const { code, said } = await run([file], { env: PASSPHRASE })
    expect(code).toBe(1)
    expect(said).toMatch(/is there already/)
    expect(readFileSync(join(folder, 'c.json'), 'utf8')).toBe('mine')
  })

  it.each([
    ['a wrong passphrase', (bytes: Uint8Array) => bytes, 'not this one', /wrong passphrase or recovery code/],
    ['a damaged file', (bytes: Uint8Array) => bytes.map((byte, index) => index === bytes.length - 9 ? byte ^ 1 : byte), PASSPHRASE, /damaged/],
    ['a file that was cut off', (bytes: Uint8Array) => bytes.subarray(0, -50), PASSPHRASE, /ends too early/],
    ['a file of something else', () => new TextEncoder().encode('hello'), PASSPHRASE, /not a sealed file/],
    ['a newer file', () => new TextEncoder().encode('UNTETHER-BACKUP 7\n'), PASSPHRASE, /newer version/],
  ] as const)('%s: one clear line, exit 1, nothing written', async (what, change, secret, line) => {
    const file = await exported(`${what.replaceAll(' ', '-')}.untether`)
    writeFileSync(file, change(readFileSync(file)))
    const { code, said } = await run([file], { env: secret })
    expect(said.trim()).toMatch(line)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
    expect(existsSync(file.replace('.untether', '.json'))).toBe(false)
  })

  it('says how it is used', async () => {
    expect(await run([])).toMatchObject({ code: 1, said: expect.stringContaining('Usage') })
  })
})
