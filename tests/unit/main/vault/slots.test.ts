import type { SecretSlot } from '../../../../src/main/vault/slot-schema'
import type { SlotWorld } from '../../../../src/main/vault/slots'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeSecretSlot, openSecretSlot } from '../../../../src/main/vault/slots'
import { MIN_KDF } from '../../../../src/shared/vault'

/** The real thing: each of these takes half a second. The rules around it are in `slot-tampering.test.ts`. */
const world: SlotWorld = { now: () => 1_760_000_000_000, newId: randomUUID, random: bytes => Uint8Array.from(randomBytes(bytes)) }

describe('a slot under real scrypt', () => {
  it('opens with its secret however that was typed, and with no other', async () => {
    const dataKey = world.random(32)
    // Full-width letters, a ligature and an accent of its own.
    const slot = await makeSecretSlot('passphrase', '我的密码 Ａｂｃ ﬁn caf\u0065\u0301', dataKey, world)

    expect(slot.kdf).toEqual({ name: 'scrypt', ...MIN_KDF, salt: expect.stringMatching(/^[\w+/]{43}=$/) as string })
    expect(await openSecretSlot(slot, '我的密码 Abc fin caf\u00E9')).toEqual(dataKey)
    expect(await openSecretSlot(slot, '我的密码 abc fin caf\u00E9')).toBeNull()
    expect(await openSecretSlot(slot, '')).toBeNull()
  })

  it('opens what was written before: the format stands still', async () => {
    const slot: SecretSlot = {
      kind: 'passphrase',
      id: '3f0a1c52-7a4e-4b39-9d0e-52f1c8a7b6e4',
      createdAt: 1_760_000_000_000,
      kdf: { name: 'scrypt', N: 131_072, r: 8, p: 1, salt: 'ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=' },
      nonce: 'hIWGh4iJiouMjY6P',
      box: 'ZgSc/IYiM5bPEKjmrTQ+YK7vlGhyrsS4BIJcoSi2bpAajFhWybUabWP54ygiwUzF',
    }
    expect(await openSecretSlot(slot, 'correct horse battery staple')).toEqual(Uint8Array.from({ length: 32 }, (_, at) => at))
  })
})
