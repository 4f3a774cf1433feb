import type { Ref } from 'vue'
import { nextTick, onBeforeUnmount, onMounted, readonly, shallowRef } from 'vue'
import { useUntether } from '../untether'

/** The page on screen that has a printed form. */
let printer: (() => Promise<void>) | null = null

/** Prints the page on screen; null where it has no printed form. */
export function printPage(): Promise<void> | null {
  return printer?.() ?? null
}

/** Whether the printed form has to stand, and what prints it. For a page with a `PrintSheet`, which is there only while it is printed. */
export function usePrint(): { isPrinting: Readonly<Ref<boolean>>, print: () => Promise<void> } {
  const untether = useUntether()
  const isPrinting = shallowRef(false)

  async function print(): Promise<void> {
    if (isPrinting.value)
      return
    isPrinting.value = true
    try {
      await nextTick()
      await document.fonts?.ready
      await untether.print()
    }
    finally {
      isPrinting.value = false
    }
  }

  onMounted(() => {
    printer = print
  })
  onBeforeUnmount(() => {
    if (printer === print)
      printer = null
  })
  return { isPrinting: readonly(isPrinting), print }
}
