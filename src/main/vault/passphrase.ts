import { MAX_PASSPHRASE, MIN_PASSPHRASE } from '../../shared/vault'

/** Whether a new passphrase is neither too short nor too long, counted in characters as they are seen. */
export function isAllowedPassphrase(passphrase: string): boolean {
  const { length } = [...passphrase.normalize('NFC')]
  return length >= MIN_PASSPHRASE && length <= MAX_PASSPHRASE
}
