import type { KeySlot } from '../../shared/vault'
import * as z from 'zod/mini'
import { idSchema, instantSchema } from '../../core/records/base'
import { MAX_KDF, MIN_KDF } from '../../shared/vault'
import { fromBase64 } from './base64'

export const KEY_BYTES = 32
export const SALT_BYTES = 32
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/** A slot that something known or written down opens. */
export type SecretSlot = Extract<KeySlot, { kdf: unknown }>
/** A slot that opens without a question. */
export type AutomaticSlot = Exclude<KeySlot, SecretSlot>

const MAX_SLOTS = 8
/** Longest box of a keychain in base64; the real ones have about two hundred characters. */
const MAX_KEYCHAIN_BOX = 8_192
/** Most work of one slot, counted in slots of our own: about eight seconds. `MAX_KDF` in all three would be minutes. */
const MAX_EFFORT = 16

const head = { id: idSchema, createdAt: instantSchema }

const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  N: between(MIN_KDF.N, MAX_KDF.N).check(z.refine(isPowerOfTwo)),
  r: between(MIN_KDF.r, MAX_KDF.r),
  p: between(MIN_KDF.p, MAX_KDF.p),
  salt: base64(SALT_BYTES),
}).check(z.refine(({ N, r, p }) => N * r * p <= MAX_EFFORT * MIN_KDF.N * MIN_KDF.r * MIN_KDF.p))

const secretSchema = z.strictObject({ kind: z.enum(['passphrase', 'recovery']), ...head, kdf: kdfSchema, nonce: base64(NONCE_BYTES), box: base64(KEY_BYTES + TAG_BYTES) })
const keychainSchema = z.strictObject({ kind: z.literal('keychain'), ...head, box: z.string().check(z.minLength(1), z.maxLength(MAX_KEYCHAIN_BOX), z.refine(text => fromBase64(text) !== null)) })
const openSchema = z.strictObject({ kind: z.literal('open'), ...head, key: base64(KEY_BYTES) })

/** The slots of our own key file. */
export const keySlotsSchema = z.array(z.discriminatedUnion('kind', [secretSchema, keychainSchema, openSchema]))
  .check(z.minLength(1), z.maxLength(MAX_SLOTS), z.refine(slots => areDistinct(slots.map(({ id }) => id))))

/** The slots in the header of a file from anywhere: no open one, and one of each kind, so that nobody can ask for hours of work. */
const fileSlotsSchema = z.array(z.discriminatedUnion('kind', [secretSchema, keychainSchema]))
  .check(z.maxLength(MAX_SLOTS), z.refine(slots => areDistinct(slots.map(({ id }) => id)) && areDistinct(slots.map(({ kind }) => kind))))

/** Whether each field of a slot has its one shape and its cost lies within the limits. Runs no key stretching. */
export function isSecretSlot(value: unknown): value is SecretSlot {
  return secretSchema.safeParse(value).success
}

/** Slots out of a key file, or null when anything about them is not as we write it. */
export function parseKeySlots(value: unknown): KeySlot[] | null {
  return keySlotsSchema.safeParse(value).data ?? null
}

/** Slots out of a backup's header, or null. */
export function parseFileSlots(value: unknown): KeySlot[] | null {
  return fileSlotsSchema.safeParse(value).data ?? null
}

export function isSecret(slot: KeySlot): slot is SecretSlot {
  return slot.kind === 'passphrase' || slot.kind === 'recovery'
}

export function isAutomatic(slot: KeySlot): slot is AutomaticSlot {
  return !isSecret(slot)
}

function between(least: number, most: number) {
  return z.number().check(z.int(), z.gte(least), z.lte(most))
}

function base64(bytes: number) {
  return z.string().check(z.maxLength(4 * Math.ceil(bytes / 3)), z.refine(text => fromBase64(text)?.length === bytes))
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0
}

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
