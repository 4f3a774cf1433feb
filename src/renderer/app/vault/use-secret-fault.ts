import type { ComputedRef } from 'vue'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useWait } from './use-wait'

/** Why a passphrase or a code was not taken. */
export type SecretFault = 'missing' | 'wrong' | 'too-early' | 'damaged' | 'no-snapshot' | 'not-written'

const words = {
  'missing': 'vault.missing',
  'wrong': 'vault.wrong',
  'damaged': 'vault.damaged',
  'no-snapshot': 'vault.noSnapshot',
  'not-written': 'vault.notWritten',
} as const satisfies Record<Exclude<SecretFault, 'too-early'>, string>

/** What stands under a field that asks for a secret, and whether the next try must wait. */
export type SecretTrouble = {
  /** As it is seen: the seconds tick. */
  text: ComputedRef<string>
  /** As it is read out: the seconds are said once. */
  spoken: ComputedRef<string>
  isWaiting: ComputedRef<boolean>
  show: (fault: SecretFault, waitMs?: number) => void
  /** What is typed next is another try; a wait goes on. */
  clear: () => void
  /** Another form begins: of what was before only the wait is left. */
  restart: () => void
}

/** Words for a secret that was not taken, with the wait that follows wrong ones. */
export function useSecretFault(): SecretTrouble {
  const { t } = useI18n()
  const fault = ref<SecretFault | null>(null)
  const { seconds, from, start } = useWait()

  function textAt(left: number): string {
    if (left > 0)
      return t(fault.value === 'wrong' ? 'vault.wait' : 'vault.tooEarly', { n: left }, left)
    return fault.value === null || fault.value === 'too-early' ? '' : t(words[fault.value])
  }

  return {
    text: computed(() => textAt(seconds.value)),
    spoken: computed(() => textAt(seconds.value > 0 ? from.value : 0)),
    isWaiting: computed(() => seconds.value > 0),
    show(found, waitMs = 0) {
      fault.value = found
      if (waitMs > 0)
        start(waitMs)
    },
    clear() {
      if (seconds.value === 0)
        fault.value = null
    },
    restart() {
      fault.value = seconds.value > 0 ? 'too-early' : null
    },
  }
}
