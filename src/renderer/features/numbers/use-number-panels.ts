import type { InjectionKey, Ref, WritableComputedRef } from 'vue'
import { computed, inject, provide, ref } from 'vue'

/** What can stand beside or over a number's page. */
export type NumberPanel = 'edit' | 'status' | 'remove'

const key: InjectionKey<Ref<NumberPanel | null>> = Symbol('number panels')

/** The page makes the place where one panel at a time is open. */
export function provideNumberPanels(): { isOpen: (which: NumberPanel) => WritableComputedRef<boolean> } {
  const open = ref<NumberPanel | null>(null)
  provide(key, open)
  return {
    isOpen: which => computed({
      get: () => open.value === which,
      set: (value) => {
        open.value = value ? which : null
      },
    }),
  }
}

/** Any part of the page may ask for one. */
export function useNumberPanels(): { show: (which: NumberPanel) => void } {
  const open = inject(key, null)
  return {
    show(which) {
      if (open)
        open.value = which
    },
  }
}
