import type { KeySlot } from '../../shared/vault'
import type { Lock } from '../lock'
import type { ShellStore } from '../shell-state'
import type { Vault } from '../vault/vault'
import type { HandlersOf } from './index'
import { parsePrivacy } from '../shell-state'
import { isSecret, nothing } from './takes'

/** What these calls need from the rest of the shell. */
export type VaultContext = {
  vault: Vault
  store: ShellStore
  lock: Lock
  applyPrivacy: () => void
}

/** What the window asks of the vault. */
export function vaultCalls({ vault, store, lock, applyPrivacy }: VaultContext): HandlersOf<'vault'> {
  return {
    'vault:open': {
      takes: nothing,
      async does() {
        const opening = await vault.open()
        lock.note(opening.state === 'open')
        return opening
      },
    },
    'vault:unlock': {
      takes: oneSecret,
      async does(secret) {
        const answer = await vault.unlock(secret)
        lock.note(answer.ok)
        return answer
      },
    },
    'vault:adopt': {
      takes: slotsAndSecret,
      does: (slots, secret) => vault.adoptSlots(slots, secret),
    },
    'vault:status': { takes: nothing, does: () => vault.status() },
    'vault:set-passphrase': {
      takes: ([current, next, ...rest]) => (current === null || isSecret(current)) && isSecret(next) && rest.length === 0 ? [current, next] : null,
      does: (current, next) => vault.setPassphrase({ current, next }),
    },
    'vault:remove-passphrase': { takes: oneSecret, does: current => vault.removePassphrase(current) },
    'vault:make-recovery-code': {
      takes: ([current, ...rest]) => (current === null || isSecret(current)) && rest.length === 0 ? [current] : null,
      does: current => vault.makeRecoveryCode(current),
    },
    'vault:slots': { takes: nothing, does: () => vault.slots() },
    'vault:make-file-slots': { takes: oneSecret, does: passphrase => vault.makeFileSlots(passphrase) },
    'vault:open-file-slots': {
      takes: slotsAndSecret,
      does: (slots, secret) => vault.openFileSlots(slots, secret),
    },
    'vault:lock': { takes: nothing, does: () => lock.now() },
    'vault:set-privacy': {
      takes(args) {
        const privacy = args.length === 1 ? parsePrivacy(args[0]) : null
        return privacy === null ? null : [privacy]
      },
      does(privacy) {
        store.change({ privacy })
        applyPrivacy()
      },
    },
  } satisfies HandlersOf<'vault'>
}

function oneSecret([secret, ...rest]: readonly unknown[]): [string] | null {
  return isSecret(secret) && rest.length === 0 ? [secret] : null
}

function slotsAndSecret([slots, secret, ...rest]: readonly unknown[]): [KeySlot[], string | null] | null {
  return Array.isArray(slots) && slots.length <= 8 && (secret === null || isSecret(secret)) && rest.length === 0 ? [slots as KeySlot[], secret] : null
}
