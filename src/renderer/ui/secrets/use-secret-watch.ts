import type { ModelRef, Ref } from 'vue'
import { computed, onBeforeUnmount, ref, shallowRef, useId, watch } from 'vue'
import { findSecret, withoutSecrets } from '../../../core/lib/secrets'
import { useField } from '../field'
import { insist } from './insisted'

/**
 * Watches what is typed or pasted into a field. Where it looks like a secret, the row around shows nothing else, and the
 * actions refuse the text until the user takes it out or insists. What the field held when it was opened is not judged.
 * @param isOff whether the field is for a secret (a passphrase), or for no words at all
 */
export function useSecretWatch(text: ModelRef<string> | Ref<string>, isOff: () => boolean) {
  const field = useField()
  const id = useId()
  const noteId = `${id}-secret`
  const found = shallowRef<ReturnType<typeof findSecret>>(null)
  const isInsisted = ref(false)
  const kind = computed(() => isInsisted.value ? null : found.value?.kind ?? null)
  /** What the user last typed, or has been asked about: set by the form, a text is not judged. */
  let judged = ''

  function forget(): void {
    found.value = null
    isInsisted.value = false
    insist(id, null)
  }

  /**
   * To be called with each input of the user.
   * @param free what of it is free text; left out = all of it
   */
  function judge(typed: string, free = typed): void {
    if (isOff() || typed === judged)
      return
    forget()
    judged = typed
    found.value = findSecret(free)
  }

  function takeOut(): void {
    const rest = withoutSecrets(text.value)
    forget()
    judged = rest
    text.value = rest
  }

  function keep(): void {
    isInsisted.value = true
    insist(id, text.value)
  }

  watch(text, (now) => {
    if (now !== judged && (found.value || isInsisted.value)) {
      judged = now
      forget()
    }
  })
  watch(kind, now => field.hush?.(now ? noteId : null))
  onBeforeUnmount(() => {
    insist(id, null)
    field.hush?.(null)
  })
  return { kind, noteId, judge, takeOut, keep }
}
