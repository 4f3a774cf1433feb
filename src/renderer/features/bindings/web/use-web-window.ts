import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** Rows are looked at in steps of this height, px: scrolling within one draws nothing anew. */
const STEP = 60
/** Drawn above and below what is in sight, px. */
const SPARE = 360

/** How wide the picture may be, and which part of it is in sight, px from its top. */
export function useWebWindow(scroller: Readonly<Ref<HTMLElement | null>>) {
  const width = shallowRef(0)
  const from = shallowRef(0)
  const to = shallowRef(1200)

  function look(): void {
    const box = scroller.value
    if (!box)
      return
    width.value = box.clientWidth
    from.value = Math.floor(box.scrollTop / STEP) * STEP - SPARE
    to.value = Math.ceil((box.scrollTop + (box.clientHeight || window.innerHeight)) / STEP) * STEP + SPARE
  }

  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look)
  onMounted(() => {
    if (scroller.value) {
      scroller.value.addEventListener('scroll', look, { passive: true })
      observer?.observe(scroller.value)
    }
    look()
  })
  onBeforeUnmount(() => {
    scroller.value?.removeEventListener('scroll', look)
    observer?.disconnect()
  })

  /** Brings a stretch into sight, with a little room around it. */
  function reveal(top: number, bottom: number): void {
    const box = scroller.value
    if (!box)
      return
    const room = 24
    if (top - room < box.scrollTop)
      box.scrollTop = top - room
    else if (bottom + room > box.scrollTop + box.clientHeight)
      box.scrollTop = bottom + room - box.clientHeight
    look()
  }

  return { width, from, to, reveal }
}
