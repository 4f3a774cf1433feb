import type { KeySlot, RecoveryAnswer, SlotAnswer, UnlockAnswer, VaultOpening, VaultStatus } from '../../shared/vault'
import type { FileSlots } from './file-slots'
import type { Keychain } from './keychain'
import type { Found } from './open-slots'
import type { SlotWorld } from './slots'
import type { Throttle } from './throttle'
import { findInFile, makeFileSlots } from './file-slots'
import { dropAside, keepAside, KEY_COPY, KEY_FILE, readBack, readKeyFile, writeKeyFile } from './key-file'
import { findAutomatic, findBySecret, opensTo } from './open-slots'
import { isAllowedPassphrase } from './passphrase'
import { makeRecoveryCode } from './recovery-code'
import { replaceSlots } from './replace-slots'
import { headerSlots, makeAutomaticSlot, settleSlots } from './settle-slots'
import { isAutomatic, isSecret, KEY_BYTES } from './slot-schema'
import { makeSecretSlot } from './slots'
import { makeThrottle, waitAfter } from './throttle'
import { makeTurns } from './turns'

/** What the vault needs from outside. */
export type VaultWorld = SlotWorld & {
  /** Folder of the profile; it exists. */
  folder: string
  keychain: Keychain
  /** Whether sealed data lie in the profile. Then a key is never made anew. */
  hasData: () => boolean
  /** Milliseconds to wait after so many wrong tries in a row. */
  delay?: (wrongTries: number) => number
}

/** What opening the header of a file gave. The key is that file's. */
export type FileUnlockAnswer = { ok: true, key: Uint8Array } | Refusal<'wrong' | 'too-early' | 'damaged'>
/** What rebuilding the key file gave. `not-written`: the disk refused, or a key file is there that opens. */
export type AdoptAnswer = { ok: true, key: Uint8Array, status: VaultStatus } | Refusal<'wrong' | 'too-early' | 'damaged' | 'not-written'>

type Refusal<Reason extends string> = { ok: false, reason: Reason, waitMs: number }

/** Whoever is handed a key clears it after use; the vault keeps none. */
export type Vault = {
  /** How the files can be opened; on the very first start it makes the key. Asked at each start of the window. */
  open: () => Promise<VaultOpening>
  /** Tries a passphrase or a recovery code. */
  unlock: (secret: string) => Promise<UnlockAnswer>
  status: () => VaultStatus
  /** `current`: the passphrase or the recovery code; needed where nothing opens by itself. */
  setPassphrase: (change: { current: string | null, next: string }) => Promise<SlotAnswer>
  removePassphrase: (current: string) => Promise<SlotAnswer>
  /** A new code in the place of an older one. It is given out this once. */
  makeRecoveryCode: (current: string | null) => Promise<RecoveryAnswer>
  /** Slots for the headers of backups. */
  slots: () => KeySlot[]
  /** null = the passphrase is too short or too long. */
  makeFileSlots: (passphrase: string) => Promise<FileSlots | null>
  /** `secret` null = this machine's keychain. */
  openFileSlots: (slots: unknown, secret: string | null) => Promise<FileUnlockAnswer>
  /** Rebuilds a lost key file from the header of a snapshot. What lay there is kept under another name. */
  adoptSlots: (slots: unknown, secret: string | null) => Promise<AdoptAnswer>
}

/** The vault of one profile. All that it does happens one after the other. */
export function openVault(world: VaultWorld): Vault {
  const { folder, keychain } = world
  const inTurn = makeTurns()
  const tries = makeThrottle(world.now, world.delay ?? waitAfter)
  // Files from elsewhere count on their own: a friend's file must not lock the owner out of this one.
  const fileTries = makeThrottle(world.now, world.delay ?? waitAfter)
  const keychainTries = makeThrottle(world.now, () => 0)
  let held: readonly KeySlot[] | null = null

  function slots(): readonly KeySlot[] {
    held ??= readSlots()
    return held
  }

  function readSlots(): readonly KeySlot[] {
    const reading = readKeyFile(folder)
    return reading.state === 'read' ? reading.slots : []
  }

  function status(): VaultStatus {
    const automatic = slots().find(isAutomatic)
    const hasPassphrase = slots().some(({ kind }) => kind === 'passphrase')
    return {
      protection: automatic?.kind ?? (hasPassphrase ? 'passphrase' : keychain.isReal() ? 'keychain' : 'open'),
      recoveryMadeAt: slots().find(({ kind }) => kind === 'recovery')?.createdAt ?? null,
      hasKeychain: keychain.isReal(),
    }
  }

  /** Hands out a copy, and clears what was used here. */
  function handOut(key: Uint8Array): { key: Uint8Array, status: VaultStatus } {
    const copy = Uint8Array.from(key)
    key.fill(0)
    return { key: copy, status: status() }
  }

  async function open(): Promise<VaultOpening> {
    const reading = readKeyFile(folder)
    held = reading.state === 'read' ? reading.slots : []
    if (reading.state !== 'read')
      return reading.state === 'newer' ? { state: 'lost', reason: 'damaged' } : begin(reading.state === 'none' ? 'no-key-file' : 'damaged')
    const found = findAutomatic(held, keychain)
    if (found !== null) {
      await settle(found)
      return { state: 'open', ...handOut(found.key) }
    }
    return held.some(isSecret)
      ? { state: 'locked', waitMs: tries.waitMs(), hasRecoveryCode: held.some(({ kind }) => kind === 'recovery') }
      : begin('keychain')
  }

  /** The first start makes a key. Where sealed data lie, or when it cannot be kept on disk, there is none. */
  function begin(reason: 'no-key-file' | 'damaged' | 'keychain'): VaultOpening {
    if (world.hasData() || !keepAside(folder, world.newId))
      return { state: 'lost', reason }
    const key = world.random(KEY_BYTES)
    const first = [makeAutomaticSlot(key, keychain, world)]
    if (!writeBoth(first) || findAutomatic(readBack(folder, KEY_FILE) ?? [], keychain) === null) {
      key.fill(0)
      return { state: 'lost', reason }
    }
    return { state: 'open', ...handOut(key) }
  }

  function writeBoth(next: readonly KeySlot[]): boolean {
    const isDone = writeKeyFile(folder, KEY_FILE, next) && readBack(folder, KEY_FILE) !== null
    if (isDone) {
      held = next
      writeKeyFile(folder, KEY_COPY, next)
    }
    return isDone
  }

  /** Finishes what an earlier change could not, and takes a better keychain where there is one now. Says nothing. */
  async function settle(found: Found): Promise<void> {
    const next = settleSlots(slots(), found, keychain, world)
    if (next.length !== slots().length || next.some(slot => !slots().includes(slot)))
      await replace(next, found.key, null)
  }

  async function replace(next: readonly KeySlot[], key: Uint8Array, secret: string | null): Promise<boolean> {
    const isDone = await replaceSlots(folder, slots(), next, slot => opensTo(slot, key, secret, keychain))
    held = isDone ? next : null
    return isDone
  }

  /** One try of a secret, if its time has come. */
  async function attempt<T extends Found>(throttle: Throttle, find: () => Promise<T | 'damaged' | null>): Promise<T | Refusal<'wrong' | 'too-early' | 'damaged'>> {
    const waitMs = throttle.waitMs()
    if (waitMs > 0)
      return { ok: false, reason: 'too-early', waitMs }
    const found = await find()
    if (found === 'damaged')
      return { ok: false, reason: 'damaged', waitMs: 0 }
    if (found === null) {
      throttle.wrong()
      return { ok: false, reason: 'wrong', waitMs: throttle.waitMs() }
    }
    throttle.right()
    return found
  }

  /** The keychain guesses nothing, so it neither waits nor counts. */
  function tryFile(header: unknown, secret: string | null): ReturnType<typeof attempt<Found & { slots: KeySlot[] }>> {
    return attempt(secret === null ? keychainTries : fileTries, () => findInFile(header, secret, keychain))
  }

  /** The key for a change of slots: what opens by itself, unless there is a passphrase to be asked for. */
  async function prove(current: string | null): Promise<Found | Refusal<'wrong' | 'too-early'>> {
    const found = slots().some(({ kind }) => kind === 'passphrase') ? null : findAutomatic(slots(), keychain)
    if (found !== null)
      return found
    if (current === null)
      return { ok: false, reason: 'wrong', waitMs: tries.waitMs() }
    const tried = await attempt(tries, () => findBySecret(slots(), current))
    return 'reason' in tried ? { ...tried, reason: tried.reason === 'too-early' ? 'too-early' : 'wrong' } : tried
  }

  /** Proves who asks, and puts the slots that `make` gives in the place of those there are. */
  async function change(current: string | null, make: (key: Uint8Array) => KeySlot[] | Promise<KeySlot[]>, secret: string | null): Promise<{ ok: true, status: VaultStatus } | Refusal<'wrong' | 'too-early' | 'not-written'>> {
    const found = await prove(current)
    if ('reason' in found)
      return found
    try {
      await settle(found)
      const isDone = await replace(await make(found.key), found.key, secret)
      return isDone ? { ok: true, status: status() } : { ok: false, reason: 'not-written', waitMs: 0 }
    }
    catch {
      // scrypt found no memory to work in.
      return { ok: false, reason: 'not-written', waitMs: 0 }
    }
    finally {
      found.key.fill(0)
    }
  }

  const others = (...kinds: KeySlot['kind'][]): KeySlot[] => slots().filter(({ kind }) => !kinds.includes(kind))

  return {
    open: () => inTurn(open),
    status,
    slots: () => headerSlots(slots()),
    unlock: secret => inTurn(async () => {
      const found = await attempt(tries, () => findBySecret(slots(), secret))
      if ('reason' in found)
        return found
      await settle(found)
      return { ok: true, ...handOut(found.key) }
    }),
    setPassphrase: ({ current, next }) => inTurn(async () => {
      if (!isAllowedPassphrase(next))
        return { ok: false, reason: 'too-short', waitMs: 0 }
      const answer = await change(current, async key => [await makeSecretSlot('passphrase', next, key, world), ...others('passphrase', 'keychain', 'open')], next)
      if (answer.ok)
        dropAside(folder)
      return answer
    }),
    removePassphrase: current => inTurn(() =>
      change(current, key => [makeAutomaticSlot(key, keychain, world), ...others('passphrase', 'keychain', 'open')], null)),
    makeRecoveryCode: current => inTurn(async () => {
      const code = makeRecoveryCode(world.random)
      const answer = await change(current, async key => [...others('recovery'), await makeSecretSlot('recovery', code, key, world)], code)
      return answer.ok ? { ...answer, code } : answer
    }),
    makeFileSlots: passphrase => inTurn(() => makeFileSlots(passphrase, world)),
    openFileSlots: (header, secret) => inTurn(async () => {
      const found = await tryFile(header, secret)
      return 'reason' in found ? found : { ok: true, key: found.key }
    }),
    adoptSlots: (header, secret) => inTurn(async () => {
      const found = await tryFile(header, secret)
      if ('reason' in found)
        return found
      const present = readKeyFile(folder)
      const opens = present.state === 'read' ? findAutomatic(present.slots, keychain) : null
      opens?.key.fill(0)
      if (present.state === 'newer' || opens !== null || !keepAside(folder, world.newId) || !writeBoth(found.slots)) {
        found.key.fill(0)
        return { ok: false, reason: 'not-written', waitMs: 0 }
      }
      await settle(found)
      return { ok: true, ...handOut(found.key) }
    }),
  }
}
