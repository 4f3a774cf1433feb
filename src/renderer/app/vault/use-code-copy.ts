import type { Ref } from 'vue'
import { ref, watch } from 'vue'

/** Puts the code on the clipboard, from where it goes by itself after half a minute. What is copied is not said in the toast: it is a secret. */
export function useCodeCopy(code: Readonly<Ref<string>>): { isCopied: Readonly<Ref<boolean>>, copy: () => Promise<void> } {
  const isCopied = ref(false)
  watch(code, () => isCopied.value = false)
  return {
    isCopied,
    async copy() {
      await window.untether.copyText(code.value)
      isCopied.value = true
    },
  }
}
