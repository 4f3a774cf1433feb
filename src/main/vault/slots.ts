import type { Kdf } from '../../shared/vault'
import type { SecretSlot } from './slot-schema'
import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto'
import { MIN_KDF } from '../../shared/vault'
import { fromBase64, toBase64 } from './base64'
import { isSecretSlot, KEY_BYTES, NONCE_BYTES, SALT_BYTES, TAG_BYTES } from './slot-schema'

/** What a new slot needs from outside. */
export type SlotWorld = {
  now: () => number
  newId: () => string
  random: (bytes: number) => Uint8Array
}

/** Everything of a slot that is not sealed; it is bound to the box, so that nobody can change it unseen. */
type SlotHead = Pick<SecretSlot, 'kind' | 'id' | 'createdAt' | 'kdf'>

/** A box around the data key that only this secret opens. */
export async function makeSecretSlot(kind: SecretSlot['kind'], secret: string, dataKey: Uint8Array, { now, newId, random }: SlotWorld): Promise<SecretSlot> {
  const head: SlotHead = { kind, id: newId(), createdAt: now(), kdf: { name: 'scrypt', ...MIN_KDF, salt: toBase64(random(SALT_BYTES)) } }
  const nonce = random(NONCE_BYTES)
  const key = await stretch(secret, head.kdf)
  try {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(headBytes(head))
    const box = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
    return { ...head, nonce: toBase64(nonce), box: toBase64(box) }
  }
  finally {
    key.fill(0)
  }
}

/**
 * The data key, or null when the secret is not the one or anything in the slot was changed.
 *
 * A slot of another shape, or one that asks for too little or too much work, is `'damaged'` before any work is done.
 */
export async function openSecretSlot(slot: SecretSlot, secret: string): Promise<Uint8Array | 'damaged' | null> {
  if (!isSecretSlot(slot))
    return 'damaged'
  let key: Uint8Array
  try {
    key = await stretch(secret, slot.kdf)
  }
  catch {
    return 'damaged'
  }
  try {
    return unseal(slot, key)
  }
  finally {
    key.fill(0)
  }
}

/** The same characters typed on another keyboard are the same secret. */
export function normaliseSecret(secret: string): string {
  return secret.normalize('NFKC')
}

function unseal(slot: SecretSlot, key: Uint8Array): Uint8Array | null {
  const nonce = fromBase64(slot.nonce)
  const box = fromBase64(slot.box)
  if (nonce === null || box === null)
    return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(headBytes(slot))
  decipher.setAuthTag(box.subarray(KEY_BYTES))
  const opened = decipher.update(box.subarray(0, KEY_BYTES))
  try {
    decipher.final()
    return Uint8Array.from(opened)
  }
  catch {
    return null
  }
  finally {
    opened.fill(0)
  }
}

function headBytes({ kind, id, createdAt, kdf }: SlotHead): Uint8Array {
  return Buffer.from(JSON.stringify(['untether-slot', 1, kind, id, createdAt, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt]))
}

function stretch(secret: string, { N, r, p, salt }: Kdf): Promise<Uint8Array> {
  const bytes = Buffer.from(normaliseSecret(secret), 'utf8')
  // What scrypt needs by its definition, and a little for what the library counts on top.
  const maxmem = 128 * r * (N + p + 2)
  return new Promise<Uint8Array>((resolve, reject) => {
    scrypt(bytes, fromBase64(salt) ?? new Uint8Array(), KEY_BYTES, { N, r, p, maxmem }, (error, key) => error === null ? resolve(key) : reject(error))
  }).finally(() => bytes.fill(0))
}
