import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { probeProfile } from '../../../src/main/profile'

vi.mock('electron', () => ({ app: {}, dialog: {} }))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-profile-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('makes a folder that is not there, and leaves nothing in it', () => {
  const profile = join(folder, 'deep', 'down')

  expect(probeProfile(profile)).toBeNull()
  expect(readdirSync(profile)).toEqual([])
})

it('finds a file in the way', () => {
  writeFileSync(join(folder, 'file'), '')

  expect(probeProfile(join(folder, 'file'))).toBe('notAFolder')
  expect(probeProfile(join(folder, 'file', 'profile'))).toBe('notAFolder')
})

it('finds a place that the system refuses', () => {
  expect(probeProfile('/proc/untether')).not.toBeNull()
})
