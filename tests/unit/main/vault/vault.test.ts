import type { KeySlot } from '../../../../src/shared/vault'
import type { Vault } from '../../../../src/main/vault/vault'
import type { FakeWorld } from './vault-world'
import { Buffer } from 'node:buffer'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeOpenSlot } from '../../../../src/main/vault/automatic-slot'
import { KEY_COPY, KEY_FILE, writeKeyFile } from '../../../../src/main/vault/key-file'
import { openVault } from '../../../../src/main/vault/vault'
import { MAX_PASSPHRASE } from '../../../../src/shared/vault'
import { stretching } from './quick-scrypt'
import { fakeKeychain, fakeWorld } from './vault-world'

vi.mock('node:crypto', async original => (await import('./quick-scrypt')).withQuickScrypt(await original<typeof import('node:crypto')>()))

const PASS = '一只蓝色的雨伞在门口'
const OTHER = 'another passphrase'

let folder: string
let world: FakeWorld
let vault: Vault

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untether-vault-'))
  world = fakeWorld(folder)
  vault = openVault(world)
  stretching.count = 0
  stretching.most = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const text = (name = KEY_FILE as string): string => readFileSync(at(name), 'utf8')
const kinds = (name: string = KEY_FILE): string[] => (JSON.parse(text(name)) as { slots: KeySlot[] }).slots.map(({ kind }) => kind).sort()
const again = (): Vault => openVault(world)
const base64 = (key: Uint8Array): string => Buffer.from(key).toString('base64')
const files = (): Record<string, string> => Object.fromEntries(readdirSync(folder).map(name => [name, text(name)]))

/** The key of an opening or an answer; the test fails when there is none. */
function keyOf(answer: object): Uint8Array {
  expect(answer).toHaveProperty('key')
  return (answer as { key: Uint8Array }).key
}

async function codeOf(answer: ReturnType<Vault['makeRecoveryCode']>): Promise<string> {
  const given = await answer
  expect(given.ok).toBe(true)
  return given.ok ? given.code : ''
}

/** Nothing can be renamed onto a folder that is not empty, so this file cannot be written; as root no permission would do. */
function block(name: string): () => void {
  const kept = `${at(name)}.kept`
  renameSync(at(name), kept)
  mkdirSync(join(at(name), 'full'), { recursive: true })
  return () => {
    rmSync(at(name), { recursive: true })
    renameSync(kept, at(name))
  }
}

describe('the first start', () => {
  it('makes a key behind the keychain, and the next start has the same', async () => {
    const opening = await vault.open()
    const key = keyOf(opening)
    expect(opening).toEqual({ state: 'open', key: expect.any(Uint8Array) as Uint8Array, status: { protection: 'keychain', recoveryMadeAt: null, hasKeychain: true } })
    expect(key).toHaveLength(32)
    expect(key.buffer.byteLength).toBe(32)
    expect(kinds()).toEqual(['keychain'])
    expect(text(KEY_COPY)).toBe(text(KEY_FILE))
    expect(keyOf(await again().open())).toEqual(key)
  })

  it('makes an open one without a real keychain', async () => {
    world.keychain.real = false
    const opening = await vault.open()
    expect(opening).toMatchObject({ state: 'open', status: { protection: 'open', hasKeychain: false } })
    expect(kinds()).toEqual(['open'])
    expect(keyOf(await again().open())).toEqual(keyOf(opening))
  })

  it('gives no key that is not on disk', async () => {
    rmSync(folder, { recursive: true })
    expect(await vault.open()).toEqual({ state: 'lost', reason: 'no-key-file' })
  })

  it('gives no key that its keychain would not give back', async () => {
    world.keychain.open = () => null
    expect((await vault.open()).state).toBe('lost')
  })

  it('takes a real keychain as soon as there is one, with the same key', async () => {
    world.keychain.real = false
    const key = keyOf(await vault.open())
    world.keychain.real = true
    const opening = await again().open()
    expect(opening).toMatchObject({ status: { protection: 'keychain' } })
    expect(keyOf(opening)).toEqual(key)
    expect([kinds(), kinds(KEY_COPY)]).toEqual([['keychain'], ['keychain']])
    expect(JSON.stringify(files())).not.toContain(base64(key))
  })

  it('stays open when the new keychain does not give back what it took', async () => {
    world.keychain.real = false
    const key = keyOf(await vault.open())
    const before = files()
    world.keychain.real = true
    world.keychain.open = () => null
    expect(keyOf(await again().open())).toEqual(key)
    expect(files()).toEqual(before)
  })
})

describe('keys in memory', () => {
  it('are cleared once handed out', async () => {
    await vault.open()
    await vault.setPassphrase({ current: null, next: PASS })
    await vault.makeRecoveryCode(PASS)
    await vault.makeFileSlots(PASS)
    // 32 random bytes are a key or a salt, and salts lie in slots. The salt of the file's slot is not in our own file.
    const keys = world.made.filter(({ length }) => length === 32).filter(bytes => !text().includes(base64(bytes)))
    expect(keys.filter(key => key.every(byte => byte === 0))).toHaveLength(2)
    expect(world.made.filter(({ length }) => length === 20).map(bytes => bytes.every(byte => byte === 0))).toEqual([true])
  })

  it('are copies: clearing one that was given takes nothing from the next', async () => {
    const key = keyOf(await vault.open())
    const kept = Uint8Array.from(key)
    key.fill(0)
    expect(keyOf(await vault.open())).toEqual(kept)
  })
})

describe('what is lost', () => {
  it('says so and makes no new key where sealed data lie', async () => {
    world.data = true
    expect(await vault.open()).toEqual({ state: 'lost', reason: 'no-key-file' })
    expect(files()).toEqual({})

    writeFileSync(at(KEY_FILE), 'one')
    writeFileSync(at(KEY_COPY), 'two')
    expect(await again().open()).toEqual({ state: 'lost', reason: 'damaged' })
    expect(files()).toEqual({ [KEY_FILE]: 'one', [KEY_COPY]: 'two' })
  })

  it('is the keychain\'s key without a recovery code, and nothing is touched', async () => {
    await vault.open()
    const before = files()
    world.data = true
    world.keychain = fakeKeychain()
    expect(await again().open()).toEqual({ state: 'lost', reason: 'keychain' })
    expect(files()).toEqual(before)
  })

  it('comes back with the keychain', async () => {
    const key = keyOf(await vault.open())
    const { keychain } = world
    world.data = true
    world.keychain = fakeKeychain(false)
    expect(await again().open()).toEqual({ state: 'lost', reason: 'keychain' })
    world.keychain = keychain
    expect(keyOf(await again().open())).toEqual(key)
  })

  it('begins anew where there are no data, and keeps what lay there', async () => {
    writeFileSync(at(KEY_FILE), 'one')
    const opening = await vault.open()
    expect(opening.state).toBe('open')
    expect(Object.values(files())).toContain('one')
    expect(keyOf(await again().open())).toEqual(keyOf(opening))
  })

  it('a key file of a later version is left alone, data or none', async () => {
    const later = JSON.stringify({ format: 'untether-keys', version: 2 })
    writeFileSync(at(KEY_FILE), later)
    expect(await vault.open()).toEqual({ state: 'lost', reason: 'damaged' })
    expect(files()).toEqual({ [KEY_FILE]: later })
  })

  it('is nothing as long as one of the two files is whole', async () => {
    const key = keyOf(await vault.open())
    const whole = text()
    world.data = true
    for (const name of [KEY_FILE, KEY_COPY]) {
      writeFileSync(at(name), whole.slice(0, whole.length / 2))
      expect(keyOf(await again().open())).toEqual(key)
      rmSync(at(name))
      expect(keyOf(await again().open())).toEqual(key)
      expect([text(KEY_FILE), text(KEY_COPY)]).toEqual([whole, whole])
    }
  })

  it('answers no question of slots', async () => {
    world.data = true
    await vault.open()
    expect(await vault.unlock(PASS)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.setPassphrase({ current: null, next: PASS })).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.makeRecoveryCode(null)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(vault.slots()).toEqual([])
    expect(files()).toEqual({})
  })
})

describe('a passphrase', () => {
  it('locks what opened by itself, with the same key, and leaves no other way in', async () => {
    for (const real of [true, false]) {
      rmSync(at(KEY_FILE), { force: true })
      rmSync(at(KEY_COPY), { force: true })
      world.keychain.real = real
      vault = again()
      const key = keyOf(await vault.open())
      expect(await vault.setPassphrase({ current: null, next: PASS })).toEqual({ ok: true, status: { protection: 'passphrase', recoveryMadeAt: null, hasKeychain: real } })
      expect([kinds(), kinds(KEY_COPY)]).toEqual([['passphrase'], ['passphrase']])
      expect(JSON.stringify(files())).not.toContain(base64(key))

      vault = again()
      expect(await vault.open()).toEqual({ state: 'locked', waitMs: 0, hasRecoveryCode: false })
      expect(keyOf(await vault.unlock(PASS))).toEqual(key)
    }
  })

  it('removes what was kept aside, for a key may lie open there', async () => {
    writeFileSync(at('keys.aside-1.json'), 'an open key')
    await vault.open()
    await vault.setPassphrase({ current: null, next: PASS })
    expect(Object.keys(files()).sort()).toEqual([KEY_COPY, KEY_FILE])
  })

  it('is the same in composed and decomposed form', async () => {
    const key = keyOf(await vault.open())
    await vault.setPassphrase({ current: null, next: 'cafe\u0301 ﬁne ＡＢ' })
    expect(keyOf(await again().unlock('café fine AB'))).toEqual(key)
  })

  it('has a length, counted in characters', async () => {
    await vault.open()
    const before = files()
    for (const next of ['', '1234567', '😀😀😀😀', 'e\u0301'.repeat(7), 'x'.repeat(MAX_PASSPHRASE + 1)])
      expect(await vault.setPassphrase({ current: null, next })).toEqual({ ok: false, reason: 'too-short', waitMs: 0 })
    expect(files()).toEqual(before)
    expect(await vault.setPassphrase({ current: null, next: '我的密码我的密码' })).toMatchObject({ ok: true })
  })

  it('changes only for who knows it, and the key stays', async () => {
    const key = keyOf(await vault.open())
    await vault.setPassphrase({ current: null, next: PASS })
    const before = files()
    expect(await vault.setPassphrase({ current: null, next: OTHER })).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.setPassphrase({ current: OTHER, next: OTHER })).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.removePassphrase(OTHER)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.makeRecoveryCode(null)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(files()).toEqual(before)

    world.clock += 60_000
    expect(await vault.setPassphrase({ current: PASS, next: OTHER })).toMatchObject({ ok: true })
    expect(await again().unlock(PASS)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(keyOf(await again().unlock(OTHER))).toEqual(key)
  })

  it('can be given back: the keychain or nothing in its place, and the key stays', async () => {
    for (const [real, kind] of [[true, 'keychain'], [false, 'open']] as const) {
      const key = keyOf(await vault.open())
      await vault.setPassphrase({ current: null, next: PASS })
      world.keychain.real = real
      expect(await vault.removePassphrase(PASS)).toMatchObject({ ok: true, status: { protection: kind } })
      expect([kinds(), kinds(KEY_COPY)]).toEqual([[kind], [kind]])
      expect(keyOf(await again().open())).toEqual(key)
    }
  })
})

describe('a recovery code', () => {
  it('opens what the keychain no longer opens, and the keychain is asked again from then on', async () => {
    const key = keyOf(await vault.open())
    const code = await codeOf(vault.makeRecoveryCode(null))
    expect(vault.status()).toEqual({ protection: 'keychain', recoveryMadeAt: world.clock, hasKeychain: true })
    expect(text()).not.toContain(code)

    world.data = true
    world.keychain = fakeKeychain()
    vault = again()
    expect(await vault.open()).toEqual({ state: 'locked', waitMs: 0, hasRecoveryCode: true })
    expect(keyOf(await vault.unlock(code.toLowerCase().replaceAll('-', ' ')))).toEqual(key)
    expect(keyOf(await again().open())).toEqual(key)
  })

  it('does not quietly leave the key open where the keychain is gone', async () => {
    const key = keyOf(await vault.open())
    const code = await codeOf(vault.makeRecoveryCode(null))
    world.keychain = fakeKeychain(false)
    expect(keyOf(await again().unlock(code))).toEqual(key)
    expect(kinds()).toEqual(['keychain', 'recovery'])
    expect((await again().open()).state).toBe('locked')
  })

  it('opens beside a passphrase, and stands for a forgotten one', async () => {
    const key = keyOf(await vault.open())
    await vault.setPassphrase({ current: null, next: PASS })
    const code = await codeOf(vault.makeRecoveryCode(PASS))
    expect(await again().open()).toEqual({ state: 'locked', waitMs: 0, hasRecoveryCode: true })
    expect(keyOf(await again().unlock(code))).toEqual(key)
    expect(keyOf(await again().unlock(PASS))).toEqual(key)
    expect(kinds()).toEqual(['passphrase', 'recovery'])

    expect(await vault.setPassphrase({ current: code, next: OTHER })).toMatchObject({ ok: true })
    expect(keyOf(await again().unlock(OTHER))).toEqual(key)
    expect(keyOf(await again().unlock(code))).toEqual(key)
  })

  it('takes the place of an older one', async () => {
    const key = keyOf(await vault.open())
    const older = await codeOf(vault.makeRecoveryCode(null))
    world.clock += 5
    const code = await codeOf(vault.makeRecoveryCode(null))
    expect(code).not.toBe(older)
    expect(kinds()).toEqual(['keychain', 'recovery'])
    expect(vault.status().recoveryMadeAt).toBe(world.clock)
    expect(await again().unlock(older)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(keyOf(await again().unlock(code))).toEqual(key)
  })

  it('with a slip in it costs no stretching', async () => {
    await vault.open()
    const code = await codeOf(vault.makeRecoveryCode(null))
    stretching.count = 0
    expect(await vault.unlock(code.slice(0, -1) + (code.endsWith('0') ? '1' : '0'))).toMatchObject({ ok: false, reason: 'wrong' })
    expect(stretching.count).toBe(0)
  })
})

describe('wrong tries', () => {
  beforeEach(async () => {
    await vault.open()
    await vault.setPassphrase({ current: null, next: PASS })
    vault = again()
  })

  it('cost more and more time', async () => {
    const waits: number[] = []
    for (let time = 0; time < 10; time++) {
      const answer = await vault.unlock(OTHER)
      expect(answer).toMatchObject({ ok: false, reason: 'wrong' })
      waits.push(answer.ok ? -1 : answer.waitMs / 1_000)
      world.clock += answer.ok ? 0 : answer.waitMs
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60])
  })

  it('are not even tried too early, were they right', async () => {
    for (let time = 0; time < 3; time++)
      await vault.unlock(OTHER)
    stretching.count = 0
    world.clock += 999
    expect(await vault.unlock(PASS)).toEqual({ ok: false, reason: 'too-early', waitMs: 1 })
    expect(await vault.open()).toMatchObject({ state: 'locked', waitMs: 1 })
    expect(await vault.setPassphrase({ current: PASS, next: OTHER })).toEqual({ ok: false, reason: 'too-early', waitMs: 1 })
    expect(await vault.removePassphrase(PASS)).toEqual({ ok: false, reason: 'too-early', waitMs: 1 })
    expect(await vault.makeRecoveryCode(PASS)).toEqual({ ok: false, reason: 'too-early', waitMs: 1 })
    expect(stretching.count).toBe(0)
    world.clock += 1
    expect(await vault.unlock(PASS)).toMatchObject({ ok: true })
  })

  it('are forgotten after a right one', async () => {
    for (let time = 0; time < 2; time++)
      await vault.unlock(OTHER)
    await vault.unlock(PASS)
    expect(await vault.unlock(OTHER)).toEqual({ ok: false, reason: 'wrong', waitMs: 0 })
  })

  it('count wherever the passphrase is asked for', async () => {
    await vault.setPassphrase({ current: OTHER, next: OTHER })
    await vault.removePassphrase(OTHER)
    expect(await vault.makeRecoveryCode(OTHER)).toEqual({ ok: false, reason: 'wrong', waitMs: 1_000 })
    expect(await vault.unlock(PASS)).toMatchObject({ reason: 'too-early' })
  })

  it('are made one after the other, however many come at once', async () => {
    stretching.most = 0
    stretching.count = 0
    const answers = await Promise.all(Array.from({ length: 20 }, () => vault.unlock(OTHER)))
    expect(answers.map(answer => answer.ok || answer.reason).filter(reason => reason === 'wrong')).toHaveLength(3)
    expect([stretching.count, stretching.most]).toEqual([3, 1])
  })
})

describe('a disk that does not write', () => {
  it.each([KEY_FILE, KEY_COPY])('leaves everything as it was when %s cannot be written', async (name) => {
    const key = keyOf(await vault.open())
    const code = await codeOf(vault.makeRecoveryCode(null))
    const before = files()
    const unblock = block(name)
    expect(await vault.setPassphrase({ current: null, next: PASS })).toEqual({ ok: false, reason: 'not-written', waitMs: 0 })
    expect(await vault.makeRecoveryCode(null)).toEqual({ ok: false, reason: 'not-written', waitMs: 0 })
    expect(vault.status()).toMatchObject({ protection: 'keychain' })
    unblock()
    expect(files()).toEqual(before)
    expect(keyOf(await again().open())).toEqual(key)
    expect(keyOf(await again().unlock(code))).toEqual(key)
  })

  it('leaves the passphrase in force when it cannot be changed or removed', async () => {
    const key = keyOf(await vault.open())
    await vault.setPassphrase({ current: null, next: PASS })
    const before = files()
    for (const name of [KEY_FILE, KEY_COPY]) {
      const unblock = block(name)
      expect(await vault.setPassphrase({ current: PASS, next: OTHER })).toMatchObject({ reason: 'not-written' })
      expect(await vault.removePassphrase(PASS)).toMatchObject({ reason: 'not-written' })
      unblock()
      expect(files()).toEqual(before)
    }
    expect(await again().unlock(OTHER)).toMatchObject({ ok: false })
    expect(keyOf(await again().unlock(PASS))).toEqual(key)
  })

  it('leaves the old slots when the new one cannot be opened from disk', async () => {
    await vault.open()
    await vault.setPassphrase({ current: null, next: PASS })
    const before = files()
    world.keychain.open = () => null
    expect(await vault.removePassphrase(PASS)).toMatchObject({ reason: 'not-written' })
    expect(files()).toEqual(before)
  })

  it('leaves nothing behind when the folder is gone', async () => {
    await vault.open()
    rmSync(folder, { recursive: true })
    expect(await vault.setPassphrase({ current: null, next: PASS })).toMatchObject({ reason: 'not-written' })
    expect(() => readdirSync(folder)).toThrow()
  })
})

describe('a change that was cut short', () => {
  /** Both files as they would lie there with all slots of two states. */
  function both(one: KeySlot[], other: KeySlot[]): void {
    const all = [...one, ...other.filter(slot => !one.some(({ id }) => id === slot.id))]
    writeKeyFile(folder, KEY_FILE, all)
    writeKeyFile(folder, KEY_COPY, one)
  }
  const slotsOnDisk = (): KeySlot[] => (JSON.parse(text()) as { slots: KeySlot[] }).slots

  it('opens by itself as before, and the passphrase nobody was told of is gone', async () => {
    const key = keyOf(await vault.open())
    const before = slotsOnDisk()
    await vault.setPassphrase({ current: null, next: PASS })
    both(before, slotsOnDisk())
    expect(kinds()).toEqual(['keychain', 'passphrase'])

    const opening = await again().open()
    expect(opening).toMatchObject({ status: { protection: 'keychain' } })
    expect(keyOf(opening)).toEqual(key)
    expect([kinds(), kinds(KEY_COPY)]).toEqual([['keychain'], ['keychain']])
  })

  it('still asks for the passphrase, should slots be changed before anything was opened', async () => {
    await vault.open()
    const before = slotsOnDisk()
    await vault.setPassphrase({ current: null, next: PASS })
    both(before, slotsOnDisk())
    expect(await again().setPassphrase({ current: null, next: OTHER })).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await again().setPassphrase({ current: PASS, next: OTHER })).toMatchObject({ ok: true })
    expect(kinds()).toEqual(['passphrase'])
  })

  it('opens with either passphrase, and keeps the one that was used', async () => {
    await vault.open()
    await vault.setPassphrase({ current: null, next: PASS })
    const before = slotsOnDisk()
    await vault.setPassphrase({ current: PASS, next: OTHER })
    const after = slotsOnDisk()
    for (const [used, unused] of [[PASS, OTHER], [OTHER, PASS]] as const) {
      both(before, after)
      expect(await again().unlock(used)).toMatchObject({ ok: true })
      expect(kinds()).toEqual(['passphrase'])
      expect(await again().unlock(unused)).toMatchObject({ ok: false })
    }
  })

  it('keeps the recovery code that was shown, not the one that never was', async () => {
    await vault.open()
    const shown = await codeOf(vault.makeRecoveryCode(null))
    const before = slotsOnDisk()
    const unseen = await codeOf(vault.makeRecoveryCode(null))
    both(before, slotsOnDisk())
    await again().open()
    expect(kinds()).toEqual(['keychain', 'recovery'])
    expect(await again().unlock(unseen)).toMatchObject({ ok: false })
    expect(await again().unlock(shown)).toMatchObject({ ok: true })
  })
})

describe('slots for backups', () => {
  it('are all but the open one, and copies', async () => {
    world.keychain.real = false
    const key = keyOf(await vault.open())
    expect(vault.slots()).toEqual([])
    await codeOf(vault.makeRecoveryCode(null))
    expect(vault.slots().map(({ kind }) => kind)).toEqual(['recovery'])
    expect(JSON.stringify(vault.slots())).not.toContain(base64(key))

    await vault.setPassphrase({ current: null, next: PASS })
    const given = vault.slots()
    expect(given.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery'])
    given[0]!.createdAt = 0
    expect(vault.slots()[0]!.createdAt).not.toBe(0)
  })

  it('open anywhere with the secret, and here with the keychain', async () => {
    const key = keyOf(await vault.open())
    const code = await codeOf(vault.makeRecoveryCode(null))
    const header = JSON.parse(JSON.stringify(vault.slots())) as unknown
    const elsewhere = openVault(fakeWorld(folder, fakeKeychain()))
    expect(await elsewhere.openFileSlots(header, code)).toEqual({ ok: true, key })
    expect(await elsewhere.openFileSlots(header, null)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.openFileSlots(header, null)).toEqual({ ok: true, key })
  })
})

describe('the slots of a file of its own', () => {
  it('hold a fresh key under its passphrase', async () => {
    const own = keyOf(await vault.open())
    const one = (await vault.makeFileSlots(PASS))!
    const other = (await vault.makeFileSlots(PASS))!
    expect(one.key).not.toEqual(other.key)
    expect(one.key).not.toEqual(own)
    expect(one.slots.map(({ kind }) => kind)).toEqual(['passphrase'])
    expect(await vault.openFileSlots(one.slots, PASS)).toEqual({ ok: true, key: one.key })
    expect(await vault.openFileSlots(one.slots, OTHER)).toEqual({ ok: false, reason: 'wrong', waitMs: 0 })
    expect(await vault.makeFileSlots('short')).toBeNull()
  })

  it('are refused unless each is as we write it, before any work', async () => {
    const { slots: [slot] } = (await vault.makeFileSlots(PASS))!
    stretching.count = 0
    const headers: unknown[] = [null, 'slots', {}, [null], [{ ...slot, more: 1 }], Array.from({ length: 9 }, () => slot), [slot, { ...slot, id: world.newId() }], [slot, makeOpenSlot(new Uint8Array(32), world)]]
    for (const header of headers)
      expect(await vault.openFileSlots(header, PASS)).toEqual({ ok: false, reason: 'damaged', waitMs: 0 })
    expect(stretching.count).toBe(0)
  })

  it('cost time to guess, which the keychain does not and the own vault is not charged for', async () => {
    await vault.open()
    await vault.setPassphrase({ current: null, next: PASS })
    const { slots } = (await vault.makeFileSlots(PASS))!
    for (let time = 0; time < 5; time++)
      await vault.openFileSlots(slots, null)
    for (let time = 0; time < 3; time++)
      expect(await vault.openFileSlots(slots, OTHER)).toMatchObject({ reason: 'wrong' })
    expect(await vault.openFileSlots(slots, PASS)).toEqual({ ok: false, reason: 'too-early', waitMs: 1_000 })
    expect(await vault.adoptSlots(slots, PASS)).toEqual({ ok: false, reason: 'too-early', waitMs: 1_000 })
    expect(await vault.unlock(PASS)).toMatchObject({ ok: true })
  })
})

describe('adoptSlots', () => {
  it('rebuilds a lost key file with the same key', async () => {
    const key = keyOf(await vault.open())
    await vault.setPassphrase({ current: null, next: PASS })
    const header = vault.slots()
    world.data = true
    writeFileSync(at(KEY_FILE), 'one')
    rmSync(at(KEY_COPY))
    vault = again()
    expect(await vault.open()).toEqual({ state: 'lost', reason: 'damaged' })

    expect(await vault.adoptSlots(header, OTHER)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.adoptSlots([{ ...header[0], createdAt: 0 }], PASS)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await vault.adoptSlots([{ ...header[0], more: 0 }], PASS)).toMatchObject({ ok: false, reason: 'damaged' })
    expect(files()).toEqual({ [KEY_FILE]: 'one' })

    const answer = await vault.adoptSlots(header, PASS)
    expect(answer).toMatchObject({ ok: true, status: { protection: 'passphrase' } })
    expect(keyOf(answer)).toEqual(key)
    expect(Object.values(files())).toContain('one')
    expect(keyOf(await again().unlock(PASS))).toEqual(key)
  })

  it('opens with the keychain of this machine, without a secret', async () => {
    const key = keyOf(await vault.open())
    const header = vault.slots()
    rmSync(at(KEY_FILE))
    rmSync(at(KEY_COPY))
    world.data = true
    expect(keyOf(await again().adoptSlots(header, null))).toEqual(key)
    expect(keyOf(await again().open())).toEqual(key)
  })

  it('makes the machine open by itself again when all there is is a recovery code', async () => {
    world.keychain.real = false
    const key = keyOf(await vault.open())
    const code = await codeOf(vault.makeRecoveryCode(null))
    const header = vault.slots()
    rmSync(at(KEY_FILE))
    rmSync(at(KEY_COPY))
    expect(keyOf(await again().adoptSlots(header, code))).toEqual(key)
    expect(kinds()).toEqual(['open', 'recovery'])
  })

  it('replaces no key file that opens, and none of a later version', async () => {
    const { slots } = (await vault.makeFileSlots(PASS))!
    await vault.open()
    const before = files()
    expect(await vault.adoptSlots(slots, PASS)).toEqual({ ok: false, reason: 'not-written', waitMs: 0 })
    expect(files()).toEqual(before)
    writeFileSync(at(KEY_FILE), JSON.stringify({ format: 'untether-keys', version: 2 }))
    const later = files()
    expect(await again().adoptSlots(slots, PASS)).toMatchObject({ reason: 'not-written' })
    expect(files()).toEqual(later)
  })

  it('says when it cannot write', async () => {
    const { slots } = (await vault.makeFileSlots(PASS))!
    rmSync(folder, { recursive: true })
    expect(await vault.adoptSlots(slots, PASS)).toEqual({ ok: false, reason: 'not-written', waitMs: 0 })
  })
})
