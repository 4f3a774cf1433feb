import type { Privacy } from '../../../src/shared/ipc'
import type { Protection, VaultStatus } from '../../../src/shared/vault'
import type { Bridge } from '../../../src/preload'
import { filesBridge } from '../../fixtures/files-bridge'

export const CODE = 'D60V-C85H-HWTX-PH59-P0HF-9Q06-ZZH7-XEH8-6PR5'
/** Noon of 20 November 2026, UTC. */
export const MADE_AT = Date.UTC(2026, 10, 20, 12)

/** A vault that knows one passphrase, as the window sees it: it takes its time, counts wrong tries and keeps what it was told. */
export function fakeVault({ protection = 'open', recoveryMadeAt = null }: { protection?: Protection, recoveryMadeAt?: number | null } = {}) {
  const hasKeychain = protection === 'keychain'
  let passphrase = protection === 'passphrase' ? 'one two three' : null
  const state = {
    recoveryMadeAt,
    /** What a wrong try makes wait, in milliseconds. */
    waitMs: 0,
    isDiskFull: false,
    calls: [] as string[],
    privacy: null as Privacy | null,
  }
  const status = (): VaultStatus => ({ protection: passphrase !== null ? 'passphrase' : hasKeychain ? 'keychain' : 'open', recoveryMadeAt: state.recoveryMadeAt, hasKeychain })

  async function change<T extends object>(call: string, current: string | null, does: () => T): Promise<{ ok: false, reason: 'wrong' | 'not-written', waitMs: number } | { ok: true, status: VaultStatus } & T> {
    state.calls.push(call)
    await new Promise(done => setTimeout(done, 5))
    if (passphrase !== null && current !== passphrase)
      return { ok: false, reason: 'wrong', waitMs: state.waitMs }
    if (state.isDiskFull)
      return { ok: false, reason: 'not-written', waitMs: 0 }
    const more = does()
    return { ok: true, status: status(), ...more }
  }

  const vault: Bridge['vault'] = {
    ...filesBridge().vault,
    status: async () => status(),
    setPassphrase: (current, next) => change('set', current, () => {
      passphrase = next
      return {}
    }),
    removePassphrase: current => change('remove', current, () => {
      passphrase = null
      return {}
    }),
    makeRecoveryCode: current => change('code', current, () => {
      state.recoveryMadeAt = MADE_AT
      return { code: CODE }
    }),
    lock: async () => void state.calls.push('lock'),
    setPrivacy: async (privacy) => {
      state.privacy = privacy
    },
  }
  return { vault, state, passphrase: () => passphrase }
}
