import type { VaultStatus } from '../../../../shared/vault'
import type { Ref } from 'vue'
import { nextTick, ref, watch } from 'vue'
import { assertNever } from '../../../../core/lib/assert-never'
import { MAX_PASSPHRASE, MIN_PASSPHRASE } from '../../../../shared/vault'
import { useUntether } from '../../../app/untether'
import { useSecretFault } from '../../../app/vault/use-secret-fault'

/** What is done to the key in one dialog. */
export type SecurityTask = 'set' | 'change' | 'remove' | 'code'
/** Where in it the user is: what is asked, the offer of a code after a new passphrase, the code itself. */
export type SecurityStep = 'ask' | 'offer' | 'code'
/** What keyboard focus should go to. */
export type SecurityPlace = 'current' | 'next' | 'again' | 'offer' | 'code'

type Answer = { ok: true, status: VaultStatus } | { ok: false, reason: 'wrong' | 'too-early' | 'too-short' | 'not-written', waitMs: number }

/** Characters as they are counted by the vault. */
export function lengthOf(passphrase: string): number {
  return [...passphrase.normalize('NFC')].length
}

/** One change of the key, from its question to its end. Nothing typed is lost on the way; all of it is forgotten at the end. */
export function useSecurityTask(task: Ref<SecurityTask | null>, status: () => VaultStatus, { changed, moveTo }: { changed: (status: VaultStatus) => void, moveTo: (place: SecurityPlace) => void }) {
  const { vault, notice } = useUntether()
  const step = ref<SecurityStep>('ask')
  /** Whether there is a passphrase to be asked for. */
  const isAsked = ref(false)
  const current = ref('')
  const next = ref('')
  const again = ref('')
  const nextFault = ref<'too-short' | 'too-long' | null>(null)
  const againFault = ref<'not-same' | null>(null)
  const trouble = useSecretFault()
  const isNotWritten = ref(false)
  const isBusy = ref(false)
  const code = ref('')
  /** The passphrase as it was set: a code that is made right after needs no second typing. */
  let held = ''

  watch(task, () => {
    step.value = 'ask'
    isAsked.value = status().protection === 'passphrase'
    for (const secret of [current, next, again, code])
      secret.value = ''
    held = ''
    clear()
    trouble.restart()
  }, { immediate: true })

  function clear(): void {
    nextFault.value = null
    againFault.value = null
    isNotWritten.value = false
    trouble.clear()
  }

  const isNew = (): boolean => task.value === 'set' || task.value === 'change'

  /** The first place where something is missing; null = all is there. */
  function findFault(): SecurityPlace | null {
    clear()
    if (isAsked.value && current.value === '')
      trouble.show('missing')
    if (isNew()) {
      const length = lengthOf(next.value)
      nextFault.value = length < MIN_PASSPHRASE ? 'too-short' : length > MAX_PASSPHRASE ? 'too-long' : null
      againFault.value = nextFault.value === null && again.value !== next.value ? 'not-same' : null
    }
    return isAsked.value && current.value === '' ? 'current' : nextFault.value ? 'next' : againFault.value ? 'again' : null
  }

  /** Shows why it was refused. */
  function refuse({ reason, waitMs }: Exclude<Answer, { ok: true }>): void {
    switch (reason) {
      case 'wrong':
      case 'too-early':
        // Asked now, in case a passphrase was set since this was opened.
        isAsked.value = true
        step.value = 'ask'
        trouble.show(reason, waitMs)
        return moveTo('current')
      case 'too-short':
        nextFault.value = 'too-short'
        return moveTo('next')
      case 'not-written':
        isNotWritten.value = true
        return
      default:
        assertNever(reason)
    }
  }

  function finish(key: string): void {
    task.value = null
    notice.value = { kind: 'said', key, params: {} }
  }

  async function setPassphrase(): Promise<void> {
    const passphrase = next.value
    const answer = await vault.setPassphrase(isAsked.value ? current.value : null, passphrase)
    if (!answer.ok)
      return refuse(answer)
    changed(answer.status)
    held = passphrase
    if (answer.status.recoveryMadeAt !== null)
      return finish('vault.passphraseSet')
    step.value = 'offer'
    moveTo('offer')
  }

  async function removePassphrase(): Promise<void> {
    const answer = await vault.removePassphrase(current.value)
    if (!answer.ok)
      return refuse(answer)
    changed(answer.status)
    finish('vault.passphraseRemoved')
  }

  async function makeCode(secret: string | null): Promise<void> {
    const answer = await vault.makeRecoveryCode(secret)
    if (!answer.ok)
      return refuse(answer)
    changed(answer.status)
    code.value = answer.code
    step.value = 'code'
    moveTo('code')
  }

  async function submit(): Promise<void> {
    if (isBusy.value || trouble.isWaiting.value || task.value === null)
      return
    const fault = step.value === 'ask' ? findFault() : null
    if (fault) {
      await nextTick()
      return moveTo(fault)
    }
    isNotWritten.value = false
    isBusy.value = true
    try {
      if (step.value === 'offer')
        await makeCode(held)
      else if (task.value === 'code')
        await makeCode(isAsked.value ? current.value : null)
      else
        await (task.value === 'remove' ? removePassphrase() : setPassphrase())
    }
    finally {
      isBusy.value = false
    }
  }

  return { step, isAsked, current, next, again, nextFault, againFault, trouble, isNotWritten, isBusy, code, submit }
}
