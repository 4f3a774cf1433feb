import type { Ref, WritableComputedRef } from 'vue'
import { computed } from 'vue'

/** Gives each field of a draft as a ref of its own; writing one makes a new draft. */
export function draftFields<Draft extends object>(draft: Ref<Draft>): <Key extends keyof Draft>(key: Key) => WritableComputedRef<Draft[Key]> {
  return key => computed({
    get: () => draft.value[key],
    set: (value) => {
      draft.value = { ...draft.value, [key]: value }
    },
  })
}
