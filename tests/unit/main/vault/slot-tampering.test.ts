import type { KeySlot } from '../../../../src/shared/vault'
import type { SecretSlot } from '../../../../src/main/vault/slot-schema'
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeKeychainSlot, makeOpenSlot, openAutomaticSlot } from '../../../../src/main/vault/automatic-slot'
import { parseFileSlots, parseKeySlots } from '../../../../src/main/vault/slot-schema'
import { makeSecretSlot, openSecretSlot } from '../../../../src/main/vault/slots'
import { MAX_KDF, MIN_KDF } from '../../../../src/shared/vault'
import { stretching } from './quick-scrypt'
import { fakeKeychain, fakeWorld } from './vault-world'

vi.mock('node:crypto', async original => (await import('./quick-scrypt')).withQuickScrypt(await original<typeof import('node:crypto')>()))

const world = fakeWorld('/nowhere')
const secret = 'correct horse battery staple'
const dataKey = Uint8Array.from({ length: 32 }, (_, at) => at + 1)
let slot: SecretSlot

beforeEach(async () => {
  slot = await makeSecretSlot('passphrase', secret, dataKey, world)
  stretching.count = 0
})

/** Every slot that differs from this one in one bit of one base64 field, as bytes. */
function flipped(text: string): string[] {
  return Array.from({ length: Buffer.from(text, 'base64').length * 8 }, (_, bit) => {
    const bytes = Buffer.from(text, 'base64')
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    return bytes.toString('base64')
  })
}

/** Every text that differs from this one in one character. */
function misspelt(text: string): string[] {
  return [...text].flatMap((letter, at) => ['A', 'B', '0', '9', '=', '-', ' ', '\n'].filter(other => other !== letter).map(other => text.slice(0, at) + other + text.slice(at + 1)))
}

describe('a secret slot', () => {
  it('opens with its secret, and the same key goes into each new box differently', async () => {
    const other = await makeSecretSlot('passphrase', secret, dataKey, world)
    expect(await openSecretSlot(slot, secret)).toEqual(dataKey)
    expect(await openSecretSlot(other, secret)).toEqual(dataKey)
    expect([other.box, other.nonce, other.kdf.salt].some(text => [slot.box, slot.nonce, slot.kdf.salt].includes(text))).toBe(false)
  })

  it('opens with no other secret', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (other) => {
      fc.pre(other.normalize('NFKC') !== secret)
      expect(await openSecretSlot(slot, other)).toBeNull()
    }))
  })

  it('holds neither the key nor the secret', () => {
    const text = JSON.stringify(slot)
    expect(text).not.toContain(Buffer.from(dataKey).toString('base64'))
    expect(text).not.toContain(secret)
  })

  it('does not open when one bit of its box, nonce or salt was changed', async () => {
    for (const box of flipped(slot.box))
      expect(await openSecretSlot({ ...slot, box }, secret)).toBeNull()
    for (const nonce of flipped(slot.nonce))
      expect(await openSecretSlot({ ...slot, nonce }, secret)).toBeNull()
    for (const salt of flipped(slot.kdf.salt))
      expect(await openSecretSlot({ ...slot, kdf: { ...slot.kdf, salt } }, secret)).toBeNull()
  })

  it('does not open when one character of any text in it was changed, not even to another spelling of the same bytes', async () => {
    const changed: SecretSlot[] = [
      ...misspelt(slot.id).map(id => ({ ...slot, id })),
      ...misspelt(slot.box).map(box => ({ ...slot, box })),
      ...misspelt(slot.nonce).map(nonce => ({ ...slot, nonce })),
      ...misspelt(slot.kdf.salt).map(salt => ({ ...slot, kdf: { ...slot.kdf, salt } })),
      ...[`${slot.box}=`, ` ${slot.box}`, slot.box.slice(0, -1), slot.box.slice(0, -4), `${slot.box}AAAA`, ''].map(box => ({ ...slot, box })),
      ...[`${slot.kdf.salt}A`, slot.kdf.salt.replace('=', ''), ''].map(salt => ({ ...slot, kdf: { ...slot.kdf, salt } })),
    ]
    for (const other of changed)
      expect([null, 'damaged'], JSON.stringify(other)).toContain(await openSecretSlot(other, secret))
  })

  it('is bound to what it says about itself', async () => {
    expect(await openSecretSlot({ ...slot, kind: 'recovery' }, secret)).toBeNull()
    expect(await openSecretSlot({ ...slot, createdAt: slot.createdAt + 1 }, secret)).toBeNull()
    expect(await openSecretSlot({ ...slot, id: world.newId() }, secret)).toBeNull()
  })

  it('is bound to its salt and costs', async () => {
    const other = await makeSecretSlot('passphrase', secret, dataKey, world)
    expect(await openSecretSlot({ ...slot, kdf: other.kdf }, secret)).toBeNull()
    expect(await openSecretSlot({ ...slot, kdf: { ...slot.kdf, N: MIN_KDF.N * 2 } }, secret)).toBeNull()
  })

  const refused: [string, (slot: SecretSlot) => unknown][] = [
    ['too little work', slot => ({ ...slot, kdf: { ...slot.kdf, N: MIN_KDF.N / 2 } })],
    ['next to no work', slot => ({ ...slot, kdf: { ...slot.kdf, N: 2 } })],
    ['too small blocks', slot => ({ ...slot, kdf: { ...slot.kdf, r: MIN_KDF.r - 1 } })],
    ['no lane', slot => ({ ...slot, kdf: { ...slot.kdf, p: 0 } })],
    ['too much work', slot => ({ ...slot, kdf: { ...slot.kdf, N: MAX_KDF.N * 2 } })],
    ['too large blocks', slot => ({ ...slot, kdf: { ...slot.kdf, r: MAX_KDF.r + 1 } })],
    ['too many lanes', slot => ({ ...slot, kdf: { ...slot.kdf, p: MAX_KDF.p + 1 } })],
    ['too much of everything at once', slot => ({ ...slot, kdf: { ...slot.kdf, ...MAX_KDF } })],
    ['no power of two', slot => ({ ...slot, kdf: { ...slot.kdf, N: MIN_KDF.N + 2 } })],
    ['a fraction', slot => ({ ...slot, kdf: { ...slot.kdf, N: MIN_KDF.N + 0.5 } })],
    ['no number', slot => ({ ...slot, kdf: { ...slot.kdf, N: String(MIN_KDF.N) } })],
    ['infinity', slot => ({ ...slot, kdf: { ...slot.kdf, N: Number.POSITIVE_INFINITY } })],
    ['another function', slot => ({ ...slot, kdf: { ...slot.kdf, name: 'pbkdf2' } })],
    ['a short salt', slot => ({ ...slot, kdf: { ...slot.kdf, salt: 'AAAA' } })],
    ['a short nonce', slot => ({ ...slot, nonce: 'AAAA' })],
    ['a short box', slot => ({ ...slot, box: slot.box.slice(4) })],
    ['a box without its tag', slot => ({ ...slot, box: Buffer.from(slot.box, 'base64').subarray(0, 32).toString('base64') })],
    ['a field too many', slot => ({ ...slot, hint: 'a horse' })],
    ['a field too few', ({ nonce: _, ...slot }) => slot],
    ['another kind', slot => ({ ...slot, kind: 'keychain' })],
    ['nothing', () => null],
  ]

  it.each(refused)('is refused before any work when it asks for or holds %s', async (_, change) => {
    const other = change(slot)
    expect(await openSecretSlot(other as SecretSlot, secret)).toBe('damaged')
    expect(parseKeySlots([other])).toBeNull()
    expect(parseFileSlots([other])).toBeNull()
    expect(stretching.count).toBe(0)
  })
})

describe('an automatic slot', () => {
  it('opens with the keychain that sealed it and no other', () => {
    const keychain = fakeKeychain()
    const made = makeKeychainSlot(dataKey, keychain, world)!
    expect(openAutomaticSlot(made, keychain)).toEqual(dataKey)
    expect(openAutomaticSlot(made, fakeKeychain())).toBeNull()
    expect(JSON.stringify(made)).not.toContain(Buffer.from(dataKey).toString('base64'))
  })

  it('is bound to what it says about itself', () => {
    const keychain = fakeKeychain()
    const made = makeKeychainSlot(dataKey, keychain, world)!
    expect(openAutomaticSlot({ ...made, createdAt: made.createdAt + 1 }, keychain)).toBeNull()
    expect(openAutomaticSlot({ ...made, id: world.newId() }, keychain)).toBeNull()
  })

  it('does not take a keychain\'s word for a key of another length', () => {
    const keychain = fakeKeychain()
    expect(openAutomaticSlot(makeKeychainSlot(dataKey.subarray(0, 16), keychain, world)!, keychain)).toBeNull()
  })

  it('is not made where there is no real keychain', () => {
    expect(makeKeychainSlot(dataKey, fakeKeychain(false), world)).toBeNull()
  })

  it('opens without anything where it is open', () => {
    expect(openAutomaticSlot(makeOpenSlot(dataKey, world), fakeKeychain(false))).toEqual(dataKey)
  })
})

describe('slots out of a file', () => {
  const many = (count: number): KeySlot[] => Array.from({ length: count }, () => ({ ...slot, id: world.newId() }))

  it('are at most eight and each has its own id', () => {
    expect(parseKeySlots(many(8))).toHaveLength(8)
    expect(parseKeySlots(many(9))).toBeNull()
    expect(parseKeySlots([slot, slot])).toBeNull()
    expect(parseKeySlots([])).toBeNull()
  })

  it('are one of each kind in a backup, and none of them open', () => {
    const keychain = makeKeychainSlot(dataKey, fakeKeychain(), world)!
    expect(parseFileSlots([slot, keychain])).toEqual([slot, keychain])
    expect(parseFileSlots(many(2))).toBeNull()
    expect(parseFileSlots([makeOpenSlot(dataKey, world)])).toBeNull()
    expect(parseKeySlots([makeOpenSlot(dataKey, world)])).not.toBeNull()
  })

  it('are refused when they are anything else', () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      fc.pre(!Array.isArray(value) || value.length > 0)
      expect(parseFileSlots(value)).toBeNull()
      expect(parseKeySlots(value)).toBeNull()
    }))
  })
})
