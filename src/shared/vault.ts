/** A box that a secret opens: base64 throughout. Its data key is the same as in every other slot of the file. */
export type KeySlot
  /** The operating system's keychain holds the key of the box. */
  = | { kind: 'keychain', id: string, createdAt: number, box: string }
  /** No secret at all: the data key lies in the file. For systems without a keychain, until a passphrase is set. */
    | { kind: 'open', id: string, createdAt: number, key: string }
  /** Something the user knows or has on paper; its key is stretched by scrypt. */
    | { kind: 'passphrase' | 'recovery', id: string, createdAt: number, kdf: Kdf, nonce: string, box: string }

/** How a secret becomes a key. Less than `MIN_KDF` is refused as tampering. */
export type Kdf = { name: 'scrypt', N: number, r: number, p: number, salt: string }

/** scrypt as OWASP recommends at least: 128 MiB, half a second. */
export const MIN_KDF = { N: 2 ** 17, r: 8, p: 1 } as const
/** More than this would only be asked for to bring the machine to its knees. */
export const MAX_KDF = { N: 2 ** 19, r: 16, p: 4 } as const

/** Fewest characters of a passphrase. */
export const MIN_PASSPHRASE = 8
export const MAX_PASSPHRASE = 1_000

/** What keeps others out of the files. */
export type Protection = 'keychain' | 'open' | 'passphrase'

/** How the vault stands, without any secret. */
export type VaultStatus = {
  protection: Protection
  /** Epoch ms; null = there is no recovery code. */
  recoveryMadeAt: number | null
  /** A keychain worth the name; false where the system only has plain text. */
  hasKeychain: boolean
}

/** What opening gave. The key is 32 bytes and leaves the main process with this answer. */
export type VaultOpening
  = | { state: 'open', key: Uint8Array, status: VaultStatus }
  /** A secret is asked for; the next try counts from `waitMs` on. */
    | { state: 'locked', waitMs: number, hasRecoveryCode: boolean }
  /** Sealed data lie here, but no slot that opens them: the key file is gone or damaged, or belongs to another keychain. */
    | { state: 'lost', reason: 'no-key-file' | 'damaged' | 'keychain' }

/** What trying a secret gave. A wrong one says nothing more than that. */
export type UnlockAnswer
  = | { ok: true, key: Uint8Array, status: VaultStatus }
    | { ok: false, reason: 'wrong' | 'too-early' | 'damaged', waitMs: number }

/** What a change of slots gave. */
export type SlotAnswer = { ok: true, status: VaultStatus } | { ok: false, reason: 'wrong' | 'too-early' | 'too-short' | 'not-written', waitMs: number }
export type RecoveryAnswer = { ok: true, code: string, status: VaultStatus } | { ok: false, reason: 'wrong' | 'too-early' | 'not-written', waitMs: number }
/** What rebuilding the key file gave. `not-written`: the disk refused, or a key file is there that opens. */
export type AdoptAnswer = { ok: true, key: Uint8Array, status: VaultStatus } | { ok: false, reason: 'wrong' | 'too-early' | 'damaged' | 'not-written', waitMs: number }
