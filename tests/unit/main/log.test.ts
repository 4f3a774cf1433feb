import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeError, openLog } from '../../../src/main/log'

const error = { kind: 'TypeError', code: 'ENOENT', message: 'is not a function', stack: ['at out/main/index.cjs:1:2'] }
const now = (): Date => new Date(Date.UTC(2026, 0, 2, 3, 4, 5))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('writes a line for a note and a block for an error', () => {
  const log = openLog(join(folder, 'logs'), undefined, now)
  log.note('started')
  log.error('main:uncaught', error)

  expect(readFileSync(join(folder, 'logs', 'untether.log'), 'utf8')).toBe([
    '2026-01-02T03:04:05.000Z note  started',
    '2026-01-02T03:04:05.000Z error main:uncaught TypeError ENOENT: is not a function',
    '    at out/main/index.cjs:1:2',
    '',
  ].join('\n'))
})

it('begins a new file when one is full, and keeps only so many', () => {
  const log = openLog(folder, { files: 3, bytes: 400 }, now)
  for (let i = 0; i < 100; i++)
    log.error(`place-${i}`, error)

  expect(readdirSync(folder).sort()).toEqual(['untether.1.log', 'untether.2.log', 'untether.log'])
  for (const file of readdirSync(folder))
    expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(400)
  expect(readFileSync(join(folder, 'untether.log'), 'utf8')).toContain('place-99')
})

it('gives up quietly', () => {
  writeFileSync(join(folder, 'file'), '')
  const log = openLog(join(folder, 'file'))

  expect(() => log.note('stopped')).not.toThrow()
})

it('describes an error that has nothing to say', () => {
  expect(describeError({ kind: 'Error', code: '', message: '', stack: [] })).toBe('Error')
})
