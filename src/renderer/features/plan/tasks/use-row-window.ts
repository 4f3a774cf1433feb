import type { Ref } from 'vue'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'

/** Height of a row with a service, px. */
export const ROW_HEIGHT = 36
/** Shorter lists are drawn whole. */
export const MOST_WHOLE = 80
/** Rows drawn beyond what is seen, on either side. */
const SPARE = 12

/**
 * Which rows of a long list are drawn: those in sight and a few around.
 * @param list element that holds the rows
 * @param scroller element that scrolls it
 */
export function useRowWindow(count: () => number, list: Readonly<Ref<HTMLElement | null>>, scroller: () => HTMLElement | null) {
  const top = ref(0)
  const height = ref(0)
  const isWindowed = computed(() => count() > MOST_WHOLE)

  function look(): void {
    top.value = (scroller()?.scrollTop ?? 0) - (list.value?.offsetTop ?? 0)
    height.value = scroller()?.clientHeight || window.innerHeight
  }

  const range = computed(() => {
    if (!isWindowed.value)
      return { from: 0, to: count() }
    const from = Math.max(0, Math.floor(top.value / ROW_HEIGHT) - SPARE)
    return { from: Math.min(from, Math.max(0, count() - 2 * SPARE)), to: Math.min(count(), Math.ceil((top.value + height.value) / ROW_HEIGHT) + SPARE) }
  })
  /** Room for the rows that are not drawn. */
  const padding = computed(() => isWindowed.value
    ? { paddingTop: `${range.value.from * ROW_HEIGHT}px`, paddingBottom: `${Math.max(0, count() - range.value.to) * ROW_HEIGHT}px` }
    : {})

  /** Brings a row into sight, so that it is drawn. */
  function reveal(index: number): void {
    const box = scroller()
    if (!box || !isWindowed.value)
      return
    const at = (list.value?.offsetTop ?? 0) + index * ROW_HEIGHT
    const seen = box.clientHeight || window.innerHeight
    if (at < box.scrollTop)
      box.scrollTop = at
    else if (at + ROW_HEIGHT > box.scrollTop + seen)
      box.scrollTop = at + ROW_HEIGHT - seen
    look()
  }

  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look)
  let watched: HTMLElement | null = null
  onMounted(() => {
    watched = scroller()
    watched?.addEventListener('scroll', look, { passive: true })
    if (watched)
      observer?.observe(watched)
    look()
  })
  onBeforeUnmount(() => {
    watched?.removeEventListener('scroll', look)
    observer?.disconnect()
  })

  return { isWindowed, range, padding, reveal }
}
